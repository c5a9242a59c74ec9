// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { getEform } from '@motcua/eforms';
import { officeMinuteText } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { printFilledEform } from '@motcua/paper-templates';
import type { Dossier } from '../model.ts';

/** Tờ khai điện tử trên giấy: the e-form of a dossier as it stands, the file of the papers it stands for; null when its version is not there. */
export async function printDeclaration(db: Db, { code, eform, answers, agencies, applicant, submitter, submittedAt }: Dossier): Promise<Uint8Array | null> {
  const form = await getEform(db, eform.key, eform.version);
  if (form === undefined) return null;
  const at = Temporal.Instant.from(submittedAt);
  return printFilledEform(form, {
    answers, to: (await findAgency(db, agencies.solving))?.name ?? agencies.solving, signer: (submitter ?? applicant).name, end: `Khai bằng tờ khai điện tử, nộp lúc ${officeMinuteText(at)}`, foot: `Hồ sơ ${code}`,
  }, at);
}
