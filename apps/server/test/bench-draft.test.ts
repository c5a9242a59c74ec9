// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BenchRun } from '@motcua/dossiers/contract';
import { plainAnswers } from '@motcua/dossiers/testing';
import { type TestInstallation, testInstallation } from './installation.ts';

const code = '1.013227';
const writer = 'kiemsoat.tinh';

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

const post = async (url: string, payload: object): Promise<unknown> => z.unknown().parse((await one.app.inject({ method: 'POST', url, headers: await one.as(writer), payload })).json());
const price = async (): Promise<unknown> => z.unknown().parse((await one.app.inject({ url: `/api/procedures/${code}/price`, headers: await one.as(writer) })).json());
const versions = async (): Promise<readonly unknown[]> => (await one.database.pool.query('select kind, code, version from catalogue.companion order by 1, 2, 3')).rows;
const run = async (proposals: readonly string[]) => BenchRun.parse(await post('/api/bench', { procedure: code, agency: 'Y99.21', circumstance: null, channel: 'counter', answers: plainAnswers, startAt: null, proposals, choices: [] }));

describe('bàn thử với bản soạn (a draft nobody has published, at the bench)', () => {
  test('counts as published for the dossier that is tried, and for nobody else', async () => {
    const fees = { subject: { code, name: 'Gia hạn giấy phép xây dựng' }, lines: [{ id: 'le-phi', kind: 'SERVICE_FEE', name: 'Lệ phí thử', circumstance: null, channel: null, amountVnd: 123_000, unit: null, basis: 'Nghị quyết thử' }], reliefs: [], shipping: [] };
    const { id } = z.object({ id: z.string() }).parse(await post('/api/proposals', { kind: 'fees', key: code, content: fees }));
    const [priced, kept] = [await price(), await versions()];

    const [without, withDraft] = [await run([]), await run([id])];

    expect(withDraft.drafts).toEqual([{ title: expect.any(String), faults: [] }]);
    expect([withDraft.dossier?.fee, without.dossier?.fee]).toMatchObject([{ amountVnd: 123_000, way: 'cash', price: { lines: [{ text: expect.stringContaining('Lệ phí thử') }] } }, { amountVnd: 0, way: 'none' }]);
    expect([await price(), await versions()]).toEqual([priced, kept]);
  });
});
