// SPDX-License-Identifier: EUPL-1.2
import { legalSources, sourceTitle } from '@motcua/legal';
import type { FormRegister } from './contract.ts';
import { formSets, titleOf } from './register.ts';

/** The register as people read it: each set with its source and days, each form with its number, name and sheet. */
export function formRegister(): FormRegister {
  return {
    sets: formSets.map(({ key, legal, from, forms }, at) => ({
      key, source: sourceTitle(legal), from: from.toString(), until: formSets[at - 1]?.from.toString() ?? null, unsure: legalSources.get(legal)?.unsure ?? null,
      forms: Object.entries(forms).toSorted(([one], [other]) => one.localeCompare(other))
        .map(([number, form]) => ({ number, name: titleOf(form), sheet: form === 'tracking-book' ? 'A4-across' as const : 'A5' as const, sample: `/api/statutory-forms/${key}/${number}/sample` })),
    })),
  };
}
