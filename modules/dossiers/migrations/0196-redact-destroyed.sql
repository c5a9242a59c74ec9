-- SPDX-License-Identifier: EUPL-1.2
create table dossiers.redaction (
  dossier_id uuid not null,
  seq integer not null,
  sha256 bytea not null,
  why text not null check (why <> ''),
  at timestamptz not null,
  primary key (dossier_id, seq),
  foreign key (dossier_id, seq) references dossiers.event (dossier_id, seq)
);
comment on table dossiers.redaction is 'Lines of the ledger whose personal content was destroyed after retention: written by the database''s owner only. The line keeps its hash and the one before it, so the chain still links; what is left of it is held by this hash';
comment on column dossiers.redaction.sha256 is 'of the canonical text of what is left';
comment on column dossiers.redaction.why is 'number of the decision';
grant select on dossiers.redaction to motcua_app;
