// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { readDocument, validatePdf } from '@motcua/documents';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { completeStep, extend, officerDossier, ownDossier, proposeExtension, replay } from '../index.ts';
import { type SmallProvince, aCitizen, aDraft, done, smallProvince, startOfTest, walk } from '../testing.ts';
import { extensionOffer } from '../views/extension-offer.ts';
import { workCounts, workOf } from '../views/lists.ts';

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

const owed = async (code: string): Promise<Temporal.Instant> => Temporal.Instant.from((await go.state(code)).clock?.owedAt ?? '');
const longer = { value: 2, reason: 'Phải kiểm tra thực địa thêm.' };
const at = (text: string): void => { province.clock.set(Temporal.Instant.from(text)); };
const listed = async (who: string, code: string): Promise<boolean> => (await workOf(province.ctx, database.db, province.officer(who), { list: 'to-extend' })).dossiers.some((row) => row.code === code);

describe('xin lỗi và gia hạn (apology and extension)', () => {
  test('moves the return day by the engine, on a paper the head signs, and tells the person', async () => {
    const code = await go.taken();
    const before = await owed(code);
    const was = (await go.state(code)).clock?.owedAt ?? '';
    done(await extend(province.ctx, { ...await go.by('lanhdao', code), body: longer }));
    const dossier = await go.state(code);
    const paper = await readDocument(database.db, province.ctx.files, dossier.extension?.documentId ?? '');
    const { signatures } = await validatePdf(paper?.bytes ?? new Uint8Array(), { trust: { roots: [] } });
    const own = await ownDossier(province.ctx, database.db, aCitizen(), code);

    expect(dossier).toMatchObject({ status: 'accepted', extension: { number: '1/PXL', owedAt: was }, clock: { events: [{ type: 'extended', value: 2 }] } });
    expect(Temporal.Instant.compare(await owed(code), before)).toBe(1);
    expect(dossier.clock?.explanation.some(({ rule }) => rule === 'extended')).toBe(true);
    expect(signatures.map(({ coversWholeFile, changesAfter, verdict }) => [coversWholeFile, changesAfter, verdict === 'invalid'])).toEqual([[true, 'none', false]]);
    expect(own).toMatchObject({ value: { notices: [{ title: 'Xin lỗi ông/bà, ngày hẹn phải lùi lại' }], issued: [{ form: 'receipt' }, { form: 'extension' }], extension: { newOwedAt: dossier.clock?.owedAt ?? '' } } });
  });

  test('is done once in the life of a dossier', async () => {
    const code = await go.taken();
    done(await extend(province.ctx, { ...await go.by('lanhdao', code), body: longer }));
    const again = await extend(province.ctx, { ...await go.by('lanhdao', code), body: longer });
    const proposed = await proposeExtension(province.ctx, { ...await go.by('chuyenvien', code), body: longer });

    expect([again, proposed]).toMatchObject([{ error: { code: 'extension-used' } }, { error: { code: 'extension-used' } }]);
  });

  test('is signed by the head and nobody else, at the latest on the day before the day owed', async () => {
    const code = await go.taken();
    const day = (await owed(code)).toZonedDateTimeISO('Asia/Ho_Chi_Minh').startOfDay();
    const refused = await Promise.all(['chuyenvien', 'truongphong', 'tiepnhan', 'lanhdao.so'].map(async (who) => extend(province.ctx, { ...await go.by(who, code), body: longer })));
    province.clock.set(day.toInstant());
    const late = await extend(province.ctx, { ...await go.by('lanhdao', code), body: longer });
    province.clock.set(day.toInstant().subtract({ minutes: 1 }));
    const last = await extend(province.ctx, { ...await go.by('lanhdao', code), body: longer });

    expect(refused.map((outcome) => outcome.ok || outcome.error.code)).toEqual(['not-permitted', 'not-permitted', 'not-permitted', 'dossier-unknown']);
    expect([late, last]).toMatchObject([{ error: { code: 'extension-too-late' } }, { ok: true }]);
  });

  test('is proposed by the officer with a reason from the ledger; nothing moves until it is signed', async () => {
    const code = await go.taken();
    const before = await owed(code);
    const offer = await extensionOffer(province.ctx, database.db, { actor: province.officer('chuyenvien'), code, value: null });
    done(await proposeExtension(province.ctx, { ...await go.by('chuyenvien', code), body: longer }));

    expect(offer).toMatchObject({ value: { possible: true, value: 1, unit: 'ngày làm việc', reason: expect.stringMatching(/^Hồ sơ còn ở bước «.*thẩm định.*», cần thêm thời gian giải quyết\.$/iu) } });
    expect([(await owed(code)).toString(), await listed('lanhdao', code)]).toEqual([before.toString(), true]);
    expect(await ownDossier(province.ctx, database.db, aCitizen(), code)).toMatchObject({ value: { notices: [], timeline: [{ type: 'accepted' }, { type: 'submitted' }] } });
    expect((await workOf(province.ctx, database.db, province.officer('lanhdao'), { list: 'to-extend' })).dossiers.find((row) => row.code === code)?.alert).toMatchObject({ kind: 'sign-extension' });
  });

  test('is due on the last working day before the day owed, and only at the agency that solves', async () => {
    // Owed on a Monday: Friday is the last working day on which the apology is in time.
    at('2026-11-16T09:00:00+07:00');
    const code = await go.taken({ limitOverride: null });
    const owedOn = (await owed(code)).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate();
    const workdays: Temporal.PlainDate[] = [];
    for (let day = owedOn.subtract({ days: 1 }); workdays.length < 2; day = day.subtract({ days: 1 })) if (day.dayOfWeek < 6) workdays.push(day);
    const seen: boolean[] = [];
    for (const day of [...workdays.toReversed(), owedOn]) {
      at(`${day.toString()}T10:00:00+07:00`);
      seen.push(await listed('chuyenvien', code));
    }
    at(`${workdays[0]?.toString() ?? ''}T10:00:00+07:00`);

    expect(seen).toEqual([false, true, false]);
    expect([await listed('lanhdao', code), await listed('lanhdao.so', code), await listed('chuyenvien.hai', code), await listed('tiepnhan', code)]).toEqual([true, false, false, false]);
    expect((await workCounts(province.ctx, database.db, province.officer('chuyenvien')))['to-extend']).toBeGreaterThanOrEqual(1);
    done(await extend(province.ctx, { ...await go.by('lanhdao', code), body: longer }));
    expect(await listed('chuyenvien', code)).toBe(false);
  });
});

