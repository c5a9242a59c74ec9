// SPDX-License-Identifier: EUPL-1.2
import type { Procedure } from '../model.ts';
import { decisionOf } from '../rules/decision-of.ts';
import { digestOf } from '../store/versions.ts';

/** What is kept here of a procedure, as far as a comparison needs it. `validUntil` not null: it ends or has ended without a successor. */
export type KnownVersion = { readonly version: number; readonly digest: string; readonly validUntil: string | null; readonly decision: Procedure['decision'] };

/**
 * How a national record stands to the newest version here: new, changed or the same, by digest of the content.
 * A record without a whole decision was published here on one somebody entered: that alone is no change.
 */
export function compareRecord(record: Procedure, known: KnownVersion | undefined): 'new' | 'changed' | 'same' {
  if (known === undefined || known.validUntil !== null) return 'new';
  const isSame = known.digest === digestOf(record) || (decisionOf(record) === null && known.digest === digestOf({ ...record, decision: { number: known.decision.number, date: known.decision.date } }));
  return isSame ? 'same' : 'changed';
}
