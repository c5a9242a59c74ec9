-- SPDX-License-Identifier: EUPL-1.2
create schema back_files;
comment on schema back_files is 'Số hóa hồ sơ cũ theo lô: lists of old papers, their scans, what of them entered vaults; and the cleansing of names';
grant usage on schema back_files to motcua_app;

create table back_files.batch (
  id uuid primary key,
  agency text not null,
  year integer not null,
  no integer not null,
  title text not null check (title <> ''),
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  unique (agency, year, no)
);
comment on table back_files.batch is 'Lô hồ sơ cũ: old papers of an agency digitised together; only added to';

create table back_files.line (
  batch_id uuid not null references back_files.batch (id),
  no integer not null,
  source_row integer not null,
  digest text not null,
  version integer not null default 1,
  cells jsonb not null,
  paper jsonb,
  faults jsonb not null,
  paper_key text,
  names text[] not null,
  folded text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (batch_id, no)
);
comment on table back_files.line is 'A paper of a batch as its list says; mended until its scan is signed, each mending kept in back_files.mending';
comment on column back_files.line.source_row is 'line of the file it was read from';
comment on column back_files.line.digest is 'of the cells as the file gave them: the same line given again is not taken again';
comment on column back_files.line.cells is 'what is written in the line, as texts';
comment on column back_files.line.paper is 'what it means; null while something is to mend';
comment on column back_files.line.paper_key is 'the same for two lines about one paper; null while something is to mend';
comment on column back_files.line.names is 'old code and number without marks: what a scan of it may be called';
comment on column back_files.line.folded is 'the cells without tone marks, to find a line by';
create index line_by_paper on back_files.line (batch_id, paper_key);
create index line_by_name on back_files.line using gin (names);

create table back_files.mending (
  batch_id uuid not null,
  no integer not null,
  version integer not null,
  cells jsonb not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (batch_id, no, version),
  foreign key (batch_id, no) references back_files.line (batch_id, no)
);
comment on table back_files.mending is 'What a line said before it was mended, and by whom it was; only added to';

create table back_files.line_end (
  batch_id uuid not null,
  no integer not null,
  way text not null check (way in ('aside', 'held', 'digitised')),
  reason text not null,
  entry_id uuid,
  code text,
  pages integer,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (batch_id, no),
  foreign key (batch_id, no) references back_files.line (batch_id, no)
);
comment on table back_files.line_end is 'How a line ended: put aside with a reason, found in the vault already, or digitised into it; only added to';
comment on column back_files.line_end.entry_id is 'the paper of the vault';
create index line_end_by_entry on back_files.line_end (entry_id) where entry_id is not null;

grant select, insert on back_files.batch, back_files.mending, back_files.line_end to motcua_app;
grant select, insert, update on back_files.line to motcua_app;
