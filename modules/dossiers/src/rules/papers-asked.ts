// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, byCircumstance } from '@motcua/catalogue';
import type { DossierPaper } from '../contract.ts';

/** The papers a procedure asks for in a circumstance, numbered from 1: those asked of all, then those of the circumstance. Without one, all. */
export function papersAsked(procedure: Procedure, circumstance: string | null): readonly Pick<DossierPaper, 'no' | 'code' | 'name' | 'originals' | 'copies' | 'required'>[] {
  const { always, only } = byCircumstance(procedure);
  const chosen = circumstance === null ? only : only.filter(({ name }) => name === circumstance);
  return [...always, ...chosen].flatMap(({ papers }) => papers)
    .map(({ code, name, originals, copies, required }, at) => ({ no: at + 1, code, name: name === '' ? 'Giấy tờ chưa ghi tên trong danh mục' : name, originals, copies, required }));
}
