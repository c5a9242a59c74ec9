// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, isUniqueViolation } from '@motcua/db-kit';
import { type Actor, type Result, newId, ok, refuse } from '@motcua/kernel';
import { cancelTimers } from '@motcua/workflow';
import type { DossierContext } from '../context.ts';
import type { ActDone, BackDate, DossierActName, DossierStatus } from '../contract.ts';
import type { Fact } from '../events.ts';
import { printable } from '../lifecycle/issued-papers.ts';
import { momentOfAct } from '../clock/astray.ts';
import { hasUpstream } from '../lifecycle/linked.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { apply } from '../lifecycle/apply.ts';
import { isWithPost } from '../lifecycle/parcel.ts';
import { waitsForSender } from '../lifecycle/transfer.ts';
import { isEnded, openChange, opinionDue, resultAgainst, stepBeforeReturn, transition, wishBeforeSigning } from '../lifecycle/transition.ts';
import type { Doer, Dossier, OffSite, OpenTask } from '../model.ts';
import { awayFromCentre, mayDo, standsInFor } from '../permissions.ts';
import { type Loaded, append, load } from '../store/ledger.ts';
import { tidyCode } from '../store/numbers.ts';
import { dossierDb } from '../store/tables.ts';
import { entered } from './back-date.ts';
import { togetherRefusal } from './co-applicants.ts';
import { settleGroup } from './linked.ts';
import { mandateRefusal } from './mandate.ts';
import { receivedBySolving } from './start-clock.ts';
import { tellProcess } from './tell-process.ts';

/** What every act is asked with; `taskId` when the act is about one step. */
export type Asked = { readonly actor: Actor; readonly code: string; readonly version: number; readonly clientKey: string; readonly taskId?: string | undefined; readonly offSiteReason?: string | null | undefined; readonly backDate?: BackDate };

/** What an act decides on: the dossier as it is, the status the lifecycle leads to, the step it is about; whether this act shows that the solving agency has the dossier in hand. */
export type Situation = { readonly tx: Db; readonly at: Temporal.Instant; readonly by: Doer; readonly dossier: Dossier; readonly to: DossierStatus; readonly task: OpenTask | undefined; readonly offSite: OffSite | null; readonly receivedNow: boolean };

export type Outcome<Value> = Result<Value, LifecycleRefusal>;

