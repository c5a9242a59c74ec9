// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json } from '@motcua/db-kit';

type By = { by_id: string; by_name: string; at: Instant };

type ArchiveTables = {
  'archive.batch': { id: string; agency: string; year: number; no: number } & By;
  'archive.item': { batch_id: string; dossier_id: string; code: string; procedure_code: string; procedure_name: string; ended_on: string; kept_until: string | null; retention: string; source: string; documents: number; document_id: string; sha256: string; size: bigint };
  'archive.batch_receipt': { batch_id: string } & By;
  'archive.batch_withdrawal': { batch_id: string; reason: string } & By;
  'archive.withdrawn_item': { batch_id: string; dossier_id: string; code: string; procedure_name: string; ended_on: string; kept_until: string | null; retention: string; documents: number; document_id: string; sha256: string; size: bigint };
  'archive.destruction': { id: string; agency: string; no_complaint: string } & By;
  'archive.destruction_item': { destruction_id: string; dossier_id: string };
  'archive.destruction_approval': { destruction_id: string; decision_number: string; decision_date: string } & By;
  'archive.destruction_refusal': { destruction_id: string; withdrawn: boolean; reason: string } & By;
  'archive.opening': { id: string; dossier_id: string; code: string; agency: string | null; purpose: 'handling' | 'supervision' | 'applicant-asked' | 'complaint'; reason: string } & By;
  'archive.check_run': { id: string; agency: string | null; checked: number; repaired: number; broken: number } & By;
  'archive.package_check': { run_id: string | null; dossier_id: string; at: Instant; verdict: 'intact' | 'repaired' | 'broken'; text: string };
  'archive.tombstone': { dossier_id: string; code: string; row: Json<unknown>; events: number; last_hash: string; package_sha256: string; destruction_id: string; destroyed_at: Instant };
};

export const archiveDb = (db: Db) => db.$extendTables<ArchiveTables>();
