// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { readDocument } from './documents.ts';
import type { DocumentStore } from './file-store.ts';
import type { DocumentTables } from './tables.ts';

/** What a look through the store found. */
export type Rescan = { readonly scanned: number; readonly freed: number; readonly infected: readonly string[]; readonly unanswered: number };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/**
 * Shows files to the scanner again (quét lại): first those that wait in quarantine, then those looked through longest ago.
 * An infected one is closed to everybody; one found clean is freed. Does nothing when no scanner is set.
 */
export async function rescan(db: Db, store: DocumentStore, { at, limit }: { readonly at: Temporal.Instant; readonly limit: number }): Promise<Rescan> {
  const tables = db.$extendTables<DocumentTables>();
  const done = { scanned: 0, freed: 0, infected: new Array<string>(), unanswered: 0 };
  if (store.antivirus === null) return done;
  const { rows } = await sql<{ sha256: string; id: string; waits: boolean }>`
    select f.sha256, d.id, q.sha256 is not null as waits from documents.file f
    join lateral (select id from documents.document one where one.sha256 = f.sha256 limit 1) d on true
    left join documents.quarantine q on q.sha256 = f.sha256
    where q.state is distinct from 'infected'
    order by q.sha256 is null, f.scanned_at nulls first limit ${limit}`.execute(db);
  for (const { sha256, id, waits } of rows) {
    const file = await readDocument(db, store, id);
    const found = file === undefined ? null : await store.antivirus.scan(once(file.bytes));
    if (found === null || found.verdict === 'unknown') {
      done.unanswered += 1;
      continue;
    }
    done.scanned += 1;
    await tables.updateTable('documents.file').set({ scanned_at: at.toString() }).where('sha256', '=', sha256).execute();
    if (found.verdict === 'infected') {
      done.infected.push(sha256);
      await tables.insertInto('documents.quarantine').values({ sha256, state: 'infected', finding: found.name, since: at.toString() })
        .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ state: 'infected', finding: found.name })).execute();
    } else if (waits) {
      done.freed += 1;
      await tables.deleteFrom('documents.quarantine').where('sha256', '=', sha256).execute();
    }
  }
  return done;
}
