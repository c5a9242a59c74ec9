-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.period drop constraint period_key_check;
alter table dossiers.period add constraint period_key_check check (key ~ '^[a-z]+(-[a-z]+)*$');

insert into dossiers.period (key, valid_from, value, unit, legal, unsure) values
  ('apology-before-due', '2025-07-01', 1, 'calendar-day', 'nd-118-2025/apology-and-extension', 'Văn bản ghi «chậm nhất 01 ngày trước ngày hết hạn», không ghi «ngày làm việc»; tính theo ngày.');

create table dossiers.late_cause (
  code text not null,
  words text not null,
  needs_note boolean not null,
  sort integer not null,
  valid_from date not null,
  valid_until date,
  primary key (code, valid_from)
);
comment on table dossiers.late_cause is 'Causes an officer picks when a step is done late, dated; a choice of the installation, no law. Events keep the words picked';
comment on column dossiers.late_cause.needs_note is 'the cause says nothing without a sentence of the officer';
insert into dossiers.late_cause (code, words, needs_note, sort, valid_from) values
  ('workload', 'Nhiều hồ sơ đến cùng lúc', false, 1, '2018-01-01'),
  ('staff-absent', 'Người thụ lý vắng, chưa có người thay', false, 2, '2018-01-01'),
  ('received-late', 'Bước trước chuyển đến đã muộn', false, 3, '2018-01-01'),
  ('other-agency', 'Cơ quan phối hợp trả lời chậm', false, 4, '2018-01-01'),
  ('field-check', 'Phải xác minh thực tế lâu hơn dự kiến', false, 5, '2018-01-01'),
  ('hard-case', 'Hồ sơ phức tạp, phải xin hướng dẫn', false, 6, '2018-01-01'),
  ('applicant', 'Chờ người nộp phối hợp', false, 7, '2018-01-01'),
  ('system-fault', 'Hệ thống hoặc đường truyền gặp sự cố', false, 8, '2018-01-01'),
  ('own-fault', 'Lỗi chủ quan của người thực hiện', false, 9, '2018-01-01'),
  ('other', 'Nguyên nhân khác', true, 10, '2018-01-01');

alter table dossiers.dossier
  add column extension text check (extension in ('proposed', 'granted')),
  add column answer_due_at timestamptz,
  add column opinion_due_at timestamptz;
comment on column dossiers.dossier.extension is 'whether an extension (gia hạn) waits for the signature of the head, or was granted';
comment on column dossiers.dossier.answer_due_at is 'until when somebody must answer: the shop a filing, the applicant a supplement request';
comment on column dossiers.dossier.opinion_due_at is 'until when the agency asked first may answer; null when nobody is asked';
update dossiers.dossier d set answer_due_at = (select (e.data ->> 'answerBy')::timestamptz from dossiers.event e where e.dossier_id = d.id and e.seq = 1) where d.status = 'submitted';
update dossiers.dossier d set answer_due_at = (select (e.data -> 'supplement' ->> 'answerBy')::timestamptz from dossiers.event e where e.dossier_id = d.id and e.type = 'supplement-requested' order by e.seq desc limit 1)
  where d.status in ('awaiting-supplement', 'awaiting-intake-supplement');
update dossiers.dossier d set opinion_due_at = (select min((e.data -> 'consultation' ->> 'dueAt')::timestamptz) from dossiers.event e where e.dossier_id = d.id and e.type = 'consulted'
  and not exists (select from dossiers.event a where a.dossier_id = d.id and a.type = 'consultation-answered' and a.data ->> 'id' = e.data -> 'consultation' ->> 'id')
  and not exists (select from dossiers.event l where l.dossier_id = d.id and l.data -> 'withoutOpinion' ? (e.data -> 'consultation' ->> 'id')))
  where d.status = 'consulting';
create index dossier_to_extend on dossiers.dossier (solving_agency, owed_at, code) where ended_at is null and decided_at is null and extension is distinct from 'granted';
create index dossier_to_close on dossiers.dossier (receiving_agency, answer_due_at, code) where status in ('awaiting-supplement', 'awaiting-intake-supplement');

grant select on dossiers.late_cause to motcua_app;
