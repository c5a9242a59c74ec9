-- SPDX-License-Identifier: EUPL-1.2
-- Figures leave the parts of linked groups out: the indexes they are read from do so too, and hold all a figure asks for.
drop index dossiers.dossier_by_accepted;
create index dossier_by_accepted on dossiers.dossier (accepted_at, solving_agency) where accepted_at is not null and parent_id is null;
drop index dossiers.dossier_by_decided;
create index dossier_by_decided on dossiers.dossier (decided_at, solving_agency, outcome) where decided_at is not null and parent_id is null;
drop index dossiers.dossier_open_by_owed;
create index dossier_open_by_owed on dossiers.dossier (solving_agency, owed_at, code) include (due_soon_at, accepted_at) where ended_at is null and decided_at is null and parent_id is null;
