// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import type { Officer } from '@motcua/kernel';
import { endAbsence, enterPosting, findOfficer, noteAbsence, setBackup } from '@motcua/organisation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve, assign, completeStep, officerDossier, release, replay, takeIn, workOf } from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aDraft, anIntake, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { stepOfficers } from '../views/step-officers.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  await setBackup(database.db, { officer: province.officer('chuyenvien').id, agency: places.commune, backup: province.officer('tiepnhan').id });
  await setBackup(database.db, { officer: province.officer('lanhdao').id, agency: places.commune, backup: province.officer('phochutich').id });
});
afterAll(async () => { province.remove(); await database.drop(); });

const by = () => ({ id: province.officer('quantri').id, at: startOfTest });
const away = async (login: string, from = '2026-11-17', through = '2026-11-20'): Promise<string> =>
  done(await noteAbsence(database.db, { officer: province.officer(login).id, agency: places.commune, from, through, reason: 'Nghỉ phép' }, by())).id;
const back = async (id: string): Promise<void> => { done(await endAbsence(database.db, { id, through: '2026-11-16' })); };
const today = async (login: string): Promise<Officer> => {
  const found = await findOfficer(database.db, { login }, '2026-11-17');
  if (found === undefined) throw new Error(login);
  return found;
};
const body = { opinion: 'Đủ điều kiện.', draft: aDraft, variables: {} };
const heldBy = async (login: string): Promise<string> => {
  const code = await go.taken();
  done(await assign(province.ctx, { ...await go.onTask(login, code, 'appraise'), body: { officer: null, reason: null } }));
  return code;
};

describe('làm thay khi nghỉ (standing in during leave)', () => {
  test('gives the back-up the steps the absent colleague holds, and the ledger says for whom', async () => {
    const code = await heldBy('chuyenvien');
    const before = await completeStep(province.ctx, { ...await go.onTask(await today('tiepnhan'), code, 'appraise'), body });
    const absence = await away('chuyenvien');
    const standIn = await today('tiepnhan');
    const list = await workOf(province.ctx, database.db, standIn, { list: 'todo' });
    const page = await officerDossier(province.ctx, database.db, standIn, code);
    done(await completeStep(province.ctx, { ...await go.onTask(standIn, code, 'appraise'), body }));
    const last = (await eventsOf(database.db, (await go.state(code)).id)).at(-1);
    await back(absence);

    expect(before).toMatchObject({ error: { code: 'not-permitted' } });
    expect(list.dossiers.some((row) => row.code === code)).toBe(true);
    expect(done(page).acts.find(({ act }) => act === 'complete-step')).toMatchObject({ allowed: true });
    expect(last).toMatchObject({ type: 'step-completed', by: { name: 'Cán bộ tiepnhan', insteadOf: 'Cán bộ chuyenvien' } });
  });

  test('ends with the absence, on its last day and not before', async () => {
    const absence = await away('chuyenvien', '2026-11-10', '2026-11-17');
    const roles = async (day: string) => (await findOfficer(database.db, { login: 'tiepnhan' }, day))?.postings.filter(({ insteadOf }) => insteadOf !== undefined).map(({ role }) => role);

    expect([await roles('2026-11-09'), await roles('2026-11-17'), await roles('2026-11-18')]).toEqual([[], ['handling-officer'], []]);
    await back(absence);
    expect([await roles('2026-11-16'), await roles('2026-11-17')]).toEqual([['handling-officer'], []]);
  });

  test('says nothing of a colleague when the officer could have done it anyway', async () => {
    await setBackup(database.db, { officer: province.officer('chuyenvien').id, agency: places.commune, backup: province.officer('chuyenvien2').id });
    const absence = await away('chuyenvien');
    const code = await go.taken();
    done(await completeStep(province.ctx, { ...await go.onTask(await today('chuyenvien2'), code, 'appraise'), body }));
    const last = (await eventsOf(database.db, (await go.state(code)).id)).at(-1);
    await back(absence);

    expect(last?.by).toEqual({ kind: 'officer', id: province.officer('chuyenvien2').id, name: 'Cán bộ chuyenvien2' });
  });

  test('never lends the right to sign: the back-up of a head signs by a paper or not at all', async () => {
    const code = await go.taken();
    await go.appraised(code);
    const absence = await away('lanhdao');
    const outcome = await approve(province.ctx, { ...await go.onTask(await today('phochutich'), code, 'approve'), body: { opinion: null } });
    await back(absence);

    expect(outcome).toMatchObject({ error: { code: 'authority-missing', reason: 'no-delegation' } });
  });

  test('keeps the absent out of the proposal when a step is handed over', async () => {
    const code = await heldBy('chuyenvien2');
    const absence = await away('chuyenvien');
    const { officers } = done(await stepOfficers(province.ctx, database.db, { actor: province.officer('truongphong'), code, taskId: (await go.task(code, 'appraise')).taskId }));
    await back(absence);

    expect(officers.map(({ name, proposed, absentUntil }) => [name, proposed, absentUntil])).toEqual([['Cán bộ chuyenvien2', true, null], ['Cán bộ chuyenvien', false, '2026-11-20']]);
  });
});

