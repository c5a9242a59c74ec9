-- SPDX-License-Identifier: EUPL-1.2
create index event_reused on dossiers.event (at) where type = 'submitted' and (data -> 'reuse') is not null;
comment on index dossiers.event_reused is 'Filings that took papers from a vault: what the count of papers not asked for reads';
