-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.retention_rule (
  entry_id uuid not null default gen_random_uuid() unique,
  procedure_code text,
  keep_years text not null check (keep_years in ('2', '5', '10', '15', '20', '30', '50', '70', 'permanent')),
  hand_in_months integer not null check (hand_in_months between 1 and 120),
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.retention_rule is 'Thời hạn bảo quản và nộp lưu: for how long a closed dossier is kept and by when it is handed in, dated; a procedure''s own row goes before the one for all';
comment on column dossiers.retention_rule.keep_years is 'years from the end of the year the work ended, or permanent';
comment on column dossiers.retention_rule.hand_in_months is 'months after the work ended within which the dossier goes to the archive';
comment on column dossiers.retention_rule.valid_until is 'last day, inclusive; null while it lasts. The rule in force on the day a dossier closed counts for it';
insert into dossiers.retention_rule (keep_years, hand_in_months, valid_from, legal, unsure) values
  ('5', 12, '2020-03-05', 'Nghị định 30/2020/NĐ-CP Điều 29, 30 (nộp lưu trong 01 năm); thời hạn bảo quản theo Thông tư 10/2022/TT-BNV', 'Bảng thời hạn bảo quản không có dòng riêng cho hồ sơ thủ tục hành chính. Các tỉnh đang giữ 05 năm; đối chiếu từng thủ tục với bảng của ngành.');
grant select, insert, update (valid_until) on dossiers.retention_rule to motcua_app;
