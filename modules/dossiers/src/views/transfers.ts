// SPDX-License-Identifier: EUPL-1.2
import { handlingsOf } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type Officer, officeDay } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { DossierTransfers } from '../contract.ts';
import type { Dossier, Transfer } from '../model.ts';
import { transferDesks } from '../permissions.ts';
import { foldedEach } from '../store/ledger.ts';
import { transfersAt } from '../store/transfers.ts';

/** Most dossiers one page shows of either list. */
const most = 100;

type Sent = Dossier & { readonly transfer: Transfer };
const isSent = (dossier: Dossier): dossier is Sent => dossier.transfer !== undefined;

const lineOf = ({ code, version, procedure, applicant, agencies, transfer }: Sent, nameOf: (code: string) => string) => ({
  code, version, procedure: { code: procedure.code, name: procedure.name }, applicant: applicant.name, receivingName: nameOf(agencies.receiving), solving: agencies.solving, solvingName: nameOf(agencies.solving), sentAt: transfer.sentAt,
});

const isPast = (at: string | null, now: Temporal.Instant): boolean => at !== null && Temporal.Instant.compare(Temporal.Instant.from(at), now) < 0;

/** Hồ sơ chuyển đến: what an officer's agency must confirm, and what came back to the office that received it. */
export async function dossierTransfers(ctx: DossierContext, db: Db, officer: Officer): Promise<DossierTransfers> {
  const desks = transferDesks(officer);
  const [coming, back] = [await transfersAt(db, { stage: 'sent', agencies: desks.receive, limit: most + 1 }), await transfersAt(db, { stage: 'sent-back', agencies: desks.send, limit: most + 1 })];
  const toReceive = (await foldedEach(db, coming.slice(0, most))).filter(isSent);
  const cameBack = (await foldedEach(db, back.slice(0, most))).filter(isSent);
  const now = ctx.clock.now();
  const day = officeDay(now).toString();
  const handled = new Map<string, readonly string[]>();
  for (const procedure of new Set(cameBack.map((dossier) => dossier.procedure.code))) handled.set(procedure, (await handlingsOf(db, procedure, day)).map(({ agency }) => agency));
  const nameOf = await agencyNames(db, [...toReceive, ...cameBack].flatMap(({ agencies }) => [agencies.receiving, agencies.solving]).concat([...handled.values()].flat()));
  return {
    toReceive: toReceive.map((dossier) => ({ ...lineOf(dossier, nameOf), answerBy: dossier.transfer.answerBy, late: isPast(dossier.transfer.answerBy, now), before: dossier.transfer.declined?.reason ?? null })),
    cameBack: cameBack.flatMap((dossier) => {
      const { declined } = dossier.transfer;
      return declined === null ? [] : [{ ...lineOf(dossier, nameOf), why: declined.why, reason: declined.reason, at: declined.at, by: declined.by.name, agencies: (handled.get(dossier.procedure.code) ?? []).map((code) => ({ code, name: nameOf(code) })) }];
    }),
    more: coming.length > most || back.length > most,
  };
}
