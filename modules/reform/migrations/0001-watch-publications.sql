create schema reform;

create table reform.clock_rule (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('lead-province', 'lead-shortened', 'entry-province', 'list')),
  working_days integer not null check (working_days between 0 and 365),
  watched_from date not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  unsure text
);
comment on table reform.clock_rule is 'Thời hạn công bố: how many working days, by which rule, from which day on';
comment on column reform.clock_rule.kind is 'lead-province: decision before its effect; lead-shortened: after it, for procedures published the short way; entry-province: public in the database after the decision; list: list of the province after the decision of the ministry';
comment on column reform.clock_rule.watched_from is 'decisions before this day are not watched: the installation did not keep them';

insert into reform.clock_rule (kind, working_days, watched_from, valid_from, source, unsure) values
  ('lead-province', 5, '2026-07-01', '2010-10-14', 'nd-63-2010/d15', 'Nghị định ghi ngày, chỉ số 766 đếm ngày làm việc; ở đây đếm ngày làm việc.'),
  ('lead-shortened', 3, '2026-07-01', '2010-10-14', 'nd-63-2010/d15', 'Chỉ thủ tục ban hành theo trình tự rút gọn.'),
  ('entry-province', 5, '2026-07-01', '2010-10-14', 'nd-63-2010/d24', null),
  ('list', 5, '2026-07-01', '2010-10-14', 'nd-63-2010/d15', '05 ngày làm việc theo quy định của các tỉnh; đối chiếu với quy chế của tỉnh.');

create table reform.list_publication (
  id uuid primary key,
  ministry_decision text not null,
  ministry_day date not null,
  decision_number text not null,
  decision_day date not null,
  public_on date not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  unique (ministry_decision, ministry_day)
);
comment on table reform.list_publication is 'Quyết định công bố danh mục của tỉnh theo một quyết định của bộ: only added to';
comment on column reform.list_publication.id is 'key of the press that made it: the same press again adds nothing';
comment on column reform.list_publication.public_on is 'day it was made public in the national database';

grant usage on schema reform to motcua_app;
grant select on reform.clock_rule to motcua_app;
grant select, insert on reform.list_publication to motcua_app;
