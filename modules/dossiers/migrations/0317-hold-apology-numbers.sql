-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.held_number add column paper text not null default 'result';
alter table dossiers.held_number drop constraint held_number_pkey, add primary key (dossier_id, paper);
comment on table dossiers.held_number is 'The number a paper was printed with while its signature is awaited, so that none is given twice: of a result it stays with the dossier, of an apology it is given back when the signature does not come and nothing was numbered after it';
comment on column dossiers.held_number.paper is 'What carries it: the result, the apology, or the apology that takes the place of one before';
grant delete on dossiers.held_number to motcua_app;
