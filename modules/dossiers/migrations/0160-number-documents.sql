-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.number_series (
  entry_id uuid not null default gen_random_uuid() unique,
  document text not null check (document in ('result', 'receipt', 'supplement-request', 'refusal', 'stop-notice', 'extension', 'hand-over-note', 'postal-note', 'check-minutes')),
  agency_code text,
  procedure_code text,
  pattern text not null check (pattern like '%{số}%'),
  counter text not null check (counter <> ''),
  digits integer not null default 1 check (digits between 1 and 6),
  basis text,
  unsure text,
  valid_from date not null,
  valid_until date,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.number_series is 'Dãy số văn bản: how documents of a kind are numbered from a day on; the narrowest row counts: procedure, then agency, then everybody';
comment on column dossiers.number_series.pattern is '{số}, {ký hiệu}, {năm} are put in: {số}/{ký hiệu}, {số}/QĐ-UBND';
comment on column dossiers.number_series.counter is 'which counter of the agency is used, by the year of issue; {ký hiệu} may stand in it';
comment on column dossiers.number_series.valid_until is 'last day, inclusive; null while it lasts. A later row of the same document, agency and procedure ends the one before it';
grant select, insert, update (valid_until) on dossiers.number_series to motcua_app;

do $$ begin
  if to_regclass('paper_templates.number_series') is not null then
    insert into dossiers.number_series (document, agency_code, procedure_code, pattern, counter, digits, basis, valid_from, valid_until)
      select document, agency_code, procedure_code, pattern, counter, digits, basis, valid_from,
        lead(valid_from) over (partition by document, agency_code, procedure_code order by valid_from, id) - 1
      from paper_templates.number_series;
  else
    insert into dossiers.number_series (document, pattern, counter, basis, valid_from) values
      ('result', '{số}/{ký hiệu}', 'result:{ký hiệu}', 'Nghị định 30/2020/NĐ-CP: số và ký hiệu văn bản, bắt đầu từ số 01 ngày đầu năm', '2020-03-05');
  end if;
end $$;
insert into dossiers.number_series (document, pattern, counter, basis, valid_from) values
  ('receipt', '{số}/TTPVHCC', 'receipt', null, '2018-01-01'), ('supplement-request', '{số}/PBS-TTPVHCC', 'supplement-request', null, '2018-01-01'), ('refusal', '{số}/PTC-TTPVHCC', 'refusal', null, '2018-01-01'),
  ('stop-notice', '{số}/TBD-TTPVHCC', 'stop-notice', null, '2018-01-01'), ('extension', '{số}/PXL', 'extension', null, '2018-01-01'), ('hand-over-note', '{số}/PBG', 'hand-over-note', null, '2018-01-01'),
  ('postal-note', '{số}/GBC', 'postal-note', null, '2018-01-01'), ('check-minutes', '{số}/BB', 'check-minutes', null, '2018-01-01');
