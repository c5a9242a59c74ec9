-- SPDX-License-Identifier: EUPL-1.2
create table vault.representation (
  id uuid primary key,
  organisation_ref text not null check (organisation_ref ~ '^\d{10}(-\d{3})?$'),
  organisation_name text not null check (organisation_name <> ''),
  person_ref text not null check (person_ref ~ '^\d{12}$'),
  person_name text not null check (person_name <> ''),
  capacity text not null check (capacity in ('legal-representative', 'authorised')),
  document text not null check (document <> ''),
  from_day date not null,
  until_day date check (until_day >= from_day),
  by_id uuid not null,
  by_name text not null,
  agency text not null,
  at timestamptz not null
);
comment on table vault.representation is 'Người đại diện của tổ chức: whose account may see and use the vault of an organisation, entered by an officer who saw the paper that says so';
comment on column vault.representation.document is 'the paper seen: kind, number, day';
comment on column vault.representation.until_day is 'last day; null: until ended';
create index representation_by_person on vault.representation (person_ref);
create index representation_by_organisation on vault.representation (organisation_ref, at desc);

create table vault.representation_end (
  representation_id uuid primary key references vault.representation (id),
  reason text not null check (reason <> ''),
  by_name text not null,
  at timestamptz not null
);
comment on table vault.representation_end is 'The role was left or taken back: from this moment the account opens nothing of the organisation';

create table vault.representative_look (
  owner_ref text not null,
  hour timestamptz not null,
  person_ref text not null,
  person_name text not null,
  at timestamptz not null,
  primary key (owner_ref, hour, person_ref)
);
comment on table vault.representative_look is 'Which representative looked into the vault of an organisation: at most one line a person and hour';

alter table vault.change drop constraint change_type_check;
alter table vault.change add constraint change_type_check check (type in ('replaced', 'revoked', 'disputed', 'withdrawn')) not valid;
alter table vault.change validate constraint change_type_check;
comment on table vault.change is 'What happened to a paper of a vault: replaced by another, revoked by the agency that issued it, called wrong by its owner, a paper of his own taken out by him; only added to';

grant select, insert on vault.representation, vault.representation_end, vault.representative_look to motcua_app;
