-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.paper_travel_rule (
  entry_id uuid not null default gen_random_uuid() unique,
  kind_code text check (kind_code <> ''),
  procedure_code text,
  travels boolean not null,
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.paper_travel_rule is 'Giấy đã số hóa có phải chuyển bản giấy: which digitised papers still go to the agency that solves, dated; a row of a kind goes before one of a procedure before the one for all. No row: they go. What is not digitised always goes';
comment on column dossiers.paper_travel_rule.kind_code is 'kind of the standard list the paper was digitised as; null: every kind';
comment on column dossiers.paper_travel_rule.valid_until is 'last day, inclusive; null while it lasts. Papers sent before keep what was decided then';
grant select, insert, update (valid_until) on dossiers.paper_travel_rule to motcua_app;
insert into dossiers.paper_travel_rule (travels, valid_from, legal, unsure) values
  (false, '2025-07-01', 'nd-118-2025/d18', 'Nguyên văn khoản về chuyển bản giấy chưa đọc được; dòng này theo cách hiểu «chỉ giấy chưa số hóa mới chuyển bản giấy».');

create table dossiers.hand_over_signing_rule (
  entry_id uuid not null default gen_random_uuid() unique,
  signing text not null check (signing in ('if-able', 'required')),
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.hand_over_signing_rule is 'Ký số phiếu bàn giao: whether an officer without a key may hand over and receive papers, confirmed by the act alone; dated';
grant select, insert, update (valid_until) on dossiers.hand_over_signing_rule to motcua_app;
insert into dossiers.hand_over_signing_rule (signing, valid_from, legal, unsure) values
  ('if-able', '2025-07-01', 'nd-118-2025/d18', 'Chưa phải cán bộ nào cũng có chứng thư số; khi đã cấp đủ, tỉnh đổi thành bắt buộc.');

create table dossiers.hand_over_signature (
  note_id uuid not null,
  side text not null check (side in ('giver', 'receiver')),
  document_id uuid not null,
  places jsonb not null,
  officer_id text not null,
  officer_name text not null,
  at timestamptz not null,
  primary key (note_id, side)
);
comment on table dossiers.hand_over_signature is 'Chữ ký số trên phiếu bàn giao: each side signs once; the file of the receiver carries both. Only added to';
comment on column dossiers.hand_over_signature.places is 'where on the slip each side signs; empty where the layout keeps no place';
grant select, insert on dossiers.hand_over_signature to motcua_app;
create index event_hand_over_recent on dossiers.event (at) where type = 'papers-sent';
