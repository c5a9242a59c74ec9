// SPDX-License-Identifier: EUPL-1.2
import { looksLikeForm } from '@motcua/catalogue';
import { fold } from '@motcua/kernel';

type Component = { readonly no: number; readonly name: string };
type Paper = { readonly kind: string; readonly name: string };

/** How papers of a vault fit a component: those of its kind, then those it calls by name; while its kind is not known, all the others may be chosen too. */
export type Fitting = { readonly fits: readonly number[]; readonly named: readonly number[]; readonly open: readonly number[] };

/**
 * For which components a paper is offered (giấy tự tải lên dùng được cho thành phần nào): first by the kind a person confirmed the component to be, second by name.
 * A component of another kind is not offered the paper, whatever it is called, nor one a person fills in to ask for such a paper.
 */
export function fittingOf({ kind, name }: Paper, components: readonly Component[], kindOf: (component: string) => string | null): Fitting {
  const known = components.map((component) => ({ no: component.no, kind: kindOf(component.name), isPaper: !looksLikeForm(component.name), isNamed: fold(component.name).includes(fold(name)) }));
  const numbers = (is: (one: (typeof known)[number]) => boolean): readonly number[] => known.filter(is).map(({ no }) => no);
  return { fits: numbers((one) => one.kind === kind), named: numbers((one) => one.kind === null && one.isPaper && one.isNamed), open: numbers((one) => one.kind === null && one.isPaper && !one.isNamed) };
}
