// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Result } from '@motcua/kernel';
import type { Effect, ProcessDefinition, ProcessRefusal, ProcessState, Step, Variables } from '../model.ts';

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

export type DueTimer = { readonly instance: string; readonly timerId: string; readonly node: string; readonly dueAt: Temporal.Instant };

/** Somebody saved the instance since it was loaded: load again and decide again. */
export type ChangedMeanwhile = { readonly code: 'changed-meanwhile'; readonly instance: string };

/** Starts an instance of the newest version (or the one named) in the caller's transaction. */
export async function startInstance(
  tx: Db,
  start: {
    readonly id: string; readonly key: string; readonly version?: number; readonly subject: string;
    readonly variables: Variables; readonly at: Temporal.Instant;
  },
): Promise<Result<{ readonly instance: ProcessInstance; readonly effects: readonly Effect[] }, ProcessRefusal | { readonly code: 'no-such-process'; readonly key: string }>> {
  return Promise.reject(new Error(`not built yet: ${start.key} ${String(tx.isTransaction)}`));
}

/** An instance, locked until the caller's transaction ends; null when there is none. */
export async function loadForUpdate(tx: Db, id: string): Promise<ProcessInstance | null> {
  return Promise.reject(new Error(`not built yet: ${id} ${String(tx.isTransaction)}`));
}

/** Stores the outcome of a step and its timers, if nobody else did since the instance was loaded. */
export async function save(
  tx: Db, instance: ProcessInstance, step: Step & { readonly at: Temporal.Instant },
): Promise<Result<ProcessInstance, ChangedMeanwhile>> {
  return Promise.reject(new Error(`not built yet: ${instance.id} ${step.effects.length} ${String(tx.isTransaction)}`));
}

/** Timers whose hour has come, oldest first. Fire each: load, `fireTimer`, save. */
export async function dueTimers(db: Db, now: Temporal.Instant, limit: number): Promise<readonly DueTimer[]> {
  return Promise.reject(new Error(`not built yet: ${now.toString()} ${limit} ${String(db.isTransaction)}`));
}
