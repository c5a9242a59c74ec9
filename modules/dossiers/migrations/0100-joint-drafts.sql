-- SPDX-License-Identifier: EUPL-1.2
create sequence dossiers.joint_draft_number as bigint start 100001;
alter table dossiers.draft add column owner_name text, add column joint_number bigint unique;
comment on column dossiers.draft.owner_name is 'who began it, as signed in; null: begun before names were kept';
comment on column dossiers.draft.joint_number is 'number by which a counter finds a draft that waits for others; null while nobody else was named';

create table dossiers.draft_applicant (
  id uuid primary key,
  draft_id uuid not null references dossiers.draft on delete cascade,
  name text not null,
  personal_id text not null,
  place smallint not null,
  relation text not null check (relation in ('spouse', 'co-owner', 'parent', 'other')),
  mandate jsonb,
  named_at timestamptz not null,
  answer text check (answer in ('confirmed', 'declined')),
  answered_at timestamptz,
  party jsonb,
  way text check (way in ('signed-in', 'counter')),
  identity_paper text,
  recorded_by jsonb,
  content text,
  sha256 text,
  revision integer,
  reason text,
  unique (draft_id, personal_id)
);
comment on table dossiers.draft_applicant is 'Người cùng đứng tên một bản soạn chưa nộp: who was named by the one who began it, and what each said';
comment on column dossiers.draft_applicant.place is 'in the order they were named, from 1';
comment on column dossiers.draft_applicant.mandate is 'the paper that stands in for the person; null: the person answers himself';
comment on column dossiers.draft_applicant.party is 'his own part, as he filled it in';
comment on column dossiers.draft_applicant.content is 'canonical text of what he confirmed; sha256 is its hash, revision that of the draft then';
comment on column dossiers.draft_applicant.identity_paper is 'at the counter: the paper that was seen';
create index draft_applicant_by_person on dossiers.draft_applicant (personal_id);

grant usage on sequence dossiers.joint_draft_number to motcua_app;
grant select, insert, update, delete on dossiers.draft_applicant to motcua_app;
