-- From which moment a term runs, the last hour of the day, and ready-made sets of rules to choose from.
create table catalogue.rule_set (
  key text primary key,
  name text not null,
  mode text not null check (mode in ('by-day', 'by-hour')),
  first_day_counted boolean not null,
  cutoff text check (cutoff ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  hours_per_day numeric not null check (hours_per_day > 0),
  on_supplement text not null check (on_supplement in ('restart', 'pause')),
  last_minutes integer not null check (last_minutes between 0 and 1440),
  counts_from text check (counts_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  start_own text not null check (start_own in ('acceptance', 'filing')),
  start_elsewhere text not null check (start_elsewhere in ('acceptance', 'solving-agency')),
  start_by_post text not null check (start_by_post in ('acceptance', 'hand-over-record')),
  not_counted text[] not null,
  legal text not null,
  unsure text
);
comment on table catalogue.rule_set is 'Bộ cách tính thời hạn có sẵn: a dated rule is made from one of these, for all procedures or one';
comment on column catalogue.rule_set.last_minutes is 'a receipt this many minutes before the last closing or later counts from the next working day; 0: no such rule';
comment on column catalogue.rule_set.counts_from is 'local hour of a working day before which no receipt counts';
comment on column catalogue.rule_set.start_elsewhere is 'where the term begins of a dossier filed outside the place whose shop serves the solving agency';
comment on column catalogue.rule_set.not_counted is 'what stops the clock beside the supplement: payment (nghĩa vụ tài chính), identity (xác nhận VNeID)';

insert into catalogue.rule_set values
  ('by-hour', 'Theo giờ làm việc, 8 giờ là một ngày', 'by-hour', false, null, 8, 'restart', 0, null, 'acceptance', 'solving-agency', 'hand-over-record', '{payment}', 'nd-118-2025/d17k3',
    'Mặc định của bản trình diễn: mẫu 01 ghi giờ, phút. Thủ tục có quy định riêng thì ghi quy tắc riêng.'),
  ('by-day', 'Theo ngày, ngày nhận không tính (Bộ luật Dân sự)', 'by-day', false, null, 8, 'restart', 0, null, 'acceptance', 'solving-agency', 'hand-over-record', '{payment}', 'blds-2015/first-day-not-counted', null),
  ('online-outside-hours', 'Nộp trực tuyến: giờ cuối và ngoài giờ tính từ 08:00 ngày làm việc sau', 'by-hour', false, null, 8, 'restart', 60, '08:00', 'filing', 'solving-agency', 'hand-over-record', '{payment,identity}', 'nd-297-2025/online-outside-hours',
    'Chỉ thủ tục của Nghị định 297/2025/NĐ-CP; chọn cho từng thủ tục.'),
  ('after-15h-next-day', 'Nhận sau 15:00 tính từ ngày làm việc sau', 'by-hour', false, '15:00', 8, 'restart', 0, null, 'acceptance', 'solving-agency', 'hand-over-record', '{payment,identity}', 'nd-301-2026/not-counted',
    'Chỉ thủ tục có quy định như vậy (giải quyết trong ngày, nhóm liên thông); không là quy tắc chung.');

alter table catalogue.deadline_rule
  add column channel text check (channel in ('counter', 'online', 'post')),
  add column set_key text references catalogue.rule_set (key),
  add column last_minutes integer not null default 0 check (last_minutes between 0 and 1440),
  add column counts_from text check (counts_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column start_own text not null default 'acceptance' check (start_own in ('acceptance', 'filing')),
  add column start_elsewhere text not null default 'acceptance' check (start_elsewhere in ('acceptance', 'solving-agency')),
  add column start_by_post text not null default 'acceptance' check (start_by_post in ('acceptance', 'hand-over-record')),
  add column not_counted text[] not null default '{payment}',
  add column first_appointment integer check (first_appointment > 0);
comment on column catalogue.deadline_rule.channel is 'a row for one way of filing goes before the row for all';
comment on column catalogue.deadline_rule.set_key is 'the ready-made set it was made from; null: written by hand';
comment on column catalogue.deadline_rule.first_appointment is 'Hẹn lần 1 (land): whole units of the limit until the information for the financial duty goes to the tax office; null: one appointment';

-- Nghị định 309/2026: a dossier filed non-territorially runs from its receipt by the solving agency; the post's signed hand-over record is the moment of filing.
insert into catalogue.deadline_rule (procedure_code, valid_from, mode, first_day_counted, cutoff, hours_per_day, on_supplement, legal, unsure, set_key, start_own, start_elsewhere, start_by_post)
select null, '2026-08-05', mode, first_day_counted, cutoff, hours_per_day, on_supplement, legal, unsure, key, start_own, start_elsewhere, start_by_post from catalogue.rule_set where key = 'by-hour';

grant select on catalogue.rule_set to motcua_app;
