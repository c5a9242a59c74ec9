// SPDX-License-Identifier: EUPL-1.2
import type { Answers, EformDefinition, Field } from '../model.ts';

/** The fields to show for these answers, in order; a repeat stands for its entries. */
export function visibleFields(_definition: EformDefinition, _answers: Answers): readonly Field[] {
  throw new Error('not built yet');
}
