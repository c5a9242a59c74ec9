-- SPDX-License-Identifier: EUPL-1.2
alter table dossiers.register_query drop constraint register_query_register_check;
alter table dossiers.register_query add constraint register_query_register_check check (register in ('population', 'business'));
alter table dossiers.register_query add column purpose text;
alter table dossiers.register_query add column dossier_code text;
comment on column dossiers.register_query.person_ref is 'the person, or the code of the enterprise, asked for';
comment on column dossiers.register_query.purpose is 'what the enterprise was asked for; null: a person for a form, or before purposes were written down';
comment on column dossiers.register_query.dossier_code is 'the dossier it was asked for; null: before there was one';

create table dossiers.register_extract (
  query_id uuid primary key references dossiers.register_query (id),
  subject_ref text not null,
  procedure_code text not null,
  by_id text not null,
  compared_with text,
  content jsonb not null,
  at timestamptz not null
);
comment on table dossiers.register_extract is 'What the business register answered before there was a dossier, until the filing takes it along; removed when it serves no more';
comment on column dossiers.register_extract.compared_with is 'whose number was compared with those of the representatives; null: nobody''s';
create index register_extract_newest on dossiers.register_extract (subject_ref, procedure_code, at desc);
create index register_extract_old on dossiers.register_extract (at);
grant select, insert, delete on dossiers.register_extract to motcua_app;

create table dossiers.register_code (
  entry_id uuid not null default gen_random_uuid() unique,
  list_name text not null check (list_name in ('kind', 'status')),
  code text not null check (code <> ''),
  words text not null check (words <> ''),
  standing text check (standing in ('active', 'limited', 'ended')),
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.register_code is 'Mã của cơ sở dữ liệu đăng ký doanh nghiệp: what kinds and statuses of enterprises mean, dated';
comment on column dossiers.register_code.standing is 'of a status: whether such an enterprise works, works within limits, or is no more';
insert into dossiers.register_code (list_name, code, words, standing, valid_from, legal, unsure)
select list_name, code, words, standing, date '2021-01-04', 'Luật Doanh nghiệp 2020; Nghị định 01/2021/NĐ-CP, Điều 41 (tình trạng pháp lý)', 'Mã là của máy chủ thay thế: chưa có tài liệu của cơ sở dữ liệu. Lời theo văn bản, chưa đối chiếu nguyên văn.'
from (values
  ('kind', '01', 'Công ty trách nhiệm hữu hạn một thành viên', null), ('kind', '02', 'Công ty trách nhiệm hữu hạn hai thành viên trở lên', null), ('kind', '03', 'Công ty cổ phần', null), ('kind', '04', 'Công ty hợp danh', null),
  ('kind', '05', 'Doanh nghiệp tư nhân', null), ('kind', '06', 'Chi nhánh', null), ('kind', '07', 'Văn phòng đại diện', null),
  ('status', '1', 'Đang hoạt động', 'active'), ('status', '2', 'Tạm ngừng kinh doanh', 'limited'), ('status', '3', 'Không còn hoạt động kinh doanh tại địa chỉ đã đăng ký', 'limited'), ('status', '4', 'Bị thu hồi Giấy chứng nhận đăng ký doanh nghiệp do bị cưỡng chế về quản lý thuế', 'limited'),
  ('status', '5', 'Đang làm thủ tục giải thể, đã bị chia, bị hợp nhất, bị sáp nhập', 'limited'), ('status', '6', 'Đang làm thủ tục phá sản', 'limited'), ('status', '7', 'Đã giải thể, phá sản, chấm dứt tồn tại', 'ended')
) as known (list_name, code, words, standing);
grant select, insert, update (valid_until) on dossiers.register_code to motcua_app;

alter table dossiers.register_paper drop constraint register_paper_register_check;
alter table dossiers.register_paper add constraint register_paper_register_check check (register in ('population', 'business'));
insert into dossiers.register_paper (kind_code, register, within_hours, valid_from, legal, unsure) values
  ('KQ.G12.001056', 'business', 24, '2025-07-01', 'Không yêu cầu nộp giấy tờ khi khai thác được thông tin từ cơ sở dữ liệu (Nghị định 118/2025/NĐ-CP)', 'Chưa đối chiếu nguyên văn điều khoản với giấy chứng nhận đăng ký doanh nghiệp, và chưa rõ câu trả lời dùng được bao lâu.');

insert into dossiers.period (key, procedure_code, value, unit, legal, unsure, valid_from) values
  ('register-answer-serves', null, 24, 'hour', null, 'Bao lâu thì câu trả lời của đăng ký doanh nghiệp còn dùng cho lần nộp: chưa có văn bản; tỉnh tự đặt.', '2018-01-01');
