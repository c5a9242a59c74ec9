-- SPDX-License-Identifier: EUPL-1.2
create schema documents;
comment on schema documents is 'Files by content, papers, verification keys and signing identities';

create table documents.file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null
);
comment on table documents.file is 'A content that was taken in at least once; the bytes lie in the file store under this address';
comment on column documents.file.media_type is 'Found by looking at the content, never the sender''s claim';

create table documents.document (
  id uuid primary key,
  sha256 text not null references documents.file (sha256),
  name text not null check (name <> ''),
  owner_kind text not null,
  owner_ref text not null,
  purpose text not null,
  uploaded_by text not null,
  at timestamptz not null
);
comment on table documents.document is 'A use of a content: by whom it was given, for whom, for what. Never changed but for its owner (a draft becomes a dossier)';
comment on column documents.document.owner_kind is 'Word of the module that uses it, such as dossier or draft';
comment on column documents.document.owner_ref is 'Code or id of the owner in the words of that module';
create index document_by_owner on documents.document (owner_kind, owner_ref, at, id);
create index document_by_content on documents.document (sha256);

create table documents.token_key (
  generation integer primary key check (generation > 0),
  public_key bytea not null,
  sealed_private_key bytea not null,
  from_at timestamptz not null
);
comment on table documents.token_key is 'Ed25519 keys of verification tokens, newest in use; old public keys stay so that old papers can be checked';
comment on column documents.token_key.public_key is 'SubjectPublicKeyInfo, DER';
comment on column documents.token_key.sealed_private_key is 'PKCS#8 under AES-256-GCM: nonce 12, tag 16, ciphertext; the generation is authenticated with it';

create table documents.signing_identity (
  id uuid primary key,
  owner_kind text not null check (owner_kind in ('officer', 'agency', 'authority')),
  owner_ref text not null,
  name text not null,
  certificate bytea not null,
  chain bytea[] not null,
  sealed_private_key bytea not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null
);
comment on table documents.signing_identity is 'Certificates of officers and agencies whose key is kept here (the demonstration province); real ones stay on tokens or remote services';
comment on column documents.signing_identity.certificate is 'X.509, DER';
comment on column documents.signing_identity.chain is 'Issuers up to the root, DER';
comment on column documents.signing_identity.sealed_private_key is 'PKCS#8 under AES-256-GCM: nonce 12, tag 16, ciphertext; the row''s id is authenticated with it';
create index signing_identity_by_owner on documents.signing_identity (owner_kind, owner_ref, valid_from);
create unique index signing_identity_one_authority on documents.signing_identity (owner_ref) where owner_kind = 'authority';

grant usage on schema documents to motcua_app;
grant select, insert on documents.file, documents.token_key, documents.signing_identity to motcua_app;
grant select, insert on documents.document to motcua_app;
grant update (owner_kind, owner_ref) on documents.document to motcua_app;
