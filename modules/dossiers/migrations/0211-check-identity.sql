-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.identity_check (
  id uuid primary key,
  person_ref text not null,
  officer_id uuid not null,
  officer_name text not null,
  agency text not null,
  identity_paper text not null check (identity_paper <> ''),
  outcome text not null check (outcome in ('shown', 'opened', 'declined')),
  at timestamptz not null
);
comment on table dossiers.identity_check is 'Kiểm tra định danh điện tử tại quầy: what came of it, only added to; a dossier never depends on it';
comment on column dossiers.identity_check.identity_paper is 'paper of identity the officer saw';
comment on column dossiers.identity_check.outcome is 'shown: had an account and showed it; opened: was helped to open one; declined: does not want one now';
create index identity_check_by_person on dossiers.identity_check (person_ref, at desc);
grant select, insert on dossiers.identity_check to motcua_app;
