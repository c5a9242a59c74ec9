// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Officer, type Result, officeDay, ok, refuse, roles } from '@motcua/kernel';
import { absentOn, officersWith } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { StepOfficers } from '../contract.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { fitsTask, mayDo } from '../permissions.ts';
import { dossierDb } from '../store/tables.ts';
import { readable } from './one.ts';

/** Open steps by the officer who holds them. */
async function openSteps(db: Db, officers: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (officers.length === 0) return new Map();
  const rows = await dossierDb(db).selectFrom('dossiers.task').select(({ fn }) => ['assignee', fn.countAll<string>().as('open')]).where('assignee', 'in', officers).groupBy('assignee').execute();
  return new Map(rows.flatMap(({ assignee, open }) => (assignee === null ? [] : [[assignee, Number(open)] as const])));
}

/**
 * Giao việc: the officers who may do an open step, who is present and least loaded first and proposed.
 *
 * @error no-such-task, not-permitted, dossier-unknown
 */
export async function stepOfficers(ctx: DossierContext, db: Db, asked: { readonly actor: Officer; readonly code: string; readonly taskId: string }): Promise<Result<StepOfficers, LifecycleRefusal>> {
  const found = await readable(db, asked.actor, asked.code);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const task = dossier.tasks.find(({ taskId }) => taskId === asked.taskId);
  if (task === undefined) return refuse({ code: 'no-such-task', task: asked.taskId });
  if (!mayDo(asked.actor, 'assign', { dossier, task })) return refuse({ code: 'not-permitted', act: 'assign' });
  const { agency } = task;
  const role = roles.find((known) => known === task.role);
  const fit = role === undefined ? [] : (await officersWith(db, { agency, role, day: officeDay(ctx.clock.now()).toString() })).filter(({ unit }) => fitsTask({ role, agency, unit }, task));
  const open = await openSteps(db, fit.map(({ id }) => id));
  const absent = await absentOn(db, fit.map(({ id }) => id), officeDay(ctx.clock.now()).toString());
  const officers = fit.map(({ id, name, title, unit }) => ({ id, name, title, unit, open: open.get(id) ?? 0, holdsIt: task.assignee?.id === id, absentUntil: absent.get(id) ?? null }))
    .toSorted((one, other) => Number(one.absentUntil !== null) - Number(other.absentUntil !== null) || one.open - other.open);
  return ok({ officers: officers.map((officer, at) => ({ ...officer, proposed: at === 0 && officer.absentUntil === null })) });
}
