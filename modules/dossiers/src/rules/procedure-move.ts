// SPDX-License-Identifier: EUPL-1.2
import type { RequiredPaper } from '@motcua/catalogue';
import type { DossierPaper, MovedPart } from '../contract.ts';

/** What another version of the procedure changes in one part, in words. */
export type PartChange = { readonly part: MovedPart; readonly before: string; readonly after: string };
/** Why a dossier keeps its version: moving would harm the applicant, or cannot be judged. */
export type MoveBar = { readonly part: MovedPart; readonly text: string };
export type PartMove = { readonly changes: readonly PartChange[]; readonly bars: readonly MoveBar[] };

type AskedPaper = Pick<RequiredPaper, 'code' | 'name' | 'originals' | 'copies' | 'required'>;

const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();
const isSame = (one: Pick<AskedPaper, 'code' | 'name'>, other: Pick<AskedPaper, 'code' | 'name'>): boolean => (one.code !== null && one.code === other.code) || folded(one.name) === folded(other.name);
const countWords = ({ originals, copies, required }: AskedPaper): string => `${originals} bản chính, ${copies} bản sao${required ? '' : ', không bắt buộc'}`;

/** Why a paper of the new version is more than what was handed in; null when it is not. */
function paperBar(asked: AskedPaper, old: AskedPaper | undefined, had: DossierPaper | undefined): string | null {
  if (!asked.required) return null;
  if (had === undefined) return `Bản mới đòi thêm «${asked.name}».`;
  if (old?.required !== true && had.state !== 'ok') return `Bản mới bắt buộc phải có «${asked.name}», hồ sơ chưa có.`;
  const more = asked.originals > Math.max(old?.originals ?? 0, had.originals) || asked.copies > Math.max(old?.copies ?? 0, had.copies);
  return more ? `Bản mới đòi nhiều bản của «${asked.name}» hơn.` : null;
}

/**
 * What a version asks for against what was handed in (thành phần hồ sơ): fewer papers may follow, more may not.
 *
 * @param before - asked by the version the dossier has, `after` - by the version it would get; both for its circumstance
 */
export function papersMove(papers: readonly DossierPaper[], before: readonly AskedPaper[], after: readonly AskedPaper[]): PartMove {
  const bars = after.flatMap((asked): MoveBar[] => {
    const text = paperBar(asked, before.find((old) => isSame(old, asked)), papers.find((paper) => isSame(paper, asked)));
    return text === null ? [] : [{ part: 'papers', text }];
  });
  const gone = before.filter((old) => !after.some((asked) => isSame(old, asked))).map(({ name }): PartChange => ({ part: 'papers', before: name, after: 'không còn đòi' }));
  const come = after.filter((asked) => !before.some((old) => isSame(old, asked))).map((asked): PartChange => ({ part: 'papers', before: 'không đòi', after: `${asked.name} (${countWords(asked)})` }));
  const other = after.flatMap((asked): PartChange[] => {
    const old = before.find((one) => isSame(one, asked));
    return old === undefined || countWords(old) === countWords(asked) ? [] : [{ part: 'papers', before: `${old.name}: ${countWords(old)}`, after: countWords(asked) }];
  });
  return { bars, changes: [...gone, ...come, ...other] };
}

/** The papers of a dossier under the new version: nothing handed in is lost; what is no longer demanded is no longer required. */
export const papersUnder = (papers: readonly DossierPaper[], after: readonly AskedPaper[]): DossierPaper[] =>
  papers.map((paper) => { const asked = after.find((one) => isSame(paper, one)); return { ...paper, required: asked?.required ?? false }; });

const money = (vnd: number | null): string => (vnd === null ? 'không ghi thành số' : `${String(vnd).replace(/\B(?=(?:\d{3})+$)/gu, '.')} đồng`);

/** What the fee comes to, whole đồng; null: the table does not say it in numbers. What was paid stays; a higher one may not follow. */
export function feeMove(before: { readonly totalVnd: number | null; readonly text: string }, after: { readonly totalVnd: number | null; readonly text: string }): PartMove {
  if (before.totalVnd === after.totalVnd && (before.totalVnd !== null || before.text === after.text)) return { changes: [], bars: [] };
  const changes: readonly PartChange[] = [{ part: 'fee', before: money(before.totalVnd), after: money(after.totalVnd) }];
  if (before.totalVnd === null || after.totalVnd === null) return { changes, bars: [{ part: 'fee', text: 'Phí, lệ phí đổi mà một bản không ghi thành số: không so được.' }] };
  return { changes, bars: after.totalVnd > before.totalVnd ? [{ part: 'fee', text: `Phí, lệ phí tăng từ ${money(before.totalVnd)} lên ${money(after.totalVnd)}.` }] : [] };
}
