-- SPDX-License-Identifier: EUPL-1.2
create table documents.night_work (
  work text not null,
  day date not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (work, day)
);
comment on table documents.night_work is 'Việc ban đêm: what was done for which day, so that a server that is stopped at night, or restarted every day, does it when it is back, and of several machines one does it';
comment on column documents.night_work.ended_at is 'Null: it is being done, or whoever began it fell';
grant select, insert, update on documents.night_work to motcua_app;
