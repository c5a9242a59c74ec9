// SPDX-License-Identifier: EUPL-1.2
import { getPublicKeyAsync, signAsync, utils } from '@noble/ed25519';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkOffline } from './offline-code.ts';

const textOf = (bytes: Uint8Array): string => btoa(String.fromCodePoint(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
const [secret, other] = [utils.randomSecretKey(), utils.randomSecretKey()];
const said = JSON.stringify(['receipt', 'Y99.21-261119-0975', 1_795_077_600, { a: 'Trung tâm', n: '7/TTPVHCC', z: 'lạ' }]);
const body = `m1.${textOf(new TextEncoder().encode(said))}`;

let code: string;
let kept: Parameters<typeof checkOffline>[1];
beforeAll(async () => {
  code = `${body}.${textOf(await signAsync(new TextEncoder().encode(body), secret))}`;
  kept = { keys: [textOf(await getPublicKeyAsync(other)), textOf(await getPublicKeyAsync(secret))], papers: { receipt: 'Giấy hẹn' }, terms: { a: 'Cơ quan', n: 'Số' } };
});

describe('kiểm mã khi không có mạng (checking a code without a line)', () => {
  test('says what the paper must say, whichever of the kept keys signed it', async () => {
    expect(await checkOffline(`https://motcua.example.vn/x/${code}`, kept)).toEqual({ verdict: 'intact', paper: 'Giấy hẹn', facts: [
      { term: 'Mã hồ sơ', value: 'Y99.21-261119-0975' }, { term: 'Lập lúc', value: '15:40 thứ Năm, 19/11/2026' }, { term: 'Cơ quan', value: 'Trung tâm' }, { term: 'Số', value: '7/TTPVHCC' },
    ] });
  });

  test('calls the code of an old paper by its batch', async () => {
    const old = `m1.${textOf(new TextEncoder().encode(JSON.stringify(['digitised', 'SH-Y99.21-2026-1.3', 1_795_077_600, {}])))}`;
    const checked = await checkOffline(`${old}.${textOf(await signAsync(new TextEncoder().encode(old), secret))}`, kept);

    expect(checked).toMatchObject({ verdict: 'intact', facts: [{ term: 'Đợt số hóa', value: 'SH-Y99.21-2026-1.3' }, { term: 'Lập lúc' }] });
  });

  test('refuses a code with any one letter of its signature or text changed', async () => {
    const places = Array.from({ length: code.length - 3 }, (_, index) => index + 3).filter((at) => code[at] !== '.');
    const verdicts = await Promise.all(places.map(async (at) => (await checkOffline(code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1), kept)).verdict));

    expect(verdicts.filter((verdict) => verdict === 'intact')).toEqual([]);
  });

  test('refuses a code signed by a key that is not kept', async () => {
    expect(await checkOffline(code, { ...kept, keys: kept.keys.slice(0, 1) })).toEqual({ verdict: 'forged' });
  });

  test.each(['', 'm1', 'm1..', 'm2.a.b', 'm1.!!.??', 'https://vi-du.vn/', `${body}.x.y`])('takes «%s» for no code at all', async (text) => {
    expect((await checkOffline(text, kept)).verdict).toBe('unreadable');
  });
});
