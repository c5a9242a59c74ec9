create schema organisation;

create table organisation.place (
  code text not null,
  valid_from date not null,
  valid_until date,
  level text not null check (level in ('province', 'district', 'commune')),
  name text not null,
  full_name text not null,
  unit_type text not null,
  parent_code text,
  folded text not null,
  primary key (code, valid_from)
);
comment on table organisation.place is 'Đơn vị hành chính with the days between which it exists; valid_until is exclusive, null while it lasts';
comment on column organisation.place.folded is 'full name without tone marks, for search';
create index place_by_parent on organisation.place (parent_code, level) where valid_until is null;
create index place_by_folded on organisation.place using gin (folded gin_trgm_ops);

create table organisation.place_succession (
  id integer generated always as identity primary key,
  old_code text,
  old_name text not null,
  old_district text not null,
  old_province text not null,
  new_code text not null,
  in_force date not null,
  code_source text not null,
  folded text not null
);
comment on table organisation.place_succession is 'Old commune → new commune; splits are under-reported by the source, so a person is asked';
create index place_succession_by_folded on organisation.place_succession using gin (folded gin_trgm_ops);
create index place_succession_by_old on organisation.place_succession (old_code);

create table organisation.agency (
  code text primary key,
  name text not null,
  short_name text,
  parent_code text,
  kind text not null check (kind in ('ministry', 'people-committee', 'department', 'commune', 'centre', 'other')),
  place_code text,
  phone text,
  address text,
  code_format text not null,
  valid_from date not null,
  valid_until date,
  demonstration boolean not null default false
);
comment on table organisation.agency is 'Cơ quan with its identification code (Quyết định 20/2020/QĐ-TTg)';
create index agency_by_parent on organisation.agency (parent_code);

create table organisation.division (
  agency_code text not null references organisation.agency,
  code text not null,
  name text not null,
  primary key (agency_code, code)
);
comment on table organisation.division is 'Phòng chuyên môn of an agency';

create table organisation.one_stop_shop (
  agency_code text primary key references organisation.agency,
  name text not null,
  address text not null,
  phone text not null,
  takes_all_of_province boolean not null
);
comment on table organisation.one_stop_shop is 'Bộ phận Một cửa, Trung tâm Phục vụ hành chính công: where dossiers are handed in and results handed out';

create table organisation.counter (
  agency_code text not null references organisation.one_stop_shop,
  number text not null,
  subject text not null,
  primary key (agency_code, number)
);

create table organisation.officer (
  id uuid primary key,
  login text not null unique,
  name text not null,
  title text not null,
  phone text,
  valid_until date
);

create table organisation.posting (
  id uuid primary key,
  officer_id uuid not null references organisation.officer,
  role text not null,
  agency_code text not null references organisation.agency,
  unit_code text,
  valid_from date not null,
  valid_until date
);
comment on table organisation.posting is 'Who works where in which role, from–until (until is exclusive)';
create index posting_by_officer on organisation.posting (officer_id);
create index posting_by_place on organisation.posting (agency_code, role);

grant usage on schema organisation to motcua_app;
grant select, insert, update, delete on all tables in schema organisation to motcua_app;
