// SPDX-License-Identifier: EUPL-1.2
import type { ProcessDefinition, TaskSignature } from '@motcua/workflow';
import type { SigningCircuit } from '../contract.ts';
import type { DossierEvent, ProcessMoved } from '../events.ts';
import type { Dossier, OpenTask } from '../model.ts';

type Given = { readonly who: string; readonly at: string };

const kinds: Readonly<Record<TaskSignature, SigningCircuit['signers'][number]['kind'] | null>> = { none: null, initial: 'initial', personal: 'personal', agency: 'agency' };

const movedOf = ({ data }: DossierEvent): ProcessMoved | null => ('moved' in data ? data.moved : null);

/** The task whose signature an event is; null for events that sign nothing. */
function signedTask(event: DossierEvent): string | null {
  if (event.type === 'step-completed') return event.data.initialled === undefined ? null : event.data.taskId;
  return event.type === 'approved' || event.type === 'issued' ? event.data.taskId : null;
}

/** The signatures that count, by the step they were given at. A return to an earlier step ends all of them. */
function signaturesOf(events: readonly DossierEvent[]): ReadonlyMap<string, Given> {
  const [nodeOf, given] = [new Map<string, string>(), new Map<string, Given>()];
  for (const event of events) {
    for (const { taskId, node } of movedOf(event)?.opened ?? []) nodeOf.set(taskId, node);
    if (event.type === 'sent-back') given.clear();
    const node = nodeOf.get(signedTask(event) ?? '');
    if (node !== undefined && !given.has(node)) given.set(node, { who: event.by.insteadOf === undefined ? event.by.name : `${event.by.name} (thay ${event.by.insteadOf})`, at: event.at });
  }
  return given;
}

/** Whether a signature was given, is awaited, or comes later. */
function standingOf(given: Given | undefined, open: OpenTask | undefined): Pick<SigningCircuit['signers'][number], 'state' | 'who' | 'at'> {
  if (given !== undefined) return { state: 'signed', ...given };
  return open === undefined ? { state: 'to-come', who: null, at: null } : { state: 'current', who: open.assignee?.name ?? null, at: null };
}

/** Luồng ký: who signs in which order by the published process, who did, whose turn it is. Null where fewer than two sign. */
export function signingCircuit(definition: ProcessDefinition, { dossier, events }: { readonly dossier: Dossier; readonly events: readonly DossierEvent[] }): SigningCircuit | null {
  const given = signaturesOf(events);
  const open = new Map(dossier.tasks.map((task) => [task.node, task]));
  const signers = definition.mainPath.flatMap((id): SigningCircuit['signers'] => {
    const node = definition.nodes.get(id);
    const kind = node?.task == null ? null : kinds[node.task.signature];
    if (kind === null || node?.task == null) return [];
    return [{ step: node.name, kind, role: node.task.role, ...standingOf(given.get(id), open.get(id)) }];
  });
  return signers.length < 2 ? null : { sheet: dossier.sheet?.documentId ?? null, signers };
}
