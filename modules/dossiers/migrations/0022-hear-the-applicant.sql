-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.dossier
  add column wish text check (wish in ('withdraw', 'stop', 'correct')),
  add column asked_at timestamptz;
comment on column dossiers.dossier.wish is 'what the applicant asks for and the shop has not decided';
comment on column dossiers.dossier.asked_at is 'since when a message of the applicant waits for an answer';
create index dossier_by_wish on dossiers.dossier (receiving_agency, submitted_at) where wish is not null;
create index dossier_by_question on dossiers.dossier (asked_at) where asked_at is not null;
