-- SPDX-License-Identifier: EUPL-1.2
-- What silence past the return day means is kept on the screen of dated tables like its neighbours: a row is ended, never written over.
alter table dossiers.deemed_outcome add column entry_id uuid not null default gen_random_uuid() unique, add column unsure text, add column entered_by text, add column entered_at timestamptz;
comment on column dossiers.deemed_outcome.valid_until is 'last day, inclusive; null while it lasts. A later row of the same procedure ends the one before it';
grant insert, update (valid_until) on dossiers.deemed_outcome to motcua_app;
