// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { glancePages } from '@motcua/documents';
import { type Photograph, photographOf } from '@motcua/documents/testing';
import fc from 'fast-check';
import { type LookedAt, adviceOn } from '../src/rules/file-advice.ts';

/** What is wrong with a made-up paper; `quality`: it cannot be read. */
export type Defect = 'none' | 'other-kind' | 'other-name' | 'other-number' | 'expired' | 'quality';
export type PaperCase = { readonly defect: Defect; readonly way: string; readonly lines: readonly string[]; readonly photograph: Photograph; readonly seen: Omit<LookedAt, 'pages'> };
/** Of one defect: how many papers had it, on how many it was told, and on how many something was told that was not so. */
export type Tally = { readonly papers: number; readonly told: number; readonly untrue: number };

type Kind = {
  readonly code: string; readonly name: string; readonly aliases: readonly string[]; readonly validMonths?: number; readonly isIdentity: boolean;
  /** What papers of the kind say of whose they are; `number` null: nothing of his number. */
  readonly says: (owner: { readonly name: string; readonly number: string }) => readonly string[]; readonly hasNumber: boolean;
};
const kinds: readonly Kind[] = [
  { code: 'CC', name: 'Thẻ căn cước', aliases: ['căn cước công dân'], isIdentity: true, hasNumber: true, says: ({ name, number }) => [`Số định danh: ${number}`, `Họ và tên: ${name.toUpperCase()}`, 'Sinh ngày: 05/06/1990'] },
  { code: 'KS', name: 'Giấy khai sinh', aliases: ['trích lục khai sinh'], isIdentity: false, hasNumber: true, says: ({ name, number }) => [`Họ, chữ đệm, tên: ${name.toUpperCase()}`, 'Sinh ngày: 05/06/1990', `Số định danh cá nhân: ${number}`] },
  { code: 'XD', name: 'Giấy phép xây dựng', aliases: [], isIdentity: false, hasNumber: false, says: ({ name }) => [`Cấp cho: Ông ${name}`] },
  { code: 'KH', name: 'Giấy chứng nhận kết hôn', aliases: ['trích lục kết hôn'], isIdentity: false, hasNumber: false, says: ({ name }) => ['Họ, chữ đệm, tên vợ: HOÀNG THỊ NÀO ĐÓ', `Họ, chữ đệm, tên chồng: ${name.toUpperCase()}`] },
  { code: 'HKD', name: 'Giấy chứng nhận đăng ký hộ kinh doanh', aliases: [], isIdentity: false, hasNumber: false, says: ({ name }) => ['Tên hộ kinh doanh: QUÁN THỬ NGHIỆM', `Họ và tên chủ hộ: ${name.toUpperCase()}`] },
  { code: 'DAT', name: 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất', aliases: ['giấy chứng nhận quyền sử dụng đất'], isIdentity: false, hasNumber: true, says: ({ name, number }) => ['Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:', `Ông: ${name}, CCCD số: ${number}`] },
  { code: 'HN', name: 'Giấy xác nhận tình trạng hôn nhân', aliases: ['xác nhận độc thân'], validMonths: 6, isIdentity: false, hasNumber: false, says: ({ name }) => [`Họ, chữ đệm, tên: ${name.toUpperCase()}`, 'Hiện chưa đăng ký kết hôn với ai'] },
];
const names = ['Nguyễn Văn Mẫu', 'Trần Thị Ví Dụ', 'Lê Hoàng Thử', 'Phạm Thị Kiểm', 'Đặng Quốc Giả'] as const;
const today = '2026-11-20';

/** From a good scanner to a bad telephone; the last three cannot be read by anybody. */
const ways: Readonly<Record<string, Photograph>> = {
  'scan': { dpi: 200 }, 'photograph': { dpi: 150, turned: 2.5, blurred: 0.6, noise: 12, quality: 60 }, 'poor-photograph': { dpi: 130, turned: -3.5, blurred: 0.9, noise: 18, light: 0.7, quality: 45 },
};
const unreadable: Readonly<Record<string, Photograph>> = { 'shaken': { dpi: 150, blurred: 7 }, 'tiny': { dpi: 60, quality: 40 }, 'dark and shaken': { dpi: 130, blurred: 5, light: 0.25, noise: 25 } };

type Drawn = { readonly kind: Kind; readonly other: Kind; readonly name: string; readonly otherName: string; readonly number: string; readonly year: number; readonly defect: Defect; readonly way: string; readonly spoilt: string };

function caseOf({ kind: asked, other, name, otherName, number, year, defect, way, spoilt }: Drawn): PaperCase {
  const shown = defect === 'other-kind' ? other : asked;
  const onPaper = defect === 'other-name' ? otherName : name;
  const numberOnPaper = defect === 'other-number' ? `${number.slice(0, -1)}${String((Number(number.at(-1)) + 3) % 10)}` : number;
  const until = defect === 'expired' ? `12/03/${String(year)}` : `12/03/${String(year + 12)}`;
  // A kind with months of its own says only since when.
  const ends = shown.validMonths === undefined ? `Có giá trị đến ngày: ${until}` : `xã Một, ngày 12 tháng 03 năm ${defect === 'expired' ? String(year) : '2027'}`;
  return {
    defect, way: defect === 'quality' ? spoilt : way, photograph: (defect === 'quality' ? unreadable[spoilt] : ways[way]) ?? { dpi: 200 },
    lines: [shown.name.toUpperCase(), ...(shown.isIdentity ? [] : [`Số: ${number.slice(-3)}/2021/GCN-UBND`]), ...shown.says({ name: onPaper, number: numberOnPaper }), 'Nơi thường trú: thôn Đông, xã Một, tỉnh Thử', 'Giấy này được lập tại Ủy ban nhân dân xã Một, có giá trị trên toàn quốc.', ends],
    seen: { kind: asked.code, kinds, isIdentity: asked.isIdentity, applicant: { name, personalId: number }, declared: { names: [], numbers: [] }, today, signature: null },
  };
}

/** Made-up papers with one thing wrong with each, or nothing: the same for the same seed. Nobody's names and numbers. */
export function paperSet({ papers, seed }: { readonly papers: number; readonly seed: number }): readonly PaperCase[] {
  const drawn = fc.record({
    kind: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...kinds.filter(({ isIdentity }) => isIdentity)) }, { weight: 3, arbitrary: fc.constantFrom(...kinds) }), other: fc.constantFrom(...kinds), name: fc.constantFrom(...names), otherName: fc.constantFrom(...names), number: fc.stringMatching(/^000\d{9}$/u), year: fc.integer({ min: 2015, max: 2025 }),
    defect: fc.constantFrom<Defect>('none', 'none', 'other-kind', 'other-name', 'other-number', 'expired', 'quality'), way: fc.constantFrom(...Object.keys(ways)), spoilt: fc.constantFrom(...Object.keys(unreadable)),
  }).filter(({ kind, other, name, otherName, defect }) => kind !== other && name !== otherName && (kind.hasNumber || defect !== 'other-number'));
  return fc.sample(drawn, { numRuns: papers, seed }).map(caseOf);
}

