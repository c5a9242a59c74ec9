// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { FeeTable, type Price } from '../fees-model.ts';
import type { Procedure } from '../model.ts';
import { type PriceAsked, priceOf, pricePublished } from '../rules/price.ts';
import { companionOn } from '../store/companions.ts';
import { procedureOn } from './procedures.ts';

/** What a dossier of a procedure costs on a day: by its fee table, else as far as the published text says; undefined when the procedure is not in force. */
export async function procedurePrice(db: Db, code: string, asked: PriceAsked): Promise<Price | undefined> {
  const published = await procedureOn(db, code, asked.day);
  if (published === undefined) return undefined;
  return priceUnder(db, published.procedure, asked);
}

/** The same for a version at hand. */
export async function priceUnder(db: Db, procedure: Procedure, asked: PriceAsked): Promise<Price> {
  const table = await companionOn(db, { kind: 'fees', code: procedure.code, day: asked.day });
  return table === undefined ? pricePublished(procedure, asked) : priceOf(FeeTable.parse(table.content), table.decision, asked);
}
