// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import type { Db } from '@motcua/db-kit';
import type { ClockEvent } from '@motcua/deadlines';
import { type Actor, ok, refuse } from '@motcua/kernel';
import type { AgencyCalendar } from '../clock/calendars.ts';
import { periodEnd } from '../clock/periods.ts';
import { stepsMoved } from '../clock/step-due.ts';
import type { DossierContext } from '../context.ts';
import type { ActDone, DossierPaper, SupplementRequest } from '../contract.ts';
import type { Fact, StepDue } from '../events.ts';
import type { FieldRefusal } from '../lifecycle/refusal.ts';
import { isSecret } from '../lifecycle/secret-papers.ts';
import type { Dossier, DossierClock } from '../model.ts';
import { type Supplement, answersOf, completedPapers } from '../rules/supplement-papers.ts';
import { documentNumber } from '../store/number-series.ts';
import { movedClock } from './moved-clock.ts';
import { sheetsToSend } from './papers.ts';
import { type Asked, type Outcome, type Situation, perform } from './perform.ts';
import { checkedAnswers } from './submit.ts';
import { heldThough } from './reuse.ts';
import { admittedBy, supplementRule } from './supplement-rule.ts';

/** The dossier's clock after an event moved it; null while no clock runs. */
export async function clockAfter(ctx: DossierContext, tx: Db, dossier: Dossier, event: ClockEvent): Promise<Outcome<DossierClock | null>> {
  return dossier.clock === null ? ok(null) : movedClock(ctx, tx, dossier, { clock: dossier.clock, event });
}

/** The clock and the due times of the open steps when a wait for the applicant is over. */
export async function afterWait(ctx: DossierContext, tx: Db, dossier: Dossier, event: ClockEvent): Promise<Outcome<{ readonly clock: DossierClock | null; readonly steps?: readonly StepDue[] }>> {
  const clock = await clockAfter(ctx, tx, dossier, event);
  if (!clock.ok) return clock;
  if (clock.value === null || dossier.clock?.stoppedSince == null) return ok({ clock: clock.value });
  const calendars = new Map<string, AgencyCalendar | null>();
  for (const { agency } of dossier.tasks) calendars.set(agency, await ctx.calendars.of(tx, agency));
  const steps = stepsMoved(dossier, clock.value, (agency) => calendars.get(agency) ?? null);
  return ok({ clock: clock.value, ...(steps.length === 0 ? {} : { steps }) });
}

type Wanting = Pick<z.infer<typeof SupplementRequest>, 'items' | 'reason' | 'override' | 'heldReason'>;

/** The fact that a dossier was asked to be completed: once at each stage unless a head lets it, with the number of form 02. */
export async function supplementAsked(ctx: DossierContext, { tx, at, to, dossier, actor }: Pick<Situation, 'tx' | 'at' | 'to' | 'dossier'> & { readonly actor: Actor }, { items, reason, override, heldReason }: Wanting): Promise<Outcome<Fact>> {
  const unknown = items.flatMap(({ paperNo }, at_) => (paperNo === null || dossier.papers.some(({ no }) => no === paperNo) ? [] : [{ path: `items.${at_}.paperNo`, label: `Mục ${at_ + 1}`, text: `Hồ sơ không có giấy số ${paperNo}. Chọn giấy trong danh sách của hồ sơ.` }]));
  if (unknown.length > 0) return refuse({ code: 'fields-to-mend', fields: unknown });
  const held = await heldThough(tx, { dossier, items, heldReason, at });
  if (!held.ok) return held;
  const rule = await supplementRule(ctx, tx, { dossier, actor, at });
  const admitted = admittedBy(rule, { items, override });
  if (!admitted.ok) return admitted;
  const { stage } = rule;
  const clock = await clockAfter(ctx, tx, dossier, { at: at.toString(), type: 'supplement-requested' });
  if (!clock.ok) return clock;
  const number = await documentNumber(tx, { document: 'supplement-request', agency: dossier.agencies.receiving, procedure: dossier.procedure.code, at });
  // At intake no day ends the wait; after an appraisal one does.
  const answerBy = stage === 'intake' ? null : await periodEnd(ctx, tx, { key: 'complete-after-appraisal', procedure: dossier.procedure.code, agency: dossier.agencies.solving, at });
  // No law ends the wait at intake; after a time of the house's own choice the shop may.
  const closeFrom = stage === 'intake' ? await periodEnd(ctx, tx, { key: 'close-after-intake', procedure: dossier.procedure.code, agency: dossier.agencies.receiving, at }) : null;
  return ok({ type: 'supplement-requested', data: { to, stage, supplement: { number, reason, items, answerBy: answerBy?.toString() ?? null, ...(closeFrom === null ? {} : { closeFrom: closeFrom.toString() }) }, clock: clock.value, ...admitted.value, ...held.value } });
}

