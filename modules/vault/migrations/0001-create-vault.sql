-- SPDX-License-Identifier: EUPL-1.2
create schema vault;
comment on schema vault is 'Kho dữ liệu điện tử của tổ chức, cá nhân: papers the state holds of a person, and who looked at them';
grant usage on schema vault to motcua_app;

create table vault.entry (
  id uuid primary key,
  code text not null unique,
  owner_kind text not null check (owner_kind in ('person', 'organisation')),
  owner_ref text not null,
  kind text not null,
  name text not null,
  origin text not null check (origin in ('result', 'certified-copy', 'digitised', 'own-upload')),
  document_id uuid not null,
  dossier_id uuid,
  dossier_code text,
  agency text,
  number text,
  issued_on date,
  valid_until date,
  by_name text not null,
  at timestamptz not null
);
comment on table vault.entry is 'A paper in a vault; never changed: what happens to it later is a line of vault.change';
comment on column vault.entry.code is 'mã: <owner id>.<paper kind>, then .2, .3 … for further papers of the kind';
comment on column vault.entry.owner_ref is 'personal identity number, or code of the organisation';
comment on column vault.entry.kind is 'code of the standard list of papers';
comment on column vault.entry.agency is 'agency that issued it; null: not known';
comment on column vault.entry.valid_until is 'last day it counts; null: no end';
create index entry_by_owner on vault.entry (owner_ref, owner_kind, at desc);
create index entry_by_dossier on vault.entry (dossier_id);

create table vault.change (
  entry_id uuid not null references vault.entry (id),
  seq integer generated always as identity,
  type text not null check (type in ('replaced', 'revoked', 'disputed')),
  reason text not null,
  number text,
  replaced_by uuid,
  dossier_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (entry_id, seq)
);
comment on table vault.change is 'What happened to a paper of a vault: replaced by another, revoked by the agency that issued it, called wrong by its owner; only added to';
comment on column vault.change.number is 'number of the decision that revokes';
comment on column vault.change.dossier_id is 'dossier whose ledger says it; null: said in the vault itself';
create index change_by_dossier on vault.change (dossier_id);

create table vault.viewing (
  owner_ref text not null,
  hour timestamptz not null,
  officer_id uuid not null,
  subject text not null check (subject in ('dossier', 'person', 'vault')),
  dossier_code text not null default '',
  officer_name text not null,
  agency text,
  purpose text not null check (purpose <> ''),
  at timestamptz not null,
  primary key (owner_ref, hour, officer_id, subject, dossier_code)
);
comment on table vault.viewing is 'Which officer looked at the data of a person, for which dossier and what for: at most one line an officer, dossier and hour';

grant select, insert on vault.entry, vault.change, vault.viewing to motcua_app;
