// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, guideAnswer, guideOn, priceUnder } from '@motcua/catalogue';
import type { CaseGuidePage } from '@motcua/citizen-portal/props';
import type { Db } from '@motcua/db-kit';

const unsure = 'khong-chac';

/** What was counted and claimed, in the address: sl-trang=3, mg-ngheo=co. */
function feeTyped(typed: Readonly<Record<string, string>>): CaseGuidePage['fee'] {
  const entries = Object.entries(typed);
  return {
    units: Object.fromEntries(entries.flatMap(([name, value]) => (name.startsWith('sl-') && /^\d{1,5}$/u.test(value.trim()) ? [[name.slice(3), Number(value.trim())] as const] : []))),
    claims: entries.flatMap(([name, value]) => (name.startsWith('mg-') && value !== '' ? [name.slice(3)] : [])),
  };
}

/** What the guide of a procedure asks or answers, read from the answers in the address; null when no guide is published. */
export async function caseGuide(db: Db, procedure: Procedure, { day, typed }: { readonly day: string; readonly typed: Readonly<Record<string, string>> }): Promise<Omit<CaseGuidePage, 'visit' | 'filing' | 'procedure'> | null> {
  const guide = await guideOn(db, procedure.code, day);
  if (guide === undefined || guide.questions.length + guide.papers.length === 0) return null;
  const given = guide.questions.flatMap(({ id, choices }): CaseGuidePage['given'] => {
    const value = typed[id];
    if (value === unsure) return [{ id, value: null }];
    return choices.some((choice) => choice.value === value) && value !== undefined ? [{ id, value }] : [];
  });
  const answers = Object.fromEntries(given.flatMap(({ id, value }) => (value === null ? [] : [[id, value]])));
  const answer = guideAnswer(guide, procedure, { answers, unsure: given.flatMap(({ id, value }) => (value === null ? [id] : [])) });
  const fee = feeTyped(typed);
  const channel = procedure.methods.some((method) => method.channel === 'ONLINE') ? 'ONLINE' : 'DIRECT';
  return {
    ...answer, questions: guide.questions.map(({ id, label, hint, choices }) => ({ id, label, hint, choices })), given,
    price: answer.next === null ? await priceUnder(db, procedure, { day, channel, circumstance: answer.circumstance, ...fee }) : null, fee,
  };
}
