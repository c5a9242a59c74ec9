-- SPDX-License-Identifier: EUPL-1.2
create table documents.signing_means (
  id uuid primary key,
  officer text not null,
  kind text not null check (kind in ('token', 'csc', 'phone')),
  account text not null check (account <> ''),
  certificate bytea not null,
  certificate_name text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  entered_at timestamptz not null,
  ended_at timestamptz
);
comment on table documents.signing_means is 'Keys of officers that are not kept here: on a token, at a remote service, confirmed on a telephone. The account is the name the key is asked for by; no PIN is kept';
create unique index signing_means_in_use on documents.signing_means (officer, kind, account) where ended_at is null;
grant select, insert on documents.signing_means to motcua_app;
grant update (ended_at) on documents.signing_means to motcua_app;