describe('nhả việc (giving a step back)', () => {
  test('undoes the taking: the step is everybody’s again, and both lines stay in the ledger', async () => {
    const code = await heldBy('chuyenvien');
    const theirs = await release(province.ctx, await go.onTask('chuyenvien2', code, 'appraise'));
    done(await release(province.ctx, await go.onTask('chuyenvien', code, 'appraise')));
    const again = await release(province.ctx, await go.onTask('chuyenvien', code, 'appraise'));
    const taken = await assign(province.ctx, { ...await go.onTask('chuyenvien2', code, 'appraise'), body: { officer: null, reason: null } });

    expect([theirs, again]).toMatchObject([{ error: { code: 'held-by-another' } }, { error: { code: 'not-held' } }]);
    expect(taken).toMatchObject({ ok: true });
    expect((await eventsOf(database.db, (await go.state(code)).id)).slice(-3).map(({ type }) => type)).toEqual(['assigned', 'released', 'assigned']);
  });
});

describe('trưởng bộ phận giao lại (the head of the shop re-assigns)', () => {
  test('hands a step of the own shop to another officer, and none of the solving agency elsewhere', async () => {
    const code = await go.filed();
    await go.accepted(code);
    await go.appraised(code);
    await go.approved(code);
    const mine = await assign(province.ctx, { ...await go.onTask('truongbophan', code, 'number'), body: { officer: province.officer('vanthu').id, reason: 'Cần trong ngày.' } });
    const theirs = done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ receivingAgency: places.centre, returningAgency: places.centre, solvingAgency: places.department, procedure: procedures.rail }) })).code;
    const task = (await go.state(theirs)).tasks[0]?.taskId ?? '';

    expect(mine).toMatchObject({ ok: true });
    expect(await assign(province.ctx, { ...await go.by('tiepnhan.tt', theirs), taskId: task, body: { officer: province.officer('truongphong.so').id, reason: 'x' } })).toMatchObject({ error: { code: 'not-permitted' } });
  });
});

describe('biệt phái theo thủ tục (posted for some procedures)', () => {
  const post = (about: Partial<Parameters<typeof enterPosting>[1]> = {}) => enterPosting(database.db, {
    officer: province.officer('chuyenvien.hai').id, role: 'handling-officer', agency: places.commune, unit: null, homeAgency: places.otherCommune, seat: null, procedures: [procedures.births], backup: null, documentNumber: '10/QĐ', from: '2026-11-01', through: '2026-11-30', ...about,
  }, by());

  test('acts in those procedures only, between its days', async () => {
    done(await post());
    const code = await go.taken();
    const posted = await today('chuyenvien.hai');
    const list = await workOf(province.ctx, database.db, posted, { list: 'todo' });

    expect(await completeStep(province.ctx, { ...await go.onTask(posted, code, 'appraise'), body })).toMatchObject({ error: { code: 'not-permitted' } });
    expect(list.dossiers.some((row) => row.code === code)).toBe(false);
    expect((await findOfficer(database.db, { login: 'chuyenvien.hai' }, '2026-12-01'))?.postings.some(({ agency }) => agency === places.commune)).toBe(false);
  });

  test.each([
    ['a role that is none', { role: 'thu-ky' }, 'role'], ['an end before the beginning', { through: '2026-10-01' }, 'through'], ['an agency that is none', { agency: 'Z' }, 'agency'], ['no procedure at all', { procedures: [], from: '2026-12-01', through: '2026-12-20' }, 'procedures'],
  ] as const)('is not entered with %s', async (_what, about, path) => {
    expect(await post({ ...about, procedures: 'procedures' in about ? [] : null })).toMatchObject({ error: { code: 'fields-to-mend', fields: [{ path }] } });
  });

  test('is not entered by the one posted', async () => {
    expect(await post({ officer: by().id })).toMatchObject({ error: { fields: [{ path: 'officer' }] } });
  });
});

describe('dựng lại từ sổ (replay)', () => {
  test('finds no difference after all this', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
