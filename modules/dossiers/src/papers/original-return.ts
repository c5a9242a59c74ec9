// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { renderOriginalReturn } from '@motcua/statutory-forms';
import type { DossierContext } from '../context.ts';
import type { DossierEvent } from '../events.ts';
import { apply } from '../lifecycle/apply.ts';
import type { Dossier } from '../model.ts';
import { originalLabel } from '../views/originals.ts';
import { agencyHeadOf, applicantsOf, headOf } from './head.ts';

type Found = { readonly dossier: Dossier; readonly events: readonly DossierEvent[] };

/** Giấy trả lại bản chính as PDF, from the ledger as it was then; null where the event gave nothing back under a number. */
export async function printOriginalReturn(ctx: DossierContext, db: Db, { dossier, events, seq }: Found & { readonly seq: number }): Promise<Uint8Array | null> {
  const event = events.find((one) => one.seq === seq);
  if (event?.type !== 'originals-moved' || event.data.receipt === undefined) return null;
  const then = events.filter((one) => one.seq <= seq).reduce<Dossier | undefined>((state, one) => apply(state, one), undefined) ?? dossier;
  const { nos, place, reason, receipt } = event.data;
  const paper = { kind: 'original-return', number: receipt.number, issuedAt: event.at };
  const head = place.agency === dossier.agencies.receiving ? await headOf(ctx, db, then, paper) : await agencyHeadOf(ctx, db, place.agency, { ...paper, dossierCode: dossier.code });
  return renderOriginalReturn({
    ...head, applicant: applicantsOf(then), request: then.procedure.name, receivedBy: place.kind === 'applicant' ? place.detail ?? '' : '', slip: place.kind === 'post' ? place.detail ?? '' : null, remark: reason, officerName: event.by.name,
    papers: then.papers.filter(({ no }) => nos.includes(no)).map(({ no, name, originals, copies }) => ({ name, label: originalLabel(dossier.code, no), originals, copies })),
  });
}
