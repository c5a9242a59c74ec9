// SPDX-License-Identifier: EUPL-1.2
import type { Db } from './database.ts';

const collisions = new Set(['40001', '40P01']);
const attempts = 5;

const codeOf = (fault: unknown): string | undefined =>
  typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;

/** Whether a statement was refused because the key exists already. */
export function isUniqueViolation(fault: unknown, constraint?: string): boolean {
  if (codeOf(fault) !== '23505') return false;
  return constraint === undefined
    || (typeof fault === 'object' && fault !== null && 'constraint' in fault && fault.constraint === constraint);
}

/**
 * Runs `work` in one transaction; runs it again when two writers collided (serialisation failure, deadlock).
 * `work` must therefore do nothing outside the database. A handle that is a transaction already is used as it is.
 */
export async function inTransaction<Value>(db: Db, work: (tx: Db) => Promise<Value>): Promise<Value> {
  if (db.isTransaction) return work(db);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (fault) {
      if (attempt >= attempts || !collisions.has(codeOf(fault) ?? '')) throw fault;
    }
  }
}
