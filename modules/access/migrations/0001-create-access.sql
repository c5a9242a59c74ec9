create schema access;

create table access.officer_credential (
  officer_id uuid primary key,
  login text not null unique,
  password_hash text not null,
  second_factor bytea not null,
  last_step bigint not null default 0,
  failures integer not null default 0,
  locked_until timestamptz
);
comment on table access.officer_credential is 'Password (argon2id) and sealed secret of the authenticator app';
comment on column access.officer_credential.last_step is 'time step of the last code taken: a code works once';

create table access.session (
  token_hash bytea primary key,
  subject_kind text not null check (subject_kind in ('officer', 'citizen')),
  subject_id text not null,
  subject_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  data jsonb not null
);
comment on table access.session is 'Sessions, by the hash of their cookie: whoever reads the table cannot sign in with it';
create index session_by_expiry on access.session (expires_at);

create table access.login_attempt (
  state text primary key,
  verifier text not null,
  nonce text not null,
  return_to text not null,
  expires_at timestamptz not null
);
comment on table access.login_attempt is 'OpenID Connect sign-ins under way';

create table access.partner_key (
  partner text primary key,
  name text not null,
  key_hash bytea not null,
  valid_until timestamptz
);

grant usage on schema access to motcua_app;
grant select, insert, update, delete on all tables in schema access to motcua_app;
