-- SPDX-License-Identifier: EUPL-1.2
create schema proposals;
comment on schema proposals is 'Bản soạn: what an officer drafts, a second person publishes';

create table proposals.proposal (
  id uuid primary key,
  kind text not null,
  key text not null,
  title text not null,
  state text not null check (state in ('draft', 'submitted', 'published', 'withdrawn')),
  revision integer not null,
  base_version integer,
  base jsonb,
  begun_at timestamptz not null,
  changed_by_id text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  submitted_by_id text,
  published_version integer,
  decision_number text,
  decision_date date,
  valid_from date,
  check ((state = 'submitted') <= (submitted_by_id is not null)),
  check ((state = 'published') = (published_version is not null and decision_number is not null and decision_date is not null and valid_from is not null))
);
comment on table proposals.proposal is 'One bản soạn of one subject; its owner (catalogue, workflow, e-forms…) says what the content means';
comment on column proposals.proposal.kind is 'which owner: procedure, process, eform…';
comment on column proposals.proposal.key is 'the subject within its kind: code of a procedure, key of a process';
comment on column proposals.proposal.revision is 'counts the saved states of the content; a writer names the one he saw';
comment on column proposals.proposal.base is 'content in force when it was begun, what differences are told against; null: a new subject';
create unique index proposal_open_is_one on proposals.proposal (kind, key) where state in ('draft', 'submitted');
create index proposal_by_change on proposals.proposal (changed_at desc, id desc);

create table proposals.revision (
  proposal uuid not null references proposals.proposal (id),
  revision integer not null,
  content jsonb not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (proposal, revision)
);
comment on table proposals.revision is 'Saved states; of one person''s stretch only the last is kept after an hour';

create table proposals.event (
  line integer generated always as identity unique,
  id uuid primary key,
  proposal uuid not null references proposals.proposal (id),
  kind text not null check (kind in ('begun', 'submitted', 'returned', 'published', 'withdrawn', 'rebased')),
  note text,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table proposals.event is 'Who began, submitted, returned, published or withdrew it, and why: only added to';
comment on column proposals.event.line is 'their order';
comment on column proposals.event.id is 'key of the press that made it: the same press again adds nothing';
create index event_by_proposal on proposals.event (proposal, line);

grant usage on schema proposals to motcua_app;
grant select, insert, update on proposals.proposal to motcua_app;
grant select, insert, delete on proposals.revision to motcua_app;
grant select, insert on proposals.event to motcua_app;
