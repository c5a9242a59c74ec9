-- SPDX-License-Identifier: EUPL-1.2
create schema archive;
comment on schema archive is 'Lưu trữ hồ sơ: hand-in, packages, destruction, what stays of what was destroyed';

create table archive.batch (
  id uuid primary key,
  agency text not null,
  year integer not null,
  no integer not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  unique (agency, year, no)
);
comment on table archive.batch is 'Biên bản giao nhận: dossiers handed in at once, by whom; only added to';

create table archive.item (
  batch_id uuid not null references archive.batch (id),
  dossier_id uuid not null unique,
  code text not null,
  procedure_code text not null,
  procedure_name text not null,
  ended_on date not null,
  kept_until date,
  retention text not null,
  source text not null,
  documents integer not null,
  document_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  primary key (batch_id, dossier_id)
);
comment on table archive.item is 'A dossier in a batch with its package; names nobody; only added to';
comment on column archive.item.kept_until is 'last day it is kept; null: for ever';
comment on column archive.item.documents is 'lines of its list of documents, which lies in the package';
comment on column archive.item.sha256 is 'of the package';

create table archive.batch_receipt (
  batch_id uuid primary key references archive.batch (id),
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table archive.batch_receipt is 'Bên nhận: who took a batch over after every package was read again; only added to';

create table archive.destruction (
  id uuid primary key,
  agency text not null,
  no_complaint text not null check (no_complaint <> ''),
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table archive.destruction is 'Đề nghị hủy: dossiers whose retention is over, by whom proposed; only added to';
comment on column archive.destruction.no_complaint is 'how the proposer made sure that nobody complains or sues';

create table archive.destruction_item (
  destruction_id uuid not null references archive.destruction (id),
  dossier_id uuid not null unique references archive.item (dossier_id),
  primary key (destruction_id, dossier_id)
);

create table archive.destruction_approval (
  destruction_id uuid primary key references archive.destruction (id),
  decision_number text not null check (decision_number <> ''),
  decision_date date not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table archive.destruction_approval is 'Quyết định hủy, by another person than the proposer; only added to';

create table archive.tombstone (
  dossier_id uuid primary key,
  code text not null unique,
  row jsonb not null,
  events integer not null,
  last_hash text not null,
  package_sha256 text not null,
  destruction_id uuid not null references archive.destruction (id),
  destroyed_at timestamptz not null
);
comment on table archive.tombstone is 'Bia: what stays of a destroyed dossier, without anybody''s name; written by the database''s owner';
comment on column archive.tombstone.row is 'every field figures are counted by';
comment on column archive.tombstone.last_hash is 'of the last line of its ledger as it was';

grant usage on schema archive to motcua_app;
grant select, insert on archive.batch, archive.item, archive.batch_receipt, archive.destruction, archive.destruction_item, archive.destruction_approval to motcua_app;
grant select on archive.tombstone to motcua_app;
