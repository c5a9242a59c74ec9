-- SPDX-License-Identifier: EUPL-1.2
-- Heads of agencies are entered on a screen: with the decision that appoints, and by whom it was entered. A row is ended, never written over.
alter table organisation.headship add column document_number text, add column entered_by text, add column entered_at timestamptz;
comment on column organisation.headship.document_number is 'decision that appoints; null: came with the first data';
revoke update on organisation.headship from motcua_app;
grant update (valid_until) on organisation.headship to motcua_app;
