// SPDX-License-Identifier: EUPL-1.2
import type { Answers, EformDefinition, Fault } from '../model.ts';

/** All faults of the answers at once, in the order of the form. Hidden fields are not judged. Give it normalised answers. */
export function validateAnswers(_definition: EformDefinition, _answers: Answers): readonly Fault[] {
  throw new Error('not built yet');
}
