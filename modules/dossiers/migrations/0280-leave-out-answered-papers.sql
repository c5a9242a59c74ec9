-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.register_paper (
  entry_id uuid not null default gen_random_uuid() unique,
  kind_code text not null check (kind_code <> ''),
  register text not null check (register = 'population'),
  within_hours integer not null check (within_hours between 1 and 720),
  valid_from date not null,
  valid_until date,
  legal text not null check (legal <> ''),
  unsure text,
  entered_by text,
  entered_at timestamptz
);
comment on table dossiers.register_paper is 'Giấy do cơ sở dữ liệu trả lời thay: kinds of paper nobody hands in once a register of the state answered for that person, dated';
comment on column dossiers.register_paper.kind_code is 'kind of the standard list of papers';
comment on column dossiers.register_paper.within_hours is 'for so long after the answer';
insert into dossiers.register_paper (kind_code, register, within_hours, valid_from, legal, unsure) values
  ('KQ.G01.000062', 'population', 24, '2023-01-01', 'Nghị định 104/2022/NĐ-CP (khai thác thông tin về cư trú thay giấy xác nhận)', 'Chưa đối chiếu nguyên văn điều khoản, và chưa rõ câu trả lời dùng được bao lâu.');
grant select, insert, update (valid_until) on dossiers.register_paper to motcua_app;

create index register_query_answered on dossiers.register_query (person_ref, procedure_code, at desc) where outcome = 'found';
create index event_answered on dossiers.event (at) where type = 'submitted' and jsonb_path_exists(data, '$.papers[*].answered');
comment on index dossiers.event_answered is 'Filings with papers a register answered: what the count of papers not asked for reads';
