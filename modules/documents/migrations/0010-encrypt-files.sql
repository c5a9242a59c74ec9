-- SPDX-License-Identifier: EUPL-1.2
create table documents.storage_key (
  generation integer primary key check (generation > 0),
  sealed_key bytea not null,
  from_at timestamptz not null
);
comment on table documents.storage_key is 'Keys that seal the keys of owners, newest in use; an old one goes when no owner''s key lies under it any more';
comment on column documents.storage_key.sealed_key is 'Under the installation''s secret, AES-256-GCM: nonce 12, tag 16, ciphertext; the generation is authenticated with it';

create table documents.owner_key (
  owner_kind text not null,
  owner_ref text not null,
  storage_generation integer not null references documents.storage_key (generation),
  sealed_key bytea not null,
  primary key (owner_kind, owner_ref)
);
comment on table documents.owner_key is 'The key of one owner of documents: without it none of the owner''s files can be opened';
comment on column documents.owner_key.sealed_key is 'Under the storage key of its generation; the owner is authenticated with it';
create index owner_key_by_generation on documents.owner_key (storage_generation);

alter table documents.file add column stored text check (stored ~ '^[0-9a-f]{64}$');
comment on table documents.file is 'A content that was taken in at least once';
comment on column documents.file.stored is 'Address of the encrypted bytes in the file store: their own SHA-256, so a store is checked and copied without any key. Null: taken in before files were encrypted';

create table documents.file_key (
  sha256 text not null references documents.file (sha256),
  owner_kind text not null,
  owner_ref text not null,
  sealed_key bytea not null,
  primary key (sha256, owner_kind, owner_ref),
  foreign key (owner_kind, owner_ref) references documents.owner_key (owner_kind, owner_ref)
);
comment on table documents.file_key is 'The key of a content for each owner who has it: equal files of two owners are stored once and opened by either owner''s key';
comment on column documents.file_key.sealed_key is 'Under the owner''s key; content and owner are authenticated with it';
create index file_key_by_owner on documents.file_key (owner_kind, owner_ref);

grant update (stored) on documents.file to motcua_app;
grant select, insert on documents.storage_key, documents.owner_key, documents.file_key to motcua_app;
