-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.scan alter column paper_no drop not null;
alter table dossiers.scan add column working text;
alter table dossiers.scan add column about_id text;
alter table dossiers.scan add constraint scan_of_working check (working in ('appraisal-opinion', 'consultation-answer', 'check-minutes')) not valid;
alter table dossiers.scan validate constraint scan_of_working;
alter table dossiers.scan add constraint scan_of_one check ((paper_no is null) <> (working is null)) not valid;
alter table dossiers.scan validate constraint scan_of_one;
comment on column dossiers.scan.paper_no is 'component it is a scan of; null: of a paper made while the dossier was solved';
comment on column dossiers.scan.working is 'giấy lập khi giải quyết: kind of a paper made while the dossier was solved; null: of a component';
comment on column dossiers.scan.about_id is 'consultation or verification it belongs to; null: none';

create index event_working_paper on dossiers.event (at) where type = 'working-paper-digitised';
comment on index dossiers.event_working_paper is 'Opinions and minutes on paper that were digitised: what their count reads';
