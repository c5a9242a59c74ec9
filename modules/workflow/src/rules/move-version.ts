// SPDX-License-Identifier: EUPL-1.2
import { type Result, ok, refuse } from '@motcua/kernel';
import type { ProcessDefinition, ProcessNode, ProcessState } from '../model.ts';

/** Why an instance cannot be moved: the place, and what stands against it. */
export type MoveFault = { readonly code: 'finished' | 'step-gone' | 'step-changed' | 'step-skipped' | 'join-changed' | 'timer-changed'; readonly node: string; readonly name: string };

/** A step that waits, under its name before and after. */
export type MappedStep = { readonly taskId: string; readonly node: string; readonly from: string; readonly to: string };

type Versions = { readonly from: ProcessDefinition; readonly to: ProcessDefinition };

/** What a place waits for, or how often it is done. */
const meaningOf = ({ nodes }: ProcessDefinition, { kind, more, out }: ProcessNode): string =>
  JSON.stringify([more?.triggers ?? [], more?.loop ?? null, kind === 'event-based' ? out.map(({ to }) => [to, nodes.get(to)?.more?.triggers ?? [], nodes.get(to)?.duration ?? null]) : []]);

const sameWork = (one: ProcessNode, other: ProcessNode): boolean =>
  one.kind === other.kind && one.task?.role === other.task?.role && one.task?.act === other.task?.act && one.task?.agency === other.task?.agency && one.task?.unit === other.task?.unit;

const faultAt = (code: MoveFault['code'], node: ProcessNode | undefined, id: string): MoveFault => ({ code, node: id, name: node?.name ?? id });

/** A place where a token waits: the same step must be there, for the same role, at the same agency, ended by the same act. */
function atToken({ from, to }: Versions, node: string): readonly MoveFault[] {
  const [before, after] = [from.nodes.get(node), to.nodes.get(node)];
  if (before === undefined || after === undefined) return [faultAt('step-gone', before, node)];
  const sameScope = from.within?.get(node) === to.within?.get(node) && meaningOf(from, before) === meaningOf(to, after);
  return sameScope && sameWork(before, after) ? [] : [faultAt('step-changed', before, node)];
}

/** Timers that are set keep their hour: the new version must mean the same by them. */
function atTimers({ from, to }: Versions, { timers, node }: ProcessState['tokens'][string]): readonly MoveFault[] {
  const faults = Object.values(timers).filter((id) => {
    const [before, after] = [from.nodes.get(id), to.nodes.get(id)];
    return before?.duration !== after?.duration || before?.interrupting !== after?.interrupting || before?.host !== after?.host;
  });
  const added = (to.nodes.get(node)?.boundary ?? []).filter((id) => !Object.values(timers).includes(id) && !(from.nodes.get(node)?.boundary ?? []).includes(id));
  return [...faults, ...added].map((id) => faultAt('timer-changed', to.nodes.get(id) ?? from.nodes.get(id), id));
}

/** Steps the new version puts before a place where the instance already waits: moved, it would never do them. */
function skipped({ from, to }: Versions, waiting: readonly string[]): readonly MoveFault[] {
  return [...to.nodes.values()].filter(({ id, kind }) => kind === 'user-task' && !from.nodes.has(id) && waiting.some((node) => to.after.get(id)?.has(node) === true && to.after.get(node)?.has(id) !== true))
    .map((node) => faultAt('step-skipped', node, node.id));
}

function atJoins({ from, to }: Versions, joins: ProcessState['joins']): readonly MoveFault[] {
  return Object.keys(joins).map((key) => key.split('@')[0] ?? '').filter((id) => {
    const [before, after] = [from.nodes.get(id), to.nodes.get(id)];
    return before?.kind !== after?.kind || [...before?.incoming ?? []].toSorted().join() !== [...after?.incoming ?? []].toSorted().join();
  }).map((id) => faultAt('join-changed', from.nodes.get(id), id));
}

/**
 * Whether a running instance can go on under another version of its process (chuyển sang bản quy trình mới), and how its waiting steps map.
 * The state itself does not change: tokens stay where they are. Refused as a whole when any place is unsafe.
 *
 * @returns the steps that wait, by their names before and after; or every reason against
 */
export function moveVersion(versions: Versions, state: ProcessState): Result<readonly MappedStep[], readonly MoveFault[]> {
  if (state.ended) return refuse([{ code: 'finished', node: '', name: '' }]);
  const tokens = Object.entries(state.tokens);
  const faults = [
    ...tokens.flatMap(([, token]) => [...atToken(versions, token.node), ...atTimers(versions, token)]),
    ...skipped(versions, tokens.map(([, { node }]) => node)), ...atJoins(versions, state.joins),
  ];
  if (faults.length > 0) return refuse(faults);
  return ok(tokens.filter(([, { node, loop }]) => loop === undefined && versions.to.nodes.get(node)?.kind === 'user-task')
    .map(([taskId, { node }]) => ({ taskId, node, from: versions.from.nodes.get(node)?.name ?? node, to: versions.to.nodes.get(node)?.name ?? node })));
}
