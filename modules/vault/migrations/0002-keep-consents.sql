-- SPDX-License-Identifier: EUPL-1.2
create table vault.consent (
  id uuid primary key,
  owner_kind text not null check (owner_kind in ('person', 'organisation')),
  owner_ref text not null,
  officer_id uuid not null,
  officer_name text not null,
  agency text not null,
  procedure_code text not null,
  identity_paper text not null check (identity_paper <> ''),
  at timestamptz not null
);
comment on table vault.consent is 'Đồng ý cho xem kho tại quầy: the owner stood at the counter, showed a paper of identity and agreed that his vault be looked into for one procedure';
comment on column vault.consent.identity_paper is 'paper of identity the officer saw';
create index consent_by_owner on vault.consent (owner_ref, at desc);
grant select, insert on vault.consent to motcua_app;
