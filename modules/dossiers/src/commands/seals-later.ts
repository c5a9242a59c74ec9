// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type ProcessDefinition, getDefinition } from '@motcua/workflow';
import type { ProcessMoved } from '../events.ts';
import type { Dossier } from '../model.ts';

const finishing: ReadonlySet<string | null> = new Set(['approve', 'sign', 'number']);

/** Whether every way from a node to an end passes a further signature or the clerk's number. */
function mustPass({ nodes: drawn, opened: nodes = drawn }: ProcessDefinition, from: string): boolean {
  const [seen, ahead] = [new Set<string>(), [from]];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    const node = nodes.get(id);
    if (node === undefined || seen.has(id) || finishing.has(node.task?.act ?? null)) continue;
    if (node.out.length === 0 && node.boundary.length === 0) return false;
    seen.add(id);
    ahead.push(...node.out.map(({ to }) => to), ...node.boundary);
  }
  return true;
}

/**
 * Whether a signed result is sealed by a later step: another signature or the clerk's number surely follows.
 * When none does, or the procedure can go round it, approval issues at once, so that no result stays unsealed.
 */
export async function sealsLater(tx: Db, { process, tasks }: Dossier, moved: ProcessMoved): Promise<boolean> {
  const published = process === null ? null : await getDefinition(tx, process.key, process.version);
  if (published === null) return false;
  const { definition } = published;
  // What waits for something to come to the dossier goes on from there.
  const waiting = (moved.awaits ?? []).flatMap((message) => [...definition.nodes.values()].filter(({ kind, more }) => kind === 'catch' && more?.triggers.some(({ name }) => name === message) === true));
  return [...tasks, ...moved.opened].some(({ taskId, node }) => !moved.closed.includes(taskId) && mustPass(definition, node)) || waiting.some(({ id }) => mustPass(definition, id));
}
