// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { type Officer, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone, RegisterQuestion } from '../contract.ts';
import type { Dossier } from '../model.ts';
import { askEnterprise } from './ask-enterprise.ts';
import { type Asked, type Outcome, perform, rehearse } from './perform.ts';

type Body = Pick<z.infer<typeof RegisterQuestion>, 'purpose'>;

/** Whose number is compared with those of the representatives: who filed for the organisation; null where only the organisation is known. */
function submitterOf({ submitter, ownerId }: Dossier): string | null {
  const number = submitter?.personalId ?? ownerId;
  return number !== null && /^\d{12}$/u.test(number) ? number : null;
}

const agencyOf = ({ postings }: Officer, { agencies }: Dossier): string | null =>
  postings.find(({ agency }) => Object.values(agencies).includes(agency))?.agency ?? postings[0]?.agency ?? null;

/**
 * Hỏi đăng ký doanh nghiệp cho một hồ sơ: what the register says of the applicant now is kept with the dossier, as it is shown, with its moment. It decides nothing.
 * Whether it may be asked is looked at first; the register is asked while nothing is locked.
 *
 * @error register-silent - no answer in time, or it is not joined; enterprise-unknown - no enterprise has the code; fields-to-mend - the applicant is no organisation
 */
export async function askRegister(ctx: DossierContext, asked: Asked & { readonly actor: Officer; readonly body: Body }): Promise<Outcome<ActDone>> {
  const { actor, body: { purpose } } = asked;
  const may = await rehearse(ctx, asked, 'ask-register', ({ dossier }) => Promise.resolve(dossier.applicant.kind === 'organisation' ? ok(dossier)
    : refuse({ code: 'fields-to-mend', fields: [{ path: 'purpose', label: 'Chủ hồ sơ', text: 'Chủ hồ sơ là cá nhân nên không có trong đăng ký doanh nghiệp.' }] })));
  if (!may.ok) return may;
  const { code, procedure, applicant } = may.value;
  const told = await askEnterprise(ctx, { who: actor, agency: agencyOf(actor, may.value), procedure: procedure.code, code: applicant.personalId, person: submitterOf(may.value), purpose, dossier: code });
  if (told.outcome === 'no-match') return refuse({ code: 'enterprise-unknown', enterprise: applicant.personalId });
  const { extract } = told;
  if (extract === null) return refuse({ code: 'register-silent' });
  const { at: _at, who: _who, ...kept } = extract;
  return perform(ctx, asked, 'ask-register', ({ to }) => Promise.resolve(ok([{ type: 'register-asked', data: { to, extract: kept } }])));
}