const legibility: ReadonlySet<string> = new Set(['nothing-read', 'hard-to-read', 'too-few-dots']);
/** Advice in the words of defects. */
const meant = (code: string): string => (legibility.has(code) ? 'quality' : code);

async function pagesOf({ lines, photograph }: PaperCase): Promise<LookedAt['pages']> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-paper-set-'));
  try {
    const file = path.join(folder, 'giay.jpg');
    await writeFile(file, await photographOf(lines, photograph));
    return await glancePages(file) ?? [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same paper as a reader who makes no mistake would give it: what is left is what the rules themselves miss. */
export const perfectlyRead = ({ lines, defect }: PaperCase): LookedAt['pages'] => (defect === 'quality' ? [{ dpi: 200, words: [] }] : [{
  dpi: 200, words: lines.flatMap((line, row) => line.split(' ').map((text, at) => ({ text, x: at * 80, y: row * 40, width: 70, height: 20, sure: 95 }))),
}]);

/** Looks at every paper and counts, by defect. What is said of a paper nobody can read is not held against the machine. */
export async function judged(cases: readonly PaperCase[], read: (one: PaperCase) => Promise<LookedAt['pages']> | LookedAt['pages'] = pagesOf): Promise<ReadonlyMap<string, Tally>> {
  const tallies = new Map<string, Tally>();
  for (const one of cases) {
    const said = new Set(adviceOn({ ...one.seen, pages: await read(one) }).map(({ code }) => meant(code)));
    const key = `${one.defect}, ${one.defect === 'quality' ? 'unreadable' : one.way}`;
    const { papers, told, untrue } = tallies.get(key) ?? { papers: 0, told: 0, untrue: 0 };
    tallies.set(key, { papers: papers + 1, told: told + Number(said.has(one.defect)), untrue: untrue + Number(one.defect !== 'quality' && [...said].some((code) => code !== one.defect)) });
  }
  return tallies;
}
