// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Db, sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BenchAsked, BenchChoice } from '../contract.ts';
import { type SmallProvince, places, plainAnswers, procedures, smallProvince } from '../testing.ts';
import { rolledBack, BenchTaken } from '../store/bench.ts';
import { benchPaper, trial } from './trial.ts';

/** Every row of every table of the product, counted and digested: what changed shows. */
async function imprint(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' and has_table_privilege(current_user, quote_ident(table_schema) || '.' || quote_ident(table_name), 'select') order by 1`.execute(db);
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const { rows: [row] } = await sql<{ print: string }>`select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print from ${sql.table(name)} t`.execute(db);
    found.set(name, row?.print ?? '');
  }
  return found;
}

async function blobsOf({ ctx }: SmallProvince): Promise<string> {
  const hash = createHash('sha256');
  for await (const { address } of ctx.files.blobs.list()) hash.update(address);
  return hash.digest('hex');
}

describe('a dossier at the bench', () => {
  let database: TestDatabase;
  let province: SmallProvince;
  beforeAll(async () => { database = await testDatabase(); province = await smallProvince(database.db); });
  afterAll(async () => { province.remove(); await database.drop(); });

  const asked = (choices: readonly BenchChoice[], about: Partial<BenchAsked> = {}): BenchAsked =>
    ({ procedure: procedures.permits, agency: places.commune, circumstance: null, channel: 'counter', answers: { ...plainAnswers }, startAt: null, proposals: [], choices: [...choices], ...about });
  const parts = () => ({ ctx: province.ctx, publishDrafts: () => Promise.resolve([]) });

  /** Goes on by the first offer of these, until none is left or the dossier ends. */
  async function wholeWay(): Promise<readonly BenchChoice[]> {
    const choices: BenchChoice[] = [];
    for (let turn = 0; turn < 15; turn += 1) {
      const { offers } = await trial(parts(), asked(choices));
      const next = offers.find((offer) => ['step', 'approve', 'issue', 'return'].includes(offer.do));
      if (next === undefined) return choices;
      if (next.do === 'return') choices.push({ do: 'return' });
      else if (next.do === 'step') choices.push({ do: 'step', node: next.node ?? '', variables: {} });
      else if (next.do === 'approve' || next.do === 'issue') choices.push({ do: next.do, node: next.node ?? '' });
    }
    return choices;
  }

  test('goes the whole way from the counter to the return by the real acts, and leaves nothing', async () => {
    const [before, files] = [await imprint(database.db), await blobsOf(province)];

    const choices = await wholeWay();
    const run = await trial(parts(), asked(choices));
    const paper = await benchPaper(parts(), { ...asked(choices), paper: 'result' });

    expect(run.dossier?.status).toBe('returned');
    expect(run.dossier?.issued.map(({ form }) => form)).toEqual(expect.arrayContaining(['receipt', 'control-slip', 'result']));
    expect(run.dossier?.timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['submitted', 'accepted', 'approved', 'issued', 'returned']));
    expect(Buffer.from(paper ?? new Uint8Array()).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await imprint(database.db)).toEqual(before);
    expect(await blobsOf(province)).toBe(files);
  });

  test('says a refusal in its place and keeps what came before it', async () => {
    const run = await trial(parts(), asked([{ do: 'return' }]));

    expect(run.lines.map(({ outcome }) => outcome.ok)).toEqual([false]);
    expect(run.dossier?.status).toBe('accepted');
  });

  test.each([['answered', true], ['refused', false], ['late', true]] as const)('is told what an asked agency says: %s', async (answer, agrees) => {
    const run = await trial(parts(), asked([{ do: 'consult', agency: places.otherCommune }, { do: 'partner', who: 'agency', answer }]));

    expect(run.lines.map(({ outcome }) => outcome.ok)).toEqual([true, true]);
    expect(run.dossier?.consultations.map((one) => one.agrees)).toEqual([agrees]);
    expect(run.at > (await trial(parts(), asked([]))).at).toBe(answer === 'late');
  });

  test('goes on past an asked agency that is broken', async () => {
    const run = await trial(parts(), asked([{ do: 'consult', agency: places.otherCommune }, { do: 'partner', who: 'agency', answer: 'broken' }]));

    expect(run.dossier?.consultations.map(({ silent }) => silent)).toEqual([true]);
  });

  test('has a clock that only goes forward', async () => {
    const run = await trial(parts(), asked([{ do: 'wait', until: '2026-11-10T08:00:00+07:00' }]));

    expect(run.lines.map(({ outcome }) => outcome.ok)).toEqual([false]);
  });

  test('is one at a time', async () => {
    await rolledBack(province.ctx, province.clock.now(), async () => {
      await expect(trial(parts(), asked([]))).rejects.toBeInstanceOf(BenchTaken);
    });
  });
});
