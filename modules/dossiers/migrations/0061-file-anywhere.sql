-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.filing_place_rule (
  procedure_code text,
  valid_from date not null,
  anywhere boolean not null,
  legal text not null,
  unsure text,
  unique nulls not distinct (procedure_code, valid_from)
);
comment on table dossiers.filing_place_rule is 'Whether a procedure may be filed, and its result handed out, at any one-stop shop of the province (phi địa giới), dated; a row of the procedure goes before the row for all';
comment on column dossiers.filing_place_rule.procedure_code is 'null: the rule for all procedures';
comment on column dossiers.filing_place_rule.unsure is 'what an administrator should check before relying on the row';
insert into dossiers.filing_place_rule values
  (null, '2025-07-01', true, 'nd-118-2025/d20', 'Luật chuyên ngành có thể buộc nộp đúng nơi: ghi thêm dòng riêng cho thủ tục đó.');
grant select on dossiers.filing_place_rule to motcua_app;
