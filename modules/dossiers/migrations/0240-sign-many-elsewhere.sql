-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.signing add column batch uuid;
comment on column dossiers.signing.batch is 'Signatures asked for together, confirmed once; null: one alone, from before batches';
create index signing_by_batch on dossiers.signing (batch) where batch is not null;
