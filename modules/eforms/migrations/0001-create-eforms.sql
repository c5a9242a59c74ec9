-- SPDX-License-Identifier: EUPL-1.2
create schema eforms;
comment on schema eforms is 'Versions of the declarations people fill in';

create table eforms.definition (
  key text not null,
  version integer not null check (version > 0),
  title text not null,
  definition jsonb not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (key, version)
);
comment on table eforms.definition is 'Published versions; a version is never changed, dossiers keep the one they were filed with';
comment on column eforms.definition.key is 'Word for the form, the same in all its versions';
comment on column eforms.definition.definition is 'JSON Schema 2020-12 with the order, labels and conditions of display';

grant usage on schema eforms to motcua_app;
grant select, insert on eforms.definition to motcua_app;
