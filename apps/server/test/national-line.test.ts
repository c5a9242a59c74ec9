// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type PublishedProcedure, procedureOn, publishVersion } from '@motcua/catalogue';
import { nationalProcedures, startNationalProceduresStandIn } from '@motcua/national-procedures';
import { type TestInstallation, testInstallation } from './installation.ts';

const [asker, second] = ['kiemsoat.tinh', 'quantri.tinh'];
const code = '1.013227';
const account = { user: 'motcua', secret: 'khóa', unit: 'H15', destination: 'VN:GOV:CSDLQG' };
const changedAt = Temporal.Instant.from('2026-11-01T00:00:00Z');

let one: TestInstallation;
let alone: TestInstallation;
let there: Awaited<ReturnType<typeof startNationalProceduresStandIn>>;
let isSilent = false;
beforeAll(async () => {
  there = await startNationalProceduresStandIn({ account, procedures: [], clock: { now: () => changedAt }, silent: () => isSilent });
  one = await testInstallation(undefined, undefined, () => ({ national: nationalProcedures({ ...account, url: there.url }) }));
  alone = await testInstallation();
});
afterAll(async () => { await one.close(); await alone.close(); await there.stop(); });

const seen = async (who: string, url: string): Promise<unknown> => z.unknown().parse((await one.app.inject({ url, headers: await one.as(who) })).json());
async function post(who: string, url: string, payload?: object, at = one): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await at.app.inject({ method: 'POST', url, headers: await at.as(who), ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.json() };
}
const here = async (): Promise<PublishedProcedure> => {
  const found = await procedureOn(one.database.db, code, '2026-11-17');
  if (found === undefined) throw new Error('no procedure');
  return found;
};

describe('đường nối với cơ sở dữ liệu quốc gia qua API', () => {
  test('fetches now what changed there, and a second person takes it over', async () => {
    const { procedure } = await here();
    there.publish({ procedure: { ...procedure, name: `Bản sau: ${procedure.name}` }, changedAt, counts: true });

    const done = await post(asker, '/api/catalogue/national-line/rounds');
    expect(done).toMatchObject({ status: 201, body: { listed: 1, fetched: 1, failed: 0, fault: null } });
    const address = `/api/catalogue/national-updates/${z.object({ updateId: z.string() }).parse(done.body).updateId}`;

    expect(await seen(asker, '/api/catalogue/national-line')).toMatchObject({ isJoined: true, silentDays: null, rounds: [{ fetched: 1 }], differing: [{ code, parts: ['name'], state: 'differs' }] });
    expect(await seen(second, `${address}/procedures/${code}/difference`)).toMatchObject({ from: 1 });
    expect(await post(second, `${address}/approval`, { clientKey: randomUUID(), codes: [code], validFrom: '2026-11-17', decision: { number: '9/QĐ-UBND', date: '2026-11-16' } })).toMatchObject({ status: 201, body: { results: [{ code, ok: true, version: 2 }] } });
    expect(await post(asker, '/api/catalogue/national-line/rounds')).toMatchObject({ status: 201, body: { fetched: 0, updateId: null } });
    expect(await seen(asker, '/api/catalogue/national-line')).toMatchObject({ differing: [] });
  });

  test('tells there what the province publishes, once, and says so when the line is silent', async () => {
    const at = one.province.clock.now();
    await publishVersion(one.database.db, { ...(await here()).procedure, name: 'Tên tỉnh công bố' }, { decision: { number: '7/QĐ-UBND', date: '2026-11-16' }, validFrom: '2026-11-17', by: { id: 'x', name: 'X' }, at });
    isSilent = true;
    const silent = await post(asker, '/api/catalogue/national-line/rounds');
    const waiting = z.object({ outbox: z.array(z.object({ id: z.string(), state: z.string() })) }).parse(await seen(asker, '/api/catalogue/national-line')).outbox;
    isSilent = false;
    const again = `/api/catalogue/national-line/messages/${waiting[0]?.id ?? ''}/sending`;

    expect([silent, waiting.map(({ state }) => state)]).toMatchObject([{ status: 201, body: { fault: expect.stringContaining('không trả lời') } }, ['waiting']]);
    expect(await post(second, again)).toMatchObject({ status: 200, body: { outbox: [], sent: 1 } });
    expect(await post(second, again)).toMatchObject({ status: 404, body: { code: 'national-message-unknown' } });
    expect([...there.taken.values()]).toEqual([[code]]);
  });

  test('says what to do where no line is set, and asks nothing for those who may not', async () => {
    expect([await post(asker, '/api/catalogue/national-line/rounds', undefined, alone), await post('truongbophan', '/api/catalogue/national-line/rounds')]).toMatchObject([{ status: 409, body: { code: 'national-line-not-joined' } }, { status: 403 }]);
  });
});
