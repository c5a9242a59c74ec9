// SPDX-License-Identifier: EUPL-1.2
import { type PaperKind, componentKind, paperKinds } from '@motcua/catalogue';
import { type Db, sql } from '@motcua/db-kit';
import type { Clock } from '@motcua/kernel';
import type { DigitisingRule } from '../rules/must-digitise.ts';

/** What a page costs that its owner asks to have digitised, and by which rule; 0 where no row is in force. @param day - ISO 8601 */
export async function digitisingFeeOn(db: Db, day: string): Promise<{ readonly pageVnd: number; readonly basis: string }> {
  const { rows: [row] } = await sql<{ pageVnd: string; basis: string }>`select page_vnd::text as "pageVnd", legal as basis from dossiers.digitising_fee where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 1`.execute(db);
  return row === undefined ? { pageVnd: 0, basis: '' } : { pageVnd: Number(row.pageVnd), basis: row.basis };
}

async function rulesOn(db: Db, day: string): Promise<readonly DigitisingRule[]> {
  const { rows } = await sql<DigitisingRule>`select kind_code as kind, procedure_code as procedure, class, legal as basis from dossiers.digitising_rule where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 5000`.execute(db);
  return rows;
}

type Asked = { readonly procedure: string; readonly day: string };
/** What is known for a procedure: the kind of each component, and the province's rows of the day. */
type Known = { readonly kindOf: (component: string) => PaperKind | null; readonly rules: readonly DigitisingRule[] };

/** What decides whether papers must be digitised, kept for a minute: a change is seen at the latest then. */
export type DigitisingShelf = { readonly of: (db: Db, asked: Asked) => Promise<Known> };

const keptMilliseconds = 60_000;

async function known(db: Db, { procedure, day }: Asked): Promise<Known> {
  const [codeOf, kinds, rules] = await Promise.all([componentKind(db, procedure), paperKinds(db), rulesOn(db, day)]);
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  return { kindOf: (component) => byCode.get(codeOf(component) ?? '') ?? null, rules };
}

/** Opens an empty shelf. */
export function digitisingShelf(clock: Clock): DigitisingShelf {
  let kept: { readonly until: number; readonly answers: Map<string, Promise<Known>> } | undefined;
  return {
    of: (db, asked) => {
      const now = clock.now().epochMilliseconds;
      if (kept === undefined || kept.until <= now || kept.until - now > keptMilliseconds) kept = { until: now + keptMilliseconds, answers: new Map() };
      const { answers } = kept;
      const key = `${asked.procedure} ${asked.day}`;
      const fresh = answers.get(key) ?? known(db, asked);
      answers.set(key, fresh);
      fresh.catch(() => { answers.delete(key); });
      return fresh;
    },
  };
}
