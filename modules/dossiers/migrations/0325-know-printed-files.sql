-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.printed_file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  dossier_id uuid not null,
  kind text not null,
  number text not null,
  issued_at timestamptz not null
);
comment on table dossiers.printed_file is 'Files given out that are printed from the ledger and kept nowhere: by its digest such a file is known again when somebody checks it. Only added to';
grant select, insert on dossiers.printed_file to motcua_app;
