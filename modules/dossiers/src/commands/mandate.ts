// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Actor, cleanText, officeDay, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { DossierActName, Mandate, MandateScope, Party } from '../contract.ts';
import { mandateFault, mandateUntil } from '../lifecycle/mandate.ts';
import type { FieldRefusal, LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { Dossier, HeldMandate, Receiver } from '../model.ts';
import { dayWords } from '../views/mandate-words.ts';
import type { Outcome } from './perform.ts';

type Stage = { readonly tx: Db; readonly at: Temporal.Instant };

const field = (path: string, label: string, text: string): FieldRefusal => ({ path, label, text });
const mend = (...fields: readonly FieldRefusal[]): Outcome<never> => refuse({ code: 'fields-to-mend', fields });

const label = 'Giấy tờ đại diện';

const faultWords = { 'not-yet': 'Giấy này lập sau hôm nay. Xem lại ngày trên giấy.', 'expired': 'Giấy này đã hết hạn', 'scope': 'Giấy này không giao việc nộp hồ sơ. Người đại diện cần giấy ghi rõ việc nộp, hoặc chủ hồ sơ tự nộp.' } as const;
const faultPaths = { 'not-yet': 'mandate.issuedOn', 'expired': 'mandate.validUntil', 'scope': 'mandate.scope' } as const;

/**
 * The mandate under which somebody files for another, with its last day; null when nobody does.
 *
 * @error fields-to-mend - it is missing, dated wrong, over, or not given for filing
 * @legal blds-2015/representation
 */
export async function heldMandate(ctx: DossierContext, { tx, at }: Stage, { procedure, submitter, mandate }: { readonly procedure: string; readonly submitter: Party | null; readonly mandate: Mandate | null }): Promise<Outcome<HeldMandate | null>> {
  if (submitter === null) return ok(null);
  if (mandate === null) return mend(field('mandate', label, 'Người nộp không phải chủ hồ sơ: ghi giấy tờ đại diện (loại, số, ngày, nơi cấp, được làm việc gì).'));
  const { issuedOn, validUntil } = mandate;
  if (validUntil !== null && validUntil < issuedOn) return mend(field('mandate.validUntil', label, 'Ngày hết hạn sớm hơn ngày lập. Xem lại hai ngày trên giấy.'));
  const term = await ctx.periods.of(tx, { key: 'mandate-without-term', procedure, at });
  const held: HeldMandate = { ...mandate, number: cleanText(mandate.number), issuedBy: cleanText(mandate.issuedBy), until: mandateUntil(mandate, term?.value ?? null) };
  const fault = mandateFault(held, 'submit', officeDay(at).toString());
  if (fault === null) return ok(held);
  return mend(field(faultPaths[fault], label, fault === 'expired' && held.until !== null ? `${faultWords[fault]} ngày ${dayWords(held.until)}. Cần giấy còn hạn.` : faultWords[fault]));
}

/** What acts of a representative online need the mandate to be given for. */
const needs: Partial<Record<DossierActName, MandateScope>> = { 'supplement': 'correct', 'wish': 'correct', 'withdraw': 'correct' };

/**
 * Why a citizen who acts for the applicant may not do an act now; null when it is the applicant, or the mandate carries it.
 *
 * @legal blds-2015/representation
 */
export function mandateRefusal(actor: Actor, act: DossierActName, { dossier, at }: { readonly dossier: Pick<Dossier, 'mandate' | 'submitter'>; readonly at: Temporal.Instant }): Extract<LifecycleRefusal, { code: 'mandate-refused' }> | null {
  const use = needs[act];
  const { mandate, submitter } = dossier;
  if (use === undefined || mandate === undefined || actor.kind !== 'citizen' || actor.personalId !== submitter?.personalId) return null;
  const why = mandateFault(mandate, use, officeDay(at).toString());
  return why === null ? null : { code: 'mandate-refused', why, use, until: mandate.until };
}

type Handing = { readonly receivedBy: string; readonly receiver?: { readonly personalId: string; readonly document: Receiver['document'] } | null | undefined };

const sameName = (one: string, other: string): boolean => cleanText(one).toLocaleLowerCase('vi') === cleanText(other).toLocaleLowerCase('vi');

function documentFaults(document: Receiver['document'], day: string): readonly FieldRefusal[] {
  if (document === null) return [field('receiver.document.number', 'Giấy ủy quyền nhận kết quả', 'Người nhận không phải chủ hồ sơ: ghi số, ngày, nơi lập giấy ủy quyền nhận kết quả.')];
  return [
    ...(document.issuedOn > day ? [field('receiver.document.issuedOn', 'Ngày lập', 'Giấy này lập sau hôm nay. Xem lại ngày trên giấy.')] : []),
    ...(document.validUntil !== null && document.validUntil < day ? [field('receiver.document.validUntil', 'Hết hạn', `Giấy này đã hết hạn ngày ${dayWords(document.validUntil)}. Cần giấy còn hạn, hoặc chủ hồ sơ đến nhận.`)] : []),
  ];
}

/** The representative who filed, when the mandate is given for receiving too; refused with its fault otherwise, unless another paper is shown. */
function bySubmitter({ mandate }: Dossier, document: Receiver['document'], day: string): readonly FieldRefusal[] {
  const fault = mandate === undefined ? 'scope' : mandateFault(mandate, 'receive', day);
  if (fault === null) return [];
  if (document !== null) return documentFaults(document, day);
  const words = { 'scope': 'Giấy nộp hồ sơ không giao việc nhận kết quả.', 'expired': `Giấy nộp hồ sơ đã hết hạn${mandate?.until == null ? '' : ` ngày ${dayWords(mandate.until)}`}.`, 'not-yet': 'Giấy nộp hồ sơ chưa có hiệu lực.' } as const;
  return [field('receiver.document.number', 'Giấy ủy quyền nhận kết quả', `${words[fault]} Ghi giấy ủy quyền nhận kết quả, hoặc chủ hồ sơ đến nhận.`)];
}

/**
 * Who takes a result out of the hand of the counter: an applicant by name, the representative whose mandate covers receiving, or somebody with a paper of his own.
 *
 * @error fields-to-mend - who it is or which paper proves it is missing, over, or not given for receiving
 * @legal blds-2015/representation
 */
export function receiverOf(dossier: Dossier, { receivedBy, receiver = null }: Handing, at: Temporal.Instant): Outcome<Receiver | null> {
  const day = officeDay(at).toString();
  const owners = [dossier.applicant, ...(dossier.coApplicants ?? []).map(({ party }) => party)];
  const owner = owners.find(({ name, personalId }) => (receiver === null ? sameName(name, receivedBy) : personalId === receiver.personalId));
  if (owner !== undefined) return ok({ personalId: owner.personalId, as: 'applicant', document: null });
  if (receiver === null) return mend(field('receiver.personalId', 'Số định danh người nhận', 'Người nhận không phải chủ hồ sơ: ghi số định danh và giấy ủy quyền nhận kết quả.'));
  const isSubmitter = receiver.personalId === dossier.submitter?.personalId;
  const faults = isSubmitter ? bySubmitter(dossier, receiver.document, day) : documentFaults(receiver.document, day);
  return faults.length > 0 ? mend(...faults) : ok({ personalId: receiver.personalId, as: isSubmitter ? 'submitter' : 'authorised', document: receiver.document });
}
