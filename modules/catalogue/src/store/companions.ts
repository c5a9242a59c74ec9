// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Result, officeDay, officeDayText, ok, refuse } from '@motcua/kernel';
import { type Finding, must } from '../rules/finding.ts';
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
 *
 * @error a day that has passed, or one before a version published earlier begins. Two on one day: the later counts, so that a mistake of the morning can be taken back
 */
export async function publishCompanion(tx: Db, { kind, code, content, decision, validFrom, by, at }: Publishing): Promise<Result<{ readonly version: number }, readonly Finding[]>> {
  if (validFrom < officeDay(at).toString()) return refuse([must('validFrom', 'Ngày có hiệu lực', 'Ngày này đã qua. Chọn từ hôm nay trở đi.')]);
  const newest = await newestCompanion(tx, kind, code);
  if (newest !== undefined && newest.validFrom > validFrom) {
    return refuse([must('validFrom', 'Ngày có hiệu lực', `Bản ${newest.version} đã công bố, có hiệu lực từ ${officeDayText(Temporal.PlainDate.from(newest.validFrom))}. Chọn từ ngày ấy trở đi.`)]);
  }
  const version = (newest?.version ?? 0) + 1;
  await catalogueDb(tx).updateTable('catalogue.companion').set({ valid_until: validFrom }).where('kind', '=', kind).where('code', '=', code).where('valid_until', 'is', null).execute();
  await catalogueDb(tx).insertInto('catalogue.companion').values({
    kind, code, version, content: JSON.stringify(content), decision_number: decision.number, decision_date: decision.date, valid_from: validFrom, valid_until: null, published_by: by.name, published_at: at,
  }).execute();
  return ok({ version });
}
