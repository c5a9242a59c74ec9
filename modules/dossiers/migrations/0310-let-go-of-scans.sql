-- SPDX-License-Identifier: EUPL-1.2
grant delete on dossiers.scan_page, dossiers.scan_waiting_page to motcua_app;
create index scan_by_age on dossiers.scan (at);
comment on index dossiers.scan_by_age is 'Bản quét đã quá hạn giữ: whose pages are let go of';
create index scan_by_dossier on dossiers.scan (dossier_id);
comment on index dossiers.scan_by_dossier is 'Ai đã xem bản quét: the scans of a dossier, for what its owner is told';
