-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.paper_check (
  id uuid primary key,
  at timestamptz not null,
  way text not null check (way in ('code', 'file')),
  verdict text not null check (verdict in ('genuine', 'replaced', 'revoked', 'mismatch')),
  dossier_code text,
  kind text,
  number text,
  agencies text[] not null,
  check ((verdict = 'mismatch') = (kind is null))
);
comment on table dossiers.paper_check is 'Each time anybody checked a paper against this system; says when, which paper and what came of it, never who. Only added to';
comment on column dossiers.paper_check.way is 'code: the signed text of the QR code; file: the digest of a file';
comment on column dossiers.paper_check.dossier_code is 'null where nothing of ours matched: a forged code names no paper we would believe';
comment on column dossiers.paper_check.agencies is 'receiving, solving and returning agency of the dossier: who is shown the check';
create index paper_check_by_dossier on dossiers.paper_check (dossier_code, at);
create index paper_check_by_time on dossiers.paper_check (at);
grant select, insert on dossiers.paper_check to motcua_app;
