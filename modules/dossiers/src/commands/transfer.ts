// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { cleanText, ok, refuse } from '@motcua/kernel';
import { cancelTimers } from '@motcua/workflow';
import { periodEnd } from '../clock/periods.ts';
import type { DossierContext } from '../context.ts';
import type { ActDone, DeclineReason } from '../contract.ts';
import type { Fact, SentAgain } from '../events.ts';
import { isTransferThere } from '../lifecycle/transfer.ts';
import type { Dossier } from '../model.ts';
import { filingPlaces } from './filing-place.ts';
import { type Asked, type Outcome, type Situation, perform } from './perform.ts';
import { startProcess } from './process-step.ts';
import { filedElsewhere, startedClock } from './start-clock.ts';
import { handledBy } from './submit.ts';

type Stage = { readonly tx: Db; readonly at: Temporal.Instant };

/**
 * By when the agency that solves must say that it has a dossier received outside its place; undefined for one received at its own shop.
 *
 * @legal nd-118-2025/d20
 */
export async function transferOf(ctx: DossierContext, { tx, at }: Stage, dossier: Pick<Dossier, 'agencies' | 'procedure' | 'parent'>): Promise<{ readonly answerBy: string | null } | undefined> {
  if (dossier.parent !== undefined || !await filedElsewhere(tx, dossier)) return undefined;
  const until = await periodEnd(ctx, tx, { key: 'acknowledge-transfer', procedure: dossier.procedure.code, agency: dossier.agencies.solving, at });
  return { answerBy: until?.toString() ?? null };
}

/**
 * Xác nhận nhận hồ sơ điện tử: the agency that solves says that it has the dossier. Any act of it says so too; the term runs from then.
 *
 * @error not-transferred - it is not on its way here
 * @legal nd-118-2025/d20
 */
export function acknowledge(ctx: DossierContext, asked: Asked): Promise<Outcome<ActDone>> {
  // The fact itself is what an act of the solving agency always leaves: perform() puts it before what is decided here.
  return perform(ctx, asked, 'acknowledge', ({ receivedNow }) => Promise.resolve(receivedNow ? ok([]) : refuse({ code: 'not-transferred' })));
}

/**
 * Không nhận, trả nơi tiếp nhận: the dossier is not this agency's, or is not complete. The term does not begin.
 *
 * @error not-transferred
 * @legal nd-118-2025/d20
 */
export function decline(ctx: DossierContext, asked: Asked & { readonly body: { readonly why: DeclineReason; readonly reason: string } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'decline', ({ to, dossier }) => Promise.resolve(isTransferThere(dossier, 'decline')
    ? ok([{ type: 'dossier-declined', data: { to, why: asked.body.why, reason: cleanText(asked.body.reason) } }])
    : refuse({ code: 'not-transferred' })));
}

const field = (text: string): Outcome<never> => refuse({ code: 'fields-to-mend', fields: [{ path: 'solvingAgency', label: 'Nơi giải quyết', text }] });

/** What changes when another agency solves: its clock, its procedure, from the same acceptance. */
async function movedTo(ctx: DossierContext, { tx, at, dossier }: Pick<Situation, 'tx' | 'at' | 'dossier'>, solving: string): Promise<Outcome<NonNullable<SentAgain['elsewhere']>>> {
  const stage = dossier.paperTrip?.stage;
  if (stage === 'sent' || stage === 'received') return field('Giấy còn ở cơ quan cũ. Chờ cơ quan đó trả giấy lại rồi gửi.');
  const agencies = { ...dossier.agencies, solving };
  const places = await filingPlaces(tx, { procedure: dossier.procedure.code, agencies, at });
  if (!places.ok) return places;
  const handled = await handledBy(tx, { procedure: dossier.procedure.code, version: dossier.procedure.version, agency: solving, at });
  if (!handled.ok) return handled;
  const { handling, published } = handled.value;
  const there = { ...dossier, agencies };
  const accepted = Temporal.Instant.from(dossier.acceptedAt ?? dossier.submittedAt);
  const clock = await startedClock(ctx, { tx, at: accepted }, { dossier: there, procedure: published.procedure, processKey: handling.processKey, override: null });
  if (!clock.ok) return clock;
  const begun = await startProcess(ctx, { tx, at }, {
    key: handling.processKey, subject: dossier.code, dossier: there, variables: { competentUnit: handling.unit, channel: dossier.channel, procedure: dossier.procedure.code, circumstance: dossier.circumstance },
  });
  if (!begun.ok) return begun;
  if (dossier.process !== null) await cancelTimers(tx, dossier.process.instance);
  return ok({ solving, clock: clock.value, process: begun.value.process, steps: begun.value.moved });
}

async function sentAgain(ctx: DossierContext, { tx, at, to, dossier }: Situation, { note, solvingAgency }: { readonly note: string; readonly solvingAgency: string | null }): Promise<Outcome<readonly Fact[]>> {
  if (!isTransferThere(dossier, 'send-again')) return refuse({ code: 'not-transferred' });
  const elsewhere = solvingAgency !== null && solvingAgency !== dossier.agencies.solving;
  if (!elsewhere && dossier.transfer?.declined?.why === 'wrong-agency') return field('Cơ quan này đã nói hồ sơ không thuộc thẩm quyền. Chọn cơ quan khác, hoặc từ chối hồ sơ.');
  const moved = elsewhere ? await movedTo(ctx, { tx, at, dossier }, solvingAgency) : undefined;
  if (moved?.ok === false) return moved;
  const agencies = moved === undefined ? dossier.agencies : { ...dossier.agencies, solving: moved.value.solving };
  const again = await transferOf(ctx, { tx, at }, { ...dossier, agencies });
  return ok([{ type: 'dossier-sent-again', data: { to, note: cleanText(note), ...(again === undefined ? {} : { again }), ...(moved === undefined ? {} : { elsewhere: moved.value }) } }]);
}

/**
 * Gửi lại cơ quan giải quyết: the office that received has corrected what was wrong, or names the right agency; then clock and steps are that agency's.
 *
 * @error not-transferred, not-handled-here, time-limit-unknown, calendar-gap; fields-to-mend - the same agency that said it is not competent
 * @legal nd-118-2025/d20
 */
export function sendAgain(ctx: DossierContext, asked: Asked & { readonly body: { readonly note: string; readonly solvingAgency: string | null } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'send-again', (situation) => sentAgain(ctx, situation, asked.body));
}
