-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.deemed_outcome (
  procedure_code text not null,
  valid_from date not null,
  valid_until date,
  outcome text not null check (outcome in ('approval', 'refusal')),
  legal text not null check (legal <> ''),
  primary key (procedure_code, valid_from)
);
comment on table dossiers.deemed_outcome is 'Procedures whose law says what the silence of the agency past the return day means for the whole dossier, dated, with the article in words. Empty: silence means nothing, the result is late';
grant select on dossiers.deemed_outcome to motcua_app;

alter table dossiers.dossier add column deemed text check (deemed in ('approval', 'refusal'));
comment on column dossiers.dossier.deemed is 'what the silence of the agency came to by law; the result on paper may still be owed';