/** Ends the transaction without a trace and carries the refusal out of it. */
class Refused extends Error {
  readonly refusal: LifecycleRefusal;
  constructor(refusal: LifecycleRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Who acts, as the ledger keeps it. */
export function doerOf(actor: Actor): Doer {
  switch (actor.kind) {
    case 'officer': case 'partner': return { kind: actor.kind, id: actor.id, name: actor.name };
    case 'citizen': return { kind: 'citizen', id: actor.personalId, name: actor.name };
    case 'system': case 'visitor': return { kind: 'system', id: 'system', name: 'Hệ thống' };
  }
}

const doneOf = (dossier: Dossier): ActDone => ({
  code: dossier.code, version: dossier.version, status: dossier.status, owedAt: dossier.clock?.owedAt ?? null, papers: printable(dossier).filter((paper) => paper !== 'result' || dossier.revoked === undefined),
});

const answered = async (db: Db, key: string): Promise<ActDone | undefined> =>
  (await dossierDb(db).selectFrom('dossiers.act_key').select('answer').where('key', '=', key).executeTakeFirst())?.answer;

/** When the next event happens: a clock set back (another server, a correction) must not write one before the event it follows. */
export function momentAfter({ last }: Loaded, now: Temporal.Instant): Temporal.Instant {
  const before = Temporal.Instant.from(last.at);
  return Temporal.Instant.compare(now, before) < 0 ? before : now;
}

/** Runs one act once: the same key of the same client answers as the first time; a refusal leaves nothing behind. */
async function once(ctx: DossierContext, key: string, act: (tx: Db, at: Temporal.Instant) => Promise<Dossier>): Promise<Outcome<ActDone>> {
  try {
    return ok(await inTransaction(ctx.db, async (tx) => {
      const before = await answered(tx, key);
      if (before !== undefined) return before;
      const at = ctx.clock.now();
      const dossier = await act(tx, at);
      const done = doneOf(dossier);
      await dossierDb(tx).insertInto('dossiers.act_key').values({ key, dossier_id: dossier.id, answer: JSON.stringify(done), at }).execute();
      return done;
    }));
  } catch (fault) {
    if (!(fault instanceof Refused) && !isUniqueViolation(fault, 'act_key_pkey')) throw fault;
    // The same call a moment earlier may have done the act while this one waited for the dossier.
    const before = await answered(ctx.db, key);
    if (before !== undefined) return ok(before);
    if (fault instanceof Refused) return refuse(fault.refusal);
    throw fault;
  }
}

/** Acts that go on with a dossier though an asked agency is silent. */
const goesOn: ReadonlySet<DossierActName> = new Set(['complete-step', 'approve']);

/** What stands against an act in the dossier itself, whoever asks. */
function tooEarlyOrLate(act: DossierActName, dossier: Dossier, at: Temporal.Instant): LifecycleRefusal | null {
  const result = resultAgainst(act, dossier);
  if (result !== null) return result;
  if (act === 'send-upstream' && !hasUpstream(dossier)) return { code: 'act-not-allowed', act, status: dossier.status };
  if (waitsForSender(dossier, act)) return { code: 'with-receiving-office' };
  const wish = act === 'approve' ? wishBeforeSigning(dossier) : null;
  if (wish !== null) return { code: 'wish-open', kind: wish.kind };
  const change = act === 'approve' || act === 'correct' ? openChange(dossier) : null;
  if (change !== null) return { code: 'change-open', by: change.by.name };
  const until = goesOn.has(act) ? opinionDue(dossier, at) : null;
  if (until !== null) return { code: 'opinion-awaited', until };
  return notYetOut(act, dossier);
}

/** What stands against handing a result out, here or by post. */
function notYetOut(act: DossierActName, dossier: Dossier): LifecycleRefusal | null {
  const { parcel, revoked } = dossier;
  if (revoked !== undefined && (act === 'pack-for-post' || act === 'hand-to-post')) return { code: 'result-revoked', number: revoked.number };
  if (act !== 'return' && act !== 'pack-for-post') return null;
  if (parcel !== undefined && isWithPost(parcel)) return { code: 'with-the-post', slip: parcel.slip };
  const remaining = stepBeforeReturn(dossier);
  return remaining === undefined ? null : { code: 'steps-remain', step: remaining.name };
}

/** Who holds a step against this officer; null when nobody does, or the officer stands in for the holder. */
function heldFrom(actor: Actor, act: DossierActName, on: { readonly dossier: Dossier; readonly task: OpenTask | undefined }): string | null {
  const holder = act === 'assign' ? null : on.task?.assignee ?? null;
  return holder === null || holder.id === doerOf(actor).id || standsInFor(actor, act, on)?.id === holder.id ? null : holder.name;
}

/** Acts that do the work of a step, and so must be done where the step belongs. */
const atItsPlace: ReadonlySet<DossierActName> = new Set(['complete-step', 'approve', 'issue']);

/** Where a step of an on-site dossier is done though it belongs to the Centre; throws when no reason is given. */
function placed(asked: Asked, act: DossierActName, on: { readonly dossier: Dossier; readonly task: OpenTask | undefined }): OffSite | null {
  const seat = atItsPlace.has(act) ? awayFromCentre(asked.actor, on) : null;
  if (seat === null) return null;
  const reason = (asked.offSiteReason ?? '').trim();
  if (reason === '') throw new Refused({ code: 'off-site', step: on.task?.name ?? '' });
  return { seat, reason };
}

/** Whether a screen that shows `version` may act: messages since then overwrite nothing, and a message may always be written. */
const isFresh = (act: DossierActName, { version, actedVersion }: Dossier, shown: number): boolean =>
  shown <= version && (act === 'write-message' || shown >= actedVersion);

/** What an act may go on with: the status it leads to and its step; throws the first refusal that stands against it. */
function admitted(asked: Asked, act: DossierActName, { dossier, last }: Loaded, at: Temporal.Instant): Pick<Situation, 'to' | 'task'> {
  const { taskId, actor } = asked;
  const task = taskId === undefined ? undefined : dossier.tasks.find((open) => open.taskId === taskId);
  if (!mayDo(actor, 'read', { dossier }) && !mayDo(actor, act, { dossier, task })) throw new Refused({ code: 'dossier-unknown' });
  if (!isFresh(act, dossier, asked.version)) throw new Refused({ code: 'changed-meanwhile', who: last.by.name, at: last.at });
  const to = transition(dossier.status, act);
  if (!to.ok) throw new Refused(to.error);
  if (taskId !== undefined && task === undefined) throw new Refused({ code: 'no-such-task', task: taskId });
  if (!mayDo(actor, act, { dossier, task })) throw new Refused({ code: 'not-permitted', act });
  const mandate = mandateRefusal(actor, act, { dossier, at });
  if (mandate !== null) throw new Refused(mandate);
  const together = togetherRefusal(actor, act, dossier);
  if (together !== null) throw new Refused(together);
  const holder = heldFrom(actor, act, { dossier, task });
  if (holder !== null) throw new Refused({ code: 'held-by-another', who: holder });
  const untimely = tooEarlyOrLate(act, dossier, at);
  if (untimely !== null) throw new Refused(untimely);
  return { to: to.value, task };
}

/** The dossier as facts will leave it, before they are stored. */
const after = (dossier: Dossier, facts: readonly Fact[], { at, by }: { readonly at: Temporal.Instant; readonly by: Doer }): Dossier =>
  facts.reduce((state, fact) => apply(state, { ...fact, dossierId: state.id, seq: state.version + 1, at: at.toString(), by }), dossier);

/**
 * Everything of an act but the act: whether it would be done now, and what must be prepared before a person confirms it elsewhere. No event is written.
 *
 * @param prepare - what is made ready, in a transaction that ends before anybody waits
 */
export async function rehearse<Ready>(ctx: DossierContext, asked: Asked, act: DossierActName, prepare: (situation: Situation) => Promise<Outcome<Ready>>): Promise<Outcome<Ready>> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const at = ctx.clock.now();
      const loaded = await load(tx, tidyCode(asked.code), true);
      if (loaded === undefined) throw new Refused({ code: 'dossier-unknown' });
      const { dossier } = loaded;
      const { to, task } = admitted(asked, act, loaded, at);
      const offSite = placed(asked, act, { dossier, task });
      const ready = await prepare({ tx, at, by: doerOf(asked.actor), dossier, to, task, offSite, receivedNow: false });
      if (!ready.ok) throw new Refused(ready.error);
      return ready;
    });
  } catch (fault) {
    if (fault instanceof Refused) return refuse(fault.refusal);
    throw fault;
  }
}

