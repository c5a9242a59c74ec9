// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { cleanText, newId, officeDay, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone, Correction } from '../contract.ts';
import { canonical } from '../store/chain.ts';
import { needsSecondPerson } from '../store/second-person.ts';
import { type Asked, type Outcome, perform } from './perform.ts';
import { checkedAnswers } from './submit.ts';

type Body<Act extends z.ZodType> = Omit<z.infer<Act>, 'clientKey' | 'version'>;

const textOf = (value: unknown): string => (value === undefined ? '' : canonical(value));

const changedNames = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => textOf(before[name]) !== textOf(after[name]));

/**
 * Hoàn chỉnh, sửa tờ khai: what the counter left open, or what was written wrongly, with the reason. Before acceptance it may still have gaps, afterwards not;
 * where a dated rule says so, a change after acceptance waits for a second officer (decideChange).
 *
 * @error fields-to-mend; change-open - an earlier change waits for its second officer
 */
export function correct(ctx: DossierContext, asked: Asked & { readonly body: Body<typeof Correction> }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'correct', async ({ tx, at, to, dossier }) => {
    const { answers, applicant, reason } = asked.body;
    const checked = await checkedAnswers(tx, { ...dossier.eform, at, mayHaveGaps: dossier.acceptedAt === null }, answers);
    if (!checked.ok) return checked;
    const party = applicant === null ? dossier.applicant : { ...applicant, name: cleanText(applicant.name), address: { ...applicant.address, text: cleanText(applicant.address.text) } };
    const changed = [...changedNames(dossier.answers, checked.value.answers), ...changedNames(dossier.applicant, party).map((name) => `applicant.${name}`)];
    if (changed.length === 0) return refuse({ code: 'fields-to-mend', fields: [{ path: 'answers', label: 'Tờ khai', text: 'Chưa có gì thay đổi. Sửa ô cần sửa rồi lưu.' }] });
    const change = { to, answers: checked.value.answers, applicant: party, reason, changed };
    const needsSecond = dossier.acceptedAt !== null && await needsSecondPerson(tx, { changed, dossier, day: officeDay(at).toString() });
    return ok([needsSecond ? { type: 'change-asked', data: { id: newId(at), ...change } } : { type: 'corrected', data: change }]);
  });
}
