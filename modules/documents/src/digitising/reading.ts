// SPDX-License-Identifier: EUPL-1.2
import type { ScannedPage } from './model.ts';

/** Dots per inch an administrative paper is scanned with at least. @legal tt-05-2025/scan */
export const leastDpi = 200;
/** A scanner that says 200 may write 199. */
const slack = 4;
const leastSure = 60;
const fewWords = 3;

/** What a person should look at again on a page. */
export type PageDoubt = 'too-few-dots' | 'hard-to-read' | 'nothing-read';

type Page = Pick<ScannedPage, 'dpi' | 'words'>;

/** How sure the reader was on average, 0–100; 0 when nothing was read. */
export const sureOf = ({ words }: Page): number => (words.length === 0 ? 0 : Math.round(words.reduce((sum, { sure }) => sum + sure, 0) / words.length));

/** What a person should look at before believing a scan. */
export function doubtsOf(page: Page): readonly PageDoubt[] {
  const { dpi, words } = page;
  return [
    ...(dpi < leastDpi - slack ? ['too-few-dots' as const] : []),
    ...(words.length < fewWords ? ['nothing-read' as const] : sureOf(page) < leastSure ? ['hard-to-read' as const] : []),
  ];
}

/** The words of a page in lines, as they lie from top to bottom. */
export function textOf({ words }: Pick<ScannedPage, 'words'>): string {
  const lines: { readonly top: number; readonly bottom: number; readonly words: string[] }[] = [];
  for (const { text, y, height } of words) {
    const last = lines.at(-1);
    const middle = y + height / 2;
    if (last !== undefined && middle > last.top && middle < last.bottom) last.words.push(text);
    else lines.push({ top: y, bottom: y + height, words: [text] });
  }
  return lines.map(({ words: said }) => said.join(' ')).join('\n');
}

const patterns: readonly (readonly [string, RegExp])[] = [
  ['Số', /(?:^|\n)\s*Số\s*:?\s*([0-9][0-9A-ZĐa-z./-]*(?:\/[0-9A-ZĐ./-]+)?)/u],
  ['Họ và tên', /Họ(?: và)? tên(?: khai sinh)?\s*:?\s*([\p{Lu}][\p{L} ]{2,60})(?=\n|$|,)/u],
  ['Ngày sinh', /[Ss]inh ngày\s*:?\s*(\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4})/u],
  ['Số định danh', /(?:Số định danh(?: cá nhân)?|CCCD|Căn cước(?: công dân)? số|CMND)\s*(?:số)?\s*:?\s*(\d{9,12})/u],
  ['Ngày cấp', /(?:[Cc]ấp ngày|[Nn]gày cấp)\s*:?\s*(\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4})/u],
  ['Nơi thường trú', /(?:Nơi thường trú|[Tt]hường trú tại|Địa chỉ)\s*:?\s*([^\n]{5,120})/u],
];

/** Values proposed from what was read: number, name, days, identity number, address. Each is for a person to confirm. */
export function valuesIn(text: string): readonly { readonly name: string; readonly value: string }[] {
  return patterns.flatMap(([name, pattern]) => {
    const value = pattern.exec(text)?.[1]?.trim();
    return value === undefined || value === '' ? [] : [{ name, value }];
  });
}

/** A field of a form, as a person knows it, and how to mend it. */
type FieldToMend = { readonly path: string; readonly label: string; readonly text: string };

type Scanned = { readonly pages: readonly Page[] };

/** What is wrong with scans an officer compared with the paper: pages, dots, and a second scan where it bears notes. */
export function scanToMend({ pagesOnPaper, bearsNotes, withNotes }: { readonly pagesOnPaper: number; readonly bearsNotes: boolean; readonly withNotes: string | null }, scan: Scanned, second: Scanned | undefined): readonly FieldToMend[] {
  const scans = second === undefined ? [scan] : [scan, second];
  return [
    ...scans.flatMap(({ pages }, at) => (pages.length === pagesOnPaper ? [] : [{ path: at === 0 ? 'pagesOnPaper' : 'withNotes', label: 'Số trang', text: `Giấy có ${String(pagesOnPaper)} trang, bản quét có ${String(pages.length)} trang. Quét thêm hoặc quét lại.` }])),
    ...scans.flatMap(({ pages }) => pages.flatMap((page, at) => (doubtsOf(page).includes('too-few-dots') ? [{ path: 'scan', label: 'Độ phân giải', text: `Trang ${String(at + 1)} chỉ ${String(page.dpi)} dpi, cần ít nhất ${String(leastDpi)} dpi. Quét lại trang này.` }] : []))),
    ...(bearsNotes && (withNotes === null || second === undefined) ? [{ path: 'withNotes', label: 'Bản quét có ghi chú', text: 'Giấy có bút phê, ghi chú: quét hai lần, một bản che ghi chú và một bản có ghi chú.' }] : []),
  ];
}
