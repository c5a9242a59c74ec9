create table dossiers.second_person_rule (
  kind text not null check (kind in ('identity', 'answers')),
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  entry_id uuid not null default gen_random_uuid() unique,
  unsure text,
  entered_by text,
  entered_at timestamptz,
  primary key (kind, valid_from)
);
comment on table dossiers.second_person_rule is 'Thay đổi sau tiếp nhận cần người thứ hai: which changes of an accepted dossier take effect only when another officer confirms them, dated. No row: they take effect at once';
comment on column dossiers.second_person_rule.kind is 'identity: whose dossier it is (name, identity number, birth date, address); answers: what was declared';
comment on column dossiers.second_person_rule.valid_until is 'last day, inclusive; null while it lasts';
insert into dossiers.second_person_rule (kind, valid_from, legal, unsure) values
  ('identity', '2025-07-01', 'Lựa chọn của nơi cài đặt', 'Không văn bản nào buộc; tỉnh tự quyết định thay đổi nào cần người thứ hai.');
grant select, insert, update (valid_until) on dossiers.second_person_rule to motcua_app;
