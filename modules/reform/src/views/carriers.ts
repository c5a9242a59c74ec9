// SPDX-License-Identifier: EUPL-1.2
import { handlingsOf } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { officeDay } from '@motcua/kernel';
import { type ProposalStanding, proposalStandings } from '@motcua/proposals';

const ofProcedure = ['procedure', 'fees', 'guide', 'checklist', 'abolition'] as const;

/** Bản soạn that could carry a review out: of the procedure, what goes with it, and the processes it is handled by. */
export async function candidatesOf(db: Db, procedure: string, at: Temporal.Instant): Promise<readonly ProposalStanding[]> {
  const handlings = await handlingsOf(db, procedure, officeDay(at).toString());
  const found = await Promise.all([
    ...ofProcedure.map((kind) => proposalStandings(db, { kind, keys: [procedure] })), proposalStandings(db, { kind: 'process', keys: [...new Set(handlings.map(({ processKey }) => processKey))] }),
  ]);
  return found.flat().filter(({ state }) => state !== 'withdrawn');
}
