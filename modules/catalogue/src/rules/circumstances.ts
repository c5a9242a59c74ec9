// SPDX-License-Identifier: EUPL-1.2
import type { Procedure } from '../model.ts';

type Papers = Procedure['papers'][number]['papers'];

/** Papers under one published heading; null when the list has none. */
export type PaperHeading<Paper> = { readonly name: string | null; readonly papers: readonly Paper[] };

/** Papers every applicant needs, those of one circumstance (trường hợp) only, and remarks published in the place of papers. */
export type PapersByCircumstance<Paper> = {
  readonly remarks: readonly string[]; readonly always: readonly PaperHeading<Paper>[]; readonly only: readonly { readonly name: string; readonly papers: readonly Paper[] }[];
};

type Published<Paper> = { readonly papers: readonly { readonly circumstance: string | null; readonly papers: readonly Paper[] }[] };

// Published records use the place of the circumstance for headings too: «* Giấy tờ phải nộp:», «* Lưu ý:».
const heading = /^[*\s\-–]*(giấy tờ phải (nộp|xuất trình)|thành phần hồ sơ|hồ sơ gồm|giấy tờ gồm)/iu;
const remark = /^[*\s\-–]*(lưu ý|ghi chú)/iu;

/** Tells the circumstances of a procedure from the headings of its list of papers. */
export function byCircumstance<Paper extends { readonly name: string } = Papers[number]>(procedure: Published<Paper>): PapersByCircumstance<Paper> {
  const published = procedure.papers.filter(({ papers }) => papers.length > 0).map(({ circumstance, papers }) => ({ name: nameOf(circumstance), papers }));
  const isRemark = ({ name }: PaperHeading<Paper>): boolean => name !== null && remark.test(name);
  const groups = published.filter((group) => !isRemark(group));
  const remarks = published.filter(isRemark).flatMap(({ papers }) => papers.map(({ name }) => name));
  const only = groups.flatMap(({ name, papers }) => (name === null || heading.test(name) ? [] : [{ name, papers }]));
  const always = groups.filter(({ name }) => name === null || heading.test(name));
  return only.length === 1 && always.length === 0 ? { always: only, only: [], remarks } : { always, only, remarks };
}

function nameOf(circumstance: string | null): string | null {
  const name = (circumstance ?? '').replace(/^[*\s]+/u, '').replace(/[:\s]+$/u, '');
  return name === '' ? null : name;
}
