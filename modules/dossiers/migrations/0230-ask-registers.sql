-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.register_query (
  id uuid primary key,
  register text not null check (register = 'population'),
  person_ref text not null,
  by_id text not null,
  by_name text not null,
  agency text,
  procedure_code text not null,
  outcome text not null check (outcome in ('found', 'no-match', 'unreachable')),
  at timestamptz not null
);
comment on table dossiers.register_query is 'questions to registers of the state: who asked for whom, for which procedure; what was answered is not kept';
comment on column dossiers.register_query.agency is 'agency of the officer who asked; null: the person asked for himself';
create index register_query_by_person on dossiers.register_query (person_ref, at desc);
grant select, insert on dossiers.register_query to motcua_app;
