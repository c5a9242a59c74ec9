-- SPDX-License-Identifier: EUPL-1.2
create table back_files.scan (
  id uuid primary key,
  batch_id uuid not null references back_files.batch (id),
  file_name text not null,
  document_id uuid not null,
  sha256 text not null,
  state text not null default 'queued' check (state in ('queued', 'read', 'failed')),
  fault text check (fault in ('unreadable', 'no-pages', 'storage', 'quarantined')),
  tries integer not null default 0,
  claimed_at timestamptz,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  unique (batch_id, sha256)
);
comment on table back_files.scan is 'A file of scans given to a batch; read in the background';
comment on column back_files.scan.fault is 'why it was not read, or waits';
comment on column back_files.scan.claimed_at is 'when somebody began to read it; taken again when that was long ago';
create index scan_queued on back_files.scan (at) where state = 'queued';

create table back_files.part (
  id uuid primary key,
  batch_id uuid not null references back_files.batch (id),
  scan_id uuid not null references back_files.scan (id),
  seq integer not null,
  pages integer not null,
  line_no integer,
  how text check (how in ('separator', 'name', 'hand')),
  candidates integer[] not null,
  aside_reason text,
  by_name text not null,
  at timestamptz not null,
  unique (scan_id, seq),
  foreign key (batch_id, line_no) references back_files.line (batch_id, no)
);
comment on table back_files.part is 'The pages of one paper in a file of scans, and the line they belong to';
comment on column back_files.part.candidates is 'lines it may belong to, when not exactly one does';
create unique index part_of_line on back_files.part (batch_id, line_no) where line_no is not null and aside_reason is null;
create index part_without_line on back_files.part (batch_id, at) where line_no is null and aside_reason is null;

create table back_files.part_page (
  part_id uuid not null references back_files.part (id),
  page integer not null,
  document_id uuid not null,
  width integer not null,
  height integer not null,
  dpi double precision not null,
  turned double precision not null,
  words jsonb not null,
  primary key (part_id, page)
);

create table back_files.comparison (
  id uuid primary key,
  batch_id uuid not null,
  no integer not null,
  version integer not null,
  part_id uuid not null references back_files.part (id),
  pages integer not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  foreign key (batch_id, no) references back_files.line (batch_id, no)
);
comment on table back_files.comparison is 'Who compared the scan of a line with what the line said then (its version); only added to';
create index comparison_of_line on back_files.comparison (batch_id, no, at desc);

grant select, insert, update on back_files.scan, back_files.part to motcua_app;
grant select, insert on back_files.part_page, back_files.comparison to motcua_app;
