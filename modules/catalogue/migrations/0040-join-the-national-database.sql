-- The live line to the national database of procedures: what it told, what was sent to it, and each time it was asked.
alter table catalogue.national_update add column origin text not null default 'file' check (origin in ('file', 'line'));
comment on column catalogue.national_update.origin is 'line: it came over the live line, nobody here handed in a file';

create table catalogue.national_line_code (
  code text primary key,
  name text not null,
  counts boolean not null,
  listed_stamp text not null,
  fetched_stamp text,
  record jsonb,
  is_taken boolean not null default true,
  fault text,
  fault_at timestamptz,
  compared_version integer,
  differs text[] not null default '{}'
);
comment on table catalogue.national_line_code is 'What the national database last told of each procedure over the line';
comment on column catalogue.national_line_code.counts is 'false: the database says that it is published no more';
comment on column catalogue.national_line_code.listed_stamp is 'time of its last change, as the list says it; other than fetched_stamp: still to be fetched';
comment on column catalogue.national_line_code.record is 'as read, in the form files have; null: never fetched';
comment on column catalogue.national_line_code.is_taken is 'false: fetched and not yet compared into an update; survives a line or a machine that breaks';
comment on column catalogue.national_line_code.compared_version is 'version here that differs was worked out against; null: none here';
comment on column catalogue.national_line_code.differs is 'parts that read otherwise there than here';
create index national_line_code_to_fetch on catalogue.national_line_code (code) where listed_stamp is distinct from fetched_stamp;
grant select, insert, update on catalogue.national_line_code to motcua_app;

create table catalogue.national_round (
  id uuid primary key,
  by_id text not null,
  by_name text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  listed integer not null default 0,
  fetched integer not null default 0,
  failed integer not null default 0,
  update_id uuid references catalogue.national_update,
  fault text
);
comment on table catalogue.national_round is 'Mỗi lần hỏi cơ sở dữ liệu quốc gia về thủ tục hành chính';
comment on column catalogue.national_round.fault is 'why it did not come to its end; the next one goes on where it broke';
create unique index national_round_one_at_a_time on catalogue.national_round ((true)) where ended_at is null;
create index national_round_by_start on catalogue.national_round (started_at desc);
grant select, insert, update on catalogue.national_round to motcua_app;

create table catalogue.national_outbox (
  id uuid primary key,
  kind text not null check (kind in ('published', 'abolished')),
  code text not null,
  version integer not null,
  name text not null,
  queued_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused')),
  tries integer not null default 0,
  next_at timestamptz not null,
  fault text,
  sent_at timestamptz,
  unique (code, version, kind)
);
comment on table catalogue.national_outbox is 'What the province published, to be told to the national database';
comment on column catalogue.national_outbox.id is 'also the number of the message: sent again it is the same message';
create index national_outbox_due on catalogue.national_outbox (next_at) where state = 'waiting';
grant select, insert, update on catalogue.national_outbox to motcua_app;
