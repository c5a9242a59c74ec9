// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { renderCheckMinutes } from '@motcua/statutory-forms';
import type { DossierContext } from '../context.ts';
import type { Dossier } from '../model.ts';
import { agencyHeadOf, personOf } from './head.ts';

/** Biên bản kiểm tra, xác minh as PDF, from the ledger; null when the check is not known or has no minutes. */
export async function printCheckMinutes(ctx: DossierContext, db: Db, { dossier, id }: { readonly dossier: Dossier; readonly id: string }): Promise<Uint8Array | null> {
  const check = dossier.checks.find((one) => one.id === id);
  const minutes = check?.minutes;
  if (check === undefined || minutes == null) return null;
  const head = await agencyHeadOf(ctx, db, dossier.agencies.solving, { kind: 'check-minutes', number: minutes.number ?? '……/BB', issuedAt: minutes.at, dossierCode: dossier.code });
  return renderCheckMinutes({
    ...head, onSite: check.kind === 'on-site', applicant: personOf(dossier.applicant), request: dossier.procedure.name, heldAt: minutes.heldAt, venue: minutes.place, participants: minutes.participants,
    content: check.content, findings: minutes.findings, conclusion: minutes.conclusion, applicantAttends: check.applicantAttends, recorderName: minutes.by.name,
  });
}
