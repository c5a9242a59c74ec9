// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, procedureOn, publishVersion } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { officerDossier, replay } from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, done, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { procedureMovePreview, procedureMoves } from '../views/procedure-moves.ts';
import { moveProcedure } from './move-procedure.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
// Each test publishes its own version: it begins with a fresh province.
beforeEach(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterEach(async () => { province.remove(); await database.drop(); });

type Change = (procedure: Procedure) => Procedure;
const within = (value: number): Change => (procedure) => ({ ...procedure, methods: procedure.methods.map((method) => ({ ...method, time: { value, unit: 'WORKING_DAY' as const } })) });
const withoutLastPaper: Change = (procedure) => ({ ...procedure, papers: procedure.papers.map((group, at) => (at === 0 ? { ...group, papers: group.papers.slice(0, -1) } : group)) });
const withPaper: Change = (procedure) => ({ ...procedure, papers: procedure.papers.map((group, at) => (at === 0 ? { ...group, papers: [...group.papers, { code: null, name: 'Bản vẽ mới', originals: 1, copies: 0, required: true, eForm: false, resultOfOther: null, forms: [] }] } : group)) });
const charging = (amount: number): Change => (procedure) => ({ ...procedure, methods: procedure.methods.map((method) => ({ ...method, fees: [{ kind: 'FEE' as const, amount, currency: 'VND', note: null }] })) });

/** A version of the permits in force from the next day; says what it changed on the way. */
async function published(...changes: readonly Change[]): Promise<void> {
  const now = await procedureOn(database.db, procedures.permits, '2026-11-17');
  if (now === undefined) throw new Error('not in force');
  done(await publishVersion(database.db, changes.reduce((procedure, change) => change(procedure), now.procedure), { decision: { number: '12/QĐ-UBND', date: '2026-11-16' }, by: { id: 'kiem-soat', name: 'Cán bộ Kiểm Soát' }, at: startOfTest, validFrom: '2026-11-18' }));
}
const later = (hours: number): void => { province.clock.set(startOfTest.add({ hours })); };
const body = { to: 2, reason: 'Thủ tục được công bố lại', documentNumber: '12/QĐ-UBND' };
const move = async (code: string) => moveProcedure(province.ctx, { ...await go.by('kiemsoat.tinh', code), body });
const preview = async () => (await procedureMovePreview(province.ctx, { code: procedures.permits, to: 2 })).dossiers;

describe('chuyển hồ sơ sang bản thủ tục mới (moving a dossier to a newer version of its procedure)', () => {
  test('takes the shorter limit and the fewer papers, shows each change, tells the owner, and replays', async () => {
    const code = await go.taken();
    const before = await go.state(code);
    await published(within(3), withoutLastPaper);
    later(24);
    const listed = await procedureMoves(province.ctx);
    const seen = await preview();
    done(await move(code));
    const after = await go.state(code);
    const shown = done(await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code));
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(listed.procedures).toMatchObject([{ code: procedures.permits, newest: 2, running: 1 }]);
    expect(seen).toMatchObject([{ code, safe: true, faults: [], fromVersion: 1 }]);
    expect(seen[0]?.changes.map(({ part }) => part)).toEqual(['papers', 'limit']);
    expect(JSON.stringify(seen)).not.toContain(before.applicant.name);
    expect([after.procedure.version, after.clock?.limit.value, after.papers.length, after.papers.at(-1)?.required]).toEqual([2, 3, before.papers.length, false]);
    expect(Temporal.Instant.compare(after.clock?.owedAt ?? '', before.clock?.owedAt ?? '')).toBe(-1);
    expect((await eventsOf(database.db, before.id)).at(-1)).toMatchObject({ type: 'procedure-moved', data: { fromVersion: 1, before: before.clock?.owedAt, documentNumber: '12/QĐ-UBND' } });
    expect(JSON.stringify(shown)).toContain('Chuyển sang bản thủ tục mới (bản 2)');
    expect(differences).toEqual([]);
    expect((await procedureMoves(province.ctx)).procedures).toEqual([]);
  });

  test('keeps the day promised where the new limit is longer', async () => {
    const code = await go.taken();
    const before = await go.state(code);
    await published(within(30));
    later(24);
    done(await move(code));

    expect(await go.state(code)).toMatchObject({ procedure: { version: 2 }, clock: before.clock });
  });

  test.each<[string, readonly Change[], number, RegExp]>([
    ['another paper is demanded', [withPaper], 24, /đòi thêm «Bản vẽ mới»/u],
    ['the fee rises', [charging(900_000)], 24, /Phí, lệ phí/u],
    ['the shorter limit is over already', [within(1)], 72, /đã quá hẹn từ/u],
  ])('is refused where %s, and nothing changes', async (_what, changes, hours, why) => {
    const code = await go.taken();
    const before = await go.state(code);
    await published(...changes);
    later(hours);
    const seen = await preview();
    const outcome = await move(code);

    expect(seen).toMatchObject([{ code, safe: false, faults: [expect.stringMatching(why)] }]);
    expect(outcome).toMatchObject({ error: { code: 'procedure-move-unsafe', faults: [expect.stringMatching(why)] } });
    expect(await go.state(code)).toEqual(before);
  });

  test('is refused before the version is in force and for a dossier that has its result', async () => {
    const [waiting, decided] = [await go.taken(), await go.taken()];
    await published(within(3));
    const early = await move(waiting);
    await go.appraised(decided);
    await go.approved(decided);
    await go.issued(decided);
    later(24);
    const late = await move(decided);

    expect(early).toMatchObject({ error: { code: 'procedure-move-unsafe', faults: [expect.stringContaining('đang có hiệu lực')] } });
    expect(late).toMatchObject({ error: { code: 'procedure-move-unsafe', faults: ['Hồ sơ đã có kết quả hoặc đã kết thúc.'] } });
    expect((await preview()).map(({ code }) => code)).toEqual([waiting]);
  });

  test('is done by who controls procedures and nobody else', async () => {
    const code = await go.taken();
    await published(within(3));
    later(24);
    const outcomes = await Promise.all(['lanhdao', 'quantri.tinh'].map(async (login) => moveProcedure(province.ctx, { ...await go.by(login, code), body })));

    expect(outcomes).toMatchObject([{ error: { code: 'not-permitted' } }, { error: { code: 'dossier-unknown' } }]);
  });
});
