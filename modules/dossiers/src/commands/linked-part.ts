// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { readDocument, storeDocument } from '@motcua/documents';
import { newId, officeDay, ok, refuse } from '@motcua/kernel';
import { getDefinition, linkedShape } from '@motcua/workflow';
import type { DossierContext } from '../context.ts';
import type { DossierPaper } from '../contract.ts';
import { latestFor } from '../lifecycle/linked.ts';
import type { Doer, Dossier, LinkedChild, OpenTask } from '../model.ts';
import { append, load } from '../store/ledger.ts';
import { type LinkedMember, linkedMembers } from '../store/linked-members.ts';
import type { Outcome } from './perform.ts';
import { filed, officesFor } from './submit.ts';

type Stage = { readonly tx: Db; readonly at: Temporal.Instant };
type Document = DossierPaper['documents'][number];

const system: Doer = { kind: 'system', id: 'system', name: 'Hệ thống' };

/** The same bytes under the part's own name: who may read the part may read what it was given. */
async function handedOn(ctx: DossierContext, { tx, at }: Stage, { document, owner }: { readonly document: string; readonly owner: string }): Promise<Outcome<Document | null>> {
  const stored = await readDocument(tx, ctx.files, document);
  if (stored === undefined) return ok(null);
  const { bytes, name, mediaType } = stored;
  const kept = await storeDocument(tx, ctx.files, { ownerKind: 'dossier', ownerRef: owner, bytes, name, mediaType, purpose: 'linked', by: system.name, at });
  return kept.ok ? ok({ id: kept.value.id, name: kept.value.name, size: kept.value.size, mediaType: kept.value.mediaType }) : refuse({ code: kept.error.code });
}

/** What a part begins with: the papers of the group, and the results it stands on. */
async function papersFor(ctx: DossierContext, stage: Stage, { root, after, owner }: { readonly root: Dossier; readonly after: readonly string[]; readonly owner: string }): Promise<Outcome<readonly { readonly name: string; readonly documents: Document[] }[]>> {
  const given = root.papers.filter(({ documents }) => documents.length > 0).map(({ name, documents }) => ({ name, ids: documents.map(({ id }) => id) }));
  for (const node of after) {
    const done = latestFor(root, node);
    const result = done?.end === 'done' ? (await load(stage.tx, done.code))?.dossier.result?.documentId : undefined;
    if (done !== undefined && result != null) given.push({ name: `Kết quả: ${done.procedure.name}`, ids: [result] });
  }
  const papers = [];
  for (const { name, ids } of given) {
    const documents: Document[] = [];
    for (const document of ids) {
      const handed = await handedOn(ctx, stage, { document, owner });
      if (!handed.ok) return handed;
      if (handed.value !== null) documents.push(handed.value);
    }
    papers.push({ name, documents });
  }
  return ok(papers);
}

const answersFor = ({ answers }: LinkedMember, root: Dossier): Readonly<Record<string, unknown>> =>
  ({ ...root.answers, ...Object.fromEntries(Object.entries(answers).map(([field, source]) => [field, 'from' in source ? root.answers[source.from] : source.value])) });

/**
 * Founds the part of a linked group that an open task waits for: a dossier of its own, filed at the agency that solves it, with what the group
 * was told once. Its code is the group's with a number: the citizen keeps one.
 *
 * @legal nd-118-2025/d20
 * @legal nd-118-2025/d28
 */
export async function foundPart(ctx: DossierContext, stage: Stage, { root, task }: { readonly root: Dossier; readonly task: OpenTask }): Promise<Outcome<Pick<LinkedChild, 'node' | 'taskId' | 'id' | 'code' | 'procedure' | 'agency'>>> {
  const { tx, at } = stage;
  const member = (await linkedMembers(tx, root.procedure.code, officeDay(at).toString())).get(task.node);
  const published = root.process === null ? null : await getDefinition(tx, root.process.key, root.process.version);
  if (member === undefined || published === null) return refuse({ code: 'process-refused', detail: `linked-member-missing: ${task.name}` });
  const shape = linkedShape(published.definition);
  const after = shape.find(({ node }) => node === task.node)?.after ?? [];
  const [id, code] = [newId(at), `${root.code}-${String(root.children.length + 1)}`];
  const papers = await papersFor(ctx, stage, { root, after, owner: id });
  if (!papers.ok) return papers;
  const agency = member.agency === 'solving' ? root.agencies.solving : member.agency;
  const before = latestFor(root, task.node);
  const fact = await filed(ctx, stage, {
    procedure: member.procedure, circumstance: member.circumstance, channel: root.channel, agencies: { ...await officesFor(tx, agency), returning: root.agencies.returning },
    applicant: root.applicant, submitter: root.submitter, authorisation: root.authorisation, mandate: root.mandate ?? null, ownerId: root.ownerId, origin: null, answers: answersFor(member, root), returnWay: root.returnWay,
    fee: { amountVnd: 0, way: 'none' }, documents: new Map(), besides: papers.value, mayHaveGaps: true,
    partOf: { code, parent: { id: root.id, code: root.code, node: task.node, upstream: after.map((node) => ({ node, name: shape.find((one) => one.node === node)?.name ?? node })), redoneBecause: reasonToRedo(root, before) } },
  });
  if (!fact.ok) return fact;
  await append(tx, undefined, { id, facts: [fact.value], at, by: system });
  return ok({ node: task.node, taskId: task.taskId, id, code, procedure: { code: member.procedure, name: fact.value.data.procedure.name }, agency });
}

/** Why a part is done once more: what the part behind it said when it sent it back. */
function reasonToRedo(root: Dossier, before: LinkedChild | undefined): string | null {
  return before === undefined ? null : `Làm lại ${before.code}: ${root.children.findLast(({ end }) => end === 'sent-upstream')?.code ?? ''} trả lại.`;
}
