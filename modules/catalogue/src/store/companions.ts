// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Result, officeDay, ok, refuse } from '@motcua/kernel';
import type { Finding } from '../rules/finding.ts';
import { firstDayFaults } from '../rules/first-day.ts';
import { catalogueDb } from './tables.ts';

/** What goes with a procedure and is published apart from its text. */
export type CompanionKind = 'fees' | 'guide' | 'checklist';

/** One version of it, as it was published. */
export type Companion = { readonly version: number; readonly content: unknown; readonly decision: string; readonly validFrom: string };

type Publishing = {
  readonly kind: CompanionKind; readonly code: string; readonly content: unknown; readonly decision: { readonly number: string; readonly date: string };
  readonly validFrom: string; readonly by: { readonly name: string }; readonly at: Temporal.Instant;
};

/** The version that counts on a day; undefined when none does. */
export async function companionOn(db: Db, { kind, code, day }: { readonly kind: CompanionKind; readonly code: string; readonly day: string }): Promise<Companion | undefined> {
  const { rows: [row] } = await sql<Companion>`select version, content, decision_number as decision, valid_from as "validFrom" from catalogue.companion
    where kind = ${kind} and code = ${code} and valid_from <= ${day} and (valid_until is null or valid_until > ${day})`.execute(db);
  return row;
}

/** The newest version, whether or not it has begun: what the next one is written from. */
export async function newestCompanion(db: Db, kind: CompanionKind, code: string): Promise<Companion | undefined> {
  const { rows: [row] } = await sql<Companion>`select version, content, decision_number as decision, valid_from as "validFrom" from catalogue.companion
    where kind = ${kind} and code = ${code} order by version desc limit 1`.execute(db);
  return row;
}

/**
 * Publishes the next version: it counts from its day on, the one before until then.
 * A version that would begin on that day or later is taken over: it ends on its own first day and counts on none.
 *
 * @error a day that has passed, or one too far ahead
 */
export async function publishCompanion(tx: Db, { kind, code, content, decision, validFrom, by, at }: Publishing): Promise<Result<{ readonly version: number }, readonly Finding[]>> {
  const faults = firstDayFaults(validFrom, officeDay(at));
  if (faults.length > 0) return refuse(faults);
  const newest = await newestCompanion(tx, kind, code);
  const version = (newest?.version ?? 0) + 1;
  await sql`update catalogue.companion set valid_until = greatest(valid_from, ${validFrom}::date)
    where kind = ${kind} and code = ${code} and (valid_until is null or valid_until > ${validFrom})`.execute(tx);
  await catalogueDb(tx).insertInto('catalogue.companion').values({
    kind, code, version, content: JSON.stringify(content), decision_number: decision.number, decision_date: decision.date, valid_from: validFrom, valid_until: null, published_by: by.name, published_at: at,
  }).execute();
  return ok({ version });
}
