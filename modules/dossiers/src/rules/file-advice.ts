// SPDX-License-Identifier: EUPL-1.2
import { type ScannedPage, daysOn, namedIn, sureOf, textOf, valuesIn } from '@motcua/documents';
import { fold } from '@motcua/kernel';
import { validUntilOf } from '@motcua/vault';
import type { FileAdvice } from '../contract/file-advice.ts';
import type { Declared } from './declared.ts';

type Advice = FileAdvice['advice'][number];
type KindNames = { readonly code: string; readonly name: string; readonly aliases: readonly string[]; /** Months a paper of the kind is good for; null: no end. */ readonly validMonths?: number | null };

/** What is known when a file is looked at. */
export type LookedAt = {
  readonly pages: readonly Pick<ScannedPage, 'dpi' | 'words'>[];
  /** The kind the component was confirmed to be, or is called by; null: nobody said. */
  readonly kind: string | null;
  readonly kinds: readonly KindNames[];
  /** The component proves who somebody is. */
  readonly isIdentity: boolean;
  readonly applicant: { readonly name: string; readonly personalId: string };
  /** Everybody else the filing names. */
  readonly declared: Declared;
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

const withoutBrackets = (name: string): string => name.replace(/\s*\([^)]*\)/gu, '');
const namesOf = ({ name, aliases }: KindNames): readonly string[] => [name, ...aliases].map((words) => fold(withoutBrackets(words)));
/** Without the word for «paper», which a heading may leave out: «Thẻ căn cước» is headed CĂN CƯỚC. */
const coresOf = (kind: KindNames): readonly string[] => namesOf(kind).map((name) => name.replace(/^(?:the|giay|so|phieu|bang|trich luc) /u, ''));

const [headingLines, titleLines] = [12, 6];
const mostlyRead = { words: 20, sure: 70 } as const;
const shortestAlias = 8;

/** The kind a heading names: by its name, or by what else it is called where the title stands; the longest words first. */
function headedBy(text: string, kinds: readonly KindNames[]): KindNames | undefined {
  const lines = text.split('\n');
  const [heading, title] = [headingLines, titleLines].map((count) => fold(lines.slice(0, count).join(' ')));
  return kinds.flatMap((kind) => namesOf(kind).map((words, at) => ({ kind, words, within: at === 0 ? heading : title })))
    .filter(({ words, within = '' }) => words.length >= shortestAlias && within.includes(words)).toSorted((one, other) => other.words.length - one.words.length)[0]?.kind;
}

/** Another kind than the one asked for, or nothing of the one asked for on a paper that was read well. */
function otherKind(text: string, { kind, kinds, pages }: LookedAt): readonly Advice[] {
  const asked = kinds.find(({ code }) => code === kind);
  if (asked === undefined) return [];
  const heading = fold(text.split('\n').slice(0, headingLines).join(' '));
  if (namesOf(asked).some((name) => heading.includes(name))) return [];
  const seen = headedBy(text, kinds.filter((one) => one !== asked));
  if (seen !== undefined) return [{ code: 'other-kind', text: `Giấy này giống «${seen.name}», ở đây cần «${asked.name}». Xem lại có chọn nhầm tệp không.` }];
  const wasRead = pages.every((page) => sureOf(page) >= mostlyRead.sure) && pages.reduce((sum, { words }) => sum + words.length, 0) >= mostlyRead.words;
  const whole = fold(text.replace(/\n/gu, ' '));
  return wasRead && !coresOf(asked).some((name) => whole.includes(name)) ? [{ code: 'other-kind', text: `Không đọc thấy «${asked.name}» trên giấy này. Xem lại có chọn nhầm tệp không.` }] : [];
}

/** The names and numbers a paper gives beside its labels; of an identity paper also those without a colon. */
function ownersOn(text: string, isIdentity: boolean): ReturnType<typeof namedIn> {
  const named = namedIn(text);
  const values = new Map((isIdentity ? valuesIn(text) : []).map(({ name, value }) => [name, value]));
  const [name, number] = [values.get('Họ và tên'), values.get('Số định danh')];
  return { names: named.names.length > 0 || name === undefined ? named.names : [name], numbers: named.numbers.length > 0 || number === undefined ? named.numbers : [number] };
}

/** A paper that names people or organisations, none of whom the filing names; of an identity paper, not the applicant. Of a paper of no known kind nobody can say whose it should be. */
function otherPerson(text: string, { kind, isIdentity, applicant, declared }: LookedAt): readonly Advice[] {
  if (kind === null && !isIdentity) return [];
  const { names, numbers } = ownersOn(text, isIdentity);
  // Who he is proves the applicant by his own paper; other papers may name his child, wife or enterprise.
  const known = new Set([fold(applicant.name), ...isIdentity ? [] : declared.names]);
  const knownNumbers = new Set([applicant.personalId, ...isIdentity ? [] : declared.numbers]);
  const nobody = names.length > 0 && applicant.name !== '' && !names.some((name) => known.has(fold(name)));
  // Of an enterprise the person who files has no number, and the other way round: only numbers of one length are compared.
  const comparable = numbers.filter((number) => [...knownNumbers].some((one) => one.length === number.length));
  return [
    ...(nobody ? [{ code: 'other-name' as const, text: `Tên đọc được là ${names.slice(0, 3).map((name) => `«${name}»`).join(', ')}, khác tên đã khai «${applicant.name}». Xem lại giấy hoặc lời khai.` }] : []),
    ...(comparable.length > 0 && applicant.personalId !== '' && !comparable.some((number) => knownNumbers.has(number)) ? [{ code: 'other-number' as const, text: `Số đọc được là ${comparable.slice(0, 3).join(', ')}, khác số định danh đã khai. Xem lại giấy hoặc lời khai.` }] : []),
  ];
}

const dayWords = (day: string): string => day.split('-').toReversed().join('/');

/** A paper past the last day it says, or, where it says none, past the months its kind is good for. */
function expiry(text: string, { kind, kinds, today }: LookedAt): readonly Advice[] {
  const { issuedOn, until } = daysOn(text);
  if (until !== null) return until >= today ? [] : [{ code: 'expired', text: `Giấy ghi có giá trị đến ${dayWords(until)}, đã hết hạn. Nộp giấy còn hạn nếu có.` }];
  const months = kinds.find(({ code }) => code === kind)?.validMonths ?? null;
  const last = issuedOn === null || months === null ? null : validUntilOf(issuedOn, months);
  if (issuedOn === null || last === null || last >= today) return [];
  return [{ code: 'expired', text: `Giấy cấp ngày ${dayWords(issuedOn)}; loại giấy này có giá trị ${String(months)} tháng, đến ${dayWords(last)}. Nộp giấy còn hạn nếu có.` }];
}

/** Góp ý về một tệp vừa tải lên: what a person should look at again and what to do. Decides nothing; a file without advice may still be wrong. */
export function adviceOn(seen: LookedAt): readonly Advice[] {
  const text = seen.pages.map(textOf).join('\n');
  const { signature } = seen;
  // Of a paper that is another one, whose it is says nothing.
  const kind = otherKind(text, seen);
  return [
    ...legibility(seen.pages), ...kind, ...(kind.length > 0 ? [] : otherPerson(text, seen)), ...expiry(text, seen),
    ...(signature === null || signature.document === 'valid' || signature.document === 'unsigned' ? [] : [{ code: 'signature' as const, text: `Chữ ký số: ${signature.reason}` }]),
  ];
}
