// SPDX-License-Identifier: EUPL-1.2
import type { EformDefinition } from '../model.ts';

/** What is wrong with a definition, in Vietnamese; nothing when it may be published. */
export function lintEform(_definition: EformDefinition): readonly string[] {
  throw new Error('not built yet');
}
