// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { sql } from '@motcua/db-kit';
import { dropOldLooks, handToPost, packForPost } from '@motcua/dossiers';
import { done } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
let code: string;
beforeAll(async () => {
  one = await testInstallation();
  code = await one.go.taken();
});
afterAll(async () => { await one.close(); });

const get = async (who: string, url: string) => one.app.inject({ url, headers: await one.as(who) });
type Line = { readonly at: string; readonly who: string; readonly what: string; readonly list: string | null; readonly dossier: string | null; readonly agencyName: string | null; readonly purpose: string };
const all = async (): Promise<readonly Line[]> => (await get('citizen', '/api/my/viewers')).json<{ viewers: Line[] }>().viewers;
const seen = async (): Promise<readonly Line[]> => (await all()).filter(({ what, dossier }) => what === 'list' && dossier === code);
const rows = async (): Promise<number> => (await one.database.pool.query<{ n: number }>('select count(*)::int as n from dossiers.list_look')).rows[0]?.n ?? 0;

describe('xem trong danh sách (dossiers an officer saw in a list)', () => {
  test.each([
    ['chuyenvien', '/api/work?list=todo', 'work', 'handling'], ['tiepnhan', '/api/dossiers', 'search', 'handling'], ['lanhdao', '/api/owed?of=led&state=later', 'owed', 'handling'], ['truongbophan', '/api/tracking-book?shop=Y99.21&year=2026', 'book', 'handling'],
    ['lanhdao.tinh', '/api/dossiers', 'search', 'supervision'],
  ])('are told to the owner: %s, %s', async (who, url, list, purpose) => {
    const answer = await get(who, url);

    expect(answer.body).toContain(code);
    expect(await seen()).toContainEqual(expect.objectContaining({ who: `Cán bộ ${who}`, what: 'list', list, dossier: code, purpose }));
  });

  test('leave one line an officer, dossier, list and day', async () => {
    const other = await one.go.taken();
    const before = await rows();
    await get('chuyenvien', '/api/work?list=todo');
    const { rows: last } = await one.database.pool.query<{ codes: string[]; list: string }>('select codes, list from dossiers.list_look where $1 = any(codes)', [other]);
    for (let times = 0; times < 3; times += 1) await get('chuyenvien', '/api/work?list=todo');

    expect(await rows() - before).toBe(1);
    expect(last).toEqual([{ codes: [other], list: 'work' }]);
    expect((await seen()).filter(({ who, list }) => who === 'Cán bộ chuyenvien' && list === 'work')).toHaveLength(1);
  });

  test('are not told of who was shown an empty list, nor of a search that found other dossiers', async () => {
    const before = (await seen()).length;
    await get('lanhdao.so', '/api/work?list=todo');
    await get('truongphong', '/api/dossiers?q=khongcoai');

    expect((await seen()).length).toBe(before);
  });

  test('can only be added to; lines past their keeping go by the dated period, none younger than 90 days', async () => {
    await one.database.pool.query("insert into dossiers.list_look (id, day, at, officer_id, officer_name, list, purpose, codes) values (gen_random_uuid(), '2020-01-01', '2020-01-01', 'x', 'Cán bộ Cũ', 'work', 'handling', array['Y99.21-000000-0000'])");
    const before = await rows();
    const attempt = await sql`delete from dossiers.list_look`.execute(one.database.db).then(() => 'done', (fault: unknown) => (fault instanceof Error ? fault.message : ''));

    expect(attempt).toMatch(/permission denied/u);
    expect(await dropOldLooks(one.province.ctx)).toBe(1);
    expect(await rows()).toBe(before - 1);
    expect(Number((await one.database.pool.query<{ n: string }>('select dossiers.forget_list_looks(now()) as n')).rows[0]?.n)).toBe(0);
  });
});

describe('in giấy nhiều hồ sơ (papers printed for officers outside a dossier)', () => {
  test('tell the owner like a list does: the slip and the list of the post', async () => {
    const posted = await one.go.taken({ returnWay: 'post', returnTo: { name: 'Nguyễn Văn Mẫu', phone: '0900000123', address: 'Số 1 đường Thử', payer: 'applicant' } });
    await one.go.appraised(posted);
    await one.go.approved(posted);
    await one.go.issued(posted);
    done(await packForPost(one.province.ctx, { ...await one.go.by('tiepnhan', posted), body: { enterprise: 'bcci', slip: 'EM900000001VN', to: { name: 'Nguyễn Văn Mẫu', phone: '0900000123', address: 'Số 1 đường Thử', payer: 'applicant' } } }));
    const noteId = randomUUID();
    done(await handToPost(one.province.ctx, { ...await one.go.by('tiepnhan', posted), noteId }));

    const printed = [await get('tiepnhan', `/api/dossiers/${posted}/parcels/printed`), await get('truongbophan', `/api/postal-hand-overs/${noteId}/printed`)];

    expect(printed.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await all()).filter(({ dossier, list }) => dossier === posted && list === 'post').map(({ who }) => who).toSorted()).toEqual(['Cán bộ tiepnhan', 'Cán bộ truongbophan']);
  });
});

