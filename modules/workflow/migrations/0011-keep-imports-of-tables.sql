-- SPDX-License-Identifier: EUPL-1.2
create table workflow.import (
  id uuid primary key,
  file_name text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table workflow.import is 'Nạp quy trình nội bộ: a file of tables that was handed in; id is the key of the press';

create table workflow.import_record (
  import_id uuid not null references workflow.import (id),
  place integer not null check (place > 0),
  record_id text not null,
  name text not null,
  record jsonb not null,
  refusal text,
  questions text[] not null,
  notes text[] not null,
  published_version integer,
  fault text,
  primary key (import_id, place)
);
comment on table workflow.import_record is 'Every record of the file, kept as it came; published_version and fault say what became of it';
comment on column workflow.import_record.refusal is 'why it cannot be read as a process; null when it can';
comment on column workflow.import_record.questions is 'where the decision contradicts itself or a time cannot be read: a person decides';
comment on column workflow.import_record.notes is 'what was assumed';

create table workflow.import_decision (
  id uuid primary key,
  import_id uuid not null,
  place integer not null,
  choice text not null check (choice in ('as-decided', 'sum', 'leave-out')),
  note text,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  foreign key (import_id, place) references workflow.import_record (import_id, place)
);
comment on table workflow.import_decision is 'Who decided what about a contradictory record, and when: only added to, the newest counts';
create index import_decision_by_record on workflow.import_decision (import_id, place, at);

grant select, insert on workflow.import, workflow.import_decision to motcua_app;
grant select, insert on workflow.import_record to motcua_app;
grant update (published_version, fault) on workflow.import_record to motcua_app;
