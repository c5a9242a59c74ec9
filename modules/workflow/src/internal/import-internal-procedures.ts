// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';

export type ImportReport = {
  readonly taken: readonly { readonly id: string; readonly version: number }[];
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
  readonly contradictions: readonly { readonly id: string; readonly note: string }[];
};

/** Publishes each record of the file under its id; with `dryRun` only says what would happen. */
export async function importInternalProcedures(
  db: Db, json: unknown, options: { readonly by: string; readonly at: Temporal.Instant; readonly dryRun: boolean },
): Promise<ImportReport> {
  return Promise.reject(new Error(`not built yet: ${typeof json} ${options.by} ${String(db.isTransaction)}`));
}
