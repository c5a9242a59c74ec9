-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.escalation_rule (
  entry_id uuid not null default gen_random_uuid() unique,
  timing text not null check (timing in ('before', 'after')),
  value numeric not null check (value > 0),
  unit text not null check (unit in ('working-hour', 'working-day')),
  to_role text not null check (to_role in ('division-head', 'one-stop-head', 'leader', 'province-leader')),
  procedure_code text,
  legal text,
  unsure text,
  valid_from date not null,
  valid_until date,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.escalation_rule is 'Nhắc lên cấp trên: how long before or after the day owed who is told of an open dossier; a procedure''s own rows go before those for all';
comment on column dossiers.escalation_rule.value is 'in working time of the solving agency; a working day is eight hours';
comment on column dossiers.escalation_rule.valid_until is 'last day, inclusive; null while it lasts. A later row of the same timing, receiver and procedure ends the one before it';
grant select, insert, update (valid_until) on dossiers.escalation_rule to motcua_app;

alter table dossiers.dossier add column escalated_to text, add column escalated_by text;
comment on column dossiers.dossier.escalated_to is 'who was told of the day owed as it stands, as role@agency with blanks between; null: nobody';
comment on column dossiers.dossier.escalated_by is 'the rules by which they were told, with blanks between';
create index dossier_escalated on dossiers.dossier using gin (string_to_array(escalated_to, ' ')) where escalated_to is not null;
