-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.held_number (
  dossier_id uuid primary key,
  number text not null,
  at timestamptz not null
);
comment on table dossiers.held_number is 'The number a result was printed with while its signature is awaited; kept for the dossier when the signature does not come, so that none is given twice or lost';
grant select, insert on dossiers.held_number to motcua_app;

create table dossiers.signing (
  id uuid primary key,
  dossier_code text not null,
  officer text not null,
  means uuid not null,
  kind text not null,
  state text not null check (state in ('waiting', 'keeping', 'done', 'failed', 'cancelled')),
  refusal jsonb,
  begun_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
comment on table dossiers.signing is 'A signature asked for at a key that is not kept here: what the screen shows while the person confirms. No fact of the dossier: the ledger tells who signed';
create index signing_by_officer on dossiers.signing (officer, begun_at desc);
grant select, insert on dossiers.signing to motcua_app;
grant update (state, refusal, ended_at) on dossiers.signing to motcua_app;
