// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, byCircumstance, placesOfForm } from '@motcua/catalogue';
import type { EformDefinition } from '@motcua/eforms';
import type { DossierPaper } from '../contract.ts';

/** The papers a procedure asks for in a circumstance, numbered from 1: those asked of all, then those of the circumstance. Without one, all. */
export function papersAsked(procedure: Procedure, circumstance: string | null): readonly Pick<DossierPaper, 'no' | 'code' | 'name' | 'originals' | 'copies' | 'required'>[] {
  const { always, only } = byCircumstance(procedure);
  const chosen = circumstance === null ? only : only.filter(({ name }) => name === circumstance);
  return [...always, ...chosen].flatMap(({ papers }) => papers)
    .map(({ code, name, originals, copies, required }, at) => ({ no: at + 1, code, name: name === '' ? 'Giấy tờ chưa ghi tên trong danh mục' : name, originals, copies, required }));
}

/** The same, each with whether the e-form is that paper. */
export function papersByForm(procedure: Procedure, circumstance: string | null, { standsFor = [] }: Pick<EformDefinition, 'standsFor'>): (ReturnType<typeof papersAsked>[number] & { readonly byForm: boolean })[] {
  const asked = papersAsked(procedure, circumstance);
  const places = placesOfForm(standsFor, { procedure: procedure.code, components: asked.map(({ name }) => name) });
  return asked.map((paper, at) => ({ ...paper, byForm: places.includes(at) }));
}
