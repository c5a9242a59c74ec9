-- SPDX-License-Identifier: EUPL-1.2
-- A version counts from a day on, by a decision.
alter table eforms.definition
  add column valid_from date not null default '2025-07-01',
  add column decision_number text,
  add column decision_date date;
comment on column eforms.definition.valid_from is 'new filings take the newest version begun by their day; dossiers in hand keep theirs';
comment on column eforms.definition.decision_number is 'the decision it was published by; null: came with the product';
