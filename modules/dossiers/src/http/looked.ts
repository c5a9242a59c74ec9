// SPDX-License-Identifier: EUPL-1.2
import type { Actor, Officer } from '@motcua/kernel';
import { type Viewing, type ViewingLog, viewingLog } from '@motcua/vault';
import type { DossierContext } from '../context.ts';
import type { ViewPurpose } from '../contract.ts';

type Seen = { readonly code: string; readonly applicant: { readonly personalId: string }; readonly coApplicants: readonly { readonly party: { readonly personalId: string } }[] };

const agencyOf = ({ postings }: Officer): string | null => postings[0]?.agency ?? null;

/** Writes down for the owners that an officer looked at their data, before the answer leaves: an answer that cannot be written down is not given. */
export function lookedLog(ctx: Pick<DossierContext, 'db' | 'clock'>): { readonly atDossier: (who: Actor, dossier: Seen) => Promise<void>; readonly atPerson: (who: Officer, personalId: string, looked: { readonly subject: Viewing['subject']; readonly purpose: ViewPurpose }) => Promise<void> } {
  const log: ViewingLog = viewingLog();
  return {
    atDossier: async (who, { code, applicant, coApplicants }) => {
      if (who.kind !== 'officer') return;
      const at = ctx.clock.now();
      const owners = new Set([applicant.personalId, ...coApplicants.map(({ party }) => party.personalId)]);
      await log(ctx.db, [...owners].map((owner) => ({ owner, officer: { id: who.id, name: who.name }, agency: agencyOf(who), subject: 'dossier', dossier: code, purpose: 'handling', at })));
    },
    atPerson: (who, personalId, { subject, purpose }) =>
      log(ctx.db, [{ owner: personalId, officer: { id: who.id, name: who.name }, agency: agencyOf(who), subject, dossier: '', purpose, at: ctx.clock.now() }]),
  };
}
