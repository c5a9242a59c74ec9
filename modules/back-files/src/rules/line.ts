// SPDX-License-Identifier: EUPL-1.2
import { cleanText, fold } from '@motcua/kernel';
import { sameText } from './cleansing.ts';

/** The cells of a line, in the order of the list (danh sách giấy cũ). */
export const cellNames = ['owner', 'ownerName', 'kind', 'number', 'issuedOn', 'validUntil', 'issuer', 'oldCode', 'bearsNotes'] as const;
export type CellName = (typeof cellNames)[number];
/** What is written in a line. */
export type Cells = Readonly<Record<CellName, string>>;

/** What a line means. Days are ISO 8601 texts; `kind`: code of the standard list. */
export type OldPaper = {
  readonly owner: { readonly kind: 'person' | 'organisation'; readonly ref: string }; readonly ownerName: string; readonly kind: string; readonly kindName: string; readonly number: string | null;
  readonly issuedOn: string | null; readonly validUntil: string | null; readonly issuer: string | null; readonly oldCode: string | null; /** It is scanned twice: with its notes covered, and with them. */ readonly bearsNotes: boolean;
};

/** What is wrong with a cell, and how to mend it. */
export type CellFault = { readonly field: CellName; readonly text: string };

/** A kind of the standard list a line may name. */
export type Kind = { readonly code: string; readonly name: string; readonly aliases: readonly string[]; readonly validMonths: number | null };

/** What lines are read against. `today`: ISO 8601 day; `rightNames`: names a person decided on, by identity number. */
export type Ground = { readonly kinds: readonly Kind[]; readonly today: string; readonly rightNames: ReadonlyMap<string, string> };

const mostProvince = 96;

/** Why a number cannot identify a person; null when it may. @example «000095012345» is one of a made-up person */
function personalIdFault(text: string): string | null {
  if (/^\d{9}$/u.test(text)) return 'Đây là số chứng minh nhân dân 9 số. Ghi số định danh 12 số.';
  if (!/^\d{12}$/u.test(text)) return `Số định danh có 12 chữ số, ô này có ${String(text.length)} ký tự. Xem số 0 ở đầu có bị phần mềm bảng tính bỏ đi không.`;
  return Number(text.slice(0, 3)) > mostProvince ? `Số định danh bắt đầu bằng mã tỉnh 001 đến 096, không có mã ${text.slice(0, 3)}. Xem lại trên giấy.` : null;
}

const isOrganisation = (text: string): boolean => /^\d{10}(-\d{3})?$/u.test(text);

const oldest = '1900-01-01';

