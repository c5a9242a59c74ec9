-- SPDX-License-Identifier: EUPL-1.2
-- The dated tables an administrator keeps on a screen: every row has an id, a last day, a source, a mark where it is unsure, and who entered it.
-- A row is ended, never written over: the working role may add rows and set the last day, nothing else.
alter table dossiers.period add column entry_id uuid not null default gen_random_uuid() unique, add column valid_until date, add column entered_by text, add column entered_at timestamptz;
alter table dossiers.supplement_reason add column entry_id uuid not null default gen_random_uuid() unique, add column unsure text, add column entered_by text, add column entered_at timestamptz;
alter table dossiers.late_cause add column entry_id uuid not null default gen_random_uuid() unique, add column legal text, add column unsure text, add column entered_by text, add column entered_at timestamptz;
alter table dossiers.paper_hand_over_rule add column entry_id uuid not null default gen_random_uuid() unique, add column valid_until date, add column entered_by text, add column entered_at timestamptz;
alter table dossiers.on_site_target add column entry_id uuid not null default gen_random_uuid() unique, add column valid_until date, add column entered_by text, add column entered_at timestamptz;
alter table dossiers.deemed_consent add column entry_id uuid not null default gen_random_uuid() unique, add column unsure text, add column entered_by text, add column entered_at timestamptz;
comment on column dossiers.period.valid_until is 'last day, inclusive; null while it lasts. A later row of the same key ends the one before it';
comment on column dossiers.period.entered_by is 'officer who entered it; null: came with the program';
grant insert, update (valid_until) on dossiers.period, dossiers.supplement_reason, dossiers.late_cause, dossiers.paper_hand_over_rule, dossiers.on_site_target, dossiers.deemed_consent to motcua_app;

-- Until now the newest row was in force: the rows before it end the day before.
update dossiers.period one set valid_until = (select min(next.valid_from) - 1 from dossiers.period next where next.key = one.key and next.procedure_code is not distinct from one.procedure_code and next.valid_from > one.valid_from);
update dossiers.paper_hand_over_rule one set valid_until = (select min(next.valid_from) - 1 from dossiers.paper_hand_over_rule next where next.kind = one.kind and next.valid_from > one.valid_from);
update dossiers.on_site_target one set valid_until = (select min(next.valid_from) - 1 from dossiers.on_site_target next where next.valid_from > one.valid_from);
