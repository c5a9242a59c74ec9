-- SPDX-License-Identifier: EUPL-1.2
create table documents.stamp_end (
  sha256 text primary key references documents.file (sha256),
  until timestamptz,
  newer text references documents.file (sha256)
);
comment on table documents.stamp_end is 'Papers of our own that were looked at for time-stamps';
comment on column documents.stamp_end.until is 'When the certificate under the outermost time-stamp ends; null: the file has none';
comment on column documents.stamp_end.newer is 'The content that follows, with one more time-stamp behind it; null: this is the newest';
create index stamp_end_due on documents.stamp_end (until) where newer is null and until is not null;

create table documents.renewal (
  sha256 text not null references documents.file (sha256),
  version integer not null check (version > 1),
  newer text not null references documents.file (sha256),
  at timestamptz not null,
  primary key (sha256, version)
);
comment on table documents.renewal is 'Versions of a content that differ only by time-stamps laid behind its end; the content as it was first kept is version 1. Only added to';
comment on column documents.renewal.sha256 is 'The content as a document names it';
create index renewal_by_newer on documents.renewal (newer);

create table documents.stamp_round (
  at timestamptz primary key,
  renewed integer not null,
  remaining integer not null,
  hindrance text
);
comment on table documents.stamp_round is 'What each nightly renewal of time-stamps came to. Only added to';
comment on column documents.stamp_round.hindrance is 'Why files remain, for people; null when none do';

grant select, insert on documents.stamp_end, documents.renewal, documents.stamp_round to motcua_app;
grant update (newer) on documents.stamp_end to motcua_app;
