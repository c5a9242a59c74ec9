-- SPDX-License-Identifier: EUPL-1.2
create table organisation.seal (
  id uuid primary key,
  agency_code text not null references organisation.agency,
  kind text not null check (kind in ('main', 'second')),
  name text not null,
  kept_at text not null references organisation.agency,
  custodian_id uuid not null references organisation.officer,
  registration_number text not null,
  registered_on date not null,
  permission_number text,
  valid_from date not null,
  valid_through date,
  entered_by uuid not null references organisation.officer,
  entered_at timestamptz not null,
  check (kind = 'main' or permission_number is not null),
  check (valid_through is null or valid_through >= valid_from),
  unique (agency_code, registration_number)
);
comment on table organisation.seal is 'Con dấu of an agency and who keeps it where; its uses are logged by the dossiers it was put on';
comment on column organisation.seal.kind is 'main: kept at the agency; second: of the same kind, kept elsewhere (the Centre), by permission';
comment on column organisation.seal.permission_number is 'the paper that permits a further seal; a second seal always has one';
comment on column organisation.seal.valid_through is 'last day, inclusive; null while it is in use';

create table organisation.signing_hours (
  id uuid primary key,
  officer_id uuid not null references organisation.officer,
  place_code text not null references organisation.agency,
  weekday smallint not null check (weekday between 1 and 7),
  from_time time not null,
  until_time time not null,
  valid_from date not null,
  valid_through date,
  entered_by uuid not null references organisation.officer,
  entered_at timestamptz not null,
  check (until_time > from_time),
  check (valid_through is null or valid_through >= valid_from)
);
comment on table organisation.signing_hours is 'Lịch ký tại chỗ: when which leader signs at a one-stop shop; weekday 1 is Monday';
create index signing_hours_by_place on organisation.signing_hours (place_code, weekday);

revoke all on organisation.seal, organisation.signing_hours from motcua_app;
grant select, insert, update (valid_through, custodian_id) on organisation.seal to motcua_app;
grant select, insert, update (valid_through) on organisation.signing_hours to motcua_app;
