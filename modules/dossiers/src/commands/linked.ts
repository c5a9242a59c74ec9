// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Result, ok, refuse } from '@motcua/kernel';
import { cancelTimers } from '@motcua/workflow';
import { outcomeAt } from '../clock/dossier-clock.ts';
import { toldBefore } from '../clock/group-clock.ts';
import type { DossierContext } from '../context.ts';
import type { DossierActName, DossierStatus } from '../contract.ts';
import type { Fact, ProcessMoved } from '../events.ts';
import { childOf, endOf, isGroup } from '../lifecycle/linked.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { isEnded, transition } from '../lifecycle/transition.ts';
import type { Doer, Dossier, DossierClock, LinkedChild } from '../model.ts';
import { type Loaded, append, load } from '../store/ledger.ts';
import { digitisedIntoVault } from './digitised-into-vault.ts';
import { foundPart } from './linked-part.ts';
import { promiseOf } from './linked-promise.ts';
import { finishStep, sendStepBack, stepsLeft } from './process-step.ts';

type Stage = { readonly tx: Db; readonly at: Temporal.Instant };
type Settled<Value> = Result<Value, LifecycleRefusal>;

const system: Doer = { kind: 'system', id: 'system', name: 'Hệ thống' };

const write = (tx: Db, loaded: Loaded, { at, facts }: { readonly at: Temporal.Instant; readonly facts: readonly Fact[] }): Promise<Dossier> => append(tx, loaded, { id: loaded.dossier.id, facts, at, by: system });

async function loadedBy(tx: Db, code: string): Promise<Loaded> {
  const loaded = await load(tx, code, true);
  if (loaded === undefined) throw new Error(`the group names ${code}, which has no ledger`);
  return loaded;
}

const isWaiting = (status: DossierStatus): boolean => status === 'submitted';

type Told = Pick<LinkedChild, 'id' | 'status' | 'owedAt' | 'stoppedSince' | 'end'>;

const toldOf = (part: Dossier): Told => ({ id: part.id, status: part.status, owedAt: part.clock?.owedAt ?? null, stoppedSince: part.clock?.stoppedSince ?? null, end: endOf(part) });

const saysTheSame = (known: Told, told: Told): boolean =>
  isWaiting(known.status) === isWaiting(told.status) && known.owedAt === told.owedAt && known.stoppedSince === told.stoppedSince && known.end === told.end;

/** Why a part ended without a result. */
const reasonOf = (part: Dossier): string | null => (part.decidedAt === null && part.endedAt !== null ? part.ending?.reason ?? part.refusal?.reasons.join('; ') ?? null : null);

/** What a part's end moves in the process of the group: its result finishes its task, being sent back leads to the part before it. */
async function movedBy(ctx: DossierContext, stage: Stage, { root, known, part }: { readonly root: Dossier; readonly known: LinkedChild; readonly part: Dossier }): Promise<Settled<ProcessMoved | null>> {
  const end = endOf(part);
  if (known.end !== null || !root.tasks.some(({ taskId }) => taskId === known.taskId)) return ok(null);
  if (end === 'done') return finishStep(ctx, stage, root, { taskId: known.taskId });
  return end === 'sent-upstream' ? sendStepBack(ctx, stage, root, { taskId: known.taskId, to: part.sentUpstreamTo ?? '' }) : ok(null);
}

/** Tells the group how one of its parts stands now. @returns the group's code when that says something new */
async function tellGroup(ctx: DossierContext, stage: Stage, { part, code }: { readonly part: Dossier; readonly code: string }): Promise<Settled<string | null>> {
  const loaded = await load(stage.tx, code, true);
  if (loaded === undefined) return refuse({ code: 'group-missing', group: code });
  const root = loaded.dossier;
  const [known, told] = [root.children.find(({ id }) => id === part.id), toldOf(part)];
  if (known === undefined || isEnded(root.status) || saysTheSame(known, told)) return ok(null);
  const step = await movedBy(ctx, stage, { root, known, part });
  if (!step.ok) return step;
  await write(stage.tx, loaded, { at: stage.at, facts: [{ type: 'child-moved', data: { to: root.status, child: told, name: known.procedure.name, reason: reasonOf(part), moved: step.value } }] });
  return ok(code);
}

/** Ends a part that the group needs no more: handed out with it, or closed with it. */
async function endPart({ tx, at }: Stage, { child, returned, reason }: { readonly child: LinkedChild; readonly returned: boolean; readonly reason: string }): Promise<Dossier | null> {
  const loaded = await loadedBy(tx, child.code);
  const part = loaded.dossier;
  const act: DossierActName = returned ? 'return' : 'end-with-group';
  const to = transition(part.status, act);
  if (!to.ok) return null;
  const moved = stepsLeft(part);
  const handed = moved ?? { closed: [], opened: [], stepNo: part.stepCount, stepCount: part.stepCount };
  const fact: Fact = returned
    ? { type: 'returned', data: { to: to.value, way: part.returnWay, receivedBy: part.applicant.name, feeVnd: null, receiptNumber: null, moved: handed, ...(part.revoked === undefined ? {} : { instead: part.revoked.number }) } }
    : { type: 'closed', data: { to: to.value, reason, number: null, moved } };
  if (part.process !== null) await cancelTimers(tx, part.process.instance);
  return write(tx, loaded, { at, facts: [fact] });
}

