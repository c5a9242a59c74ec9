-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.linked_member (
  group_code text not null,
  node text not null,
  valid_from date not null,
  procedure_code text not null,
  circumstance text,
  agency text not null,
  answers jsonb not null,
  own boolean not null,
  legal text not null,
  primary key (group_code, node, valid_from)
);
comment on table dossiers.linked_member is 'What each linked task of a group''s process stands for (nhóm thủ tục hành chính liên thông), dated; the order is the process''s own';
comment on column dossiers.linked_member.group_code is 'code of the group''s procedure';
comment on column dossiers.linked_member.node is 'id of the task in the group''s process';
comment on column dossiers.linked_member.agency is '«solving»: the agency that solves the group; or an agency''s code';
comment on column dossiers.linked_member.answers is 'answers of the member''s e-form: {"from": field of the group''s form} or {"value": …}; fields of the same name are carried over by themselves';
comment on column dossiers.linked_member.own is 'ours: no published decision says so';
grant select, insert on dossiers.linked_member to motcua_app;

alter table dossiers.dossier add column parent_id uuid;
comment on column dossiers.dossier.parent_id is 'the linked group it is a part of: parts stand in work lists and are not counted a second time in figures';
create index dossier_by_parent on dossiers.dossier (parent_id) where parent_id is not null;
