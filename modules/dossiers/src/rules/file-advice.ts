// SPDX-License-Identifier: EUPL-1.2
import { type ScannedPage, sureOf, textOf, valuesIn } from '@motcua/documents';
import { fold } from '@motcua/kernel';
import type { FileAdvice } from '../contract/file-advice.ts';

type Advice = FileAdvice['advice'][number];
type KindNames = { readonly code: string; readonly name: string; readonly aliases: readonly string[] };

/** What is known when a file is looked at. */
export type LookedAt = {
  readonly pages: readonly Pick<ScannedPage, 'dpi' | 'words'>[];
  /** The kind the component was confirmed to be; null: nobody said. */
  readonly kind: string | null;
  readonly kinds: readonly KindNames[];
  readonly isIdentity: boolean;
  readonly applicant: { readonly name: string; readonly personalId: string };
  /** ISO 8601. */
  readonly today: string;
  readonly signature: { readonly document: 'valid' | 'invalid' | 'indeterminate' | 'unsigned'; readonly reason: string } | null;
};

const fewWords = 3;
const leastSure = 60;
const leastDots = 100;

function legibility(pages: LookedAt['pages']): readonly Advice[] {
  const said = (page: LookedAt['pages'][number], at: number): Advice | null => {
    const where = pages.length === 1 ? '' : `Trang ${String(at + 1)}: `;
    if (page.words.length < fewWords) return { code: 'nothing-read', text: `${where}Không đọc được chữ nào. Xem lại có đúng tệp không; nếu là ảnh chụp, chụp thẳng, đủ sáng, rõ chữ.` };
    if (page.dpi < leastDots) return { code: 'too-few-dots', text: `${where}Ảnh nhỏ. Chụp gần hơn, để giấy gần kín khung hình.` };
    return sureOf(page) < leastSure ? { code: 'hard-to-read', text: `${where}Ảnh mờ, khó đọc. Chụp lại nơi sáng hơn, giữ chắc máy.` } : null;
  };
  return pages.flatMap((page, at) => said(page, at) ?? []);
}

const namesOf = ({ name, aliases }: KindNames): readonly string[] => [name, ...aliases].map(fold);

/** Only what the heading says: a paper names many others further down. */
function otherKind(text: string, { kind, kinds }: LookedAt): readonly Advice[] {
  const asked = kinds.find(({ code }) => code === kind);
  const heading = fold(text.split('\n').slice(0, 12).join(' '));
  if (asked === undefined || namesOf(asked).some((name) => heading.includes(name))) return [];
  const seen = kinds.find((one) => one !== asked && heading.includes(fold(one.name)));
  return seen === undefined ? [] : [{ code: 'other-kind', text: `Giấy này giống «${seen.name}», ở đây cần «${asked.name}». Xem lại có chọn nhầm tệp không.` }];
}

function otherPerson(text: string, { isIdentity, applicant }: LookedAt): readonly Advice[] {
  if (!isIdentity) return [];
  const values = new Map(valuesIn(text).map(({ name, value }) => [name, value]));
  const [name, number] = [values.get('Họ và tên'), values.get('Số định danh')];
  return [
    ...(name !== undefined && applicant.name !== '' && fold(name) !== fold(applicant.name) ? [{ code: 'other-name' as const, text: `Tên đọc được là «${name}», khác tên đã khai «${applicant.name}». Xem lại giấy hoặc lời khai.` }] : []),
    ...(number !== undefined && applicant.personalId !== '' && number !== applicant.personalId ? [{ code: 'other-number' as const, text: `Số đọc được là ${number}, khác số định danh đã khai. Xem lại giấy hoặc lời khai.` }] : []),
  ];
}

const end = /(?:[Cc]ó giá trị đến|[Gg]iá trị đến|[Hh]ết hạn)(?: ngày)?\s*:?\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/u;

function expiry(text: string, today: string): readonly Advice[] {
  const [, day = '', month = '', year = ''] = end.exec(text) ?? [];
  const until = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year === '' || until >= today ? [] : [{ code: 'expired', text: `Giấy ghi có giá trị đến ${day}/${month}/${year}, đã hết hạn. Nộp giấy còn hạn nếu có.` }];
}

/** Góp ý về một tệp vừa tải lên: what a person should look at again and what to do. Decides nothing; a file without advice may still be wrong. */
export function adviceOn(seen: LookedAt): readonly Advice[] {
  const text = seen.pages.map(textOf).join('\n');
  const { signature } = seen;
  return [
    ...legibility(seen.pages), ...otherKind(text, seen), ...otherPerson(text, seen), ...expiry(text, seen.today),
    ...(signature === null || signature.document === 'valid' || signature.document === 'unsigned' ? [] : [{ code: 'signature' as const, text: `Chữ ký số: ${signature.reason}` }]),
  ];
}
