-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.scan (
  id uuid primary key,
  dossier_id uuid not null,
  paper_no integer not null check (paper_no > 0),
  by_id text not null,
  at timestamptz not null
);
comment on table dossiers.scan is 'A paper being digitised: its pages until an officer compares and signs them, and afterwards what the signed file was made of';

create table dossiers.scan_page (
  scan_id uuid not null references dossiers.scan (id),
  page integer not null check (page > 0),
  document_id uuid not null,
  width integer not null,
  height integer not null,
  dpi integer not null,
  turned double precision not null,
  words jsonb not null,
  primary key (scan_id, page)
);
comment on table dossiers.scan_page is 'Pages in order; the picture is a document, the words what was read on it';

grant select, insert on dossiers.scan, dossiers.scan_page to motcua_app;
