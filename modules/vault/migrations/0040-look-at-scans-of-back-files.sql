-- SPDX-License-Identifier: EUPL-1.2
alter table vault.viewing drop constraint viewing_subject_check;
alter table vault.viewing add constraint viewing_subject_check check (subject in ('dossier', 'person', 'vault', 'back-file', 'back-file-scan'));
comment on column vault.viewing.subject is 'what was looked at; back-file: a line of a list of old papers being digitised; back-file-scan: its scan';