/**
 * Does one act on a dossier: load and lock, check version, permission and lifecycle, decide, append. All in one transaction.
 *
 * @param decide - the act's own decision: the facts it leaves, or the refusal
 * @error changed-meanwhile - somebody acted since the screen showed `version`
 * @error clock-astray - the machine's clock is far behind the dossier's last event, or far from the second clock
 */
export function perform(
  ctx: DossierContext, asked: Asked, act: DossierActName, decide: (situation: Situation) => Promise<Outcome<readonly Fact[]>>,
): Promise<Outcome<ActDone>> {
  const doer = doerOf(asked.actor);
  // One key, one act on one dossier: the same key elsewhere is another act.
  return once(ctx, [doer.id, act, tidyCode(asked.code), asked.clientKey].join(':'), async (tx, now) => {
    const loaded = await load(tx, tidyCode(asked.code), true);
    if (loaded === undefined) throw new Refused({ code: 'dossier-unknown' });
    const moment = momentOfAct(now, { last: Temporal.Instant.from(loaded.last.at), other: await ctx.otherClock?.(tx) ?? null });
    if (!moment.ok) throw new Refused(moment.error);
    const seen = moment.value;
    const { to, task } = admitted(asked, act, loaded, seen);
    const { receiving, solving } = loaded.dossier.agencies;
    const entry = await entered(ctx, tx, { actor: asked.actor, act, backDate: asked.backDate, now: seen, agencies: [receiving, solving], last: Temporal.Instant.from(loaded.last.at) }, doer);
    if (!entry.ok) throw new Refused(entry.error);
    const { at } = entry.value;
    const offSite = placed(asked, act, { dossier: loaded.dossier, task });
    const absent = standsInFor(asked.actor, act, { dossier: loaded.dossier, task });
    const by = absent === null ? entry.value.by : { ...entry.value.by, insteadOf: absent.name };
    const received = act === 'decline' ? ok([]) : await receivedBySolving(ctx, { tx, at }, { dossier: loaded.dossier, actor: asked.actor });
    if (!received.ok) throw new Refused(received.error);
    const first = received.value;
    const decided = await decide({ tx, at, by, dossier: after(loaded.dossier, first, { at, by }), to, task, offSite, receivedNow: first.length > 0 });
    if (!decided.ok) throw new Refused(decided.error);
    const appended = await append(tx, loaded, { id: loaded.dossier.id, facts: [...first, ...decided.value], at, by });
    const told = await tellProcess(ctx, { tx, at }, { dossier: appended, facts: decided.value });
    if (!told.ok) throw new Refused(told.error);
    const dossier = told.value;
    if (isEnded(dossier.status) && dossier.process !== null) await cancelTimers(tx, dossier.process.instance);
    return settled(ctx, { tx, at }, dossier);
  });
}

