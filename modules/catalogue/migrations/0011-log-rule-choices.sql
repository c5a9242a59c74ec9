-- Who chose or took back a way of counting time, and on which ground; one choice for a procedure, a way of filing and a day.
create table catalogue.rule_choice (
  id uuid primary key,
  kind text not null check (kind in ('chosen', 'withdrawn')),
  rule_id integer not null,
  content jsonb not null,
  decision text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table catalogue.rule_choice is 'Nhật ký chọn cách tính thời hạn: only added to';
comment on column catalogue.rule_choice.id is 'key of the press that made it: the same press again adds nothing';
comment on column catalogue.rule_choice.content is 'set, procedure, channel, first day and first appointment as they were chosen';
grant select, insert on catalogue.rule_choice to motcua_app;
create unique index deadline_rule_is_one_a_day on catalogue.deadline_rule (coalesce(procedure_code, ''), coalesce(channel, ''), valid_from);
