// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type ObservedDurations, observedDurations } from '@motcua/dossiers';
import type { Clock } from '@motcua/kernel';

type Kept = { readonly at: Temporal.Instant; readonly found: ObservedDurations | null };

const keptHours = 6;
const mostKept = 2000;

/** How long procedures took, asked once in six hours each: a finding of a year does not change by the minute. */
export function observedShelf({ db, clock }: { readonly db: Db; readonly clock: Clock }): (procedure: string) => Promise<ObservedDurations | null> {
  const kept = new Map<string, Kept>();
  return async (procedure) => {
    const now = clock.now();
    const known = kept.get(procedure);
    if (known !== undefined && Temporal.Instant.compare(known.at.add({ hours: keptHours }), now) > 0) return known.found;
    const found = await observedDurations(db, procedure, now);
    if (kept.size >= mostKept) kept.clear();
    kept.set(procedure, { at: now, found });
    return found;
  };
}
