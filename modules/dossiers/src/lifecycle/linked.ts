// SPDX-License-Identifier: EUPL-1.2
import type { Dossier, LinkedChild, LinkedEnd } from '../model.ts';

/** The part of a linked group that fulfils an open task of its process. */
export function childOf({ children }: Pick<Dossier, 'children'>, taskId: string): LinkedChild | undefined {
  return children.find((child) => child.taskId === taskId);
}

/** The latest part for a task of the group's process: the one before it was sent back or ended. */
export function latestFor({ children }: Pick<Dossier, 'children'>, node: string): LinkedChild | undefined {
  return children.findLast((child) => child.node === node);
}

/** Whether the part that an open task waits for ended without a result: then a person decides whether the group goes on without it. */
export function endedWithoutResult(dossier: Pick<Dossier, 'children'>, taskId: string): boolean {
  return childOf(dossier, taskId)?.end === 'without-result';
}

/** Whether a dossier leads a linked group: its process waits for parts, or it has had some. */
export function isGroup({ children, tasks }: Pick<Dossier, 'children' | 'tasks'>): boolean {
  return children.length > 0 || tasks.some(({ act }) => act === 'linked');
}

/** The part of a linked group whose result stands: what it decided can not be taken back by ending the group; null when none has one. */
export function partDecided(dossier: Pick<Dossier, 'children'>): string | null {
  return dossier.children.find((child) => child.end === 'done' && latestFor(dossier, child.node)?.id === child.id)?.procedure.name ?? null;
}

/** Whether a dossier is a part of a linked group that stands on the result of another part. */
export function hasUpstream({ parent }: Pick<Dossier, 'parent'>): boolean {
  return (parent?.upstream.length ?? 0) > 0;
}

/** How a part stands for its group. */
export function endOf({ status, decidedAt, endedAt }: Pick<Dossier, 'status' | 'decidedAt' | 'endedAt'>): LinkedEnd | null {
  if (decidedAt !== null) return 'done';
  if (status === 'sent-upstream') return 'sent-upstream';
  return endedAt === null ? null : 'without-result';
}
