create schema workflow;

create table workflow.definition (
  key text not null,
  version integer not null check (version > 0),
  name text not null,
  xml text not null,
  sha256 text not null,
  published_at timestamptz not null,
  published_by text not null,
  valid_from date not null,
  primary key (key, version)
);
create index definition_by_sha256 on workflow.definition (sha256);
comment on table workflow.definition is 'Published versions of a process (quy trình điện tử); a version never changes';
comment on column workflow.definition.xml is 'BPMN 2.0 with diagram, as it was published';
comment on column workflow.definition.valid_from is 'first day on which new instances use the version';

create table workflow.instance (
  id uuid primary key,
  definition_key text not null,
  definition_version integer not null,
  definition_sha256 text not null,
  subject text not null,
  state jsonb not null,
  revision integer not null,
  foreign key (definition_key, definition_version) references workflow.definition (key, version)
);
comment on table workflow.instance is 'A running or finished process; it stays on the version it began under';
comment on column workflow.instance.definition_sha256 is 'digest of the model, so that a step needs no look at the definition';
comment on column workflow.instance.subject is 'what the process is about, a code of the caller; not interpreted here';
comment on column workflow.instance.state is 'tokens, joins and variables of the interpreter';
create index instance_by_subject on workflow.instance (subject);

create table workflow.timer (
  instance uuid not null references workflow.instance (id),
  id text not null,
  node text not null,
  due_at timestamptz not null,
  fired boolean not null default false,
  primary key (instance, id)
);
comment on table workflow.timer is 'Timers that are set; a cancelled one is removed, a fired one stays as fired';
create index timer_due on workflow.timer (due_at) where not fired;

grant usage on schema workflow to motcua_app;
grant select, insert on workflow.definition to motcua_app;
grant select, insert, update on workflow.instance to motcua_app;
grant select, insert, update, delete on workflow.timer to motcua_app;
