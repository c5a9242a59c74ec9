// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { testAuthorityOf } from '@motcua/documents';
import { replay } from '@motcua/dossiers';
import { procedures, startOfTest } from '@motcua/dossiers/testing';
import { aTemplateInForce } from '@motcua/paper-templates/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestInstallation, testInstallation } from './installation.ts';

const [writer, publisher] = ['kiemsoat.tinh', 'quantri.tinh'];
const Json = z.json();
const Proposal = z.looseObject({ id: z.string(), key: z.string(), revision: z.number(), content: Json, findings: z.array(z.looseObject({ text: z.string(), place: z.string(), blocks: z.boolean() })) });

/** One province makes the pack, the other installs it under its living dossiers. */
let there: TestInstallation;
let here: TestInstallation;
beforeAll(async () => { [there, here] = await Promise.all([testInstallation(), testInstallation()]); });
afterAll(async () => { await Promise.all([there.close(), here.close()]); });

async function post(at: TestInstallation, who: string, url: string, payload: object): Promise<{ readonly status: number; readonly body: unknown; readonly raw: Buffer }> {
  const answer = await at.app.inject({ method: 'POST', url, headers: await at.as(who), payload });
  return { status: answer.statusCode, raw: answer.rawPayload, body: answer.headers['content-type']?.includes('json') === true ? answer.json() : null };
}
const idOf = (body: unknown): string => z.object({ id: z.string() }).parse(body).id;
const seen = async (at: TestInstallation, id: string) => Proposal.parse((await at.app.inject({ url: `/api/proposals/${id}`, headers: await at.as(writer) })).json());
const decided = { decision: { number: '77/QĐ-UBND', date: '2026-11-16' }, validFrom: '2026-11-17' };

async function published(at: TestInstallation, id: string): Promise<void> {
  const { revision, findings } = await seen(at, id);
  const submitted = await post(at, writer, `/api/proposals/${id}/submission`, { clientKey: randomUUID(), revision, note: null });
  expect([submitted.status, submitted.body, findings.filter(({ blocks }) => blocks)]).toMatchObject([201, { state: 'submitted' }, []]);
  const done = await post(at, publisher, `/api/proposals/${id}/publication`, { clientKey: randomUUID(), revision, ...decided });
  expect([done.status, done.body]).toMatchObject([201, { state: 'published' }]);
}

/** Changes what is in force in a place by way of a bản soạn. */
async function changed(at: TestInstallation, { kind, key }: { readonly kind: string; readonly key: string }, change: (text: string) => string): Promise<void> {
  const id = idOf((await post(at, writer, '/api/proposals', { kind, key })).body);
  const { content, revision } = await seen(at, id);
  const next: unknown = JSON.parse(change(JSON.stringify(content)));
  expect(next).not.toEqual(content);
  await at.app.inject({ method: 'PUT', url: `/api/proposals/${id}/content`, headers: await at.as(writer), payload: { revision, content: next } });
  await published(at, id);
}

