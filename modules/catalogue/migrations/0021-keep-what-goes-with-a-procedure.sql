-- What goes with a procedure and is decided apart from its text: fees, the questions of «Tôi cần giấy gì», checklists. Each is published in versions of its own.
create table catalogue.companion (
  kind text not null check (kind in ('fees', 'guide', 'checklist')),
  code text not null,
  version integer not null,
  content jsonb not null,
  decision_number text not null,
  decision_date date not null,
  valid_from date not null,
  valid_until date,
  published_by text not null,
  published_at timestamptz not null,
  primary key (kind, code, version),
  constraint validity_is_forward check (valid_until is null or valid_until >= valid_from)
);
comment on table catalogue.companion is 'Bảng phí, bảng câu hỏi, danh sách kiểm tra của một thủ tục, theo bản có hiệu lực theo ngày';
comment on column catalogue.companion.valid_until is 'exclusive; null while no later version is published';
grant select, insert, update on catalogue.companion to motcua_app;
