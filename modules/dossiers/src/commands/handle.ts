// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import type { Db } from '@motcua/db-kit';
import { addWorkingTime } from '@motcua/deadlines';
import { newId, officeDay, ok, refuse } from '@motcua/kernel';
import { findAgency, findOfficer } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { ActDone, Consultation, ConsultationAnswer, Payment, PaymentRequest, SendBack, StepCompletion } from '../contract.ts';
import { endedWithoutResult } from '../lifecycle/linked.ts';
import { isAwaited, isSigned } from '../lifecycle/transition.ts';
import type { Doer, Dossier, Draft, OffSite } from '../model.ts';
import { fitsTask, mayDo } from '../permissions.ts';
import { deemedConsentOn } from '../store/deemed-consent.ts';
import { initialled } from './initial.ts';
import { lateCauseOf } from './late-cause.ts';
import { type Asked, type Outcome, perform } from './perform.ts';
import { finishStep, sendStepBack } from './process-step.ts';
import { type SigningAct, signingOutside } from './sign-outside.ts';
import { afterWait, clockAfter } from './supplement.ts';

type Body<Act extends z.ZodType> = Omit<z.infer<Act>, 'clientKey' | 'version' | 'offSiteReason'>;
type OnTask = Asked & { readonly taskId: string };

/** Acts that end a step by more than an opinion: they have commands of their own. */
const ownCommand = new Set(['approve', 'sign', 'number', 'return', 'linked']);

/**
 * The consultations a going-on leaves behind without an answer, as its event names them, and whether the procedure's law takes their silence for consent.
 *
 * @legal nd-118-2025/d19k4
 */
export async function withoutOpinion(tx: Db, { status, consultations, procedure }: Dossier, at: Temporal.Instant): Promise<{ readonly withoutOpinion?: readonly string[]; readonly deemedConsent?: string }> {
  const silent = status === 'consulting' ? consultations.filter(isAwaited).map(({ id }) => id) : [];
  if (silent.length === 0) return {};
  const deemed = await deemedConsentOn(tx, { procedure: procedure.code, day: officeDay(at).toString() });
  return { withoutOpinion: silent, ...(deemed === null ? {} : { deemedConsent: deemed }) };
}

/** A step done away from the Centre, as its event tells it. */
export function away(offSite: OffSite | null): { readonly offSite?: OffSite } {
  return offSite === null ? {} : { offSite };
}

/** Nhận việc, phân công: a step is taken over, or handed to another officer who may do it. */
export function assign(ctx: DossierContext, asked: OnTask & { readonly body: { readonly officer: string | null; readonly reason: string | null } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'assign', async ({ tx, at, by, to, task }) => {
    if (task === undefined) return refuse({ code: 'no-such-task', task: asked.taskId });
    const { officer, reason } = asked.body;
    if (task.assignee !== null && task.assignee.id !== by.id && (reason ?? '') === '') {
      return refuse({ code: 'fields-to-mend', fields: [{ path: 'reason', label: 'Lý do nhận thay', text: `${task.assignee.name} đang giữ việc này. Ghi lý do nhận thay.` }] });
    }
    const other = await findOfficer(tx, { id: officer ?? by.id }, officeDay(at).toString());
    if (other === undefined || !other.postings.some((posting) => fitsTask(posting, task))) {
      return refuse({ code: 'fields-to-mend', fields: [{ path: 'officer', label: 'Người thực hiện', text: 'Người này không làm được bước này. Chọn người có vai trò của bước tại cơ quan.' }] });
    }
    return ok([{ type: 'assigned', data: { to, taskId: asked.taskId, assignee: { kind: 'officer', id: other.id, name: other.name }, reason } }]);
  });
}

/**
 * Nhả việc: who took a step gives it back to the list of all who may do it, undone. Lawful while it is held: nothing was decided, nobody was told, its time ran on.
 *
 * @error not-held - somebody else holds it, or nobody
 */
export function release(ctx: DossierContext, asked: OnTask): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'release', ({ by, to, task }) => Promise.resolve(task?.assignee?.id === by.id
    ? ok([{ type: 'released' as const, data: { to, taskId: asked.taskId, step: task.name } }]) : refuse({ code: 'not-held' })));
}

/** The draft a step leaves. What has been signed is not written anew by a later step; sent back, it is a draft again. */
const writtenBy = (by: Doer, { draft, dossier }: { readonly draft: Omit<Draft, 'by'> | null; readonly dossier: Dossier }): Draft | null => (draft === null || isSigned(dossier) ? null : { ...draft, by });

/** What a step is done with. */
export type CompletionAsked = OnTask & { readonly body: Body<typeof StepCompletion> };

/** Chuyển bước: the step is done, with an opinion; an appraisal leaves the draft of the result. */
export const completeStep = (ctx: DossierContext, asked: CompletionAsked): Promise<Outcome<ActDone>> => signingOutside(ctx, stepCompletion(asked));

