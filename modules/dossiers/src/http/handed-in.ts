// SPDX-License-Identifier: EUPL-1.2
import { documentsOfEach } from '@motcua/documents';
import type { DossierContext } from '../context.ts';
import type { DossierPaper } from '../contract.ts';
import type { Dossier } from '../model.ts';

/** Under which reference a file waits that completes a paper of the dossier; 0 for no single paper. */
export const refOfPaper = ({ id }: Dossier, no: number): string => `${id}:${no}`;
/** Under which reference a file waits that answers one item of the request. */
export const refOfItem = ({ id }: Dossier, item: number): string => `${id}:muc-${item}`;

/** The files a citizen has sent for a supplement and that no supplement holds yet: by paper, and by item of the request. */
export async function handedIn(ctx: DossierContext, dossier: Dossier): Promise<{ readonly documents: Map<number, DossierPaper['documents']>; readonly ofItems: Map<number, DossierPaper['documents']> }> {
  const known = new Set(dossier.papers.flatMap(({ documents }) => documents.map(({ id }) => id)));
  const places = { documents: new Map<number, DossierPaper['documents']>(), ofItems: new Map<number, DossierPaper['documents']>() };
  const refs = new Map<string, readonly [keyof typeof places, number]>([
    ...[0, ...dossier.papers.map(({ no }) => no)].map((no) => [refOfPaper(dossier, no), ['documents', no]] as const),
    ...(dossier.supplement?.items ?? []).map((_, at) => [refOfItem(dossier, at + 1), ['ofItems', at + 1]] as const),
  ]);
  for (const { id, name, size, mediaType, ownerRef } of await documentsOfEach(ctx.db, { ownerKind: 'supplement', ownerRefs: [...refs.keys()] })) {
    const [place, no] = refs.get(ownerRef) ?? ['documents', 0];
    if (!known.has(id)) places[place].set(no, [...places[place].get(no) ?? [], { id, name, size, mediaType }]);
  }
  return places;
}

/** Which paper a waiting file was sent for, null for none in particular; undefined when no such file waits for this dossier. */
export async function paperOfHandedIn(ctx: DossierContext, dossier: Dossier, file: string): Promise<number | null | undefined> {
  const { documents, ofItems } = await handedIn(ctx, dossier);
  const holds = ([, files]: readonly [number, DossierPaper['documents']]): boolean => files.some(({ id }) => id === file);
  const [item] = [...ofItems].find(holds) ?? [];
  if (item !== undefined) return dossier.supplement?.items[item - 1]?.paperNo ?? null;
  const [paper] = [...documents].find(holds) ?? [];
  return paper;
}
