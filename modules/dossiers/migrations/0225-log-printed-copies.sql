-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.security_paper_rule (
  entry_id uuid not null default gen_random_uuid() unique,
  paper text not null check (paper in ('receipt', 'supplement-request', 'refusal', 'stop-notice', 'extension', 'result')),
  procedure_code text,
  needed boolean not null,
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.security_paper_rule is 'Giấy bảo an: which papers are printed on numbered sheets only, dated; a procedure''s own row goes before the one for all. No row: on ordinary paper';
grant select, insert, update (valid_until) on dossiers.security_paper_rule to motcua_app;

create table dossiers.printed_copy (
  id uuid primary key,
  client_key uuid not null unique,
  dossier_id uuid not null,
  dossier_code text not null,
  paper text not null,
  number text not null,
  source_sha256 text not null,
  copy_no integer not null check (copy_no > 0),
  reason text not null check (reason <> ''),
  for_whom text not null check (for_whom <> ''),
  agency text not null,
  sheets text[] not null,
  officer_id text not null,
  officer_name text not null,
  at timestamptz not null,
  unique (dossier_id, paper, copy_no)
);
comment on table dossiers.printed_copy is 'Nhật ký bản in: each copy of a paper that was printed: who, when, why, for whom, which copy. Only added to; changes nothing of the dossier';
comment on column dossiers.printed_copy.source_sha256 is 'digest of the paper the copy was made of';
comment on column dossiers.printed_copy.sheets is 'numbered sheets it was printed on, as written; empty: ordinary paper';
create index printed_copy_by_agency on dossiers.printed_copy (agency, at desc, id desc);
grant select, insert on dossiers.printed_copy to motcua_app;

create table dossiers.security_sheet_delivery (
  id uuid primary key,
  client_key uuid not null unique,
  agency text not null,
  series text not null,
  first integer not null check (first > 0),
  last integer not null check (last >= first),
  digits integer not null check (digits between 1 and 9),
  document text not null check (document <> ''),
  officer_id text not null,
  officer_name text not null,
  at timestamptz not null
);
comment on table dossiers.security_sheet_delivery is 'Numbered sheets an agency received, with the note they came by; only added to';
comment on column dossiers.security_sheet_delivery.digits is 'how many figures a number of the series is written with';
grant select, insert on dossiers.security_sheet_delivery to motcua_app;

create table dossiers.security_sheet (
  series text not null,
  number integer not null,
  agency text not null,
  delivery_id uuid not null references dossiers.security_sheet_delivery (id),
  primary key (series, number)
);
comment on table dossiers.security_sheet is 'Each numbered sheet ever received: a number is there once in its series, whichever agency has it';
create index security_sheet_by_agency on dossiers.security_sheet (agency, series, number);
grant select, insert on dossiers.security_sheet to motcua_app;

create table dossiers.security_sheet_hand_out (
  id uuid primary key,
  seq bigint generated always as identity,
  client_key uuid not null unique,
  agency text not null,
  series text not null,
  first integer not null,
  last integer not null check (last >= first),
  to_id text,
  to_name text,
  officer_id text not null,
  officer_name text not null,
  at timestamptz not null,
  check ((to_id is null) = (to_name is null))
);
comment on table dossiers.security_sheet_hand_out is 'Numbered sheets given to an officer, or back to the store (to_id null); the last line about a sheet says who holds it';
create index security_sheet_hand_out_by_series on dossiers.security_sheet_hand_out (series, last, first);
grant select, insert on dossiers.security_sheet_hand_out to motcua_app;

create table dossiers.security_sheet_use (
  series text not null,
  number integer not null,
  copy_id uuid not null references dossiers.printed_copy (id),
  primary key (series, number),
  foreign key (series, number) references dossiers.security_sheet (series, number)
);
comment on table dossiers.security_sheet_use is 'The copy a numbered sheet was printed with: a sheet is used once';
create index security_sheet_use_by_copy on dossiers.security_sheet_use (copy_id);
grant select, insert on dossiers.security_sheet_use to motcua_app;

create table dossiers.security_sheet_spoilage (
  series text not null,
  number integer not null,
  reason text not null check (reason <> ''),
  officer_id text not null,
  officer_name text not null,
  at timestamptz not null,
  primary key (series, number),
  foreign key (series, number) references dossiers.security_sheet (series, number)
);
comment on table dossiers.security_sheet_spoilage is 'Numbered sheets that were spoiled, torn or lost, and why; a copy printed on one counts no more';
grant select, insert on dossiers.security_sheet_spoilage to motcua_app;

create table dossiers.security_sheet_count (
  id uuid primary key,
  client_key uuid not null unique,
  agency text not null,
  series text not null,
  expected integer not null,
  counted integer not null check (counted >= 0),
  note text,
  officer_id text not null,
  officer_name text not null,
  at timestamptz not null,
  check (counted = expected or note <> '')
);
comment on table dossiers.security_sheet_count is 'What was left when somebody counted the numbered sheets of an agency by hand, and what the log says should be left';
create index security_sheet_count_by_series on dossiers.security_sheet_count (agency, series, at desc);
grant select, insert on dossiers.security_sheet_count to motcua_app;
