create schema catalogue;

create table catalogue.procedure (
  code text primary key,
  version integer not null,
  name text not null,
  folded text not null,
  field_code text,
  field_name text,
  levels text[] not null,
  online_level text not null,
  applicant_kinds text[] not null,
  life_events text[] not null,
  competent_codes text[] not null,
  missing_parts text[] not null,
  paper_count integer not null
);
comment on table catalogue.procedure is 'The version in force of each thủ tục hành chính: what lists and search need';
create index procedure_by_folded on catalogue.procedure using gin (folded gin_trgm_ops);
create index procedure_by_field on catalogue.procedure (field_code, code);

create table catalogue.procedure_version (
  code text not null,
  version integer not null,
  content jsonb not null,
  digest text not null,
  decision_number text,
  decision_date date,
  valid_from date not null,
  valid_until date,
  imported_at timestamptz not null,
  source text not null,
  primary key (code, version)
);
comment on table catalogue.procedure_version is 'Every version ever published; a dossier keeps the one it was accepted under';
comment on column catalogue.procedure_version.valid_until is 'exclusive; null while the version is in force';

create table catalogue.refused_record (
  id integer generated always as identity primary key,
  source text not null,
  line integer not null,
  code text,
  reasons text[] not null,
  record text not null,
  refused_at timestamptz not null
);
comment on table catalogue.refused_record is 'Records an import could not take, kept as they came, so that none is lost';

create table catalogue.handling (
  procedure_code text not null,
  agency_code text not null,
  valid_from date not null,
  process_key text not null,
  eform_key text not null,
  unit_code text,
  result_symbol text not null,
  own boolean not null,
  primary key (procedure_code, agency_code, valid_from)
);
comment on table catalogue.handling is 'How one agency handles one procedure: internal procedure, e-form, competent unit';
comment on column catalogue.handling.own is 'true when the internal procedure is a model of ours, not a published decision';

create table catalogue.deadline_rule (
  id integer generated always as identity primary key,
  procedure_code text,
  valid_from date not null,
  mode text not null check (mode in ('by-day', 'by-hour')),
  first_day_counted boolean not null,
  cutoff text,
  hours_per_day numeric not null,
  on_supplement text not null check (on_supplement in ('restart', 'pause')),
  legal text not null,
  unsure text
);
comment on table catalogue.deadline_rule is 'How time counts, dated; a row without procedure is the default of the installation';
comment on column catalogue.deadline_rule.unsure is 'what an administrator should check before relying on the row';

create table catalogue.filing_setting (
  id integer generated always as identity primary key,
  scope text not null,
  procedure_code text,
  valid_from date not null,
  own_portal boolean not null,
  legal text not null
);
comment on table catalogue.filing_setting is 'Whether citizens file on our own portal, per province and procedure, dated (Nghị định 118/2025/NĐ-CP)';

insert into catalogue.deadline_rule (procedure_code, valid_from, mode, first_day_counted, cutoff, hours_per_day, on_supplement, legal, unsure)
values (null, '2018-06-21', 'by-hour', false, null, 8, 'restart', 'nd-118-2025/d19k5',
  'Giờ hẹn trên mẫu 01 là giờ, phút nên mặc định tính theo giờ, 8 giờ một ngày. Thủ tục có quy định riêng thì ghi quy tắc riêng.');

grant usage on schema catalogue to motcua_app;
grant select, insert, update, delete on all tables in schema catalogue to motcua_app;
