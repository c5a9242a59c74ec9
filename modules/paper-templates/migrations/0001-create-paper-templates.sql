-- SPDX-License-Identifier: EUPL-1.2
create schema paper_templates;
comment on schema paper_templates is 'Papers a province lays out itself: Word files with data fields, by version and day';
grant usage on schema paper_templates to motcua_app;

create table paper_templates.file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (name <> ''),
  content bytea not null check (octet_length(content) between 1 and 4194304),
  uploaded_by text not null,
  uploaded_at timestamptz not null
);
comment on table paper_templates.file is 'Word files that were opened and found without macros, links and embedded objects; never changed';
grant select, insert on paper_templates.file to motcua_app;

create table paper_templates.template (
  key text not null,
  version integer not null check (version > 0),
  title text not null,
  agency_code text,
  procedures text[] not null,
  eform_key text,
  file_sha256 text not null references paper_templates.file (sha256),
  valid_from date not null,
  decision_number text not null,
  decision_date date not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (key, version)
);
comment on table paper_templates.template is 'Published versions of result papers; a dossier takes the one in force on the day it was filed';
comment on column paper_templates.template.agency_code is 'whose results are printed so; null: every agency of the province without one of its own';
comment on column paper_templates.template.procedures is 'codes of the procedures; none: the template is used for nothing from that day on';
comment on column paper_templates.template.eform_key is 'the e-form whose answers the template names';
create index template_by_procedure on paper_templates.template using gin (procedures);
grant select, insert on paper_templates.template to motcua_app;

create table paper_templates.number_series (
  id bigint generated always as identity primary key,
  document text not null check (document in ('result')),
  agency_code text,
  procedure_code text,
  pattern text not null check (pattern like '%{số}%'),
  counter text not null,
  digits integer not null default 1 check (digits between 1 and 6),
  basis text not null,
  valid_from date not null
);
comment on table paper_templates.number_series is 'Dãy số văn bản: how documents of a kind are numbered from a day on; the narrowest row counts, then the newest';
comment on column paper_templates.number_series.pattern is '{số} and {ký hiệu} are put in: {số}/{ký hiệu}, {số}/QĐ-UBND';
comment on column paper_templates.number_series.counter is 'which counter of the agency is used, by the year of issue; {ký hiệu} may stand in it';
grant select, insert on paper_templates.number_series to motcua_app;
insert into paper_templates.number_series (document, pattern, counter, digits, basis, valid_from) values
  ('result', '{số}/{ký hiệu}', 'result:{ký hiệu}', 1, 'Nghị định 30/2020/NĐ-CP: số và ký hiệu văn bản, bắt đầu từ số 01 ngày đầu năm', '2020-03-05');
