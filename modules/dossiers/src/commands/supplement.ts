// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import type { Db } from '@motcua/db-kit';
import type { ClockEvent } from '@motcua/deadlines';
import { officeDay, ok, refuse } from '@motcua/kernel';
import { moved } from '../clock/dossier-clock.ts';
import { periodEnd } from '../clock/periods.ts';
import type { DossierContext } from '../context.ts';
import type { ActDone, DossierPaper, SupplementRequest } from '../contract.ts';
import type { Fact } from '../events.ts';
import type { Dossier, DossierClock } from '../model.ts';
import { nextNumber } from '../store/numbers.ts';
import { type Asked, type Outcome, type Situation, perform } from './perform.ts';
import { checkedAnswers } from './submit.ts';

/** The dossier's clock after an event moved it; null while no clock runs. */
export async function clockAfter(ctx: DossierContext, tx: Db, dossier: Dossier, event: ClockEvent): Promise<Outcome<DossierClock | null>> {
  if (dossier.clock === null) return ok(null);
  const calendar = await ctx.calendars.of(tx, dossier.agencies.solving);
  if (calendar === null) return refuse({ code: 'calendar-gap' });
  const dueSoon = await ctx.periods.of(tx, { key: 'due-soon', procedure: dossier.procedure.code, at: Temporal.Instant.from(event.at) });
  return moved(calendar, dossier.clock, { event, dueSoonShare: dueSoon?.value ?? null });
}

type Wanting = Pick<z.infer<typeof SupplementRequest>, 'items' | 'reason'>;

/** The fact that a dossier was asked to be completed: once at each stage, with the number of form 02. */
export async function supplementAsked(ctx: DossierContext, { tx, at, to, dossier }: Pick<Situation, 'tx' | 'at' | 'to' | 'dossier'>, { items, reason }: Wanting): Promise<Outcome<Fact>> {
  const stage = dossier.acceptedAt === null ? 'intake' : 'appraisal';
  if (dossier.supplementsAsked[stage] > 0) return refuse({ code: 'already-asked' });
  const clock = await clockAfter(ctx, tx, dossier, { at: at.toString(), type: 'supplement-requested' });
  if (!clock.ok) return clock;
  const number = await nextNumber(tx, { agency: dossier.agencies.receiving, series: 'supplement-request', period: String(officeDay(at).year) });
  // At intake no day ends the wait; after an appraisal one does.
  const answerBy = stage === 'intake' ? null : await periodEnd(ctx, tx, { key: 'complete-after-appraisal', procedure: dossier.procedure.code, agency: dossier.agencies.solving, at });
  return ok({ type: 'supplement-requested', data: { to, stage, supplement: { number: `${number}/PBS-TTPVHCC`, reason, items, answerBy: answerBy?.toString() ?? null }, clock: clock.value } });
}

/**
 * Yêu cầu bổ sung hồ sơ: everything that is missing, asked for once at each stage; the clock of an accepted dossier stops.
 *
 * @error already-asked - this stage has asked before
 * @legal nd-118-2025/d16k3
 */
export function requestSupplement(ctx: DossierContext, asked: Asked & { readonly body: Wanting }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'request-supplement', async (situation) => {
    const fact = await supplementAsked(ctx, situation, asked.body);
    return fact.ok ? ok([fact.value]) : fact;
  });
}

/** What the applicant hands in: answers of the e-form when they changed, and files by number of the paper; 0 for files that belong to no paper asked for. */
export type Supplement = { readonly note: string | null; readonly answers: Readonly<Record<string, unknown>> | null; readonly documents: ReadonlyMap<number, DossierPaper['documents']> };

/** Bổ sung hồ sơ: the applicant (or the counter for him) completes the dossier; the clock goes on as its rule says. */
export function supplement(ctx: DossierContext, asked: Asked & { readonly body: Supplement }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'supplement', async ({ tx, at, to, dossier }) => {
    const { note, answers, documents } = asked.body;
    if ((note ?? '') === '' && answers === null && documents.size === 0) {
      return refuse({ code: 'fields-to-mend', fields: [{ path: 'note', text: 'Chưa có gì được bổ sung. Tải giấy lên, sửa tờ khai, hoặc ghi câu trả lời.' }] });
    }
    const checked = answers === null ? null : await checkedAnswers(tx, { ...dossier.eform, at }, answers);
    if (checked !== null && !checked.ok) return checked;
    const clock = await clockAfter(ctx, tx, dossier, { at: at.toString(), type: 'supplemented' });
    if (!clock.ok) return clock;
    const completed = dossier.papers.map((paper): DossierPaper => {
      const more = documents.get(paper.no);
      return more === undefined ? paper : { ...paper, state: 'not-seen', documents: [...paper.documents, ...more] };
    });
    const besides = documents.get(0);
    const papers = besides === undefined ? completed
      : [...completed, { no: completed.length + 1, code: null, name: 'Giấy tờ bổ sung', originals: 0, copies: 0, required: false, state: 'not-seen' as const, remark: null, documents: besides }];
    return ok([{ type: 'supplemented', data: { to, note, answers: checked?.value.answers ?? null, papers, clock: clock.value } }]);
  });
}
