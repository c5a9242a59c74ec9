// SPDX-License-Identifier: EUPL-1.2
/**
 * Lists and search on many dossiers: each question as the screens ask it, as a ratio to the bare fetch of 50 rows by primary key in the same run.
 * First: MOTCUA_DATA=… bin/motcua generate --dossiers 1000000. Then: MOTCUA_DATA=… bin/motcua bench lists.
 */
import path from 'node:path';
import { sql } from '@motcua/db-kit';
import { figuresToday, searchDossiers, workOf } from '@motcua/dossiers';
import { officeDay } from '@motcua/kernel';
import { findOfficer } from '@motcua/organisation';
import { openInstallation, readConfig } from '@motcua/server';

const rounds = 40;

const config = readConfig(process.env, path.resolve(import.meta.dirname, '..'));
if (!config.ok) throw new Error(config.error.join('\n'));
const installation = await openInstallation(config.value);
const { context } = installation;
const { db } = context;

async function milliseconds(work: (round: number) => Promise<unknown>): Promise<{ readonly median: number; readonly p95: number }> {
  for (let round = 0; round < 5; round += 1) await work(round);
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return { median: taken[Math.floor(rounds / 2)] ?? 0, p95: taken[Math.floor(rounds * 0.95)] ?? 0 };
}

const officer = async (login: string) => {
  const found = await findOfficer(db, { login }, officeDay(context.clock.now()).toString());
  if (found === undefined) throw new Error(`no ${login}: generate first`);
  return found;
};

const { rows: [counted] } = await sql<{ dossiers: number; events: number }>`select (select reltuples::bigint::int from pg_class where oid = 'dossiers.dossier'::regclass) as dossiers, (select reltuples::bigint::int from pg_class where oid = 'dossiers.event'::regclass) as events`.execute(db);
console.log(`about ${counted?.dossiers.toLocaleString('en')} dossiers, ${counted?.events.toLocaleString('en')} events`);

const [intake, handler, leader] = [await officer('songmay.tiepnhan'), await officer('songmay.chuyenvien'), await officer('tinh.lanhdao')];
const { rows: ids } = await sql<{ id: string; name: string; code: string }>`select id, applicant_name as name, code from dossiers.dossier tablesample system_rows(1) limit 60`.execute(db).catch(() => sql<{ id: string; name: string; code: string }>`select id, applicant_name as name, code from dossiers.dossier limit 60`.execute(db));
const someone = (round: number): string => ids[round % ids.length]?.name ?? 'nguyen';

const floor = await milliseconds(() => sql`select * from dossiers.dossier where id = any(${ids.slice(0, 50).map(({ id }) => id)})`.execute(db));
console.log(`${'floor: 50 rows by primary key'.padEnd(52)} ${floor.median.toFixed(2).padStart(8)} ms  p95 ${floor.p95.toFixed(2)}`);

const questions: readonly (readonly [string, (round: number) => Promise<unknown>])[] = [
  ['my work, first page', () => workOf(context, db, handler, { list: 'todo' })],
  ['results to hand out, first page', () => workOf(context, db, intake, { list: 'to-return' })],
  ['all dossiers of the commune, newest first', () => searchDossiers(context, db, handler, {})],
  ['search by full name without tone marks, whole province', (round) => searchDossiers(context, db, leader, { q: someone(round).normalize('NFD').replace(/\p{M}/gu, '') })],
  ['search by full name, one commune', (round) => searchDossiers(context, db, handler, { q: someone(round) })],
  ['search by code, whole province', (round) => searchDossiers(context, db, leader, { q: ids[round % ids.length]?.code ?? '' })],
  ['overdue, whole province', () => searchDossiers(context, db, leader, { standing: 'overdue' })],
  ['live figures of the province', () => figuresToday(context, db, leader)],
  ['live figures of a commune', () => figuresToday(context, db, handler)],
];
for (const [name, work] of questions) {
  const { median, p95 } = await milliseconds(work);
  console.log(`${name.padEnd(52)} ${median.toFixed(2).padStart(8)} ms  p95 ${p95.toFixed(2).padStart(8)}  ${(median / floor.median).toFixed(1)} × floor`);
}
await installation.close();
