-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.list_look (
  id uuid primary key,
  day date not null,
  at timestamptz not null,
  officer_id text not null,
  officer_name text not null,
  agency text,
  list text not null check (list <> ''),
  purpose text not null check (purpose <> ''),
  codes text[] not null check (cardinality(codes) > 0)
);
comment on table dossiers.list_look is 'Nhật ký xem danh sách: which dossiers an officer saw in a list; one line a look, with those not seen in that list before on that day. The owner is shown it. Only added to; lines past their keeping go';
comment on column dossiers.list_look.day is 'day of the offices';
comment on column dossiers.list_look.codes is 'dossiers shown for the first time that day to that officer in that list';
create index list_look_by_code on dossiers.list_look using gin (codes);
create index list_look_by_officer on dossiers.list_look (officer_id, day, list);
create index list_look_by_time on dossiers.list_look using brin (at);
grant select, insert on dossiers.list_look to motcua_app;

create function dossiers.forget_list_looks(past timestamptz) returns bigint language sql security definer set search_path = pg_catalog as $$
  with gone as (delete from dossiers.list_look where at < least(past, now() - interval '90 days') returning 1) select count(*) from gone
$$;
comment on function dossiers.forget_list_looks is 'Removes looks past their keeping, never younger than 90 days: the only way the application takes one away';
revoke all on function dossiers.forget_list_looks from public;
grant execute on function dossiers.forget_list_looks to motcua_app;

insert into dossiers.period (key, procedure_code, value, unit, legal, unsure, valid_from) values
  ('keep-list-looks', null, 730, 'calendar-day', null, 'Bao lâu thì bỏ nhật ký xem danh sách: chưa có văn bản; tỉnh tự đặt.', '2018-01-01');
