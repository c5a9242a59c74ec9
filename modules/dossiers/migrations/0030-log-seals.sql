-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.seal_use (
  dossier_id uuid not null,
  seq integer not null,
  seal_id uuid not null,
  seal_name text not null,
  agency text not null,
  code text not null,
  number text not null,
  document_id uuid not null,
  officer_id text not null,
  officer_name text not null,
  used_at timestamptz not null,
  primary key (dossier_id, seq)
);
comment on table dossiers.seal_use is 'Projection: each use of a registered seal with its dossier and document, rebuilt by motcua replay from the events «issued»';
create index seal_use_by_seal on dossiers.seal_use (seal_id, used_at desc, dossier_id);
grant select, insert, update, delete on dossiers.seal_use to motcua_app;
