alter table access.officer_credential drop column failures, drop column locked_until;

create table access.sign_in_failure (
  login_hash bytea primary key,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null
);
comment on table access.sign_in_failure is 'Failures in a row by what was typed as login, known or not, so that a lock tells nobody which logins exist; removed after a day';

grant select, insert, update, delete on access.sign_in_failure to motcua_app;
