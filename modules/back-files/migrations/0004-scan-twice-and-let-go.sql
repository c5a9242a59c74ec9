-- SPDX-License-Identifier: EUPL-1.2
alter table back_files.scan alter column document_id drop not null;
alter table back_files.scan add column let_go_at timestamptz;
comment on column back_files.scan.document_id is 'the file as it was given; null: it came from the folder of a scanner, which gives pages only';
comment on column back_files.scan.let_go_at is 'when nobody could open the file any more';

alter table back_files.part add column with_notes boolean not null default false;
alter table back_files.part add column touched_at timestamptz;
alter table back_files.part add column let_go_at timestamptz;
comment on column back_files.part.with_notes is 'of a paper that bears notes: the second scan, with its notes';
comment on column back_files.part.touched_at is 'when somebody last gave it to a line, put it aside or compared it';
comment on column back_files.part.let_go_at is 'when its pictures were let go';
drop index back_files.part_of_line;
create unique index part_of_line on back_files.part (batch_id, line_no, with_notes) where line_no is not null and aside_reason is null;
create index part_with_pictures on back_files.part (batch_id) where let_go_at is null;

alter table back_files.comparison add column notes_part_id uuid references back_files.part (id);
comment on column back_files.comparison.notes_part_id is 'the second scan that was compared, of a paper that bears notes';
alter table back_files.line_end add column notes_document_id uuid;
comment on column back_files.line_end.notes_document_id is 'the signed copy with the notes: it stays with the agency';

create table back_files.batch_end (
  batch_id uuid primary key references back_files.batch (id),
  reason text not null check (reason <> ''),
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
comment on table back_files.batch_end is 'Bỏ lô: a batch nobody goes on with, and why; only added to';

-- Lines say whether the paper bears notes.
update back_files.line set cells = cells || '{"bearsNotes": ""}', paper = paper || '{"bearsNotes": false}';
create index line_by_owner on back_files.line ((paper -> 'owner' ->> 'ref')) where paper is not null;

grant select, insert on back_files.batch_end to motcua_app;
grant delete on back_files.part_page to motcua_app;
