// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { ok, officeDay, officeZone, refuse, type Result } from '@motcua/kernel';
import type { Effect, ProcessDefinition, ProcessRefusal, ProcessState, Step, Variables } from '../model.ts';
import { begin } from '../rules/steps.ts';
import { definitionInForce, getDefinition, modelOf } from './definitions.ts';
import { workflowDb } from './tables.ts';

/** A running process, with the definition it began under. */
export type ProcessInstance = {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly subject: string;
  readonly state: ProcessState;
  readonly revision: number;
  readonly definition: ProcessDefinition;
};

export type DueTimer = { readonly instance: string; readonly subject: string; readonly timerId: string; readonly node: string; readonly dueAt: Temporal.Instant };

/** Somebody saved the instance since it was loaded: load again and decide again. */
export type ChangedMeanwhile = { readonly code: 'changed-meanwhile'; readonly instance: string };

export type NoSuchProcess = { readonly code: 'no-such-process'; readonly key: string };

type Start = {
  readonly id: string; readonly key: string; readonly version?: number; readonly subject: string;
  readonly variables: Variables; readonly at: Temporal.Instant;
};
export type Started = { readonly instance: ProcessInstance; readonly effects: readonly Effect[] };

/** Durations are counted in local time, so that «P1M» is a month of the calendar. */
function dueAt(at: Temporal.Instant, durationIso: string): string {
  return at.toZonedDateTimeISO(officeZone).add(durationIso).toInstant().toString();
}

type Happened = { readonly instance: string; readonly effects: readonly Effect[]; readonly at: Temporal.Instant };

/** Timers that several steps have cancelled, fired and set, in one statement each. */
async function storeTimers(tx: Db, steps: readonly Happened[]): Promise<void> {
  const named = (kind: 'timer-cancelled' | 'timer-fired') => steps.flatMap(({ instance, effects }) => effects.flatMap((effect) => (effect.kind === kind ? [{ instance, id: effect.timerId }] : [])));
  const [cancelled, fired] = [named('timer-cancelled'), named('timer-fired')];
  const set = steps.flatMap(({ instance, effects, at }) => effects.flatMap((effect) => (effect.kind === 'timer-set' && !cancelled.some((each) => each.instance === instance && each.id === effect.timerId)
    ? [{ instance, id: effect.timerId, node: effect.node, due_at: dueAt(at, effect.durationIso), fired: false }] : [])));
  const among = (timers: typeof cancelled) => sql<boolean>`(instance, id) in (select * from unnest(${timers.map(({ instance }) => instance)}::uuid[], ${timers.map(({ id }) => id)}::text[]))`;
  const db = workflowDb(tx);
  if (cancelled.length > 0) await db.deleteFrom('workflow.timer').where(among(cancelled)).where('fired', '=', false).execute();
  if (fired.length > 0) await db.updateTable('workflow.timer').set({ fired: true }).where(among(fired)).execute();
  if (set.length > 0) await db.insertInto('workflow.timer').values(set).execute();
}

/**
 * Starts an instance in the caller's transaction: of the version named, else of the one in force on the office day of `at`.
 *
 * @error no-such-process - no version is published, or none is in force yet
 */
export async function startInstance(tx: Db, { id, key, version, subject, variables, at }: Start): Promise<Result<Started, ProcessRefusal | NoSuchProcess>> {
  const found = version === undefined ? await definitionInForce(tx, key, officeDay(at).toString()) : await getDefinition(tx, key, version);
  if (found === null) return refuse({ code: 'no-such-process', key });
  const begun = begin(found.definition, variables);
  if (!begun.ok) return begun;
  const { state, effects } = begun.value;
  await workflowDb(tx).insertInto('workflow.instance')
    .values({
      id, definition_key: key, definition_version: found.version, definition_sha256: found.sha256, subject, state: JSON.stringify(state), revision: 1,
    }).execute();
  await storeTimers(tx, [{ instance: id, effects, at }]);
  return ok({ instance: { id, key, version: found.version, subject, state, revision: 1, definition: found.definition }, effects });
}