describe('bước trễ hạn (a step done late)', () => {
  const finish = async (code: string, lateCause?: { code: string; note: string | null }) => completeStep(province.ctx, {
    ...await go.onTask('chuyenvien', code, 'appraise'), body: { opinion: 'Đạt.', draft: aDraft, variables: {}, ...(lateCause === undefined ? {} : { lateCause }) },
  });
  const late = async (): Promise<string> => {
    const code = await go.taken();
    const due = (await go.task(code, 'appraise')).dueAt ?? '';
    province.clock.set(Temporal.Instant.from(due).add({ minutes: 1 }));
    return code;
  };

  test('asks for its cause, from the list and with words where the list says too little', async () => {
    const code = await late();
    const outcomes = [await finish(code), await finish(code, { code: 'no-such', note: null }), await finish(code, { code: 'other', note: null })];
    done(await finish(code, { code: 'other', note: 'Mất điện hai ngày.' }));

    expect(outcomes).toMatchObject([{ error: { code: 'late-cause-missing' } }, { error: { code: 'fields-to-mend' } }, { error: { code: 'fields-to-mend' } }]);
    expect(await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code)).toMatchObject({ value: { lateSteps: [{ cause: 'Nguyên nhân khác: Mất điện hai ngày.', who: 'Cán bộ chuyenvien' }], timeline: [{ detail: 'Đạt. Trễ hạn bước. Nguyên nhân: Nguyên nhân khác: Mất điện hai ngày.' }, {}, {}] } });
    expect(await extensionOffer(province.ctx, database.db, { actor: province.officer('lanhdao'), code, value: 1 })).toMatchObject({ value: { reason: expect.stringContaining('mất điện hai ngày') } });
  });

  test('is shown as late before it is finished, and keeps no cause when it was in time', async () => {
    const code = await go.taken();
    const view = async () => officerDossier(province.ctx, database.db, province.officer('chuyenvien'), code);
    const early = await view();
    province.clock.set(Temporal.Instant.from((await go.task(code, 'appraise')).dueAt ?? ''));
    const inTime = await finish(code, { code: 'workload', note: null });

    expect([early, inTime]).toMatchObject([{ value: { tasks: [{ late: false }] } }, { ok: true }]);
    expect((await go.state(code)).lateSteps).toEqual([]);
  });
});