/** The same, for who signs the initial of the step with a key that is not kept here. */
export function stepCompletion(asked: CompletionAsked): SigningAct<ActDone> {
  return { act: (ctx) => perform(ctx, asked, 'complete-step', async ({ tx, at, by, to, dossier, task, offSite }) => {
    if (task === undefined) return refuse({ code: 'no-such-task', task: asked.taskId });
    // Once the result is issued, a further signature or number on the way to handing it out is a step like others.
    const plain = dossier.decidedAt !== null && task.act !== 'return';
    if (!plain && task.act !== null && ownCommand.has(task.act) && !endedWithoutResult(dossier, task.taskId)) return refuse({ code: 'step-needs-another-act', act: task.act });
    const { opinion, draft, variables } = asked.body;
    if (task.act === 'appraise' && draft === null && dossier.draft === null) return refuse({ code: 'draft-missing' });
    const late = await lateCauseOf({ tx, at, dossier }, task, asked.body.lateCause);
    if (!late.ok) return late;
    const written = writtenBy(by, { draft, dossier });
    const initial = await initialled(ctx, { tx, at, by, dossier }, { task, draft: written });
    if (!initial.ok) return initial;
    const moved = await finishStep(ctx, { tx, at }, dossier, { taskId: asked.taskId, variables });
    if (!moved.ok) return moved;
    return ok([{ type: 'step-completed', data: { to, taskId: asked.taskId, step: task.name, opinion, draft: written, moved: moved.value, ...initial.value, ...await withoutOpinion(tx, dossier, at), ...late.value, ...away(offSite) } }]);
  }) };
}

/** Trả lại bước trước, with the reason. */
export function sendBack(ctx: DossierContext, asked: OnTask & { readonly body: Body<typeof SendBack> }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'send-back', async ({ tx, at, to, dossier, task }) => {
    if (task === undefined) return refuse({ code: 'no-such-task', task: asked.taskId });
    const late = await lateCauseOf({ tx, at, dossier }, task, asked.body.lateCause);
    if (!late.ok) return late;
    const moved = await sendStepBack(ctx, { tx, at }, dossier, { taskId: asked.taskId, to: asked.body.to });
    if (!moved.ok) return moved;
    const toStep = moved.value.opened[0]?.name ?? asked.body.to;
    return ok([{ type: 'sent-back', data: { to, taskId: asked.taskId, step: task.name, toStep, reason: asked.body.reason, moved: moved.value, ...late.value } }]);
  });
}

/**
 * Lấy ý kiến: another agency is asked, with a question and a deadline. The dossier's own clock goes on: silence never pauses it.
 *
 * @legal nd-118-2025/d19k4
 */
export function consult(ctx: DossierContext, asked: Asked & { readonly body: Body<typeof Consultation> }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'consult', async ({ tx, at, to, dossier }) => {
    const { agency, question, hours } = asked.body;
    if (dossier.consultations.some((one) => one.agency === agency && isAwaited(one))) {
      return refuse({ code: 'fields-to-mend', fields: [{ path: 'agency', label: 'Cơ quan được hỏi', text: 'Cơ quan này đang được hỏi. Chờ trả lời, hoặc hỏi cơ quan khác.' }] });
    }
    if (agency === dossier.agencies.solving || (await findAgency(tx, agency)) === undefined) {
      return refuse({ code: 'fields-to-mend', fields: [{ path: 'agency', label: 'Cơ quan được hỏi', text: 'Chọn một cơ quan khác trong danh sách.' }] });
    }
    const calendar = await ctx.calendars.of(tx, agency);
    const due = calendar === null ? null : addWorkingTime({ calendar: calendar.compiled, from: at, minutes: hours * 60 });
    if (due?.ok !== true) return refuse({ code: 'calendar-gap' });
    return ok([{ type: 'consulted', data: { to, consultation: { id: newId(at), agency, question, hours, dueAt: due.value.toString() } } }]);
  });
}

/** Cho ý kiến: the agency that was asked answers. */
export function answerConsultation(ctx: DossierContext, asked: Asked & { readonly id: string; readonly body: Body<typeof ConsultationAnswer> }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'answer-consultation', ({ to, dossier }) => {
    const open = dossier.consultations.find((consultation) => consultation.id === asked.id && isAwaited(consultation));
    if (open === undefined) return Promise.resolve(refuse({ code: 'no-such-task', task: asked.id }));
    const mine = mayDo(asked.actor, 'answer-consultation', { dossier: { ...dossier, consultations: [open] } });
    // The dossier waits as long as another agency may still answer.
    const waits = dossier.consultations.some((one) => one.id !== open.id && isAwaited(one));
    return Promise.resolve(mine ? ok([{ type: 'consultation-answered', data: { to: waits ? dossier.status : to, id: open.id, ...asked.body } }]) : refuse({ code: 'not-permitted', act: 'answer-consultation' }));
  });
}

/** Yêu cầu nghĩa vụ tài chính: the clock stops until the money has come. */
export function requestPayment(ctx: DossierContext, asked: Asked & { readonly body: Body<typeof PaymentRequest> }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'request-payment', async ({ tx, at, to, dossier }) => {
    const clock = await clockAfter(ctx, tx, dossier, { at: at.toString(), type: 'payment-requested' });
    if (!clock.ok) return clock;
    if (clock.value === null) return refuse({ code: 'act-not-allowed', act: 'request-payment', status: dossier.status });
    return ok([{ type: 'payment-requested', data: { to, amountVnd: asked.body.amountVnd, reason: asked.body.reason, clock: clock.value } }]);
  });
}

/** Thu tiền: the whole amount that was asked for, with the number of the receipt. */
export function pay(ctx: DossierContext, asked: Asked & { readonly body: Body<typeof Payment> }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'pay', async ({ tx, at, to, dossier }) => {
    const owed = dossier.payment?.amountVnd ?? 0;
    if (owed !== asked.body.amountVnd) return refuse({ code: 'amount-differs', owedVnd: owed });
    const goes = await afterWait(ctx, tx, dossier, { at: at.toString(), type: 'paid' });
    if (!goes.ok) return goes;
    const { clock, ...steps } = goes.value;
    if (clock === null) return refuse({ code: 'act-not-allowed', act: 'pay', status: dossier.status });
    return ok([{ type: 'paid', data: { to, ...asked.body, clock, ...steps } }]);
  });
}
