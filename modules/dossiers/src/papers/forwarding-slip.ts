// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { officeMinuteText } from '@motcua/kernel';
import { agencyNames, findAgency } from '@motcua/organisation';
import { type ForwardingSlipView, renderForwardingSlip } from '@motcua/statutory-forms';
import { promisedParts } from '../commands/linked-promise.ts';
import type { DossierContext } from '../context.ts';
import { headedAs } from '../lifecycle/issued-papers.ts';
import type { ConsultationAsked, Dossier, LinkedChild } from '../model.ts';
import { headOf, personOf } from './head.ts';
import { forwardingSlipLetter } from './letters.ts';
import { ownOr } from './own-layout.ts';

type Row = ForwardingSlipView['rows'][number];

const minute = (at: string): string => officeMinuteText(Temporal.Instant.from(at));

const partOutcome = (child: LinkedChild | undefined): string => (child?.finishedAt == null ? '' : `${child.end === 'done' ? 'Có kết quả' : 'Kết thúc không có kết quả'} ${minute(child.finishedAt)}`);

const opinionOutcome = ({ answer, lapsedAt, deemed }: ConsultationAsked): string => {
  if (answer !== null) return `${answer.agrees ? 'Đồng ý' : 'Không đồng ý'} ${minute(answer.at)}`;
  if (deemed !== null) return `Coi như đồng ý theo ${deemed}`;
  return lapsedAt === null ? '' : 'Chưa có ý kiến khi hết hạn';
};

async function rowsOf(ctx: DossierContext, db: Db, dossier: Dossier): Promise<readonly Row[]> {
  const { consultations } = dossier;
  const parts = dossier.children.length === 0 ? [] : await promisedParts(ctx, { tx: db, at: ctx.clock.now() }, dossier);
  const nameOf = await agencyNames(db, [...parts.map(({ agency }) => agency), ...consultations.map(({ agency }) => agency)]);
  return [
    ...parts.map(({ name, agency, owedAt, limit, isPlanned, child }) => ({ agency: nameOf(agency), work: name, deadline: isPlanned ? `${limit}, dự kiến ${minute(owedAt)}` : minute(owedAt), outcome: partOutcome(child) })),
    ...consultations.map((asked) => ({ agency: nameOf(asked.agency), work: `Cho ý kiến: ${asked.question}`, deadline: minute(asked.dueAt), outcome: opinionOutcome(asked) })),
  ];
}

/** Phiếu chuyển xử lý as PDF, from the ledger: the parts of a linked group, and the agencies asked; null when no other agency takes part. */
export async function printForwardingSlip(ctx: DossierContext, db: Db, dossier: Dossier): Promise<Uint8Array | null> {
  const issued = headedAs(dossier, 'forwarding-slip');
  if (issued === null) return null;
  const head = await headOf(ctx, db, dossier, { kind: 'forwarding-slip', number: issued.number, issuedAt: issued.at });
  const { solving } = dossier.agencies;
  const view: ForwardingSlipView = {
    ...head, lead: (await findAgency(db, solving))?.name ?? solving, applicant: personOf(dossier.applicant), request: dossier.procedure.name, receivedAt: dossier.acceptedAt ?? issued.at,
    returnAt: dossier.clock?.owedAt ?? null, rows: await rowsOf(ctx, db, dossier),
  };
  return ownOr(ctx, db, { letter: forwardingSlipLetter(view), dossier, agency: dossier.agencies.receiving, head }, () => renderForwardingSlip(view));
}
