-- SPDX-License-Identifier: EUPL-1.2
create table access.known_citizen (
  personal_id text primary key,
  first_at timestamptz not null
);
comment on table access.known_citizen is 'Who signed in here by the national identity, since when: an officer at a counter need not ask whether he has an account';
grant select, insert on access.known_citizen to motcua_app;
