-- SPDX-License-Identifier: EUPL-1.2
alter table documents.file add column pages integer check (pages > 0);
comment on column documents.file.pages is 'Pages of a PDF that was handed in; null for other kinds and for papers of our own making';
alter table documents.file add column scanned_at timestamptz;
comment on column documents.file.scanned_at is 'When it was last looked through for viruses; null when never';
create index file_by_scan on documents.file (scanned_at nulls first);
grant update (scanned_at) on documents.file to motcua_app;

create table documents.quarantine (
  sha256 text primary key references documents.file (sha256),
  state text not null check (state in ('waiting', 'infected')),
  finding text not null,
  since timestamptz not null
);
comment on table documents.quarantine is 'Contents nobody may open: not looked through yet while a scanner is set, or found infected';
grant select, insert, update, delete on documents.quarantine to motcua_app;

create table documents.opening (
  id uuid primary key,
  document_id uuid not null references documents.document (id),
  by_kind text not null,
  by_ref text not null,
  by_name text not null,
  agency text,
  purpose text not null check (purpose <> ''),
  at timestamptz not null
);
comment on table documents.opening is 'Who opened which document when and what for; only added to, shown to the owner';
create index opening_by_document on documents.opening (document_id, at);
grant select, insert on documents.opening to motcua_app;
