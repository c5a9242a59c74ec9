// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Actor, officeDay } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { getDefinition, linkedShape } from '@motcua/workflow';
import type { DossierContext } from '../context.ts';
import type { LinkedGroup } from '../contract.ts';
import { latestFor } from '../lifecycle/linked.ts';
import type { Dossier, LinkedChild } from '../model.ts';
import { mayDo } from '../permissions.ts';
import { load } from '../store/ledger.ts';
import { linkedMembers } from '../store/linked-members.ts';

type Part = LinkedGroup['parts'][number];

function stateOf(child: LinkedChild | undefined): Part['state'] {
  if (child === undefined) return 'to-come';
  if (child.end === 'done') return 'done';
  if (child.end !== null) return child.end === 'sent-upstream' ? 'sent-upstream' : 'ended';
  if (child.stoppedSince !== null) return 'paused';
  return child.status === 'submitted' ? 'waiting' : 'running';
}

/** Which parts the reader may open: the owner all, an officer those of his own agencies and his own dossier. */
const opens = (actor: Actor, root: Dossier, { child, own }: { readonly child: LinkedChild; readonly own: string }): boolean =>
  child.code === own || mayDo(actor, 'read', { dossier: root }) || (actor.kind === 'officer' && actor.postings.some(({ agency }) => agency === child.agency));

/** The linked group (nhóm thủ tục liên thông) a dossier leads or is a part of, as one tree; null for a dossier that stands alone. */
export async function groupOf(ctx: DossierContext, db: Db, { dossier, actor }: { readonly dossier: Dossier; readonly actor: Actor }): Promise<LinkedGroup | null> {
  if (dossier.parent === undefined && dossier.children.length === 0) return null;
  const root = dossier.parent === undefined ? dossier : (await load(db, dossier.parent.code))?.dossier;
  const published = root?.process == null ? null : await getDefinition(db, root.process.key, root.process.version);
  if (root === undefined || published === null) return null;
  const shape = linkedShape(published.definition);
  const members = await linkedMembers(db, root.procedure.code, officeDay(ctx.clock.now()).toString());
  const agencyAt = (node: string): string => latestFor(root, node)?.agency ?? (members.get(node)?.agency === 'solving' ? root.agencies.solving : members.get(node)?.agency ?? root.agencies.solving);
  const nameOf = await agencyNames(db, shape.map(({ node }) => agencyAt(node)));
  return {
    code: root.code, name: root.procedure.name, isLead: dossier.parent === undefined, redoneBecause: dossier.parent?.redoneBecause ?? null, upstream: [...dossier.parent?.upstream ?? []],
    parts: shape.map(({ node, name, after }) => {
      const child = latestFor(root, node);
      return {
        node, name, after: after.map((before) => shape.find((one) => one.node === before)?.name ?? before), agency: nameOf(agencyAt(node)), state: stateOf(child),
        code: child !== undefined && opens(actor, root, { child, own: dossier.code }) ? child.code : null, owedAt: child?.owedAt ?? null, finishedAt: child?.finishedAt ?? null,
        earlier: Math.max(0, root.children.filter((one) => one.node === node).length - 1),
      };
    }),
  };
}
