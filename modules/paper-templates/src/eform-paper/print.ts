// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPaper } from '@motcua/documents';
import { type EformDefinition, sampleAnswers } from '@motcua/eforms';
import { cleanText } from '@motcua/kernel';
import { type FilledEform, eformPaper, filledPaper } from './view.ts';

const template = readFileSync(join(import.meta.dirname, '..', '..', 'templates', 'eform.typ'), 'utf8');

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner)])) : value;
}

// The paper is the same whenever it is asked for: its time is that of nobody's clock.
const printedAt = Temporal.Instant.from('2025-07-01T00:00:00+07:00');

/** Prints an e-form as PDF/A to write on (mẫu trống), or filled in for nobody and stamped MẪU (mẫu điền sẵn). */
export function printEform(definition: EformDefinition, kind: 'blank' | 'sample'): Promise<Uint8Array> {
  const data = cleaned(eformPaper(definition, kind === 'sample' ? sampleAnswers(definition) : null));
  return renderPaper({ template, data, standard: 'a-2b', at: printedAt });
}

/** Prints an e-form as somebody filled it in, as PDF/A. @param at - when that was, so that the paper is the same whenever it is asked for */
export function printFilledEform(definition: EformDefinition, filled: FilledEform, at: Temporal.Instant): Promise<Uint8Array> {
  return renderPaper({ template, data: cleaned(filledPaper(definition, filled)), standard: 'a-2b', at });
}
