create schema deadlines;

create table deadlines.published_year (
  scope text not null,
  year integer not null check (year between 1945 and 9999),
  status text not null check (status in ('official', 'announced', 'computed', 'projected')),
  source text not null,
  primary key (scope, year)
);
comment on table deadlines.published_year is 'Years whose calendar is published for a scope: counting past them is refused, never guessed';
comment on column deadlines.published_year.scope is 'VN for the whole country, else the code of an agency';

create table deadlines.calendar_day (
  scope text not null,
  day date not null,
  kind text not null check (kind in ('off', 'working')),
  as_weekday text check (as_weekday in ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')),
  name text not null,
  reason text not null check (reason in ('statutory', 'compensation', 'swapped')),
  status text not null check (status in ('official', 'announced', 'computed', 'projected')),
  decision text not null,
  primary key (scope, day),
  check (kind = 'working' or as_weekday is null)
);
comment on table deadlines.calendar_day is 'Ngày nghỉ lễ, nghỉ bù, hoán đổi: days that differ from the week';
comment on column deadlines.calendar_day.as_weekday is 'for a day swapped in: the weekday whose shifts it has';
comment on column deadlines.calendar_day.decision is 'notice or law the day rests on';

create table deadlines.office_hours (
  scope text not null,
  valid_from date not null,
  shifts jsonb not null,
  cutoff text check (cutoff ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  source text not null,
  primary key (scope, valid_from)
);
comment on table deadlines.office_hours is 'Giờ làm việc from a day on, until a later row of the same scope';
comment on column deadlines.office_hours.shifts is 'weekday mon … sun -> list of ["07:30", "11:30"]';
comment on column deadlines.office_hours.cutoff is 'local hour from which a receipt counts as received at the next opening, where the office declared one';

create table deadlines.outage (
  id uuid primary key,
  scope text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  declared_by text not null,
  check (starts_at < ends_at)
);
comment on table deadlines.outage is 'Sự cố đã công bố: working time inside is not counted';
create index outage_by_scope on deadlines.outage (scope, ends_at);

grant usage on schema deadlines to motcua_app;
grant select, insert, update on deadlines.published_year, deadlines.calendar_day, deadlines.office_hours to motcua_app;
grant delete on deadlines.calendar_day to motcua_app;
grant select, insert on deadlines.outage to motcua_app;
