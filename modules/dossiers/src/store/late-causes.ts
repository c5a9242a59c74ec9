// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { dossierDb } from './tables.ts';

/** The causes of lateness (nguyên nhân trễ) in force on a day, in the order they are offered. */
export function lateCausesOn(db: Db, day: string): Promise<{ readonly code: string; readonly words: string; readonly needsNote: boolean }[]> {
  return dossierDb(db).selectFrom('dossiers.late_cause').select(['code', 'words', 'needs_note as needsNote'])
    .where('valid_from', '<=', day).where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', day)])).orderBy('sort').execute();
}
