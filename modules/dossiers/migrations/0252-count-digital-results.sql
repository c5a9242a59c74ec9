-- SPDX-License-Identifier: EUPL-1.2
create index event_issued on dossiers.event (at) where type = 'issued';
comment on index dossiers.event_issued is 'Issued results: what the count of digital results reads';
