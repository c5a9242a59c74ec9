// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { verifyToken } from '../verification/token.ts';
import { digitisedPaper } from './digitised-paper.ts';

const at = Temporal.Instant.from('2026-11-20T09:41:00+07:00');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');

async function digitised(title: string) {
  const [width, height] = [827, 1169];
  const jpeg = new Uint8Array(await sharp({ create: { width, height, channels: 3, background: '#eee' } }).jpeg().toBuffer());
  return digitisedPaper([{ jpeg, width, height, dpi: 100, turned: 0, words: [] }], {
    code: '000095012345.KQ.G15.000031', subject: 'Y99.21-261119-0975', procedure: '1.001193', owner: '000095012345', title, agency: 'UBND xã Mẫu', at, publicOrigin: 'https://motcua.tinhmau.gov.vn', tokenKey: privateKey,
  });
}

/** What a telephone reads from the first page at 200 dots an inch. */
function readFrom(pdf: Uint8Array): string {
  const scan = execFileSync('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-'], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  const [, columns = '', rows = ''] = /^P6\s(\d+) (\d+)\s255\s/u.exec(scan.toString('latin1', 0, 40)) ?? [];
  const [width, height] = [Number(columns), Number(rows)];
  return decodeQR({ width, height, data: scan.subarray(scan.length - width * height * 3) }, { timeLimit: 5000 });
}

describe('mã QR của giấy số hóa (the code of a digitised paper)', () => {
  test('is read from a scan and tells dossier, procedure, paper and three figures of the owner, never the whole number', async () => {
    const { pdf } = await digitised('Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất');

    const address = readFrom(pdf);

    const read = verifyToken([publicKey], address.slice(address.lastIndexOf('/') + 1));
    expect(read).toMatchObject({ ok: true, value: { k: 'digitised', c: 'Y99.21-261119-0975', d: { p: '1.001193', g: 'Giấy chứng nhận quyền sử dụng đ…', o: '…345' } } });
    expect(JSON.stringify(read)).not.toContain('000095012345');
  });

  test('leaves the top right to the words of the copy', async () => {
    const { appearance, look } = await digitised('Giấy khai sinh');

    expect(look).toEqual({ kind: 'copy', form: 'BẢN SỐ HÓA', agency: 'UBND xã Mẫu' });
    expect([appearance.page, Math.round(appearance.x + appearance.width)]).toEqual([1, Math.round(827 * 0.72 - 14)]);
  });
});
