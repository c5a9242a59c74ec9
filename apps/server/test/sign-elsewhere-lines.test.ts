// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { readQueuedScans } from '@motcua/back-files';
import { places } from '@motcua/dossiers/testing';
import { papersOf } from '@motcua/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backFileDesk, birth, head, paper } from './back-file-desk.ts';
import { type WithKeysElsewhere, idOf, pin, withKeysElsewhere } from './with-keys-elsewhere.ts';

type Line = { readonly no: number; readonly end: { readonly way: string; readonly code: string | null } | null };
const [owner, name] = ['000095012345', 'Nguyễn Văn Mẫu'];
let one: WithKeysElsewhere;
let batch: string;
let desk: ReturnType<typeof backFileDesk>;
beforeAll(async () => {
  one = await withKeysElsewhere({ holders: { tiepnhan: 'Cán bộ tiepnhan' }, onToken: {} });
  desk = backFileDesk(one, () => batch);
  batch = idOf(await desk.post('tiepnhan', '', { clientKey: randomUUID(), agency: places.commune, title: 'Hộ tịch 2001' }));
  const lines = [1, 2, 3].map((number) => `${owner};${name};Giấy khai sinh;${String(number)}/2001;05/03/2001;;UBND xã Mẫu;HT-${String(number)};${number === 3 ? 'có' : ''}`);
  await desk.give('tiepnhan', 'list', { name: 'ds.csv', type: 'text/csv', bytes: Buffer.from([head, ...lines].join('\n')) });
  for (const file of ['HT-1', 'HT-2', 'HT-3', 'HT-3 ghi chú']) await desk.give('tiepnhan', 'scans', { name: `${file}.pdf`, type: 'application/pdf', bytes: await paper(`${birth(`${file.slice(3, 4)}/2001`, name, '05/03/2001')}\n${file.slice(5)}`) });
  await readQueuedScans(one.province.ctx);
  for (const no of [1, 2, 3]) await desk.compare(no);
}, 120_000);
afterAll(async () => { await one.close(); });

const begin = async (kind: 'phone' | 'csc', about: object = {}) => desk.post('tiepnhan', `/${batch}/elsewhere-signing`, { lines: [1, 2], means: await one.keyOf('tiepnhan', kind), pin: kind === 'csc' ? pin : null, ...about });
const standing = async (id: string) => (await one.call('tiepnhan', 'GET', `/api/signing-batches/${id}`)).json<{ signings: readonly { readonly state: string; readonly code: string; readonly title: string | null }[] }>().signings;
const ends = async (id: string): Promise<void> => { await expect.poll(async () => (await standing(id)).every(({ state }) => state !== 'waiting' && state !== 'keeping'), { timeout: 20_000, interval: 100 }).toBe(true); };
const ended = async () => (await desk.get('tiepnhan', `/${batch}`)).json<{ lines: readonly Line[] }>().lines.map(({ end }) => end?.way ?? null);

describe('ký giấy cũ bằng khóa ở nơi khác (old papers signed with a key that is not kept here)', () => {
  test('what was refused on the telephone leaves nothing, and the lines wait as before', async () => {
    one.services.telephone('rejected');
    const id = idOf(await begin('phone'));
    await ends(id);

    expect((await standing(id)).map(({ state, title }) => [state, title])).toEqual([['failed', 'Khóa ký chưa ký.'], ['failed', 'Khóa ký chưa ký.']]);
    expect([await ended(), await papersOf(one.database.db, { kind: 'person', ref: owner })]).toEqual([[null, null, null], []]);
  });

  test('one confirmation signs several papers of one owner, each with a code of its own', async () => {
    one.services.telephone('signed');
    const id = idOf(await begin('phone'));
    await ends(id);
    const kept = await papersOf(one.database.db, { kind: 'person', ref: owner });

    expect((await standing(id)).map(({ state }) => state)).toEqual(['done', 'done']);
    expect([await ended(), new Set(kept.map(({ code }) => code)).size]).toEqual([['digitised', 'digitised', null], 2]);
    for (const { documentId } of kept) expect(await one.signersOf(documentId)).toEqual(['valid', 'Cán bộ tiepnhan']);
  });

  test('a paper of two files is left for the key kept here, said in words; so is what is not compared', async () => {
    const [notes, gone] = [await begin('csc', { lines: [3] }), await begin('csc', { lines: [1] })];

    expect([notes.statusCode, notes.json<{ title: string }>().title]).toEqual([409, 'Giấy ở dòng 3 có ghi chú nên gồm hai tệp, mà khóa này xác nhận mỗi giấy một tệp.']);
    expect([gone.statusCode, gone.json<{ title: string }>().title]).toEqual([409, 'Dòng 1 đã xong, không sửa được nữa.']);
  });

  test('another office learns nothing of the batch, and nobody signs with a key of somebody else', async () => {
    const strange = await one.call('tiepnhan.hai', 'POST', `/api/back-files/${batch}/elsewhere-signing`, { lines: [3], means: await one.keyOf('tiepnhan', 'csc'), pin });
    const none = await begin('csc', { lines: [3], means: randomUUID() });

    expect([strange.statusCode, strange.json<{ code: string }>().code]).toEqual([404, 'back-file-unknown']);
    expect([none.statusCode, none.json<{ code: string }>().code]).toEqual([409, 'means-unknown']);
  });
});
