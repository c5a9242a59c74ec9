-- SPDX-License-Identifier: EUPL-1.2
create index event_by_co_applicant on dossiers.event using gin ((data -> 'coApplicants') jsonb_path_ops) where type = 'submitted' and data ? 'coApplicants';
