-- SPDX-License-Identifier: EUPL-1.2
create table back_files.cleansing_decision (
  id uuid primary key,
  kind text not null check (kind in ('names', 'two-vaults', 'days', 'number')),
  subject text not null check (subject <> ''),
  evidence text not null,
  choice text not null check (choice in ('one-right', 'both-right', 'left')),
  value text,
  reason text not null check (reason <> ''),
  agency text,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  check ((choice = 'one-right') = (value is not null))
);
comment on table back_files.cleansing_decision is 'What a person decided about data that contradict each other; changes nothing by itself; only added to';
comment on column back_files.cleansing_decision.subject is 'identity number, or what else the finding is about';
comment on column back_files.cleansing_decision.evidence is 'digest of what was seen: other evidence opens the finding again';
comment on column back_files.cleansing_decision.value is 'the name or owner that is right';
create index cleansing_by_subject on back_files.cleansing_decision (kind, subject, at desc);
grant select, insert on back_files.cleansing_decision to motcua_app;
