-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.retention_rule
  add column field_code text,
  add constraint of_one_scope check (procedure_code is null or field_code is null);
comment on column dossiers.retention_rule.field_code is 'lĩnh vực whose procedures the row is for; a procedure''s own row goes before it, and it before the one for all';
