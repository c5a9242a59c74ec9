// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Officer, officeDay } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { PaperHandOvers } from '../contract.ts';
import type { Dossier, PaperTrip } from '../model.ts';
import { isSecret } from '../lifecycle/secret-papers.ts';
import { paperDesks } from '../permissions.ts';
import { type TravelRule, partedPapers } from '../rules/paper-travel.ts';
import { papersAt } from '../store/hand-over.ts';
import { foldedEach } from '../store/ledger.ts';
import { travelRulesOn } from '../store/paper-travel.ts';

/** Most dossiers one page shows of either list. */
const most = 200;

type Travelling = Dossier & { readonly paperTrip: PaperTrip };
const travels = (dossier: Dossier): dossier is Travelling => dossier.paperTrip !== undefined;

const lineOf = ({ code, version, procedure, applicant, paperTrip }: Travelling) => ({ code, version, procedure: procedure.name, applicant: applicant.name, count: paperTrip.count });

const isPast = (at: string, now: Temporal.Instant): boolean => Temporal.Instant.compare(Temporal.Instant.from(at), now) < 0;

const toSendLine = (dossier: Travelling, { now, rules }: { readonly now: Temporal.Instant; readonly rules: readonly TravelRule[] }): PaperHandOvers['toSend'][number]['dossiers'][number] => {
  const { dueAt, sentBack } = dossier.paperTrip;
  const { count, stay } = partedPapers(dossier, rules);
  return {
    ...lineOf(dossier), count, stay: stay.length, receivedAt: dossier.acceptedAt ?? dossier.submittedAt, dueAt, late: isPast(dueAt, now),
    sentBack: sentBack === null ? null : { number: sentBack.number, reason: sentBack.reason, missing: [...sentBack.missing] },
  };
};

/** The papers of a note: those in custody that are on the way; of a dossier received before custody was kept, all that were handed in. */
const travelsNow = (dossier: Travelling) => ({ no, state, originals, copies }: Dossier['papers'][number]): boolean => (dossier.originals === undefined
  ? state === 'ok' && !isSecret(dossier, no) && originals + copies > 0
  : dossier.originals.some((one) => one.no === no && one.place.kind === 'way'));

function toReceiveLine(dossier: Travelling, nameOf: (code: string) => string): PaperHandOvers['toReceive'] {
  const { sent, dueAt } = dossier.paperTrip;
  if (sent === null) return [];
  return [{
    ...lineOf(dossier), note: { id: sent.note.id, number: sent.note.number }, fromName: nameOf(sent.note.from), sentAt: sent.at, late: isPast(dueAt, Temporal.Instant.from(sent.at)),
    papers: dossier.papers.filter(travelsNow(dossier)).map(({ no, name, originals, copies }) => ({ no, name, count: originals + copies })),
  }];
}

/** Giấy cần chuyển: what an officer's shops must hand over, to whom and by when, and what is on its way to the officer's agency. */
export async function paperHandOvers(ctx: DossierContext, db: Db, officer: Officer): Promise<PaperHandOvers> {
  const desks = paperDesks(officer);
  const [outgoing, incoming] = [await papersAt(db, { stage: 'to-send', agencies: desks.handOver, limit: most + 1 }), await papersAt(db, { stage: 'sent', agencies: desks.receive, limit: most + 1 })];
  const toSend = (await foldedEach(db, outgoing.slice(0, most))).filter(travels);
  const toReceive = (await foldedEach(db, incoming.slice(0, most))).filter(travels);
  const nameOf = await agencyNames(db, [...toSend, ...toReceive].flatMap(({ agencies }) => [agencies.receiving, agencies.solving]));
  const now = ctx.clock.now();
  const rules = toSend.length === 0 ? [] : await travelRulesOn(db, officeDay(now).toString());
  const byWay = Map.groupBy(toSend, ({ agencies }) => `${agencies.receiving} ${agencies.solving}`);
  return {
    mayHandOver: desks.handOver.length > 0, more: outgoing.length > most || incoming.length > most,
    toSend: [...byWay.values()].flatMap((dossiers) => dossiers.slice(0, 1).map(({ agencies: { receiving, solving } }) => ({
      from: receiving, fromName: nameOf(receiving), to: solving, toName: nameOf(solving), dossiers: dossiers.map((dossier) => toSendLine(dossier, { now, rules })),
    }))),
    toReceive: toReceive.flatMap((dossier) => toReceiveLine(dossier, nameOf)),
  };
}
