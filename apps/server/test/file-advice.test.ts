// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { confirmComponents } from '@motcua/catalogue';
import { photographOf } from '@motcua/documents/testing';
import { aParty, done, plainAnswers, procedures, startOfTest } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';
import { multipart } from './multipart.ts';

type Advice = { readonly checked: boolean; readonly advice: readonly { readonly code: string; readonly text: string }[] };

let one: TestInstallation;
let component: { readonly no: number; readonly name: string };
const get = async (who: string, url: string) => one.app.inject({ url, headers: await one.as(who) });
const post = async (who: string, url: string, payload: Record<string, unknown>) => one.app.inject({ method: 'POST', url, headers: await one.as(who), payload });
const asked = async (): Promise<readonly (typeof component)[]> => (await get('citizen', `/api/filing/${procedures.permits}`)).json<{ papers: readonly { readonly papers: readonly (typeof component)[] }[] }>().papers[0]?.papers ?? [];

/** A draft with one file for the component, photographed from these lines. */
async function handedIn(kind: string, lines: readonly string[], answers: Readonly<Record<string, unknown>> = plainAnswers): Promise<{ readonly draft: string; readonly file: string }> {
  done(await confirmComponents(one.province.ctx.db, procedures.permits, { asked: { components: [{ name: component.name, kind }] }, by: { name: 'Kiểm soát' }, at: startOfTest }));
  const content = { agency: 'Y99.21', circumstance: null, applicant: aParty(), forOther: false, answers, returnWay: 'counter' };
  const draft = (await post('citizen', '/api/drafts', { procedure: procedures.permits, content })).json<{ id: string }>().id;
  const { payload, headers } = multipart({ name: 'giay.jpg', bytes: await photographOf(lines, { dpi: 200 }), type: 'image/jpeg' });
  const file = (await one.app.inject({ method: 'POST', url: `/api/drafts/${draft}/files?paperNo=${String(component.no)}`, headers: { ...headers, ...await one.as('citizen') }, payload })).json<{ id: string }>().id;
  return { draft, file };
}
const codesOf = async (who: string, url: string): Promise<readonly string[]> => (await get(who, url)).json<Advice>().advice.map(({ code }) => code);

beforeAll(async () => {
  one = await testInstallation();
  const found = (await asked()).find(({ name }) => !/đơn đề nghị/iu.test(name));
  if (found === undefined) throw new Error('no component');
  component = found;
});
afterAll(async () => { await one.close(); });

const birth = ['GIẤY KHAI SINH', 'Số: 12/2020', 'Họ, chữ đệm, tên: TRẦN BÉ THỬ', 'Số định danh cá nhân: 000095099999', 'Họ, chữ đệm, tên người mẹ: TRẦN THỊ VÍ DỤ', 'Nơi cư trú: thôn Đông, xã Một, tỉnh Thử'];
const land = ['GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT', 'Người sử dụng đất:', 'Ông: Nguyễn Văn Mẫu, CCCD số: 000095012345', 'Thửa đất số 12, tờ bản đồ số 3, xã Một'];

describe('góp ý về giấy của mọi loại (advice on papers of every kind), from pictures', () => {
  test('names a birth certificate of nobody who is declared, and is silent when its child is', async () => {
    const stranger = await handedIn('KQ.G15.000031', birth);
    const child = await handedIn('KQ.G15.000031', birth, { ...plainAnswers, request: 'Trần Bé Thử', requesterId: '000095099999' });

    expect(await codesOf('citizen', `/api/drafts/${stranger.draft}/files/${stranger.file}/advice`)).toEqual(['other-name', 'other-number']);
    expect(await codesOf('citizen', `/api/drafts/${child.draft}/files/${child.file}/advice`)).toEqual([]);
  }, 60_000);

  test('takes a land certificate of the applicant, and names it where a birth certificate is asked for', async () => {
    const right = await handedIn('KQ.G10.001147', land);
    const rightSaid = await codesOf('citizen', `/api/drafts/${right.draft}/files/${right.file}/advice`);
    const wrong = await handedIn('KQ.G15.000031', land);

    expect(rightSaid).toEqual([]);
    expect((await get('citizen', `/api/drafts/${wrong.draft}/files/${wrong.file}/advice`)).json<Advice>().advice).toMatchObject([{ code: 'other-kind', text: expect.stringContaining('Giấy khai sinh') as unknown }]);
  }, 60_000);

  test('counts the months of a kind from its day of issue', async () => {
    const old = await handedIn('KQ.G15.000038', ['GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN', 'Họ, chữ đệm, tên: NGUYỄN VĂN MẪU', 'Tình trạng hôn nhân: chưa đăng ký kết hôn với ai', 'xã Một, ngày 05 tháng 03 năm 2026']);

    expect((await get('citizen', `/api/drafts/${old.draft}/files/${old.file}/advice`)).json<Advice>().advice).toMatchObject([{ code: 'expired', text: expect.stringContaining('05/09/2026') as unknown }]);
  }, 60_000);

  test('is the same for the officer, also of a file nobody looked at before it was filed', async () => {
    const { draft } = await handedIn('KQ.G15.000031', birth);
    const { code } = (await post('citizen', `/api/drafts/${draft}/submission`, { clientKey: randomUUID(), revision: 1 })).json<{ code: string }>();
    const papers = (await get('tiepnhan', `/api/dossiers/${code}`)).json<{ papers: readonly { readonly documents: readonly { readonly id: string }[] }[] }>().papers;
    const id = papers.flatMap(({ documents }) => documents)[0]?.id ?? '';

    expect(await codesOf('tiepnhan', `/api/dossiers/${code}/documents/${id}/advice`)).toEqual(['other-name', 'other-number']);
    expect((await get('tiepnhan.hai', `/api/dossiers/${code}/documents/${id}/advice`)).statusCode).toBe(404);
  }, 60_000);
});
