-- SPDX-License-Identifier: EUPL-1.2
alter table vault.entry add column source text, add column source_agency text;
comment on column vault.entry.source is 'where a paper without a dossier came from, in words: the batch of old papers it was digitised with';
comment on column vault.entry.source_agency is 'agency that entered it, when no dossier says so';
create index entry_by_source on vault.entry (source_agency, at) where source_agency is not null;
