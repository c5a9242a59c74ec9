// SPDX-License-Identifier: EUPL-1.2
import { componentKind, paperKinds } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { fold } from '@motcua/kernel';
import { identityKindsOn } from '../store/identity-papers.ts';

/**
 * Which components of a dossier are identity papers (giấy tờ tùy thân): by the kind a person confirmed; while nobody did, by a name of such a kind in the component's own name.
 *
 * @param day - ISO 8601
 * @returns asked by the component's name
 */
export async function identityPapers(db: Db, { procedure }: { readonly procedure: { readonly code: string } }, day: string): Promise<(component: string) => boolean> {
  const [codes, kinds, confirmed] = await Promise.all([identityKindsOn(db, day), paperKinds(db), componentKind(db, procedure.code)]);
  const names = kinds.filter(({ code }) => codes.has(code)).flatMap(({ name, aliases }) => [name, ...aliases]).map(fold);
  return (component) => {
    const kind = confirmed(component);
    return kind === null ? names.some((name) => fold(component).includes(name)) : codes.has(kind);
  };
}
