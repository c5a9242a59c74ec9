// SPDX-License-Identifier: EUPL-1.2
import { type DossierEvent, bulkAppend, ledgerOf } from '@motcua/dossiers';
import { sql } from '@motcua/db-kit';
import { newId } from '@motcua/kernel';
import type { Installation } from '../installation.ts';
import { givenNames } from './load.ts';
import { fakePersonalId, personName, seeded } from './people.ts';
import { simulateWeeks } from './simulate.ts';

/** Lives lived once by the system's own acts; the many are these again, under other names, codes and days. */
const patterns = 120;
const batchSize = 500;

/** Share of the dossiers that are still open: a province handles some tens of thousands at a time. */
const openShare = 0.03;
const days = 900;

async function livesLived(installation: Installation, seed: number): Promise<readonly (readonly DossierEvent[])[]> {
  const { db } = installation.context;
  const known = await sql<{ id: string }>`select id from dossiers.dossier order by submitted_at, id limit ${patterns}`.execute(db);
  if (known.rows.length < 20) await simulateWeeks(installation, { dossiers: patterns, seed });
  const { rows } = await sql<{ id: string }>`select id from dossiers.dossier order by submitted_at, id limit ${patterns}`.execute(db);
  return Promise.all(rows.map(({ id }) => ledgerOf(db, id)));
}

/** Moves every moment of a life by whole weeks, so that weekdays and office hours stay. */
const shifted = (text: string, weeks: number): string => text.replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})/gu, (moment) => Temporal.Instant.from(moment).subtract({ hours: weeks * 7 * 24 }).toString());

const isLife = (value: unknown): value is readonly DossierEvent[] => Array.isArray(value) && value.every((line) => typeof line === 'object' && line !== null && 'dossierId' in line && 'data' in line);

/**
 * Makes many dossiers with whole ledgers, for measuring: lives lived by the system's own acts, again and again under other names on other days.
 */
export async function generateDossiers(installation: Installation, asked: { readonly dossiers: number; readonly seed: number; readonly progress?: (done: number) => void }): Promise<{ readonly dossiers: number; readonly events: number }> {
  const random = seeded(asked.seed);
  const names = givenNames();
  const lives = await livesLived(installation, asked.seed);
  const isEnded = (life: readonly DossierEvent[]): boolean => ['returned', 'refused', 'withdrawn'].includes(life.at(-1)?.data.to ?? '');
  const [ended, open] = [lives.filter(isEnded), lives.filter((life) => !isEnded(life))];
  const now = installation.context.clock.now();
  let [dossiers, events] = [0, 0];
  while (dossiers < asked.dossiers) {
    const batch = [];
    for (let at = dossiers; at < Math.min(asked.dossiers, dossiers + batchSize); at += 1) {
      // A province has far more ended dossiers than open ones.
      const from = random.chance(openShare) ? open : ended;
      const life = from[random.whole(from.length)] ?? [];
      const [first] = life;
      if (first?.type !== 'submitted') continue;
      const { name } = personName(random, names);
      const code = `${first.data.agencies.solving}-G${asked.seed}-${String(at).padStart(8, '0')}`;
      // Lives still open stay in the last weeks.
      const text = shifted(JSON.stringify(life), from === ended ? random.whole(Math.floor(days / 7)) : random.whole(2));
      const own: unknown = JSON.parse(text.replaceAll(JSON.stringify(first.data.code).slice(1, -1), code).replaceAll(JSON.stringify(first.data.applicant.name).slice(1, -1), name).replaceAll(first.data.applicant.personalId, fakePersonalId(random)));
      if (isLife(own)) batch.push({ id: newId(now), facts: own });
    }
    events += await bulkAppend(installation.context.db, batch);
    dossiers += batch.length;
    asked.progress?.(dossiers);
    if (batch.length === 0) break;
  }
  return { dossiers, events };
}
