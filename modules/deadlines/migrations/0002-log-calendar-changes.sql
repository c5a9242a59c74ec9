alter table deadlines.outage add column withdrawn_at timestamptz, add column withdrawn_by text;
comment on column deadlines.outage.withdrawn_at is 'công bố nhầm: taken back, no longer left out of any count; the row stays';

create table deadlines.calendar_change (
  id uuid primary key,
  scope text not null,
  change jsonb not null,
  decision text not null,
  by_name text not null,
  by_id text not null,
  at timestamptz not null,
  effects jsonb not null
);
comment on table deadlines.calendar_change is 'Đổi lịch làm việc: who changed what of whose calendar, on what decision, and which promises it moved. Takes INSERT and SELECT only';
create index calendar_change_by_scope on deadlines.calendar_change (scope, at desc);

grant select, insert on deadlines.calendar_change to motcua_app;
grant delete on deadlines.office_hours to motcua_app;
grant update (withdrawn_at, withdrawn_by) on deadlines.outage to motcua_app;
