-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.check_alarm_rule (
  entry_id uuid not null default gen_random_uuid() unique,
  many_in_day integer not null check (many_in_day between 1 and 10000),
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.check_alarm_rule is 'Giấy bị kiểm tra nhiều lần: checks of one paper within 24 hours above which its issuer is told, dated';
grant select, insert, update (valid_until) on dossiers.check_alarm_rule to motcua_app;
insert into dossiers.check_alarm_rule (many_in_day, valid_from, legal, unsure) values (10, '2026-01-01', 'Lựa chọn của nơi cài đặt', 'Không có văn bản quy định; tỉnh tự đặt theo số lượt kiểm tra thường ngày.');

alter table dossiers.identity_paper add column entry_id uuid not null default gen_random_uuid() unique, add column basis text not null default '', add column unsure text, add column entered_by text, add column entered_at timestamptz;
alter table dossiers.identity_paper drop constraint identity_paper_check;
alter table dossiers.identity_paper alter column reason set default '';
update dossiers.identity_paper set basis = 'Lựa chọn của nơi cài đặt', unsure = 'Không có văn bản liệt kê loại giấy phải đóng dấu mờ; tỉnh xem lại.';
comment on column dossiers.identity_paper.basis is 'what the row rests on, in words';
comment on column dossiers.identity_paper.reason is 'kept from before the rows could be entered: what they came with';
grant insert, update (valid_until) on dossiers.identity_paper to motcua_app;
