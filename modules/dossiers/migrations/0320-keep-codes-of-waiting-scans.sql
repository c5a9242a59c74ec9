-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.scan_waiting_page add column code text check (code like 'motcua:%');
comment on column dossiers.scan_waiting_page.code is 'what a sheet of our own says that lies among the pages; codes of others are not kept';
