// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { officerDossier, ownDossier, recordSecret, replay, requestSupplement, supplement } from '../index.ts';
import { printPaper } from '../papers/print.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aCitizen, done, places, smallProvince, startOfTest, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const codeOf = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => outcome.error?.code ?? 'done';
const details = { number: '12/BC-M', issuedOn: '2026-10-02', level: 'confidential' as const, keeper: 'Văn thư cơ quan', venue: 'Tủ số 2', way: 'kt1' as const };
const record = async (who: Parameters<typeof go.by>[0], code: string, paperNo: number | null, about: Partial<typeof details> = {}) => recordSecret(province.ctx, { ...await go.by(who, code), body: { ...details, ...about, paperNo } });
const file = { id: '0193a000-0000-7000-8000-000000000001', name: 'x.pdf', size: 10, mediaType: 'application/pdf' };

describe('tài liệu mật, ngoài hệ thống (a component that is a state secret)', () => {
  test('is written down where it can be found again: number, day, level, keeper, place, way; the last record counts', async () => {
    const code = await go.taken();
    done(await record('tiepnhan', code, 1));
    done(await record('vanthu', code, 1, { venue: 'Két số 1' }));
    const dossier = await go.state(code);

    expect(dossier.secrets).toMatchObject([{ ...details, no: 1, venue: 'Két số 1', by: { name: 'Cán bộ vanthu' } }]);
    expect((await eventsOf(database.db, dossier.id)).filter(({ type }) => type === 'secret-recorded')).toHaveLength(2);
  });

  test('that nobody asked for becomes a component of its own', async () => {
    const code = await go.taken();
    const before = (await go.state(code)).papers.length;
    done(await record('tiepnhan', code, null));

    expect((await go.state(code)).papers.slice(before)).toMatchObject([{ no: before + 1, name: 'Tài liệu mật', documents: [] }]);
  });

  test('takes no file, from the applicant or at the counter, whether sent to the paper or to the item that asks for it', async () => {
    const code = await go.taken();
    done(await record('tiepnhan', code, 1));
    done(await requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Thiếu.', items: [{ paperNo: 1, what: 'x', howToMend: 'y', basis: null }] } }));
    const send = async (who: Parameters<typeof go.by>[0], body: Pick<Parameters<typeof supplement>[1]['body'], 'documents' | 'ofItems'>) => supplement(province.ctx, { ...await go.by(who, code), body: { note: 'Gửi tệp.', answers: null, ...body } });
    const outcomes = [await send(aCitizen(), { documents: new Map([[1, [file]]]) }), await send('tiepnhan', { documents: new Map([[1, [file]]]) }), await send(aCitizen(), { documents: new Map(), ofItems: new Map([[1, [file]]]) })];
    const other = await send(aCitizen(), { documents: new Map([[2, [file]]]) });

    expect([...outcomes, other].map(codeOf)).toEqual(['secret-paper', 'secret-paper', 'secret-paper', 'done']);
  });

  test('is not recorded over a file that is in the system, for a component that is not there, or with a day to come', async () => {
    const code = await go.taken();
    done(await requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Thiếu.', items: [{ paperNo: 1, what: 'x', howToMend: 'y', basis: null }] } }));
    done(await supplement(province.ctx, { ...await go.by(aCitizen(), code), body: { note: null, answers: null, documents: new Map([[1, [file]]]) } }));
    const outcomes = [await record('tiepnhan', code, 1), await record('tiepnhan', code, 99), await record('tiepnhan', code, 2, { issuedOn: '2026-11-18' }), await record(aCitizen(), code, 2), await record('tiepnhan.hai', code, 2)];

    expect(outcomes.map(codeOf)).toEqual(['secret-has-files', 'fields-to-mend', 'fields-to-mend', 'not-permitted', 'dossier-unknown']);
  });

  test('is shown to few: the others, the applicant too, read the mark alone', async () => {
    const code = await go.taken();
    done(await record('tiepnhan', code, 1));
    const seenBy = async (who: string) => officerDossier(province.ctx, database.db, province.officer(who), code);
    const open = { no: 1, details: { ...details, recordedAt: startOfTest.toString(), who: 'Cán bộ tiepnhan' } };
    const closed = { no: 1, details: null };

    expect([await seenBy('vanthu'), await seenBy('truongbophan'), await seenBy('tiepnhan'), await ownDossier(province.ctx, database.db, aCitizen(), code)].map((answer) => answer.ok && answer.value.secretPapers)).toEqual([[open], [open], [closed], [closed]]);
    expect(JSON.stringify([await seenBy('tiepnhan'), await ownDossier(province.ctx, database.db, aCitizen(), code)])).not.toMatch(/Tủ số 2|12\/BC-M/u);
  });

  test('is marked on the receipt, without its number', async () => {
    const code = await go.taken();
    done(await record('tiepnhan', code, 1));
    const dossier = await go.state(code);
    const pdf = await printPaper(province.ctx, database.db, { dossier, events: await eventsOf(database.db, dossier.id), paper: 'receipt' });
    const words = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf ?? new Uint8Array(), encoding: 'utf8' }).replace(/\s+/gu, ' ');

    expect(words).toContain('tài liệu mật – ngoài hệ thống');
    expect(words).not.toContain('12/BC-M');
  });

  test('does not travel with the other papers', async () => {
    const code = await go.taken({ solvingAgency: places.otherCommune });
    const before = (await go.state(code)).paperTrip?.count ?? 0;
    done(await record('tiepnhan', code, 1));
    const after = (await go.state(code)).paperTrip?.count ?? 0;

    expect([before > 1, before - after]).toEqual([true, 1]);
  });
});
