// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json } from '@motcua/db-kit';
import type { ScannedPage } from '@motcua/documents';
import type { CellFault, Cells, OldPaper } from '../rules/line.ts';

type By = { by_id: string; by_name: string; at: Instant };

type BackFileTables = {
  'back_files.batch': { id: string; agency: string; year: number; no: number; title: string } & By;
  'back_files.line': { batch_id: string; no: number; source_row: number; digest: string; version: number; cells: Json<Cells>; paper: Json<OldPaper> | null; faults: Json<readonly CellFault[]>; paper_key: string | null; names: string[]; folded: string } & By;
  'back_files.mending': { batch_id: string; no: number; version: number; cells: Json<Cells> } & By;
  'back_files.scan': { id: string; batch_id: string; file_name: string; document_id: string | null; sha256: string; let_go_at: Instant | null; state: 'queued' | 'read' | 'failed'; fault: 'unreadable' | 'no-pages' | 'storage' | 'quarantined' | null; tries: number; claimed_at: Instant | null } & By;
  'back_files.part': { id: string; batch_id: string; scan_id: string; seq: number; pages: number; line_no: number | null; with_notes: boolean; how: 'separator' | 'name' | 'hand' | null; candidates: number[]; aside_reason: string | null; by_name: string; at: Instant; touched_at: Instant | null; let_go_at: Instant | null };
  'back_files.part_page': { part_id: string; page: number; document_id: string; width: number; height: number; dpi: number; turned: number; words: Json<ScannedPage['words']> };
  'back_files.comparison': { id: string; batch_id: string; no: number; version: number; part_id: string; notes_part_id: string | null; pages: number } & By;
  'back_files.batch_end': { batch_id: string; reason: string } & By;
  'back_files.cleansing_decision': { id: string; kind: 'names' | 'two-vaults' | 'days' | 'number'; subject: string; evidence: string; choice: 'one-right' | 'both-right' | 'left'; value: string | null; reason: string; agency: string | null } & By;
  'back_files.line_end': { batch_id: string; no: number; way: 'aside' | 'held' | 'digitised'; reason: string; entry_id: string | null; code: string | null; pages: number | null; notes_document_id: string | null } & By;
};

export const backFileDb = (db: Db) => db.$extendTables<BackFileTables>();
