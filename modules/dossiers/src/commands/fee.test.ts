// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { companionKinds } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, officerDossier, replay } from '../index.ts';
import { printPaper } from '../papers/print.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aCitizen, aParty, allInOrder, anIntake, done, places, plainAnswers, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { takeIn } from './accept.ts';
import { beginDraft, fileDraft } from './draft.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  const fees = companionKinds(province.ctx).find(({ kind }) => kind === 'fees');
  const content = {
    subject: { code: procedures.permits, name: 'Gia hạn giấy phép' }, shipping: [],
    lines: [
      { id: 'giay-phep', kind: 'SERVICE_FEE', name: 'cấp giấy phép', circumstance: null, channel: null, amountVnd: 75_000, unit: null, basis: 'Nghị quyết 1' },
      { id: 'trang', kind: 'FEE', name: 'sao hồ sơ', circumstance: null, channel: null, amountVnd: 2000, unit: 'trang', basis: 'Nghị quyết 2' },
    ],
    reliefs: [{ id: 'ngheo', line: 'giay-phep', who: 'người thuộc hộ nghèo', percent: 50, channel: null, isClaimed: true, validFrom: '2026-01-01', validUntil: null, basis: 'Nghị quyết 3' }],
  };
  done(await fees?.publish(database.db, { key: procedures.permits, content, decision: { number: '9/QĐ-UBND', date: '2026-11-01' }, validFrom: '2026-11-17', by: { id: 'x', name: 'x' }, at: startOfTest }) ?? { ok: false, error: 'no kind' });
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const taken = async (amountVnd: number, asked: { readonly units?: Record<string, number>; readonly claims?: string[] }, way: 'cash' | 'none' = 'cash') =>
  takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ fee: { amountVnd, way, asked: { units: asked.units ?? {}, claims: asked.claims ?? [], shipping: null } } }) });
const feeOf = async (code: string) => (await go.state(code)).fee;

describe('phí, lệ phí của hồ sơ (the fee of a dossier)', () => {
  test('is worked out at the counter from what is counted and claimed, kept with its reasons, and printed with the receipt', async () => {
    const { code } = done(await taken(75_000 / 2 + 20_000, { units: { trang: 10 }, claims: ['ngheo'] }));
    const dossier = await go.state(code);
    const pdf = await printPaper(province.ctx, database.db, { dossier, events: await eventsOf(database.db, dossier.id), paper: 'receipt' });
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf ?? new Uint8Array(), encoding: 'utf8' }).replace(/\s+/gu, ' ');
    const shown = await officerDossier(province.ctx, database.db, province.officer('tiepnhan'), code);

    expect(dossier.fee).toMatchObject({ amountVnd: 57_500, way: 'cash', price: { totalVnd: 57_500, asked: { units: { trang: 10 }, claims: ['ngheo'] } } });
    expect(text).toContain('2.000 đ × 10 trang = 20.000 đ theo Nghị quyết 2');
    expect(text).toContain('giảm 50 % vì người thuộc hộ nghèo theo Nghị quyết 3');
    expect(text).toContain('Tổng cộng: 57.500 đồng.');
    expect(shown).toMatchObject({ value: { fee: { amountVnd: 57_500, price: { lines: [{ amountVnd: 37_500 }, { amountVnd: 20_000 }] } } } });
  });

  test('is not taken otherwise than the published table says', async () => {
    expect(await taken(50_000, { units: { trang: 1 } })).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'fee.amountVnd', text: expect.stringContaining('77.000 đồng') }] } });
    expect(await taken(0, { units: { trang: 1 } }, 'none')).toMatchObject({ ok: true });
  });

  test.each<[string, { readonly units?: Record<string, number>; readonly claims?: string[] }, string]>([
    ['what the table does not count', { units: { 'mét-vuông': 3 } }, 'fee.units.mét-vuông'], ['a relief the table does not know', { claims: ['tre-em'] }, 'fee.claims'],
  ])('is refused for %s, at its place', async (_what, asked, path) => {
    expect(await taken(77_000, asked)).toMatchObject({ ok: false, error: { fields: [{ path }] } });
  });

  test('of an online filing keeps what the person answered, and is worked out again when the papers are counted at acceptance', async () => {
    const owner = aCitizen();
    const content = { agency: places.commune, circumstance: null, applicant: aParty(), forOther: false, answers: { ...plainAnswers }, returnWay: 'counter' as const, fee: { units: { trang: 2 }, claims: ['ngheo'], shipping: null } };
    const draft = done(await beginDraft(province.ctx, owner, { procedure: procedures.permits, content }));
    const { code } = done(await fileDraft(province.ctx, owner, { id: draft.id, revision: draft.revision, clientKey: randomUUID() }));
    const before = await feeOf(code);
    province.clock.set(startOfTest.add({ hours: 1 }));
    done(await accept(province.ctx, { ...await go.by('tiepnhan', code), body: { papers: allInOrder, limitOverride: null, fee: { units: { trang: 6 }, claims: ['ngheo'], shipping: null } } }));

    expect([before.amountVnd, (await feeOf(code)).amountVnd]).toEqual([41_500, 49_500]);
    expect((await feeOf(code)).price?.lines[1]?.text).toContain('2.000 đ × 6 trang');
  });
});
