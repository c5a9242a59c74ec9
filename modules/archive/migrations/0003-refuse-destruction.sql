-- SPDX-License-Identifier: EUPL-1.2
create table archive.destruction_refusal (
  destruction_id uuid primary key references archive.destruction (id),
  withdrawn boolean not null,
  reason text not null check (reason <> ''),
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table archive.destruction_refusal is 'Proposals that come to nothing: refused by another person, or taken back by who proposed; their dossiers may be proposed anew. Only added to';
comment on column archive.destruction_refusal.withdrawn is 'by who proposed';

-- A dossier may stand in several proposals, of which one at most is not refused: kept by the act, which takes them one after another.
alter table archive.destruction_item drop constraint destruction_item_dossier_id_key;
create index destruction_item_by_dossier on archive.destruction_item (dossier_id);
grant select, insert on archive.destruction_refusal to motcua_app;
