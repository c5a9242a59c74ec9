// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { createPrivateKey, sign as signBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderPaper } from '../paper/render.ts';
import { inkPicture } from '../pictures/picture.ts';
import type { PictureKind } from '../pictures/model.ts';
import { specimenPicture } from '../pictures/specimen.ts';
import { validatePdf } from '../validation/validate-pdf.ts';
import { placeOfPicture, placeOverThird, type SignaturePicture } from './look.ts';
import type { Place, SignerKind, SigningIdentity } from './model.ts';
import { signPdf } from './sign-pdf.ts';
import { createTestAuthority, type TestAuthority } from './test-authority.ts';

const at = Temporal.Instant.from('2026-11-20T09:41:00+07:00');
const millimetres = (points: number): number => points * 25.4 / 72;
/** Where the paper leaves room for the person, and the size of an agency's lines. */
const room: Place = { page: 1, x: 300, y: 500, width: 145, height: 57 };
const lines: Place = { page: 1, x: 170, y: 500, width: 125, height: 57 };
const dpi = 150;

async function anIdentity(authority: TestAuthority, kind: SignerKind, name: string): Promise<SigningIdentity> {
  const { certificate, chain, privateKey } = await authority.issue({ kind, name, organisation: 'UBND xã Mẫu', at: at.subtract({ hours: 24 }) });
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  return { kind, name, certificate, chain, sign: (bytes) => Promise.resolve(new Uint8Array(signBytes('sha256', bytes, key))) };
}

