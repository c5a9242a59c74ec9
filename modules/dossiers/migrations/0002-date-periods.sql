-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.period (
  id integer generated always as identity primary key,
  key text not null check (key in ('answer-online-filing', 'complete-after-appraisal', 'keep-draft', 'due-soon')),
  procedure_code text,
  valid_from date not null,
  value numeric not null check (value > 0),
  unit text not null check (unit in ('working-hour', 'calendar-day', 'share')),
  legal text,
  unsure text,
  check ((key = 'due-soon') = (unit = 'share') and (unit <> 'share' or value < 1)),
  unique nulls not distinct (key, procedure_code, valid_from)
);
comment on table dossiers.period is 'Periods the acts count with, dated; a row of a procedure goes before the row without one. Events keep the instants computed';
comment on column dossiers.period.legal is 'key of legal/sources.yml; null: a choice of the installation, no law';
comment on column dossiers.period.unsure is 'what an administrator should check before relying on the row';
comment on column dossiers.period.unit is 'share: part of the whole working time that remains when a dossier counts as due soon';

insert into dossiers.period (key, valid_from, value, unit, legal, unsure) values
  ('answer-online-filing', '2025-07-01', 8, 'working-hour', 'nd-118-2025/d17k2', 'Pháp luật chuyên ngành có thể định thời hạn khác: ghi một dòng riêng cho thủ tục.'),
  ('complete-after-appraisal', '2025-07-01', 15, 'calendar-day', 'nd-118-2025/d19k5', 'Văn bản ghi «15 ngày», không ghi «ngày làm việc»; tính theo ngày liên tục kể từ thông báo. Pháp luật chuyên ngành có thể định thời hạn khác: ghi một dòng riêng cho thủ tục.'),
  ('keep-draft', '2018-01-01', 30, 'calendar-day', null, null),
  ('due-soon', '2018-01-01', 0.2, 'share', null, null);

grant select on dossiers.period to motcua_app;
