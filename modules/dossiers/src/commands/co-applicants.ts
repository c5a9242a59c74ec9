// SPDX-License-Identifier: EUPL-1.2
import { type Actor, cleanText, ok, refuse } from '@motcua/kernel';
import type { CoApplicant, DossierActName, Party } from '../contract.ts';
import type { FieldRefusal, LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { Dossier } from '../model.ts';
import type { Outcome } from './perform.ts';

const field = (at: number, name: string, text: string): FieldRefusal => ({ path: `coApplicants.${String(at)}.${name}`, label: `Đồng chủ hồ sơ thứ ${String(at + 2)}`, text });

function faultsOf({ party, confirmed, document }: CoApplicant, at: number, taken: ReadonlySet<string>): readonly FieldRefusal[] {
  return [
    ...(taken.has(party.personalId) ? [field(at, 'personalId', `Số định danh ${party.personalId} đã có trong hồ sơ. Mỗi người ghi một lần.`)] : []),
    ...(confirmed === 'mandate' && document === null ? [field(at, 'document', 'Người này không có mặt: ghi giấy ủy quyền cho người đến nộp.')] : []),
  ];
}

/**
 * Everybody whose dossier it is besides the first (đồng chủ hồ sơ): each is there once and agrees, in person or by a mandate.
 *
 * @error fields-to-mend - somebody is named twice, or a mandate is not named
 */
export function coApplicantsOf(applicant: Party, others: readonly CoApplicant[]): Outcome<readonly CoApplicant[]> {
  const taken = new Set([applicant.personalId]);
  const faults: FieldRefusal[] = [];
  for (const [at, other] of others.entries()) {
    faults.push(...faultsOf(other, at, taken));
    taken.add(other.party.personalId);
  }
  if (faults.length > 0) return refuse({ code: 'fields-to-mend', fields: faults });
  return ok(others.map((other) => ({ ...other, party: { ...other.party, name: cleanText(other.party.name) }, document: other.document === null ? null : cleanText(other.document) })));
}

/** Why one of several applicants may not end the dossier alone; null when there is only one, or it is another act. */
export function togetherRefusal(actor: Actor, act: DossierActName, { applicant, coApplicants = [] }: Pick<Dossier, 'applicant' | 'coApplicants'>): Extract<LifecycleRefusal, { code: 'all-must-agree' }> | null {
  if (act !== 'withdraw' || actor.kind !== 'citizen' || coApplicants.length === 0) return null;
  return { code: 'all-must-agree', who: [applicant, ...coApplicants.map(({ party }) => party)].filter(({ personalId }) => personalId !== actor.personalId).map(({ name }) => name) };
}
