// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { openingsOf, readDocument, specimenPicture, validatePdf } from '@motcua/documents';
import { registerSeal } from '@motcua/organisation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issue, replay } from '../index.ts';
import { type SmallProvince, done, places, smallProvince, startOfTest, walk } from '../testing.ts';
import { endPicture, enterPicture, openPicture, picturesFor } from './signature-pictures.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let folder: string;
let seal: string;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  folder = mkdtempSync(path.join(tmpdir(), 'motcua-pictures-'));
  seal = done(await registerSeal(database.db, { agency: places.commune, kind: 'main', name: 'Con dấu UBND xã Một', keptAt: places.commune, custodian: province.officer('vanthu').id, registrationNumber: '01', registeredOn: '2026-01-05', permissionNumber: null, from: '2026-01-10' }, { id: province.officer('quantri').id, at: startOfTest })).id;
});
afterAll(async () => { province.remove(); rmSync(folder, { recursive: true }); await database.drop(); });

const enter = async (login: string, about: { readonly seal?: string; readonly widthMm?: number; readonly bytes?: Uint8Array } = {}) =>
  enterPicture(province.ctx, { officer: province.officer(login), seal: about.seal ?? null, widthMm: about.widthMm ?? null, bytes: about.bytes ?? await specimenPicture(about.seal === undefined ? 'officer' : 'seal', login) });

async function sealedResult(): Promise<Uint8Array> {
  const code = await go.taken();
  await go.appraised(code);
  await go.approved(code);
  done(await issue(province.ctx, { ...await go.onTask('vanthu', code, 'number'), seal: null }));
  const { result } = await go.state(code);
  const file = await readDocument(database.db, province.ctx.files, result?.documentId ?? '');
  if (file === undefined) throw new Error('no result');
  return file.bytes;
}

type Rect = { readonly left: number; readonly right: number; readonly width: number; readonly height: number; readonly middle: number };

/** Where the signatures are seen, in the order they were made: each revision writes its own in plain text; points. */
function seen(pdf: Uint8Array): readonly Rect[] {
  return [...Buffer.from(pdf).toString('latin1').matchAll(/\/FT \/Sig[^>]*?\/Rect \[ ([\d. ]+) \]/gu)].map(([, numbers = '']) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = numbers.split(' ').map(Number);
    return { left, right, width: right - left, height: top - bottom, middle: (top + bottom) / 2 };
  });
}

describe('hình chữ ký, hình con dấu (pictures signatures are seen by)', () => {
  test('leave the lines of name and time while nobody has entered one', async () => {
    const [officer, agency] = seen(await sealedResult());

    expect(officer?.left).toBeGreaterThan(0);
    expect(agency?.right).toBeLessThan(officer?.left ?? 0);
  });

  test('are entered by the officer for himself, by who keeps the seal for the seal, and by nobody else', async () => {
    const answers = [await enter('lanhdao'), await enter('vanthu', { seal, widthMm: 36 }), await enter('quantri', { seal, widthMm: 36 }), await enter('lanhdao', { seal, widthMm: 36 }), await enter('vanthu', { seal: crypto.randomUUID(), widthMm: 36 })];

    expect(answers.map((answer) => (answer.ok ? 'entered' : answer.error.code))).toEqual(['entered', 'entered', 'entered', 'seal-refused', 'no-such-row']);
  });

  test('put the seal at its real size over the left third of the hand, and both signatures count', async () => {
    done(await enter('lanhdao'));
    done(await enter('vanthu', { seal, widthMm: 38 }));

    const pdf = await sealedResult();

    const [hand, red] = seen(pdf);
    expect([red?.width, red?.height]).toEqual([expect.closeTo(38 * 72 / 25.4, 1), expect.closeTo(38 * 72 / 25.4, 0)]);
    expect(red?.right).toBeCloseTo((hand?.left ?? 0) + (hand?.width ?? 0) / 3, 1);
    expect(red?.middle).toBeCloseTo(hand?.middle ?? 0, 1);
    const file = path.join(folder, 'result.pdf');
    writeFileSync(file, pdf);
    expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).match(/Signature is Valid\./gu)).toHaveLength(2);
    expect((await validatePdf(pdf, { trust: { roots: [] } })).signatures.map(({ changesAfter }) => changesAfter)).toEqual(['signatures-only', 'none']);
  });

  test('leave every dossier as the ledger makes it', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });

  test('end when another is entered or their owner ends them, and stay in the list with who did it', async () => {
    const chief = { officer: province.officer('phochutich'), seal: null };
    done(await enter('phochutich'));
    done(await enter('phochutich', { bytes: await specimenPicture('officer', 'khác') }));
    done(await endPicture(province.ctx, chief));

    const { pictures } = done(await picturesFor(province.ctx, chief));

    expect(pictures.map(({ endedBy, enteredBy }) => [enteredBy, endedBy])).toEqual([['Cán bộ phochutich', 'Cán bộ phochutich'], ['Cán bộ phochutich', 'Cán bộ phochutich']]);
    expect(await endPicture(province.ctx, chief)).toMatchObject({ ok: false, error: { code: 'no-such-row' } });
  });

  test('are shown to their owner only, each look written down', async () => {
    const mine = { officer: province.officer('lanhdao'), seal: null };
    const [line] = done(await picturesFor(province.ctx, mine)).pictures;
    const id = line?.id ?? '';

    const shown = done(await openPicture(province.ctx, { ...mine, id }));
    const stranger = await openPicture(province.ctx, { officer: province.officer('vanthu'), seal: null, id });

    expect(shown.mediaType).toBe('image/png');
    expect(stranger).toMatchObject({ ok: false, error: { code: 'no-such-row' } });
    expect((await openingsOf(database.db, [shown.id])).map(({ by, purpose }) => [by, purpose])).toEqual([['Cán bộ lanhdao', 'signature-picture']]);
  });

  test('are refused at their field, and what was in use stays', async () => {
    const before = done(await picturesFor(province.ctx, { officer: province.officer('lanhdao'), seal: null }));

    const refused = await enter('lanhdao', { bytes: Buffer.from('<svg/>') });

    expect(refused).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'file', text: expect.stringContaining('PNG hoặc JPG') }] } });
    expect(done(await picturesFor(province.ctx, { officer: province.officer('lanhdao'), seal: null }))).toEqual(before);
  });
});
