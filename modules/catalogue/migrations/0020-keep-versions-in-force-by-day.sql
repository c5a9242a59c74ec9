-- Which version counts is a question of the day asked about: a version published for a coming day begins by itself, an abolished one ends by itself.
alter table catalogue.procedure drop constraint procedure_pkey, add primary key (code, version);
comment on table catalogue.procedure is 'What lists and search need of each version of a thủ tục hành chính; which one counts on a day says in_force';

alter table catalogue.procedure_version
  add column open_start boolean not null default false,
  add column published_by text,
  add constraint validity_is_forward check (valid_until is null or open_start or valid_until >= valid_from);
comment on column catalogue.procedure_version.open_start is 'the first version known of a procedure that was there before: days before valid_from count as this version';
comment on column catalogue.procedure_version.published_by is 'the officer who published it here; null: it came with an import';
update catalogue.procedure_version set open_start = true where version = 1;
create index procedure_version_by_start on catalogue.procedure_version (valid_from);
create index procedure_version_by_end on catalogue.procedure_version (valid_until) where valid_until is not null;

create function catalogue.in_force(day date) returns setof catalogue.procedure language sql stable as $$
  select p.* from catalogue.procedure p join catalogue.procedure_version v on v.code = p.code and v.version = p.version
  where (v.open_start or v.valid_from <= day) and (v.valid_until is null or v.valid_until > day)
$$;
comment on function catalogue.in_force is 'The version of each procedure that counts on a day; at most one of a code';

create table catalogue.abolition (
  id uuid primary key,
  code text not null,
  version integer not null,
  valid_until date not null,
  decision_number text not null,
  decision_date date not null,
  reason text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table catalogue.abolition is 'Bãi bỏ thủ tục: which version ends without a successor, by which decision; only added to';
comment on column catalogue.abolition.valid_until is 'first day on which nothing may be filed any more';
grant select, insert on catalogue.abolition to motcua_app;

create table catalogue.lint_rule (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('vague-label', 'held-data', 'forbidden-demand')),
  pattern text not null,
  says text not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  unsure text
);
comment on table catalogue.lint_rule is 'Điều không được đòi hoặc viết trong thủ tục: what the check of a procedure looks for, from a day on';
comment on column catalogue.lint_rule.pattern is 'words looked for in the name of a paper, without tone marks and case; * stands for anything';
comment on column catalogue.lint_rule.says is 'what to do instead, in words for whoever writes the procedure';

insert into catalogue.lint_rule (kind, pattern, says, valid_from, source, unsure) values
  ('vague-label', 'giay to khac co lien quan', 'Ghi đúng tên từng giấy tờ, hoặc bỏ.', '2010-10-14', 'nd-63-2010/mandatory-parts', null),
  ('vague-label', 'cac giay to khac', 'Ghi đúng tên từng giấy tờ, hoặc bỏ.', '2010-10-14', 'nd-63-2010/mandatory-parts', null),
  ('vague-label', 'giay to lien quan khac', 'Ghi đúng tên từng giấy tờ, hoặc bỏ.', '2010-10-14', 'nd-63-2010/mandatory-parts', null),
  ('vague-label', 'tai lieu khac', 'Ghi đúng tên từng tài liệu, hoặc bỏ.', '2010-10-14', 'nd-63-2010/mandatory-parts', null),
  ('vague-label', 'ho so lien quan', 'Ghi đúng tên từng giấy tờ, hoặc bỏ.', '2010-10-14', 'nd-63-2010/mandatory-parts', null),
  ('vague-label', 'giay to can thiet', 'Ghi đúng tên từng giấy tờ, hoặc bỏ.', '2010-10-14', 'nd-63-2010/mandatory-parts', null),
  ('vague-label', 'theo yeu cau cua co quan', 'Ghi đúng tên giấy tờ và điều khoản buộc nộp.', '2010-10-14', 'nd-63-2010/mandatory-parts', null),
  ('held-data', 'so ho khau', 'Sổ hộ khẩu không còn giá trị. Tra cứu cư trú trong Cơ sở dữ liệu quốc gia về dân cư.', '2023-01-01', 'luat-cu-tru-2020/d38k3', null),
  ('held-data', 'so tam tru', 'Sổ tạm trú không còn giá trị. Tra cứu cư trú trong Cơ sở dữ liệu quốc gia về dân cư.', '2023-01-01', 'luat-cu-tru-2020/d38k3', null),
  ('held-data', 'chung minh nhan dan', 'Dữ liệu căn cước đã có trong Cơ sở dữ liệu quốc gia về dân cư: xuất trình hoặc tra cứu, không nộp bản sao.', '2025-07-01', 'nd-118-2025/d17', 'Thủ tục có luật riêng buộc nộp thì ghi điều khoản vào ghi chú rồi bỏ qua lời nhắc.'),
  ('held-data', 'ban sao*can cuoc', 'Dữ liệu căn cước đã có trong Cơ sở dữ liệu quốc gia về dân cư: xuất trình hoặc tra cứu, không nộp bản sao.', '2025-07-01', 'nd-118-2025/d17', 'Thủ tục có luật riêng buộc nộp thì ghi điều khoản vào ghi chú rồi bỏ qua lời nhắc.'),
  ('held-data', 'giay xac nhan thong tin ve cu tru', 'Thông tin cư trú tra cứu được trong Cơ sở dữ liệu quốc gia về dân cư.', '2025-07-01', 'nd-118-2025/d17', 'Thủ tục có luật riêng buộc nộp thì ghi điều khoản vào ghi chú rồi bỏ qua lời nhắc.');
grant select on catalogue.lint_rule to motcua_app;
