// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { getDefinition, publishProcess } from '@motcua/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, done, smallProvince, startOfTest, walk } from '../testing.ts';
import { movePreview, versionMoves } from '../views/version-moves.ts';
import { moveToVersion } from './move-version.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let first: string;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  first = (await getDefinition(database.db, 'MC-XA-CHUAN'))?.xml ?? '';
});
afterAll(async () => { province.remove(); await database.drop(); });

/** Publishes the model of the commune with a change, and says which version it is. */
async function published(change: (xml: string) => string): Promise<number> {
  const made = await publishProcess(database.db, { key: 'MC-XA-CHUAN', name: 'Quy trình mẫu cấp xã', xml: change(first), by: 'test', at: startOfTest });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.version;
}

const renamed = (xml: string): string => xml.replaceAll('Xem xét, ký duyệt kết quả', 'Ký duyệt').replaceAll('Vào số, đóng dấu, phát hành', 'Vào số và phát hành');
/** The appraisal goes to another role. */
const otherRole = (xml: string): string => xml.replaceAll('motcua:role="handling-officer"', 'motcua:role="division-head"');
const body = (to: number) => ({ to, reason: 'Quyết định công bố lại quy trình.', documentNumber: '300/QĐ-UBND' });

describe('chuyển hồ sơ đang giải quyết sang bản mới (moving running dossiers)', () => {
  test('is previewed by code and step, without the dossier; moves the safe and keeps who holds the step and the promise', async () => {
    const code = await go.taken();
    await go.appraised(code);
    const before = await go.state(code);
    const to = await published(renamed);
    const listed = await versionMoves(database.db);
    const preview = await movePreview(database.db, { key: 'MC-XA-CHUAN', to });
    done(await moveToVersion(province.ctx, { ...await go.by('kiemsoat.tinh', code), body: body(to) }));
    const after = await go.state(code);
    await go.approved(code);
    await go.issued(code);

    expect(listed.processes).toMatchObject([{ key: 'MC-XA-CHUAN', newest: to, running: 1 }]);
    expect(preview.dossiers).toMatchObject([{ code, safe: true, faults: [], fromVersion: before.process?.version }]);
    expect(JSON.stringify(preview)).not.toContain(before.applicant.name);
    expect(after).toMatchObject({ process: { version: to }, status: before.status, clock: before.clock });
    expect(after.tasks).toEqual(before.tasks.map((task) => ({ ...task, name: preview.dossiers[0]?.steps[0]?.to })));
    expect((await go.state(code)).status).toBe('decided');
    expect((await eventsOf(database.db, before.id)).find(({ type }) => type === 'version-moved')?.data).toMatchObject({ fromVersion: before.process?.version, documentNumber: '300/QĐ-UBND' });
  });

  test('is refused where the waiting step is another’s in the new version, and nothing changes', async () => {
    const code = await go.taken();
    const before = await go.state(code);
    const to = await published(otherRole);
    const { dossiers } = await movePreview(database.db, { key: 'MC-XA-CHUAN', to });
    const outcome = await moveToVersion(province.ctx, { ...await go.by('kiemsoat.tinh', code), body: body(to) });

    expect(dossiers.find((one) => one.code === code)).toMatchObject({ safe: false, faults: [expect.stringContaining('Bước đang mở')] });
    expect(outcome).toMatchObject({ error: { code: 'move-unsafe', faults: [{ code: 'step-changed' }] } });
    expect(await go.state(code)).toEqual(before);
  });

  test('is done by who controls procedures, by nobody else, and not to the version it has or one that is none', async () => {
    const code = await go.taken();
    const { process } = await go.state(code);
    const by = async (login: string, to: number) => {
      const outcome = await moveToVersion(province.ctx, { ...await go.by(login, code), body: body(to) });
      return outcome.ok || (outcome.error.code === 'process-refused' ? outcome.error.detail : outcome.error.code);
    };

    expect([await by('lanhdao', 1), await by('quantri.tinh', 1), await by('lanhdao.hai', 1), await by('kiemsoat.tinh', process?.version ?? 0), await by('kiemsoat.tinh', 99)])
      .toEqual(['not-permitted', 'dossier-unknown', 'dossier-unknown', 'same-version', 'no-such-version']);
  });

  test('leaves ended dossiers out', async () => {
    const { rows } = await database.pool.query<{ code: string }>("select code from dossiers.dossier where status = 'returned'");
    const { dossiers } = await movePreview(database.db, { key: 'MC-XA-CHUAN', to: await published(renamed) });

    expect(dossiers.filter(({ code }) => rows.some((row) => row.code === code))).toEqual([]);
  });

  test('leaves a ledger that replays', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