async function upload(at: TestInstallation, zip: Buffer): Promise<{ readonly status: number; readonly body: unknown }> {
  const edge = 'motcua-edge';
  const payload = Buffer.concat([Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="goi.zip"\r\nContent-Type: application/zip\r\n\r\n`), zip, Buffer.from(`\r\n--${edge}--\r\n`)]);
  const answer = await at.app.inject({ method: 'POST', url: '/api/packs/uploads', headers: { ...await at.as(writer), 'content-type': `multipart/form-data; boundary=${edge}` }, payload });
  return { status: answer.statusCode, body: answer.json() };
}

async function madeThere(): Promise<Buffer> {
  await aTemplateInForce(there.database.db, { key: 'gia-han-ket-qua', procedures: [procedures.permits], validFrom: '2026-11-01', heading: 'QUYẾT ĐỊNH MẪU DÙNG CHUNG' });
  await changed(there, { kind: 'process', key: 'MC-XA-CHUAN' }, (text) => text.replaceAll('ký duyệt', 'ký ban hành'));
  await changed(there, { kind: 'procedure', key: procedures.permits }, (text) => text.replaceAll('"unit":"WORKING_DAY","value":5', '"unit":"WORKING_DAY","value":4').replaceAll('"value":5,"unit":"WORKING_DAY"', '"value":4,"unit":"WORKING_DAY"'));
  const { items } = z.object({ items: z.array(z.object({ kind: z.string(), key: z.string(), title: z.string() })) }).parse((await there.app.inject({ url: `/api/packs/candidates?procedure=${procedures.permits}`, headers: await there.as(writer) })).json());
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['eform', 'process', 'procedure', 'paper-template']));
  const made = await post(there, writer, '/api/packs', { name: 'gia-han-giay-phep', title: 'Gia hạn giấy phép xây dựng', version: 1, notes: '', items: items.map(({ kind, key }) => ({ kind, key })) });
  expect(made.status).toBe(200);
  return made.raw;
}

/** Everything a dossier shows its officers, and everything kept of its process. */
async function whole(at: TestInstallation, codes: readonly string[]): Promise<unknown> {
  const shown = await Promise.all(codes.map(async (code) => z.unknown().parse((await at.app.inject({ url: `/api/dossiers/${code}`, headers: await at.as('truongbophan') })).json())));
  const { rows: instances } = await at.database.pool.query('select * from workflow.instance order by id');
  const { rows: dossiers } = await at.database.pool.query('select * from dossiers.dossier order by id');
  const { rows: tasks } = await at.database.pool.query('select * from dossiers.task order by 1, 2');
  return { shown, instances, dossiers, tasks };
}
const differences = async (): Promise<number> => (await replay(here.database.db, () => undefined)).differences;

describe('cài gói thủ tục khi hồ sơ đang giải quyết (a pack published under living dossiers)', () => {
  test('changes nothing for them: shown, stored, replayed; they end under the versions they began with, new ones begin under the new, and it can be taken back', async () => {
    const { go } = here;
    const old = await go.taken();
    const half = await go.taken();
    await go.appraised(half);
    const ended = await go.taken();
    await go.appraised(ended);
    await go.approved(ended);
    await go.issued(ended);
    const zip = await madeThere();
    const before = await whole(here, [old, half, ended]);
    const [oldState, halfState] = [await go.state(old), await go.state(half)];

    const brought = await upload(here, zip);
    expect([brought.status, brought.body]).toMatchObject([201, {}]);
    const id = idOf(brought.body);
    expect((await seen(here, id)).findings.map(({ place }) => place)).toContain('Chữ ký số của gói');
    const view = (await here.app.inject({ url: `/api/packs/proposals/${id}`, headers: await here.as(writer) })).json<{ tests: { passed: boolean }[] }>();
    expect([view.tests.length >= 4, view.tests.every(({ passed }) => passed)]).toEqual([true, true]);
    const authority = await testAuthorityOf(there.database.db, there.province.secret, startOfTest);
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(authority.root).toString('base64')}\n-----END CERTIFICATE-----`;
    expect((await post(here, publisher, '/api/packs/publishers', { pem, decision: 'Thỏa thuận dùng chung gói thủ tục số 3' })).status).toBe(201);
    await published(here, id);

    expect(await whole(here, [old, half, ended])).toEqual(before);
    expect((await here.database.pool.query('select t.key, f.content from paper_templates.template t join paper_templates.file f on f.sha256 = t.file_sha256')).rows).toMatchObject([{ key: 'gia-han-ket-qua' }]);
    expect(await differences()).toBe(0);

    await go.appraised(old);
    for (const code of [old, half]) { await go.approved(code); await go.issued(code); }
    const young = await go.taken();
    expect((await go.state(old)).process).toEqual(oldState.process);
    expect((await go.state(half)).clock).toEqual(halfState.clock);
    expect(await go.state(young)).toMatchObject({ process: { version: (oldState.process?.version ?? 0) + 1 }, procedure: { version: oldState.procedure.version + 1 }, clock: { limit: { value: 4 } } });
    expect(oldState.clock?.limit.value).toBe(5);
    expect(await differences()).toBe(0);

    const back = await post(here, writer, '/api/packs/gia-han-giay-phep/way-back', {});
    expect(back.status).toBe(201);
    await published(here, idOf(back.body));
    const again = await go.taken();
    expect(await go.state(again)).toMatchObject({ clock: { limit: { value: 5 } } });
    expect((await go.state(young)).clock?.limit.value).toBe(4);
    expect(await differences()).toBe(0);
  }, 120_000);

  test('is refused with the place named when one letter of it was changed, and nothing was taken in', async () => {
    const zip = await madeThereAgain();
    const at = zip.indexOf('items/001');
    const broken = Buffer.from(zip);
    broken.writeUInt8(broken.readUInt8(at + 60) ^ 1, at + 60);
    const answer = await upload(here, broken);

    expect(answer).toMatchObject({ status: 422, body: { code: 'pack-unreadable', errors: [{ path: 'file', label: expect.stringMatching(/items\/001|Tệp gói/u) }] } });
  });
});

const madeThereAgain = async (): Promise<Buffer> => (await post(there, writer, '/api/packs', { name: 'goi-khac', title: 'Gói khác', version: 1, notes: '', items: [{ kind: 'procedure', key: procedures.permits }] })).raw;