async function aPicture(kind: PictureKind, widthMm: number | null): Promise<SignaturePicture> {
  const made = await inkPicture(kind, await specimenPicture(kind, 'Phạm Văn Ví Dụ'));
  if (!made.ok) throw new Error(made.error);
  return { ...made.value, widthMm };
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** The millimetres within which dots of a colour lie on the first page, as another program paints it. */
async function inked(pdf: Uint8Array, folder: string, isInk: (red: number, green: number, blue: number) => boolean): Promise<Box> {
  const file = join(folder, 'seen.pdf');
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-r', String(dpi), '-png', '-singlefile', file, join(folder, 'seen')]);
  const { data, info } = await sharp(join(folder, 'seen.png')).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const [across, down]: [number[], number[]] = [[], []];
  for (let dot = 0; dot < info.width * info.height; dot += 1) {
    if (!isInk(data[3 * dot] ?? 0, data[3 * dot + 1] ?? 0, data[3 * dot + 2] ?? 0)) continue;
    across.push(dot % info.width);
    down.push(Math.floor(dot / info.width));
  }
  const [x, y] = [across.toSorted((one, other) => one - other), down.toSorted((one, other) => one - other)];
  const scale = (value: number | undefined): number => (value ?? 0) * 25.4 / dpi;
  return { left: scale(x[0]), right: scale(x.at(-1)), top: scale(y[0]), bottom: scale(y.at(-1)) };
}

const isBlue = (red: number, green: number, blue: number): boolean => blue > 110 && red < 90 && green < 120;
const isRed = (red: number, green: number, blue: number): boolean => red > 150 && green < 90 && blue < 100;

describe('hình thức chữ ký số (the look of signatures of Decree 30/2020)', () => {
  let folder: string;
  let authority: TestAuthority;
  let signature: SignaturePicture;
  let signed: Uint8Array;
  let sealed: Uint8Array;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-look-'));
    authority = await createTestAuthority({ at: at.subtract({ hours: 48 }) });
    const [officer, agency] = [await anIdentity(authority, 'officer', 'Phạm Văn Ví Dụ'), await anIdentity(authority, 'agency', 'Ủy ban nhân dân xã Mẫu')];
    signature = await aPicture('officer', null);
    const paper = await renderPaper({ template: '#set page(paper: "a4")\n#json(bytes(sys.inputs.data)).text', data: { text: 'QUYẾT ĐỊNH' }, standard: 'a-2b', at });
    signed = await signPdf(paper, { signer: officer, reason: 'Phê duyệt', at, appearance: room, look: { kind: 'picture', picture: signature } });
    const place = placeOverThird(placeOfPicture(room, signature), lines);
    sealed = await signPdf(signed, { signer: agency, reason: 'Phát hành', at: at.add({ seconds: 60 }), appearance: place, look: { kind: 'picture', picture: await aPicture('seal', 36) } });
  });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  test('shows a person\'s hand in blue in the middle of the room left for it', async () => {
    const ink = await inked(signed, folder, isBlue);

    expect((ink.left + ink.right) / 2).toBeCloseTo(millimetres(room.x + room.width / 2), 0);
    expect((ink.top + ink.bottom) / 2).toBeCloseTo(millimetres(room.y + room.height / 2), 0);
    expect(ink.right - ink.left).toBeLessThanOrEqual(millimetres(room.width));
    expect(ink.right - ink.left).toBeGreaterThan(30);
  });

  test('shows the seal in red at its real size, over the left third of the hand', async () => {
    const [red, hand] = [await inked(sealed, folder, isRed), placeOfPicture(room, signature)];

    expect([red.right - red.left, red.bottom - red.top]).toEqual([expect.closeTo(36, 0), expect.closeTo(36, 0)]);
    expect(red.right).toBeCloseTo(millimetres(hand.x + hand.width / 3), 0);
    expect((red.top + red.bottom) / 2).toBeCloseTo(millimetres(hand.y + hand.height / 2), 0);
  });

  test('leaves the hand to be read under the seal', async () => {
    const [before, after] = [await inked(signed, folder, isBlue), await inked(sealed, folder, isBlue)];

    expect(after.right).toBeCloseTo(before.right, 0);
  });

  test('keeps both signatures valid, nothing but a signature having come after the first', async () => {
    const report = await validatePdf(sealed, { trust: { roots: [authority.root] } });

    expect(report.document).toBe('valid');
    expect(report.signatures).toMatchObject([{ verdict: 'valid', changesAfter: 'signatures-only' }, { verdict: 'valid', coversWholeFile: true, changesAfter: 'none' }]);
    expect(Buffer.from(sealed.subarray(0, signed.length)).equals(Buffer.from(signed))).toBe(true);
  });

  test('is judged valid twice by pdfsig of Poppler', () => {
    const file = join(folder, 'sealed.pdf');
    writeFileSync(file, sealed);

    const report = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });

    expect(report.match(/Signature is Valid\./gu)).toHaveLength(2);
  });

  test('says on a copy what kind it is, whose, and when, in black', async () => {
    const officer = await anIdentity(authority, 'officer', 'Cán bộ Quét Giấy');
    const paper = await renderPaper({ template: '#set page(paper: "a4")\n#box()', data: {}, standard: 'a-2b', at });
    const copy = await signPdf(paper, { signer: officer, reason: 'Số hóa', at, appearance: { page: 1, x: 341, y: 6, width: 240, height: 52 }, look: { kind: 'copy', form: 'BẢN SỐ HÓA', agency: 'UBND xã Mẫu' } });
    const black = await inked(copy, folder, (red, green, blue) => Math.max(red, green, blue) < 100);

    const [text, blue, red] = [execFileSync('pdftotext', ['-layout', join(folder, 'seen.pdf'), '-'], { encoding: 'utf8' }), await inked(copy, folder, isBlue), await inked(copy, folder, isRed)];
    expect(text.split('\n').map((line) => line.trim()).filter((line) => line !== '')).toEqual(['BẢN SỐ HÓA', 'UBND xã Mẫu', 'Cán bộ Quét Giấy', '20-11-2026 09:41:00 +07:00']);
    expect(black.right).toBeCloseTo(millimetres(341 + 240), 0);
    expect([blue.right, red.right]).toEqual([0, 0]);
  });
});
