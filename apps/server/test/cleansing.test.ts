// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { aParty, anIntake, places } from '@motcua/dossiers/testing';
import { enterPapers } from '@motcua/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
let batch: string;
const mau = '000095012345';
const head = 'Số định danh hoặc mã số doanh nghiệp;Họ tên hoặc tên tổ chức;Loại giấy;Số giấy;Ngày cấp;Có giá trị đến;Nơi cấp;Mã hồ sơ cũ';
beforeAll(async () => {
  one = await testInstallation();
  expect((await one.app.inject({ method: 'POST', url: '/api/dossiers', headers: await one.as('tiepnhan'), payload: anIntake() })).statusCode).toBe(201);
  batch = (await post('tiepnhan', '/api/back-files', { clientKey: randomUUID(), agency: places.commune, title: 'Hộ tịch 2001' })).json<{ id: string }>().id;
});
afterAll(async () => { await one.close(); });

type List = { readonly total: number; readonly byAgency: readonly { readonly agency: string; readonly count: number }[]; readonly findings: readonly { readonly kind: string; readonly subject: string; readonly mayDecide: boolean; readonly values: readonly { readonly value: string; readonly places: readonly { readonly what: string; readonly text: string; readonly href: string | null }[] }[] }[]; readonly decisions: readonly unknown[] };
const post = async (who: string, url: string, payload: object) => one.app.inject({ method: 'POST', url, headers: await one.as(who), payload });
const list = async (who: string): Promise<List> => (await one.app.inject({ url: '/api/cleansing', headers: await one.as(who) })).json<List>();
const found = async (who: string, kind: string): Promise<List['findings']> => (await list(who)).findings.filter((finding) => finding.kind === kind);
const hrefOfLine = async (who: string): Promise<string | null | undefined> => (await found(who, 'names')).flatMap(({ values }) => values.flatMap(({ places: seen }) => seen)).find(({ what }) => what === 'line')?.href;
async function give(lines: readonly string[]) {
  const edge = 'ranh-gioi';
  const payload = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="ds.csv"\r\ncontent-type: text/csv\r\n\r\n`), Buffer.from([head, ...lines].join('\n')), Buffer.from(`\r\n--${edge}--\r\n`)]);
  return one.app.inject({ method: 'POST', url: `/api/back-files/${batch}/list`, headers: { ...await one.as('tiepnhan'), 'content-type': `multipart/form-data; boundary=${edge}` }, payload });
}
const decision = (about: object): object => ({ clientKey: randomUUID(), kind: 'names', subject: mau, choice: 'one-right', value: 'Nguyễn Văn Mẫu', reason: 'Đối chiếu sổ hộ tịch', ...about });
const vaultPaper = (owner: string, about: object) => ({ id: randomUUID(), code: `${owner}.KQ.X.${randomUUID().slice(0, 8)}`, owner: { kind: 'person' as const, ref: owner }, kind: 'KQ.X', name: 'Giấy thử', origin: 'digitised' as const, documentId: randomUUID(), dossier: null, agency: null, number: null, issuedOn: '2001-01-01', validUntil: null, by: 'x', at: '2026-11-17T01:00:00Z', source: { agency: places.commune, words: 'lô thử' }, ...about });

describe('làm sạch dữ liệu (cleansing)', () => {
  test('finds one number under two names among dossiers and lists, with where each stands, case and spacing apart', async () => {
    await give([`${mau};Nguyễn  Văn  MẪU;Giấy khai sinh;1;05/03/2001;;;A-1`]);
    const same = await found('vanthu', 'names');
    await give([`${mau};Nguyễn Văn Mấu;Giấy khai sinh;2;05/03/2001;;;A-2`]);
    const [finding] = await found('vanthu', 'names');

    expect(same).toEqual([]);
    expect(finding).toMatchObject({ subject: mau, mayDecide: true, values: [{ value: 'Nguyễn Văn Mẫu', places: [{ what: 'dossier' }, { what: 'line', text: `SH-${places.commune}-2026-1, dòng 1` }] }, { value: 'Nguyễn Văn Mấu', places: [{ what: 'line', text: `SH-${places.commune}-2026-1, dòng 2` }] }] });
  });

  test('is seen at its own agency, counted there, by the whole province where one watches over it; decided by who may', async () => {
    expect(await found('tiepnhan.hai', 'names')).toEqual([]);
    expect((await list('kiemsoat.tinh')).byAgency).toMatchObject([{ agency: places.commune, count: 1 }]);
    expect((await found('kiemsoat.tinh', 'names')).map(({ mayDecide }) => mayDecide)).toEqual([false]);
    expect([await hrefOfLine('lanhdao'), await hrefOfLine('tiepnhan')]).toEqual([null, expect.stringMatching(/^\/lam-viec\/ho-so-cu\//u)]);
    expect([(await post('tiepnhan', '/api/cleansing/decisions', decision({}))).statusCode, (await post('lanhdao.hai', '/api/cleansing/decisions', decision({}))).statusCode]).toEqual([403, 404]);
  });

  test('is decided with a ground by naming one of the values, changes no dossier and no line, and leaves a log', async () => {
    const [strange, groundless, extra] = [await post('vanthu', '/api/cleansing/decisions', decision({ value: 'Ai đó' })), await post('vanthu', '/api/cleansing/decisions', decision({ reason: 'x' })), await post('vanthu', '/api/cleansing/decisions', decision({ choice: 'left' }))];
    const decided = await post('vanthu', '/api/cleansing/decisions', decision({}));
    const page = await one.app.inject({ url: `/api/back-files/${batch}`, headers: await one.as('tiepnhan') });

    expect([strange, groundless, extra].map((answer) => [answer.statusCode, answer.json<{ errors: { path: string }[] }>().errors[0]?.path])).toEqual([[422, 'value'], [422, 'reason'], [422, 'value']]);
    expect(decided.statusCode).toBe(201);
    expect(await list('vanthu')).toMatchObject({ total: 0, decisions: [{ kind: 'names', subject: mau, choice: 'one-right', value: 'Nguyễn Văn Mẫu', by: 'Cán bộ vanthu' }] });
    expect(page.json<{ lines: { ownerName: string }[] }>().lines.map(({ ownerName }) => ownerName)).toEqual(['Nguyễn  Văn  MẪU', 'Nguyễn Văn Mấu']);
  });

  test('names the field of a line given later under another name, and opens again when something else is seen', async () => {
    const given = await give([`${mau};Nguyễn Văn Mâu;Giấy khai sinh;3;05/03/2001;;;A-3`]);
    await post('tiepnhan', '/api/dossiers', anIntake({ applicant: aParty({ name: 'Nguyễn Văn Máu' }) }));

    one.province.clock.set(one.province.clock.now().add({ minutes: 1 }));

    expect(given.json()).toMatchObject({ good: 0, bad: 1 });
    expect((await found('vanthu', 'names')).map(({ values }) => values.length)).toEqual([3]);
    expect((await post('lanhdao', '/api/cleansing/decisions', decision({ choice: 'left', value: null, reason: 'Chờ sổ gốc' }))).statusCode).toBe(201);
    expect(await found('vanthu', 'names')).toEqual([]);
  });

  test('finds one paper in two vaults, days that cannot be, and a number nobody can have', async () => {
    await enterPapers(one.database.db, [vaultPaper('000095012345', { number: '7/X' }), vaultPaper('000188067890', { number: '7/ x' }), vaultPaper('000190000111', { issuedOn: '2026-12-01' }), vaultPaper('000190000111', { issuedOn: '2001-01-01', validUntil: '2000-01-01' }), vaultPaper('000190000111', { issuedOn: null })]);
    await one.database.pool.query("update dossiers.dossier set personal_id = '999' where code = (select min(code) from dossiers.dossier)");
    const all = await list('vanthu');
    const of = (kind: string) => all.findings.filter((finding) => finding.kind === kind);

    expect(of('two-vaults')).toMatchObject([{ values: [{ value: '000095012345' }, { value: '000188067890' }] }]);
    expect([of('days').length, of('number').map(({ subject }) => subject)]).toEqual([3, ['999']]);
    expect((await post('vanthu', '/api/cleansing/decisions', decision({ kind: 'number', subject: '999' }))).statusCode).toBe(422);
    expect((await post('vanthu', '/api/cleansing/decisions', decision({ kind: 'two-vaults', subject: of('two-vaults')[0]?.subject ?? '', value: '000095012345' }))).statusCode).toBe(201);
    expect((await list('vanthu')).total).toBe(4);
  });

  test('tells whoever is named who looked, and lets the working role change no decision', async () => {
    const viewers = (await one.app.inject({ url: '/api/my/viewers', headers: await one.as('citizen') })).json<{ viewers: readonly unknown[] }>().viewers;
    const grants = await one.database.pool.query("select 1 from information_schema.role_table_grants where grantee = 'motcua_app' and table_name = 'cleansing_decision' and privilege_type in ('UPDATE', 'DELETE')");

    expect(viewers).toContainEqual(expect.objectContaining({ who: 'Cán bộ vanthu', what: 'person', purpose: 'cleansing' }));
    expect(grants.rowCount).toBe(0);
  });
});