/** A day as it is written in a list; null when no such day exists. @example «5/3/2001» is 2001-03-05 */
export function dayWritten(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text) ?? [];
  try {
    return year === '' ? null : Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

const dayFault = (text: string): string => (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/u.test(text) ? `Không có ngày ${text} trong lịch. Xem lại trên giấy.` : `Ghi ngày dạng ngày/tháng/năm, ví dụ 05/03/2001. Ô này ghi «${text}».`);

function issueFault(text: string, day: string | null, today: string): string | null {
  if (text === '') return null;
  if (day === null) return dayFault(text);
  if (day > today) return 'Ngày cấp ở sau hôm nay. Xem lại trên giấy.';
  return day < oldest ? 'Ngày cấp trước năm 1900. Xem lại trên giấy.' : null;
}

function endFault({ text, day, issuedOn }: { readonly text: string; readonly day: string | null; readonly issuedOn: string | null }): string | null {
  if (text === '') return null;
  if (day === null) return dayFault(text);
  return issuedOn !== null && day < issuedOn ? 'Ngày hết hạn ở trước ngày cấp. Xem lại trên giấy.' : null;
}

function kindOf(text: string, kinds: readonly Kind[]): Kind | string {
  if (text === '') return 'Ghi loại giấy theo danh mục giấy tờ chuẩn.';
  const said = fold(text);
  const byCode = kinds.find(({ code }) => fold(code) === said);
  const named = byCode === undefined ? kinds.filter(({ name }) => fold(name) === said) : [byCode];
  const found = named.length > 0 ? named : kinds.filter(({ aliases }) => aliases.some((alias) => fold(alias) === said));
  const [kind, ...others] = found;
  if (kind === undefined) return `Danh mục giấy tờ chuẩn không có loại «${text}». Ghi mã hoặc tên đúng như trong danh mục.`;
  return others.length === 0 ? kind : `«${text}» là tên của ${String(found.length)} loại giấy. Ghi mã: ${found.map(({ code }) => code).join(', ')}.`;
}

function ownerFaults({ owner, ownerName }: Cells, { rightNames }: Ground): readonly CellFault[] {
  const right = rightNames.get(owner);
  return [
    ...(owner === '' ? [{ field: 'owner' as const, text: 'Ghi số định danh của cá nhân (12 số) hoặc mã số doanh nghiệp (10 số).' }] : []),
    ...[owner === '' || isOrganisation(owner) ? null : personalIdFault(owner)].flatMap((text) => (text === null ? [] : [{ field: 'owner' as const, text }])),
    ...(ownerName === '' ? [{ field: 'ownerName' as const, text: 'Ghi họ tên hoặc tên tổ chức của chủ giấy.' }] : []),
    ...(right !== undefined && ownerName !== '' && sameText(right) !== sameText(ownerName) ? [{ field: 'ownerName' as const, text: `Số này đã được kết luận là của «${right}». Xem lại tên, hoặc xem lại số.` }] : []),
  ];
}

const trimmed = (cells: Cells): Cells => ({
  owner: cleanText(cells.owner).replace(/^'/u, '').replace(/[\s.]/gu, ''), ownerName: cleanText(cells.ownerName), kind: cleanText(cells.kind), number: cleanText(cells.number), issuedOn: cleanText(cells.issuedOn), validUntil: cleanText(cells.validUntil),
  issuer: cleanText(cells.issuer), oldCode: cleanText(cells.oldCode), bearsNotes: cleanText(cells.bearsNotes),
});

const noteWords: Readonly<Record<string, boolean>> = { '': false, 'khong': false, '0': false, 'co': true, 'x': true, '1': true };

/** Whether a line says its paper bears notes (bút phê, ghi chú); undefined when it says neither. @example «Có» is true, «» is false */
export const saysNotes = (text: string): boolean | undefined => noteWords[fold(text)];

const mostLetters: Readonly<Partial<Record<CellName, number>>> = { ownerName: 300, number: 100, issuer: 300, oldCode: 100 };

const orNull = (text: string): string | null => (text === '' ? null : text);

/**
 * Reads a line of the list: what it means, or everything that is to mend with its field.
 *
 * @legal tt-01-2023-vpcp/code
 */
export function readLine(given: Cells, ground: Ground): { readonly paper: OldPaper | null; readonly faults: readonly CellFault[] } {
  const cells = trimmed(given);
  const [issuedOn, validUntil] = [dayWritten(cells.issuedOn), dayWritten(cells.validUntil)];
  const kind = kindOf(cells.kind, ground.kinds);
  const fault = (field: CellName, text: string | null): readonly CellFault[] => (text === null ? [] : [{ field, text }]);
  const months = typeof kind === 'string' ? null : kind.validMonths;
  const faults: readonly CellFault[] = [
    ...ownerFaults(cells, ground), ...fault('kind', typeof kind === 'string' ? kind : null), ...fault('issuedOn', issueFault(cells.issuedOn, issuedOn, ground.today)), ...fault('validUntil', endFault({ text: cells.validUntil, day: validUntil, issuedOn })),
    ...fault('bearsNotes', saysNotes(cells.bearsNotes) === undefined ? 'Giấy có bút phê, ghi chú thì ghi «có»; không thì để trống.' : null),
    ...fault('number', cells.number === '' && cells.issuedOn === '' ? 'Ghi số giấy hoặc ngày cấp: thiếu cả hai thì không nhận ra giấy.' : null),
    ...fault('issuedOn', months !== null && cells.issuedOn === '' && cells.validUntil === '' ? `Loại giấy này có giá trị ${String(months)} tháng: ghi ngày cấp, hoặc ghi ngày hết hạn.` : null),
    ...cellNames.flatMap((field) => fault(field, cells[field].length > (mostLetters[field] ?? 200) ? `Ô này dài hơn ${String(mostLetters[field] ?? 200)} chữ. Rút gọn.` : null)),
  ];
  if (faults.length > 0 || typeof kind === 'string') return { paper: null, faults };
  const end = validUntil ?? (issuedOn === null || months === null ? null : Temporal.PlainDate.from(issuedOn).add({ months }).toString());
  return {
    faults,
    paper: {
      owner: { kind: isOrganisation(cells.owner) ? 'organisation' : 'person', ref: cells.owner }, ownerName: cells.ownerName, kind: kind.code, kindName: kind.name, number: orNull(cells.number), issuedOn, validUntil: end, issuer: orNull(cells.issuer), oldCode: orNull(cells.oldCode),
      bearsNotes: saysNotes(cells.bearsNotes) === true,
    },
  };
}

/** A code or number as file names spell it: letters and digits only, without marks. */
export const plainName = (text: string): string => fold(text).replace(/[^a-z0-9]/gu, '');

/** The same for two lines that are about one paper: owner, kind, and number, else day. */
export const paperKeyOf = ({ owner, kind, number, issuedOn }: OldPaper): string => `${owner.ref}|${kind}|${number === null ? issuedOn ?? '' : plainName(number)}`;

/** What a scan of the paper may be called. */
export const namesOf = ({ number, oldCode }: Pick<Cells, 'number' | 'oldCode'>): readonly string[] => [...new Set([oldCode, number].map(plainName).filter((name) => name.length >= 2))];
