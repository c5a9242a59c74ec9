create schema dossiers;

create table dossiers.event (
  dossier_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  type text not null,
  actor jsonb not null,
  data jsonb not null,
  previous_hash bytea,
  hash bytea not null,
  primary key (dossier_id, seq)
);
create index event_by_actor on dossiers.event ((actor ->> 'id'), at);
comment on table dossiers.event is 'The ledger: what happened to each dossier, in order. Takes INSERT and SELECT only; everything else here can be rebuilt from it';
comment on column dossiers.event.hash is 'SHA-256 over the previous hash and the canonical text of the event: a changed line breaks the chain';

create table dossiers.dossier (
  id uuid primary key,
  code text not null unique,
  version integer not null,
  status text not null,
  channel text not null,
  procedure_code text not null,
  procedure_version integer not null,
  procedure_name text not null,
  receiving_agency text not null,
  solving_agency text not null,
  returning_agency text not null,
  applicant_name text not null,
  personal_id text not null,
  owner_id text,
  folded text not null,
  submitted_at timestamptz not null,
  accepted_at timestamptz,
  owed_at timestamptz,
  due_soon_at timestamptz,
  stopped_since timestamptz,
  decided_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('early', 'on-time', 'late')),
  step_name text,
  step_no integer not null,
  step_count integer not null
);
comment on table dossiers.dossier is 'Projection for lists: one row a dossier, rebuilt by motcua replay';
comment on column dossiers.dossier.folded is 'applicant, identity number, code and procedure without tone marks, for search';
comment on column dossiers.dossier.due_soon_at is 'from when on the dossier counts as due soon';
comment on column dossiers.dossier.decided_at is 'when the result existed: what early, on time and late are judged by';
comment on column dossiers.dossier.owner_id is 'personal identity number of the account that filed, for the owner''s own list';
create index dossier_by_folded on dossiers.dossier using gin (folded gin_trgm_ops);
create index dossier_open_by_owed on dossiers.dossier (solving_agency, owed_at, code) where ended_at is null and decided_at is null;
create index dossier_open_by_submitted on dossiers.dossier (submitted_at desc, code) where ended_at is null and decided_at is null;
create index dossier_by_solving on dossiers.dossier (solving_agency, submitted_at desc, code);
create index dossier_by_receiving on dossiers.dossier (receiving_agency, submitted_at desc, code);
create index dossier_by_submitted on dossiers.dossier (submitted_at desc, code);
create index dossier_by_returning on dossiers.dossier (returning_agency, submitted_at desc, code);
create index dossier_by_accepted on dossiers.dossier (accepted_at, solving_agency) where accepted_at is not null;
create index dossier_by_decided on dossiers.dossier (decided_at, solving_agency, outcome) where decided_at is not null;
create index dossier_to_return on dossiers.dossier (returning_agency, owed_at, code) where status = 'decided';
create index dossier_paused on dossiers.dossier (solving_agency, submitted_at) where ended_at is null and (stopped_since is not null or status = 'awaiting-intake-supplement');
create index dossier_by_owner on dossiers.dossier (owner_id, submitted_at desc) where owner_id is not null;
create index dossier_by_person on dossiers.dossier (personal_id, submitted_at desc);
create index dossier_consulting on dossiers.dossier (solving_agency) where status = 'consulting';
create index dossier_waiting_intake on dossiers.dossier (receiving_agency, submitted_at) where status = 'submitted';

create table dossiers.task (
  dossier_id uuid not null,
  task_id text not null,
  name text not null,
  act text,
  role text not null,
  agency text not null,
  unit text,
  assignee uuid,
  assignee_name text,
  created_at timestamptz not null,
  due_at timestamptz,
  primary key (dossier_id, task_id)
);
comment on table dossiers.task is 'Projection: the open steps, by who may do them';
create index task_by_place on dossiers.task (agency, role, due_at);
create index task_by_assignee on dossiers.task (assignee, due_at) where assignee is not null;

create table dossiers.act_key (
  key text primary key,
  dossier_id uuid not null,
  answer jsonb not null,
  at timestamptz not null
);
comment on table dossiers.act_key is 'Acts already done, by the key of the client: the same key again answers the same';

create table dossiers.counter (
  agency text not null,
  series text not null,
  period text not null,
  last integer not null,
  primary key (agency, series, period)
);
comment on table dossiers.counter is 'Last number given out: codes per agency and day, papers per agency and year, without gaps';

create table dossiers.code_mask (
  valid_from date primary key,
  mask text not null,
  legal text not null
);
comment on table dossiers.code_mask is 'How a dossier code is written since when; {agency} {yymmdd} {serial:4}';
insert into dossiers.code_mask values
  ('2019-01-06', '{agency-2016}-{yymmdd}-{serial:4}', 'tt-01-2018-vpcp/code'),
  ('2025-09-15', '{agency}-{yymmdd}-{serial:4}', 'tt-03-2025-vpcp/code');

create table dossiers.draft (
  id uuid primary key,
  owner_id text not null,
  procedure_code text not null,
  procedure_name text not null,
  revision integer not null,
  content jsonb not null,
  saved_at timestamptz not null,
  kept_until timestamptz not null
);
comment on table dossiers.draft is 'What a citizen has filled in but not filed; removed when filed or after kept_until';
create index draft_by_owner on dossiers.draft (owner_id, saved_at desc);

create table dossiers.draft_file (
  draft_id uuid not null references dossiers.draft on delete cascade,
  document_id uuid not null,
  paper_no integer not null,
  primary key (draft_id, document_id)
);

grant usage on schema dossiers to motcua_app;
grant select, insert on dossiers.event to motcua_app;
grant select, insert, update, delete on dossiers.dossier, dossiers.task, dossiers.counter, dossiers.draft, dossiers.draft_file to motcua_app;
grant select, insert on dossiers.act_key to motcua_app;
grant select on dossiers.code_mask to motcua_app;