describe('xem người đại diện (who represents an organisation, looked up by a counter)', () => {
  test('is told to everybody whose name and number were shown, and to the organisation', async () => {
    const url = '/api/organisations/6600000019/representatives';
    const payload = { organisationName: 'Công ty Mẫu', person: '000095012345', personName: 'Nguyễn Văn Mẫu', capacity: 'legal-representative', document: 'Giấy chứng nhận số 1', from: '2026-01-05', until: null };
    expect((await one.app.inject({ method: 'POST', url, headers: await one.as('tiepnhan'), payload })).statusCode).toBe(201);

    const list = await get('truongbophan', url);

    expect(list.json<{ representatives: readonly { person: string }[] }>().representatives.map(({ person }) => person)).toEqual(['000095012345']);
    expect(await all()).toContainEqual(expect.objectContaining({ who: 'Cán bộ truongbophan', what: 'person', purpose: 'representatives-kept' }));
    const { rows: told } = await one.database.pool.query<{ owner_ref: string }>("select owner_ref from vault.viewing where purpose = 'representatives-kept' and officer_name = 'Cán bộ truongbophan' order by owner_ref");
    expect(told.map(({ owner_ref }) => owner_ref)).toEqual(['000095012345', '6600000019']);
  });
});

describe('mở giấy của mình (a signed paper printed by its address)', () => {
  test('is an opening like any other: the owner sees who, and that the dossier was looked at', async () => {
    const issued = await one.go.taken();
    await one.go.appraised(issued);
    await one.go.approved(issued);
    await one.go.issued(issued);
    const before = (await all()).filter(({ what, who }) => what === 'paper' && who === 'Cán bộ tiepnhan').length;

    const printed = await get('tiepnhan', `/api/dossiers/${issued}/printed/result`);

    expect([printed.statusCode, printed.rawPayload.subarray(0, 4).toString()]).toEqual([200, '%PDF']);
    expect((await all()).filter(({ what, who }) => what === 'paper' && who === 'Cán bộ tiepnhan')).toHaveLength(before + 1);
    expect(await all()).toContainEqual(expect.objectContaining({ who: 'Cán bộ tiepnhan', what: 'dossier', dossier: issued }));
    expect((await get('lanhdao', `/api/dossiers/${issued}/printed/receipt`)).statusCode).toBe(200);
    expect(await all()).toContainEqual(expect.objectContaining({ who: 'Cán bộ lanhdao', what: 'dossier', dossier: issued }));
  });
});

const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string().optional() }))) });
const personal = new Set(['personName', 'applicant', 'applicantName', 'submitter', 'personalId', 'forWhom', 'receivedBy', 'ownerName']);

const Fields = z.record(z.string(), z.unknown());

/** Whether a schema of an answer holds rows that name a person. */
function namesSomebody(schema: unknown, inRow = false): boolean {
  if (Array.isArray(schema)) return schema.some((part) => namesSomebody(part, inRow));
  const parts = Fields.safeParse(schema);
  if (!parts.success) return false;
  const fields = Fields.safeParse(parts.data['properties']);
  if (fields.success && Object.entries(fields.data).some(([name, of]) => (inRow && personal.has(name)) || namesSomebody(of, inRow))) return true;
  return Object.entries(parts.data).some(([key, value]) => key !== 'properties' && namesSomebody(value, inRow || key === 'items'));
}

const logged = ['figuresToday', 'listDossierTransfers', 'listOwed', 'listPaperHandOvers', 'listPostalReturns', 'listPrintedCopies', 'listWork', 'readBook', 'searchDossiers', 'listDossierCopies', 'readBackFiles', 'listCleansing'];
/** A look at one dossier, at one person, or at those who represent one organisation. */
const ofOneDossier = ['getDossier', 'findPerson', 'representatives'];
/** A citizen's own; drafts filed together that are no dossier yet, found by their number. */
const elsewhere = ['draftCoApplicants', 'findJointDrafts'];

describe('mọi danh sách có tên người (every list that names people)', () => {
  test('is one of those whose looks are written down, one dossier that is, or no dossier yet', async () => {
    const { paths } = Document.parse((await get('tiepnhan', '/api/openapi.json')).json());
    const lists = Object.entries(paths).flatMap(([path, { get: operation }]) => (operation !== undefined && !path.startsWith('/api/my/') && namesSomebody(operation['responses']) ? [operation.operationId] : [])).toSorted();

    expect(lists.filter((name) => ![...logged, ...ofOneDossier, ...elsewhere].includes(name ?? ''))).toEqual([]);
    expect(lists).toEqual(expect.arrayContaining([...logged]));
  });
});
