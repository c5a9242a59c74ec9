-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.scan_waiting (
  id uuid primary key,
  agency text not null,
  station text not null,
  file_name text not null,
  file_at timestamptz not null,
  sha256 text not null,
  fault text check (fault in ('unreadable', 'too-large', 'infected')),
  at timestamptz not null,
  unique (agency, station, file_name, file_at, sha256)
);
comment on table dossiers.scan_waiting is 'Bản quét chờ: a file a scanner dropped into the folder of a station, taken in once; it leaves the folder after this row is kept';
comment on column dossiers.scan_waiting.fault is 'why it could not be read; the file lies in the folder «hong» of the station';
create index scan_waiting_by_agency on dossiers.scan_waiting (agency, at);

create table dossiers.scan_waiting_page (
  waiting_id uuid not null references dossiers.scan_waiting (id),
  page integer not null check (page > 0),
  document_id uuid not null,
  width integer not null,
  height integer not null,
  dpi integer not null,
  turned double precision not null,
  words jsonb not null,
  primary key (waiting_id, page)
);

create table dossiers.scan_waiting_end (
  waiting_id uuid primary key references dossiers.scan_waiting (id),
  scan_id uuid references dossiers.scan (id),
  reason text check (reason <> ''),
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  check ((scan_id is null) <> (reason is null))
);
comment on table dossiers.scan_waiting_end is 'What became of it: given to a paper of a dossier, or put aside with a reason';
grant select, insert on dossiers.scan_waiting, dossiers.scan_waiting_page, dossiers.scan_waiting_end to motcua_app;
