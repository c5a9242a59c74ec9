// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { places } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
let batch: string;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

const head = 'Số định danh hoặc mã số doanh nghiệp;Họ tên hoặc tên tổ chức;Loại giấy;Số giấy;Ngày cấp;Có giá trị đến;Nơi cấp;Mã hồ sơ cũ';
const get = async (who: string, url: string) => one.app.inject({ url: `/api/back-files${url}`, headers: await one.as(who) });
const send = async (who: string, method: 'POST' | 'PUT', url: string, payload: object) => one.app.inject({ method, url: `/api/back-files${url}`, headers: await one.as(who), payload });
async function give(who: string, lines: readonly string[], bytes?: Uint8Array, to = batch) {
  const edge = 'ranh-gioi';
  const payload = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="danh-sach.csv"\r\ncontent-type: text/csv\r\n\r\n`), bytes ?? Buffer.from([head, ...lines].join('\r\n')), Buffer.from(`\r\n--${edge}--\r\n`)]);
  return one.app.inject({ method: 'POST', url: `/api/back-files/${to}/list`, headers: { ...await one.as(who), 'content-type': `multipart/form-data; boundary=${edge}` }, payload });
}
const line = (number: string, about: { readonly owner?: string; readonly kind?: string; readonly day?: string } = {}): string => `${about.owner ?? '000095012345'};Nguyễn Văn Mẫu;${about.kind ?? 'Giấy khai sinh'};${number};${about.day ?? '05/03/2001'};;UBND xã Mẫu;HT-${number}`;

describe('lô hồ sơ cũ (a batch of old papers)', () => {
  test('is opened once a press, for an agency one digitises for, and numbered by agency and year', async () => {
    const body = { clientKey: randomUUID(), agency: places.commune, title: 'Hộ tịch 2001' };
    const [made, again, elsewhere] = [await send('tiepnhan', 'POST', '', body), await send('tiepnhan', 'POST', '', body), await send('tiepnhan', 'POST', '', { ...body, clientKey: randomUUID(), agency: places.otherCommune })];
    batch = made.json<{ id: string }>().id;

    expect([made.statusCode, again.json(), elsewhere.statusCode]).toEqual([201, made.json(), 403]);
    expect((await get('vanthu', '')).json()).toMatchObject({ batches: [{ number: `SH-${places.commune}-2026-1`, title: 'Hộ tịch 2001', counts: {} }] });
    expect((await get('tiepnhan.hai', '')).json()).toMatchObject({ batches: [] });
  });

  test('takes the good lines of a list, tells the bad ones by field, and nothing twice', async () => {
    const list = [line('25/2001'), line('26/2001', { owner: '95012345' }), line('27/2001', { kind: 'Giấy lạ' }), line('28/2001', { day: '30/02/2001' }), line('25/2001')];
    const [given, again] = [await give('tiepnhan', list), await give('vanthu', list)];
    const page = await get('tiepnhan', `/${batch}?state=bad`);

    expect([given.json(), again.json()]).toEqual([{ good: 1, bad: 4, mended: 0, known: 0 }, { good: 0, bad: 0, mended: 0, known: 5 }]);
    expect(page.json()).toMatchObject({ total: 5, counts: { waiting: 1, bad: 4 }, lines: [{ no: 2, faults: [{ field: 'owner' }] }, { no: 3, faults: [{ field: 'kind' }] }, { no: 4, faults: [{ field: 'issuedOn' }] }, { no: 5, faults: [{ field: 'number' }] }] });
  });

  test('has its lines mended in place, or put aside with a reason, each once', async () => {
    const cells = { owner: '000095012345', ownerName: 'Nguyễn Văn Mẫu', kind: 'Giấy khai sinh', number: '26/2001', issuedOn: '05/03/2001', validUntil: '', issuer: '', oldCode: '' };
    const [still, same] = [await send('tiepnhan', 'PUT', `/${batch}/lines/2`, { version: 1, cells: { ...cells, owner: '12' } }), await send('tiepnhan', 'PUT', `/${batch}/lines/2`, { version: 1, cells: { ...cells, number: '25/2001' } })];
    const [mended, late] = [await send('tiepnhan', 'PUT', `/${batch}/lines/2`, { version: 1, cells }), await send('vanthu', 'PUT', `/${batch}/lines/2`, { version: 1, cells: { ...cells, number: '99' } })];
    const [aside, twice, after] = [await send('tiepnhan', 'POST', `/${batch}/lines/5/aside`, { reason: 'Trùng dòng 1' }), await send('tiepnhan', 'POST', `/${batch}/lines/5/aside`, { reason: 'Trùng dòng 1' }), await send('tiepnhan', 'PUT', `/${batch}/lines/5`, { version: 1, cells })];

    expect([still.statusCode, still.json<{ errors: unknown }>().errors, same.json<{ errors: unknown }>().errors]).toEqual([422, [expect.objectContaining({ path: 'cells.owner' })], [expect.objectContaining({ path: 'cells.number', text: expect.stringMatching(/dòng 1/u) })]]);
    expect([mended.statusCode, late.statusCode, late.json<{ title: string }>().title]).toEqual([200, 409, 'Cán bộ tiepnhan vừa sửa dòng này.']);
    expect([aside.statusCode, twice.statusCode, after.statusCode]).toEqual([200, 409, 409]);
    expect((await get('tiepnhan', `/${batch}?find=trung+dong`)).json()).toMatchObject({ lines: [] });
    expect((await get('tiepnhan', `/${batch}?find=nguyen+van+mau`)).json()).toMatchObject({ counts: { waiting: 2, bad: 2, aside: 1 }, lines: [{ no: 1 }, { no: 2, version: 2 }, { no: 3 }, { no: 4 }, { no: 5, end: { way: 'aside', reason: 'Trùng dòng 1' } }] });
  });

  test('keeps what a line said before it was mended; the working role changes no such line, and deletes nothing but what was read on pages', async () => {
    const { rows } = await one.database.pool.query<{ cells: { owner: string }; by_name: string }>('select cells, by_name from back_files.mending where batch_id = $1', [batch]);
    const grants = await one.database.pool.query<{ table_name: string; privilege_type: string }>("select table_name, privilege_type from information_schema.role_table_grants where grantee = 'motcua_app' and table_schema = 'back_files' and privilege_type in ('UPDATE', 'DELETE')");

    expect(rows).toMatchObject([{ cells: { owner: '95012345' }, by_name: 'Cán bộ tiepnhan' }]);
    expect(grants.rows.filter(({ table_name, privilege_type }) => (privilege_type === 'DELETE' && table_name !== 'part_page') || ['batch', 'mending', 'line_end'].includes(table_name))).toEqual([]);
  });

  test('refuses a file that gives no lines, and a batch of another agency, and takes nothing', async () => {
    const [latin, none, other] = [await give('tiepnhan', [], Uint8Array.from([0x53, 0xe9, 0x0a])), await give('tiepnhan', []), await give('tiepnhan.hai', [line('30/2001')])];

    expect([latin.statusCode, latin.json<{ title: string }>().title, none.statusCode, other.statusCode]).toEqual([422, 'Tệp không phải CSV mã UTF-8.', 422, 404]);
    expect((await get('tiepnhan', `/${batch}`)).json()).toMatchObject({ total: 5 });
  });

  test('tells the owner who saw his name in the list', async () => {
    const viewers = (await one.app.inject({ url: '/api/my/viewers', headers: await one.as('citizen') })).json<{ viewers: readonly unknown[] }>().viewers;

    expect(viewers).toContainEqual(expect.objectContaining({ who: 'Cán bộ tiepnhan', what: 'back-file', purpose: 'digitising' }));
  });

  test('of five thousand lines is read page by page in as many statements as one of five', async () => {
    const large = (await send('tiepnhan', 'POST', '', { clientKey: randomUUID(), agency: places.commune, title: 'Năm nghìn' })).json<{ id: string }>().id;
    const statements = async (ask: () => Promise<unknown>): Promise<number> => {
      const before = one.database.statements.length;
      await ask();
      return one.database.statements.slice(before).filter((text) => !/^(begin|commit)/u.test(text)).length;
    };
    const few = await statements(() => give('tiepnhan', [line('1'), line('2')], undefined, large));
    const many = await statements(() => give('tiepnhan', Array.from({ length: 5000 }, (_, at) => line(String(at + 1))), undefined, large));
    const small = await statements(() => get('tiepnhan', `/${batch}`));
    const first = await get('tiepnhan', `/${large}`);
    const next = first.json<{ next: number }>().next;

    expect(many).toBeLessThanOrEqual(few + 1);
    expect([first.json<{ total: number; lines: unknown[] }>().total, first.json<{ lines: unknown[] }>().lines.length, (await get('tiepnhan', `/${large}?after=${String(next)}`)).json<{ lines: { no: number }[] }>().lines[0]?.no]).toEqual([5000, 50, 51]);
    expect(await statements(() => get('tiepnhan', `/${large}?after=4000`))).toBeLessThanOrEqual(small + 1);
  }, 60_000);
});