/** What an act means for the linked group the dossier leads or is a part of, in the same transaction. */
async function settled(ctx: DossierContext, stage: { readonly tx: Db; readonly at: Temporal.Instant }, dossier: Dossier): Promise<Dossier> {
  const outcome = await settleGroup(ctx, stage, dossier);
  if (!outcome.ok) throw new Refused(outcome.error);
  return outcome.value;
}

/** Founds a dossier: the first facts of its ledger, decided with a fresh id inside the transaction. */
export function found(
  ctx: DossierContext, asked: Pick<Asked, 'actor' | 'clientKey' | 'backDate'> & { readonly agency?: string },
  decide: (situation: { readonly tx: Db; readonly at: Temporal.Instant; readonly by: Doer; readonly id: string }) => Promise<Outcome<readonly Fact[]>>,
): Promise<Outcome<ActDone>> {
  const doer = doerOf(asked.actor);
  return once(ctx, `${doer.id}:${asked.clientKey}`, async (tx, now) => {
    const moment = momentOfAct(now, { last: null, other: await ctx.otherClock?.(tx) ?? null });
    if (!moment.ok) throw new Refused(moment.error);
    const entry = await entered(ctx, tx, { actor: asked.actor, act: 'intake', backDate: asked.backDate, now, agencies: asked.agency === undefined ? [] : [asked.agency], last: null }, doer);
    if (!entry.ok) throw new Refused(entry.error);
    const { at, by } = entry.value;
    const id = newId(at);
    const decided = await decide({ tx, at, by, id });
    if (!decided.ok) throw new Refused(decided.error);
    return settled(ctx, { tx, at }, await append(tx, undefined, { id, facts: decided.value, at, by }));
  });
}
