// SPDX-License-Identifier: EUPL-1.2
import type { EformDefinition } from '@motcua/eforms/contract';

/** The definition of an e-form as the server sent it; it was checked when it was published. */
export function readEform(definition: unknown): EformDefinition | undefined {
  return isDefinition(definition) ? definition : undefined;
}

function isDefinition(value: unknown): value is EformDefinition {
  if (typeof value !== 'object' || value === null || !('display' in value) || !('schema' in value)) return false;
  const { display } = value;
  return typeof display === 'object' && display !== null && 'sections' in display && Array.isArray(display.sections);
}
