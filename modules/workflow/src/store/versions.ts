// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { ok, refuse, type Result } from '@motcua/kernel';
import type { PublishedProcess } from './definitions.ts';
import type { ChangedMeanwhile, ProcessInstance } from './instances.ts';
import { workflowDb } from './tables.ts';

/** A process whose newest version is not the one all its running instances live under. */
export type Outdated = { readonly key: string; readonly name: string; readonly newest: number; readonly subjects: readonly string[] };

/** Subjects named of one process at most. */
const most = 2000;

/** Processes with instances still running on an older version. Served by instance_running_by_version. */
export async function outdatedProcesses(db: Db): Promise<readonly Outdated[]> {
  const { rows } = await sql<Outdated>`
    select n.key, n.name, n.version as newest, (array_agg(i.subject order by i.subject))[1:${most}::int] as subjects
    from (select distinct on (key) key, name, version from workflow.definition order by key, version desc) n
      join workflow.instance i on i.definition_key = n.key and i.definition_version < n.version and not (i.state ->> 'ended')::boolean
    group by n.key, n.name, n.version order by n.key`.execute(db);
  return rows;
}

/** Subjects of the instances of a process that run on another version than one. */
export async function runningOnOther(db: Db, asked: { readonly key: string; readonly version: number; readonly limit: number }): Promise<readonly string[]> {
  const { rows } = await sql<{ subject: string }>`select subject from workflow.instance where definition_key = ${asked.key} and definition_version <> ${asked.version} and not (state ->> 'ended')::boolean order by subject limit ${asked.limit}`.execute(db);
  return rows.map(({ subject }) => subject);
}

/**
 * Puts an instance under another version; its state stays. Ask `moveVersion` first whether it may.
 *
 * @error changed-meanwhile - nothing was written
 */
export async function moveInstance(tx: Db, instance: ProcessInstance, to: PublishedProcess): Promise<Result<ProcessInstance, ChangedMeanwhile>> {
  const revision = instance.revision + 1;
  const stored = await workflowDb(tx).updateTable('workflow.instance').set({ definition_version: to.version, definition_sha256: to.sha256, revision })
    .where('id', '=', instance.id).where('revision', '=', instance.revision).executeTakeFirst();
  return stored.numUpdatedRows === 0n ? refuse({ code: 'changed-meanwhile', instance: instance.id }) : ok({ ...instance, version: to.version, definition: to.definition, revision });
}
