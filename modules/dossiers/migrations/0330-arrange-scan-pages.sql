-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.scan add column arranged integer[] check (cardinality(arranged) > 0);
comment on column dossiers.scan.arranged is 'numbers of the pages that are kept, in the order the officer put them in; null: all, as they were scanned';
grant update (arranged) on dossiers.scan to motcua_app;