/**
 * Yêu cầu bổ sung hồ sơ: everything that is missing, asked for once at each stage; the clock of an accepted dossier stops.
 *
 * @error already-asked - this stage has asked before; supplement-window-over - an appraisal asks after its days; override-needed - a head who may let it has given no reason
 * @legal nd-118-2025/d16k3
 */
export function requestSupplement(ctx: DossierContext, asked: Asked & { readonly body: Wanting }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'request-supplement', async (situation) => {
    const fact = await supplementAsked(ctx, { ...situation, actor: asked.actor }, asked.body);
    return fact.ok ? ok([fact.value]) : fact;
  });
}

const isEmpty = (handed: Supplement): boolean => (handed.note ?? '') === '' && handed.answers === null && handed.documents.size === 0
  && answersOf(handed).every(({ text, documents, sheets }) => text === null && documents.length === 0 && sheets === undefined);

/** The items nobody has said anything to, each as a field to mend; nothing at all is one fault. */
function unanswered(handed: Supplement, asked: Dossier['supplement']): FieldRefusal[] {
  if (isEmpty(handed)) return [{ path: 'note', text: 'Chưa có gì được bổ sung. Tải giấy lên, sửa tờ khai, hoặc ghi câu trả lời.' }];
  const { items, ofItems, sheets = [] } = handed;
  if (items === undefined || asked === null) return [];
  return asked.items.flatMap(({ what }, at) => {
    const said = (items.find(({ no }) => no === at + 1)?.text ?? '') !== '' || ofItems?.has(at + 1) === true || sheets.some(({ no }) => no === at + 1);
    return said ? [] : [{ path: `items.${at}`, label: `Mục ${at + 1}`, text: `Mục ${at + 1} (${what}): gửi tệp hoặc ghi câu trả lời. Nếu không có, ghi lý do.` }];
  });
}

/** A component kept outside the system that somebody sent or brought. */
const secretHandedIn = (dossier: Dossier, { documents, ofItems = new Map(), sheets = [] }: Supplement): DossierPaper | undefined => dossier.papers.find(({ no }) =>
  isSecret(dossier, no) && (documents.has(no) || dossier.supplement?.items.some(({ paperNo }, at) => paperNo === no && (ofItems.has(at + 1) || sheets.some((one) => one.no === at + 1))) === true));

/**
 * Bổ sung hồ sơ: the applicant (or the counter for him) completes the dossier, item by item; the clock goes on as its rule says. What is handed in on paper is in custody like what came with the filing.
 *
 * @error secret-paper - a file of a component that is kept outside the system
 */
export function supplement(ctx: DossierContext, asked: Asked & { readonly body: Supplement }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'supplement', async ({ tx, at, to, dossier }) => {
    const { note, answers } = asked.body;
    const answered = answersOf(asked.body);
    const secret = secretHandedIn(dossier, asked.body);
    if (secret !== undefined) return refuse({ code: 'secret-paper', name: secret.name });
    const left = unanswered(asked.body, dossier.supplement);
    if (left.length > 0) return refuse({ code: 'fields-to-mend', fields: left });
    const checked = answers === null ? null : await checkedAnswers(tx, { ...dossier.eform, at }, answers);
    if (checked !== null && !checked.ok) return checked;
    const goes = await afterWait(ctx, tx, dossier, { at: at.toString(), type: 'supplemented' });
    if (!goes.ok) return goes;
    const { papers, taken, count } = completedPapers(dossier, asked.body);
    const papersToSend = await sheetsToSend(ctx, { tx, at }, dossier, count);
    if (!papersToSend.ok) return papersToSend;
    return ok([{ type: 'supplemented', data: { to, note, answers: checked?.value.answers ?? null, papers, ...goes.value, ...(answered.length === 0 ? {} : { items: answered }), ...(taken.length === 0 ? {} : { originals: taken }), ...(papersToSend.value === null ? {} : { papersToSend: papersToSend.value }) } }]);
  });
}
