// SPDX-License-Identifier: EUPL-1.2
import type { ProcessNode, PublicationFault } from '../model.ts';
import { fault } from './fault.ts';

type Nodes = ReadonlyMap<string, ProcessNode>;

function gatewayFaults(node: ProcessNode): readonly PublicationFault[] {
  if (node.kind !== 'exclusive' || node.out.length < 2) {
    return node.out.some(({ condition }) => condition !== null) ? [fault('condition-misplaced', node)] : [];
  }
  const known = node.defaultFlow === null || node.out.some(({ id }) => id === node.defaultFlow);
  const open = node.out.filter(({ id, condition }) => id !== node.defaultFlow && condition === null);
  return [...(known ? [] : [fault('flow-broken', node)]), ...open.map(({ id }) => fault('flow-without-condition', node, id))];
}

const isEnd = ({ kind }: ProcessNode): boolean => kind === 'end' || kind === 'terminate';

function boundaryFits(nodes: Nodes, { host, incoming }: ProcessNode): boolean {
  return incoming.length === 0 && host !== null && nodes.get(host)?.kind === 'user-task';
}

function flowFaults(nodes: Nodes, node: ProcessNode): readonly PublicationFault[] {
  if (node.kind === 'boundary-timer' && !boundaryFits(nodes, node)) return [fault('boundary-misplaced', node)];
  if (node.kind === 'start' && node.incoming.length > 0) return [fault('flow-broken', node)];
  if (isEnd(node)) return node.out.length > 0 ? [fault('flow-broken', node)] : [];
  if (node.out.some(({ to }) => !nodes.has(to))) return [fault('flow-broken', node)];
  return node.out.length === 0 ? [fault('dead-end', node)] : [];
}

/** What is wrong with the start, the ends and each node by itself. */
export function localFaults(nodes: Nodes): readonly PublicationFault[] {
  const all = [...nodes.values()];
  const starts = all.filter(({ kind }) => kind === 'start');
  const ends = all.filter(isEnd);
  return [
    ...(starts.length === 0 ? [fault('no-start', null)] : []),
    ...starts.slice(1).map((start) => fault('several-starts', start)),
    ...(ends.length === 0 ? [fault('no-end', null)] : []),
    ...all.flatMap((node) => [...flowFaults(nodes, node), ...gatewayFaults(node)]),
  ];
}
