// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { MessageSet } from './contract.ts';
import { everyProcedure } from './model.ts';
import { insertTexts } from './store/text-sets.ts';

/** Published texts, of every procedure unless told otherwise. */
export async function textsInForce(db: Db, { procedure = everyProcedure, version = 1, texts, validFrom }: { readonly procedure?: string; readonly version?: number; readonly texts: MessageSet['texts']; readonly validFrom: string }): Promise<void> {
  await insertTexts(db, { scope: procedure, version, content: { procedure, texts }, validFrom, decision: { number: '1/QĐ-UBND', date: '2026-01-01' }, by: 'test', at: Temporal.Instant.from('2026-01-01T00:00:00+07:00') });
}