/** Parts whose task is open no more though they have not ended: the group ended, or went back behind them. */
async function endLeftBehind(stage: Stage, root: Dossier): Promise<void> {
  const isOver = isEnded(root.status);
  for (const child of root.children) {
    const open = root.tasks.some(({ taskId }) => taskId === child.taskId);
    if (root.status === 'returned' && child.end === 'done' && child.status === 'decided') await endPart(stage, { child, returned: true, reason: '' });
    else if (child.end === null && (isOver || !open)) await endLeft(stage, root, child);
  }
}

async function endLeft({ tx, at }: Stage, root: Dossier, child: LinkedChild): Promise<void> {
  const reason = isEnded(root.status) ? 'Cả nhóm thủ tục liên thông đã kết thúc.' : 'Làm lại từ thủ tục trước của nhóm liên thông.';
  const part = await endPart({ tx, at }, { child, returned: false, reason });
  if (part === null || isEnded(root.status)) return;
  const data = { to: root.status, child: { id: part.id, status: part.status, owedAt: null, stoppedSince: null, end: 'without-result' as const }, name: child.procedure.name, reason, moved: null };
  await write(tx, await loadedBy(tx, root.code), { at, facts: [{ type: 'child-moved', data }] });
}

/** Founds the parts whose turn has come, ends those left behind, and counts the promise of the whole anew. */
async function settleRoot(ctx: DossierContext, stage: Stage, code: string): Promise<Settled<Dossier>> {
  const { tx, at } = stage;
  let loaded = await loadedBy(tx, code);
  await endLeftBehind(stage, loaded.dossier);
  loaded = await loadedBy(tx, code);
  const waiting = isEnded(loaded.dossier.status) ? [] : loaded.dossier.tasks.filter((task) => task.act === 'linked' && childOf(loaded.dossier, task.taskId) === undefined);
  for (const task of waiting) {
    const part = await foundPart(ctx, stage, { root: loaded.dossier, task });
    if (!part.ok) return part;
    const to = transition(loaded.dossier.status, 'complete-step');
    await write(tx, loaded, { at, facts: [{ type: 'child-started', data: { to: to.ok ? to.value : loaded.dossier.status, child: part.value } }] });
    loaded = await loadedBy(tx, code);
  }
  const facts = await concluded(ctx, stage, loaded.dossier);
  if (!facts.ok) return facts;
  return ok(facts.value.length === 0 ? loaded.dossier : await write(tx, loaded, { at, facts: facts.value }));
}

const isSame = (one: string | null, other: string | null): boolean => (one === null || other === null ? one === other : Temporal.Instant.from(one).equals(Temporal.Instant.from(other)));

/** The promise as the parts stand now; what was told before stays while the calendar does not reach far enough to count anew. */
async function repromised(ctx: DossierContext, stage: Stage, { root, clock }: { readonly root: Dossier; readonly clock: DossierClock }): Promise<Settled<DossierClock>> {
  const again = await promiseOf(ctx, stage, { root, clock });
  const told = toldBefore(clock);
  return !again.ok && again.error.code === 'calendar-gap' && told !== null ? ok({ ...clock, owedAt: told, stoppedSince: null }) : again;
}

/** What follows for the group itself: all parts have their results, or its return day moved. */
async function concluded(ctx: DossierContext, { tx, at }: Stage, root: Dossier): Promise<Settled<readonly Fact[]>> {
  if (root.clock === null || root.decidedAt !== null || isEnded(root.status)) return ok([]);
  const to = transition(root.status, 'issue');
  if (root.tasks.length > 0 && root.tasks.every(({ act }) => act === 'return') && to.ok) {
    const calendar = await ctx.calendars.of(tx, root.agencies.solving);
    if (calendar === null) return refuse({ code: 'calendar-gap' });
    const vault = await digitisedIntoVault(ctx, { tx, at, dossier: root }, []);
    return vault.ok ? ok([{ type: 'group-finished', data: { to: to.value, outcome: outcomeAt(calendar, root.clock, at), ...(vault.value.entries.length === 0 ? {} : { vault: vault.value }) } }]) : vault;
  }
  const clock = await repromised(ctx, { tx, at }, { root, clock: root.clock });
  if (!clock.ok) return clock;
  const same = isSame(clock.value.owedAt, root.clock.owedAt) && isSame(clock.value.stoppedSince, root.clock.stoppedSince);
  const reason = 'Theo ngày hẹn của từng thủ tục trong nhóm: nối tiếp thì cộng lại, song song thì lấy ngày muộn nhất';
  return ok(same ? [] : [{ type: 'clock-recounted', data: { to: root.status, why: 'linked-moved', reason, change: null, before: root.clock.owedAt, clock: clock.value, steps: [] } }]);
}

/**
 * What an act on `dossier` means for its linked group (nhóm thủ tục liên thông): a part tells the group, the group founds, ends and promises.
 * A dossier that belongs to none comes back as it is, without a question to the database.
 *
 * @legal nd-118-2025/d20
 */
export async function settleGroup(ctx: DossierContext, stage: Stage, dossier: Dossier): Promise<Settled<Dossier>> {
  if (dossier.parent !== undefined) {
    const told = await tellGroup(ctx, stage, { part: dossier, code: dossier.parent.code });
    if (!told.ok) return told;
    if (told.value === null) return ok(dossier);
    const root = await settleRoot(ctx, stage, told.value);
    return root.ok ? ok(dossier) : root;
  }
  return isGroup(dossier) ? settleRoot(ctx, stage, dossier.code) : ok(dossier);
}
