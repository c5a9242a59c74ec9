-- SPDX-License-Identifier: EUPL-1.2
alter table organisation.posting
  add column home_agency_code text references organisation.agency,
  add column procedures text[] check (cardinality(procedures) > 0),
  add column backup_id uuid references organisation.officer,
  add column document_number text;
comment on column organisation.posting.home_agency_code is 'the agency that sent the official (biệt phái); null for its own people';
comment on column organisation.posting.procedures is 'codes of the procedures the post is for; null: every procedure';
comment on column organisation.posting.backup_id is 'who takes over while the holder is absent';
create index posting_by_backup on organisation.posting (backup_id) where backup_id is not null;

create table organisation.absence (
  id uuid primary key,
  officer_id uuid not null references organisation.officer,
  first_day date not null,
  last_day date not null,
  reason text not null,
  entered_by uuid not null references organisation.officer,
  entered_at timestamptz not null,
  check (last_day >= first_day)
);
comment on table organisation.absence is 'Nghỉ, đi công tác: days both inclusive. Meanwhile the back-up of each post does its steps; an early return shortens last_day';
create index absence_by_officer on organisation.absence (officer_id, last_day);

revoke all on organisation.absence from motcua_app;
grant select, insert, delete, update (last_day) on organisation.absence to motcua_app;
