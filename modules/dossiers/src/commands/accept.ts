// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import type { Db } from '@motcua/db-kit';
import { type Officer, officeDay, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { Acceptance, ActDone, CounterIntake, FeeAsked, PaperJudgement } from '../contract.ts';
import type { Fact } from '../events.ts';
import { apply, judgedPapers } from '../lifecycle/apply.ts';
import { transition } from '../lifecycle/transition.ts';
import type { Doer, Dossier } from '../model.ts';
import { grants, mayDo } from '../permissions.ts';
import { documentNumber } from '../store/number-series.ts';
import { onSiteOf } from '../store/on-site.ts';
import { papersToDigitise } from '../views/to-digitise.ts';
import { coApplicantsOf } from './co-applicants.ts';
import { refusalGiven } from './endings.ts';
import { filingPlaces } from './filing-place.ts';
import { firstPromise } from './linked-promise.ts';
import { heldMandate } from './mandate.ts';
import { handedIn } from '../lifecycle/originals.ts';
import { papersToSendOf } from './papers.ts';
import { type Asked, type Outcome, found, perform } from './perform.ts';
import { postalFiling } from './postal-filing.ts';
import { startProcess } from './process-step.ts';
import { startedClock } from './start-clock.ts';
import { checkedAnswers, filed, handledBy, papersInOrder } from './submit.ts';
import { countedAnew } from './fee.ts';
import { counterReuse } from './look-into-vault.ts';
import { supplementAsked } from './supplement.ts';
import { transferOf } from './transfer.ts';

type Judged = { readonly papers: readonly PaperJudgement[]; readonly limitOverride: z.infer<typeof Acceptance>['limitOverride'] };

/** Refuses an e-form that still has gaps. A part of a linked group is filled from what came before it, which may not know everything the form asks. */
async function formWhole(stage: { readonly tx: Db; readonly at: Temporal.Instant }, dossier: Dossier): Promise<Outcome<null>> {
  if (dossier.parent !== undefined) return ok(null);
  const form = await checkedAnswers(stage.tx, { ...dossier.eform, at: stage.at }, dossier.answers);
  return form.ok ? ok(null) : form;
}

/** The fact of acceptance: papers in order, the e-form without gaps, receipt number, clock started, internal procedure begun. */
async function accepted(ctx: DossierContext, stage: { readonly tx: Db; readonly at: Temporal.Instant }, dossier: Dossier, judged: Judged): Promise<Outcome<Extract<Fact, { type: 'accepted' }>>> {
  const to = transition(dossier.status, 'accept');
  if (!to.ok) return to;
  const order = papersInOrder(dossier.papers, judged.papers);
  if (!order.ok) return order;
  const form = await formWhole(stage, dossier);
  if (!form.ok) return form;
  const handled = await handledBy(stage.tx, { procedure: dossier.procedure.code, version: dossier.procedure.version, agency: dossier.agencies.solving, at: stage.at });
  if (!handled.ok) return handled;
  const { handling, published } = handled.value;
  const clock = await startedClock(ctx, stage, { dossier, procedure: published.procedure, processKey: handling.processKey, override: judged.limitOverride });
  if (!clock.ok) return clock;
  const begun = await startProcess(ctx, stage, {
    key: handling.processKey, subject: dossier.code, dossier,
    variables: { competentUnit: handling.unit, channel: dossier.channel, procedure: dossier.procedure.code, circumstance: dossier.circumstance },
  });
  if (!begun.ok) return begun;
  const promise = await firstPromise(ctx, stage, { dossier, begun: begun.value, clock: clock.value });
  if (!promise.ok) return promise;
  const onSite = await onSiteOf(stage.tx, { agency: dossier.agencies.solving, procedure: dossier.procedure.code, day: officeDay(stage.at).toString() });
  const number = await documentNumber(stage.tx, { document: 'receipt', agency: dossier.agencies.receiving, procedure: dossier.procedure.code, at: stage.at });
  const papers = judgedPapers(dossier.papers, judged.papers);
  const originals = handedIn({ ...dossier, papers });
  const papersToSend = await papersToSendOf(ctx, stage, { ...dossier, papers });
  if (!papersToSend.ok) return papersToSend;
  const transfer = await transferOf(ctx, stage, dossier);
  const toDigitise = await papersToDigitise(ctx, stage.tx, { ...dossier, papers }, stage.at);
  return ok({ type: 'accepted', data: { to: to.value, judgements: judged.papers, receiptNumber: number, clock: promise.value, ...begun.value, ...(onSite === null ? {} : { onSite }), ...(papersToSend.value === null ? {} : { papersToSend: papersToSend.value }), ...(transfer === undefined ? {} : { transfer }), ...(originals.length === 0 ? {} : { originals }), ...(toDigitise.length === 0 ? {} : { toDigitise }) } });
}

/**
 * Tiếp nhận hồ sơ trực tuyến: an intake officer accepts a filed dossier; it gets its receipt, its return day and its first step.
 *
 * @error papers-not-judged, time-limit-unknown, calendar-gap and the refusals of every act
 * @legal nd-118-2025/d17
 */
export function accept(ctx: DossierContext, asked: Asked & { readonly body: Judged & { readonly fee?: FeeAsked | undefined } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'accept', async ({ tx, at, dossier }) => {
    const fact = await accepted(ctx, { tx, at }, dossier, asked.body);
    if (!fact.ok) return fact;
    const fee = await countedAnew(tx, dossier, asked.body.fee);
    if (!fee.ok) return fee;
    return ok([fee.value === null ? fact.value : { ...fact.value, data: { ...fact.value.data, fee: fee.value } }]);
  });
}

const intakeRoles = grants.intake.flatMap((grant) => ('roles' in grant ? grant.roles : []));

const actOf = { supplement: 'request-supplement', refuse: 'refuse' } as const;

/** What the counter decided of the dossier it has just founded: form 01, 02 or 03. */
async function answeredAtOnce(ctx: DossierContext, { tx, at, dossier, actor }: { readonly tx: Db; readonly at: Temporal.Instant; readonly dossier: Dossier; readonly actor: Officer }, body: CounterIntake): Promise<Outcome<Fact>> {
  const { outcome } = body;
  if (outcome.kind === 'accept') return accepted(ctx, { tx, at }, dossier, body);
  const act = actOf[outcome.kind];
  if (!mayDo(actor, act, { dossier })) return refuse({ code: 'not-permitted', act });
  const to = transition(dossier.status, act);
  if (!to.ok) return to;
  const situation = { tx, at, to: to.value, dossier, actor };
  return outcome.kind === 'supplement' ? supplementAsked(ctx, situation, outcome) : ok(await refusalGiven(situation, outcome.reasons));
}

/**
 * Tiếp nhận tại quầy: filed, checked and answered in one act at the counter of the officer's own shop: accepted, asked to be completed, or refused.
 *
 * @legal nd-118-2025/d17
 */
export async function takeIn(ctx: DossierContext, { actor, body }: { readonly actor: Officer; readonly body: CounterIntake }): Promise<Outcome<ActDone>> {
  if (!actor.postings.some(({ role, agency, procedures }) => intakeRoles.includes(role) && agency === body.receivingAgency && (procedures === undefined || procedures.includes(body.procedure)))) return refuse({ code: 'not-permitted', act: 'accept' });
  return found(ctx, { actor, clientKey: body.clientKey, backDate: body.backDate, agency: body.receivingAgency }, async ({ tx, at, by, id }) => {
    const post = await postalFiling(ctx, { tx, at }, body);
    if (!post.ok) return post;
    const others = coApplicantsOf(body.applicant, body.coApplicants ?? []);
    if (!others.ok) return others;
    const mandate = await heldMandate(ctx, { tx, at }, { procedure: body.procedure, submitter: body.submitter, mandate: body.mandate ?? null });
    if (!mandate.ok) return mandate;
    const agencies = { receiving: body.receivingAgency, solving: body.solvingAgency, returning: body.returningAgency };
    const places = await filingPlaces(tx, { procedure: body.procedure, agencies, at });
    if (!places.ok) return places;
    const reuse = await counterReuse(ctx, { tx, at, id, officer: actor }, body);
    if (!reuse.ok) return reuse;
    const submitted = await filed(ctx, { tx, at }, {
      ...reuse.value, procedure: body.procedure, circumstance: body.circumstance, channel: body.channel,
      agencies,
      applicant: body.applicant, submitter: body.submitter, authorisation: body.authorisation, mandate: mandate.value, coApplicants: others.value, ownerId: body.applicant.personalId, origin: null,
      handedOverAt: body.channel === 'post' ? body.handedOverAt ?? null : null, post: post.value, returnTo: body.returnWay === 'post' ? body.returnTo ?? null : null,
      answers: body.answers, returnWay: body.returnWay, fee: body.fee, documents: new Map(), judgements: body.papers, mayHaveGaps: body.outcome.kind !== 'accept',
    });
    if (!submitted.ok) return submitted;
    const dossier = foundedBy(submitted.value, { id, at, by });
    const fact = await answeredAtOnce(ctx, { tx, at, dossier, actor }, body);
    return fact.ok ? ok([submitted.value, fact.value]) : fact;
  });
}

/** The dossier its founding fact makes, before it is stored. */
const foundedBy = (fact: Extract<Fact, { type: 'submitted' }>, { id, at, by }: { readonly id: string; readonly at: Temporal.Instant; readonly by: Doer }): Dossier =>
  apply(undefined, { ...fact, dossierId: id, seq: 1, at: at.toString(), by });
