create table reform.figure (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  value bigint not null check (value >= 0),
  watched_from date,
  valid_from date not null,
  valid_until date,
  source text not null,
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table reform.figure is 'Mốc và số liệu kiểm soát thủ tục: clocks of publication, the day the yearly plan is owed, income per hour; rows from a day on, ended and never written over';
comment on column reform.figure.kind is 'what it is of; the list stands in rules/figures.ts';
comment on column reform.figure.value is 'working days, month and day as MMDD, or đồng a person and year, as the kind says';
comment on column reform.figure.watched_from is 'of a clock: decisions before this day are not watched, the installation did not keep them';
comment on column reform.figure.valid_until is 'last day it holds';
comment on column reform.figure.entered_by is 'null: it came with the program';

insert into reform.figure (kind, value, watched_from, valid_from, valid_until, source, unsure) select kind, working_days, watched_from, valid_from, valid_until, source, unsure from reform.clock_rule order by id;
drop table reform.clock_rule;

insert into reform.figure (kind, value, watched_from, valid_from, source, unsure) values
  ('lead-ministry', 20, '2026-07-01', '2010-10-14', 'nd-63-2010/d15', 'Nghị định ghi ngày; ở đây đếm ngày làm việc như các mốc khác.'),
  ('lead-delegated', 5, '2026-07-01', '2010-10-14', 'nd-63-2010/d15', 'Cơ quan được ủy quyền công bố; đếm ngày làm việc.'),
  ('entry-ministry', 10, '2026-07-01', '2010-10-14', 'nd-63-2010/d24', 'Tính đến ngày dữ liệu về đến đây, vì ngày bấm công khai của bộ không đi kèm.'),
  ('entry-delegated', 2, '2026-07-01', '2010-10-14', 'nd-63-2010/d24', null);

insert into reform.figure (kind, value, valid_from, source, unsure) values
  ('plan-sent', 131, '2010-10-14', 'nd-63-2010/d27-d31', null),
  ('gdp-per-person', 114000000, '2025-01-01', 'Cục Thống kê, GDP bình quân đầu người năm 2024', 'Số của cả nước, ước tính; tỉnh thay bằng số của địa phương.');

grant select, insert on reform.figure to motcua_app;
grant update (valid_until) on reform.figure to motcua_app;
