// SPDX-License-Identifier: EUPL-1.2
import type { Actor, Officer } from '@motcua/kernel';
import { type Viewing, type ViewingLog, viewingLog } from '@motcua/vault';
import type { DossierContext } from '../context.ts';
import type { SeenList, ViewPurpose } from '../contract.ts';
import { wholeProvince } from '../permissions.ts';
import { listLookLog } from '../store/list-looks.ts';

type Seen = { readonly code: string; readonly applicant: { readonly personalId: string }; readonly coApplicants?: readonly { readonly party: { readonly personalId: string } }[] | undefined };
type Coded = { readonly code: string };

const agencyOf = ({ postings }: Officer): string | null => postings[0]?.agency ?? null;

/** Who only watches over the province looks to supervise; who has work at an agency, to handle. */
const purposeOf = ({ postings }: Officer): ViewPurpose => (postings.length > 0 && postings.every(({ role }) => wholeProvince.has(role)) ? 'supervision' : 'handling');

/** What a file is opened for, as its owner is told: nobody who only watches over the province opens it to handle. */
export const purposeSaid = (actor: Actor, asked: string): string => (actor.kind === 'officer' && asked === 'handling' ? purposeOf(actor) : asked);

type LookedLog = {
  readonly atDossier: (who: Actor, dossier: Seen) => Promise<void>;
  readonly atPerson: (who: Officer, personalId: string, looked: { readonly subject: Viewing['subject']; readonly purpose: ViewPurpose }) => Promise<void>;
  /** The answer itself, once it is written down whose dossiers are in it. */
  readonly atList: <Answer>(who: Officer, looked: { readonly list: SeenList; readonly answer: Answer; readonly rows: readonly Coded[] }) => Promise<Answer>;
};

/** Writes down for the owners that an officer looked at their data, before the answer leaves: an answer that cannot be written down is not given. */
export function lookedLog(ctx: Pick<DossierContext, 'db' | 'clock'>): LookedLog {
  const log: ViewingLog = viewingLog();
  const listed = listLookLog();
  return {
    atDossier: async (who, { code, applicant, coApplicants = [] }) => {
      if (who.kind !== 'officer') return;
      const at = ctx.clock.now();
      const owners = new Set([applicant.personalId, ...coApplicants.map(({ party }) => party.personalId)]);
      await log(ctx.db, [...owners].map((owner) => ({ owner, officer: { id: who.id, name: who.name }, agency: agencyOf(who), subject: 'dossier', dossier: code, purpose: purposeOf(who), at })));
    },
    atPerson: (who, personalId, { subject, purpose }) =>
      log(ctx.db, [{ owner: personalId, officer: { id: who.id, name: who.name }, agency: agencyOf(who), subject, dossier: '', purpose, at: ctx.clock.now() }]),
    atList: async (who, { list, answer, rows }) => {
      await listed(ctx.db, { officer: { id: who.id, name: who.name }, agency: agencyOf(who), list, purpose: purposeOf(who), codes: rows.map(({ code }) => code), at: ctx.clock.now() });
      return answer;
    },
  };
}
