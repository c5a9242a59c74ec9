-- SPDX-License-Identifier: EUPL-1.2
create schema packs;
comment on schema packs is 'Gói thủ tục: signed bundles installed here, and whose signature is believed';

create table packs.installed (
  id uuid primary key,
  name text not null,
  version integer not null,
  pack_version integer not null,
  title text not null,
  signer text not null,
  file bytea not null,
  items jsonb not null,
  previous jsonb not null,
  decision_number text not null,
  valid_from date not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  unique (name, version)
);
comment on table packs.installed is 'What was installed: only added to';
comment on column packs.installed.version is 'counts installations of the pack here; pack_version is its maker''s';
comment on column packs.installed.items is 'kind, key and the version each became';
comment on column packs.installed.previous is 'kind, key, version and content of what was in force before: what a way back is made of';

create table packs.publisher (
  id uuid primary key,
  name text not null,
  root bytea not null,
  decision text not null,
  added_by text not null,
  added_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
comment on table packs.publisher is 'Whose packs are believed besides our own: the root certificate their signatures lead to';
create unique index publisher_root_once on packs.publisher (root) where ended_at is null;

grant usage on schema packs to motcua_app;
grant select, insert on packs.installed to motcua_app;
grant select, insert on packs.publisher to motcua_app;
grant update (ended_by, ended_at) on packs.publisher to motcua_app;
