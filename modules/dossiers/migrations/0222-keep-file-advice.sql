-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.file_advice (
  document_id uuid primary key,
  at timestamptz not null,
  pages integer not null check (pages >= 0),
  advice jsonb not null
);
comment on table dossiers.file_advice is 'What the machine advised about a file that was handed in, as it was told to who filed; decides nothing';
grant select, insert on dossiers.file_advice to motcua_app;
