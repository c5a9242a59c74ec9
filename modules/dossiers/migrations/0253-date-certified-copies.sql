-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.certified_copy_rule (
  entry_id uuid not null default gen_random_uuid() unique,
  procedure_code text not null check (procedure_code <> ''),
  valid_months integer check (valid_months between 1 and 1200),
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.certified_copy_rule is 'Bản sao chứng thực điện tử: procedures whose result is a certified copy of a paper, and how long such a copy counts, dated';
comment on column dossiers.certified_copy_rule.valid_months is 'months it counts from the day it was certified; null: as long as the paper itself';
grant select, insert, update (valid_until) on dossiers.certified_copy_rule to motcua_app;

insert into dossiers.certified_copy_rule (procedure_code, valid_months, valid_from, legal, unsure) values
  ('2.000815', null, '2020-05-22', 'Nghị định 45/2020/NĐ-CP, Điều 10; Nghị định 23/2015/NĐ-CP', 'Chưa đọc toàn văn; văn bản không ghi thời hạn của bản sao chứng thực, nên bản sao theo hạn của bản chính');