async function load(db: Db, ids: readonly string[], lock: boolean): Promise<readonly ProcessInstance[]> {
  const query = workflowDb(db).selectFrom('workflow.instance')
    .select(['id', 'definition_key as key', 'definition_version as version', 'definition_sha256 as sha256', 'subject', 'state', 'revision']).where(sql<boolean>`id = any(${ids}::uuid[])`).orderBy('id');
  const rows = await (lock ? query.forUpdate() : query).execute();
  const found: ProcessInstance[] = [];
  for (const { sha256, ...instance } of rows) found.push({ ...instance, definition: (await modelOf(db, sha256)).definition });
  return found;
}

/** Instances by the order of their ids, locked until the caller's transaction ends; one that does not exist is left out. */
export function loadAllForUpdate(tx: Db, ids: readonly string[]): Promise<readonly ProcessInstance[]> {
  return load(tx, ids, true);
}

/** An instance, locked until the caller's transaction ends; null when there is none. */
export async function loadForUpdate(tx: Db, id: string): Promise<ProcessInstance | null> {
  return (await load(tx, [id], true))[0] ?? null;
}

/** An instance for a look, without a lock; null when there is none. */
export async function loadInstance(db: Db, id: string): Promise<ProcessInstance | null> {
  return (await load(db, [id], false))[0] ?? null;
}

/**
 * Stores the outcomes of steps of different instances and their timers, each if nobody else did since it was loaded.
 *
 * @returns the instances whose step was not stored: somebody changed them meanwhile
 */
export async function saveAll(tx: Db, steps: readonly (Step & { readonly instance: ProcessInstance; readonly at: Temporal.Instant })[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`update workflow.instance i set state = s.state::jsonb, revision = i.revision + 1
    from unnest(${steps.map(({ instance }) => instance.id)}::uuid[], ${steps.map(({ instance }) => instance.revision)}::int[], ${steps.map(({ state }) => JSON.stringify(state))}::text[]) s (id, revision, state)
    where i.id = s.id and i.revision = s.revision returning i.id`.execute(tx);
  const stored = new Set(rows.map(({ id }) => id));
  await storeTimers(tx, steps.filter(({ instance }) => stored.has(instance.id)).map(({ instance, effects, at }) => ({ instance: instance.id, effects, at })));
  return steps.map(({ instance }) => instance.id).filter((id) => !stored.has(id));
}

/**
 * Stores the outcome of a step and its timers, if nobody else did since the instance was loaded.
 *
 * @error changed-meanwhile - nothing was written
 */
export async function save(
  tx: Db, instance: ProcessInstance, { state, effects, at }: Step & { readonly at: Temporal.Instant },
): Promise<Result<ProcessInstance, ChangedMeanwhile>> {
  const changed = await saveAll(tx, [{ instance, state, effects, at }]);
  return changed.length > 0 ? refuse({ code: 'changed-meanwhile', instance: instance.id }) : ok({ ...instance, state, revision: instance.revision + 1 });
}

/** Timers whose hour has come, oldest first. Fire each in its own transaction: load, `fireTimer`, save. */
export async function dueTimers(db: Db, now: Temporal.Instant, { limit, subject }: { readonly limit: number; readonly subject?: string }): Promise<readonly DueTimer[]> {
  return workflowDb(db).selectFrom('workflow.timer as t').innerJoin('workflow.instance as i', 'i.id', 't.instance')
    .select(['t.instance', 'i.subject', 't.id as timerId', 't.node', 't.due_at as dueAt'])
    .where('t.fired', '=', false).where(sql<boolean>`t.due_at <= ${now.toString()}::timestamptz`).$if(subject !== undefined, (one) => one.where('i.subject', '=', subject ?? ''))
    .orderBy('t.due_at').orderBy('t.instance').orderBy('t.id').limit(limit).execute();
}

/** Takes away the timers an instance still waits for: its subject has ended by other means. */
export async function cancelTimers(tx: Db, instance: string): Promise<void> {
  await workflowDb(tx).deleteFrom('workflow.timer').where('instance', '=', instance).where('fired', '=', false).execute();
}
