-- SPDX-License-Identifier: EUPL-1.2
create schema messages;
comment on schema messages is 'Words by which people are told what happens to their dossiers, by version and day';
grant usage on schema messages to motcua_app;

create table messages.text_set (
  scope text not null,
  version integer not null check (version > 0),
  content jsonb not null,
  valid_from date not null,
  decision_number text not null,
  decision_date date not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (scope, version)
);
comment on table messages.text_set is 'Published texts (lời báo) of a procedure, or of all; an event is told in the words in force on its day';
comment on column messages.text_set.scope is 'code of the procedure, or «tat-ca» for every procedure without words of its own';
grant select, insert on messages.text_set to motcua_app;
