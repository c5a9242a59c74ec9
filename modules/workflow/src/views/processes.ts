// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { ProcessRow, ProcessVersion, ProcessView } from '../contract.ts';
import { readTable } from '../drawing/table.ts';
import { plannedHours } from '../lint/plan.ts';
import { modelOf } from '../store/definitions.ts';
import { type ListedVersion, listProcesses, listVersions } from '../store/processes.ts';

async function sizeOf(db: Db, sha256: string): Promise<{ readonly steps: number; readonly hours: number }> {
  const { definition } = await modelOf(db, sha256);
  return { steps: [...definition.nodes.values()].filter(({ kind }) => kind === 'user-task').length, hours: plannedHours(definition) };
}

/** One page of the list of processes. */
export async function processPage(db: Db, asked: { readonly words?: string | undefined; readonly after?: string | undefined }): Promise<{ readonly processes: ProcessRow[]; readonly next: string | null }> {
  const { processes, next } = await listProcesses(db, asked);
  return { processes: await Promise.all(processes.map(async ({ sha256, ...row }) => ({ ...row, ...await sizeOf(db, sha256) }))), next };
}

async function versionOf(db: Db, row: ListedVersion, inForce: number | undefined): Promise<ProcessVersion> {
  const { sha256, decisionNumber, decisionDate, publishedAt, ...shown } = row;
  return {
    ...shown, ...await sizeOf(db, sha256), publishedAt: publishedAt.toString(), isInForce: row.version === inForce,
    decision: decisionNumber === null || decisionDate === null ? null : { number: decisionNumber, date: decisionDate },
  };
}

/** A process with its versions and the rows of one of them: the one asked for, else the one in force, else the newest. Null when there is none. */
export async function processView(db: Db, asked: { readonly key: string; readonly version: number | undefined; readonly today: string }): Promise<Omit<ProcessView, 'procedures' | 'used'> & { readonly codes: readonly string[] } | null> {
  const versions = await listVersions(db, asked.key);
  const inForce = versions.find(({ validFrom }) => validFrom <= asked.today)?.version;
  const wanted = asked.version ?? inForce ?? versions[0]?.version;
  const shown = versions.find(({ version }) => version === wanted);
  if (shown === undefined) return null;
  const table = await readTable((await modelOf(db, shown.sha256)).xml, 'whole');
  if (!table.ok) throw new Error(`a published process cannot be read: ${asked.key}`);
  const { symbol, procedures, rows } = table.value;
  return {
    key: asked.key, name: shown.name, symbol, codes: procedures.split(',').map((code) => code.trim()).filter((code) => code !== ''), versions: await Promise.all(versions.map((row) => versionOf(db, row, inForce))), shown: shown.version,
    rows: rows.map((row) => (row.kind === 'step' ? { ...row, returns: [...row.returns] } : { kind: 'branch' as const, id: row.id, text: row.text, depth: row.depth })),
  };
}
