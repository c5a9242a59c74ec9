// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Variables, loadInstance } from '@motcua/workflow';
import type { DossierEvent, ProcessMoved } from '../events.ts';
import type { Dossier, OpenTask } from '../model.ts';
import { eventRows, factOf, folded } from './ledger.ts';
import type { DoneStep } from '../dry-run/against-process.ts';

/** A dossier of the past as a dry run looks at it. */
export type PastDossier = { readonly dossier: Dossier; readonly path: readonly DoneStep[]; readonly variables: Variables; readonly filedOn: Temporal.Instant };

const isMove = (value: unknown): value is ProcessMoved => typeof value === 'object' && value !== null && 'closed' in value && 'opened' in value;

/** What an event moved in the process, whatever its kind. */
const moveOf = ({ data }: DossierEvent): ProcessMoved | null => ('moved' in data && isMove(data.moved) ? data.moved : null);

/** Steps that were done, in order; those closed because the dossier ended otherwise, or sent back, are not among them. */
function pathOf(events: readonly DossierEvent[]): readonly DoneStep[] {
  const open = new Map<string, OpenTask>();
  const path: DoneStep[] = [];
  for (const event of events) {
    const move = moveOf(event);
    if (move === null) continue;
    const isDone = event.type !== 'sent-back' && event.type !== 'closed' && event.type !== 'withdrawn' && event.type !== 'stopped' && event.type !== 'refused';
    const done = 'taskId' in event.data && typeof event.data.taskId === 'string' ? [event.data.taskId] : move.closed;
    for (const id of move.closed) {
      const task = open.get(id);
      if (task !== undefined && isDone && done.includes(id)) path.push({ node: task.node, name: task.name, act: task.act, role: task.role });
      open.delete(id);
    }
    for (const task of move.opened) open.set(task.taskId, task);
  }
  return path;
}

/** The newest accepted dossiers of some procedures, at most `limit`. Served by dossier_by_procedure. */
export async function pastDossiers(db: Db, asked: { readonly procedures: readonly string[]; readonly limit: number }): Promise<readonly PastDossier[]> {
  if (asked.procedures.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select id from dossiers.dossier where procedure_code = any(${[...asked.procedures]}) and accepted_at is not null order by submitted_at desc limit ${asked.limit}`.execute(db);
  const past: PastDossier[] = [];
  for (const { id } of rows) {
    const events = await eventRows(db, id);
    const loaded = folded(events);
    const first = events[0];
    if (loaded === undefined || first === undefined) continue;
    const instance = loaded.dossier.process === null ? null : await loadInstance(db, loaded.dossier.process.instance);
    past.push({ dossier: loaded.dossier, path: pathOf(events.map(factOf)), variables: instance?.state.variables ?? {}, filedOn: first.at });
  }
  return past;
}
