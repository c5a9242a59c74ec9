// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { productEforms, publishEform } from '@motcua/eforms';
import { fixedClock } from '@motcua/kernel';
import { registerAgencies } from '@motcua/organisation';
import { importInternalProcedures } from '@motcua/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findHandling, importProcedures } from '../index.ts';
import { controlledProcedure } from '../views/control.ts';
import { enterHandling } from './enter-handling.ts';

const at = Temporal.Instant.from('2026-11-17T09:00:00+07:00');
const published = Temporal.Instant.from('2026-01-01T00:00:00+07:00');
const by = { kind: 'officer', id: 'k', name: 'Cán bộ Kiểm Soát', postings: [] } as const;
const code = '9.400001';
const good = { agency: 'A', process: 'MC-XA-CHUAN', eform: 'don-de-nghi', unit: null, resultSymbol: 'QĐ-UBND', validFrom: '2026-12-01', document: '12/QĐ-UBND' };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await importProcedures(db, [JSON.stringify({ code, name: 'Thủ tục thử' })], { clock: fixedClock(at), source: 'test' });
  await registerAgencies(db, [{ code: 'A', name: 'UBND xã A', short_name: 'xã A', parent_code: null, kind: 'commune', place_code: null, phone: '0', address: 'x', code_format: 'DOTTED_2020', valid_from: '2025-07-01', valid_until: null, demonstration: true }]);
  const form = (await productEforms()).find(({ key }) => key === 'don-de-nghi');
  if (form === undefined) throw new Error('no form');
  await publishEform(db, form, { by: 'test', at: published });
  await importInternalProcedures(db, JSON.parse(await readFile(path.join(import.meta.dirname, '../../../../data/internal-procedures/own-models.json'), 'utf8')), { by: 'test', at: published, dryRun: false });
});
afterAll(async () => { await database.drop(); });

const enter = (given: Partial<typeof good> = {}) => enterHandling(database.db, code, { asked: { ...good, ...given }, by, at });

describe('giao thủ tục cho cơ quan (which agency handles how, since when)', () => {
  test.each<readonly [string, Partial<typeof good>, string]>([
    ['a day that has passed', { validFrom: '2026-11-16' }, 'validFrom'], ['an unknown agency', { agency: 'Z' }, 'agency'], ['an unknown process', { process: 'không có' }, 'process'], ['an unknown form', { eform: 'khong-co' }, 'eform'],
  ])('refuses %s, naming the field', async (_name, given, field) => {
    expect(await enter(given)).toMatchObject({ ok: false, error: { code: 'handling-bad', fields: [{ path: field }] } });
  });

  test('counts from its day on and is shown with it; the same day twice is refused', async () => {
    const twice = [await enter(), await enter()];
    const before = await findHandling(database.db, { procedure: code, agency: 'A', day: '2026-11-30' });
    const after = await findHandling(database.db, { procedure: code, agency: 'A', day: '2026-12-01' });
    const shown = await controlledProcedure(database.db, code, { day: '2026-11-17', mayEnterHandling: true });

    expect(twice).toEqual([{ ok: true, value: null }, { ok: false, error: { code: 'handling-known' } }]);
    expect([before, after?.processKey]).toEqual([undefined, 'MC-XA-CHUAN']);
    expect(shown?.handlings.map(({ agencyName, standing }) => [agencyName, standing])).toEqual([['UBND xã A', 'coming']]);
  });
});
