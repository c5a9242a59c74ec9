// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { ActBase } from './acts.ts';
import { KnownAnswers } from './filing.ts';
import { AnsweredOffer } from './reuse.ts';

/** Mã số doanh nghiệp, which is its tax code: 10 digits, of a branch or office 10 and 3. */
export const EnterpriseCode = z.string().trim().regex(/^\d{10}(-\d{3})?$/u, 'Mã số doanh nghiệp có 10 chữ số; chi nhánh thêm gạch nối và 3 chữ số.');

/** Whether an enterprise works, works within limits or is no more; `unknown`: its status has a code nobody explained yet. It decides nothing. */
export const enterpriseStandings = ['active', 'limited', 'ended', 'unknown'] as const;

/** What the business register said of an enterprise, as it is shown and kept; days ISO 8601, null: it says nothing. */
export const EnterpriseView = z.object({
  code: z.string(), name: z.string(), foreignName: z.string().nullable(), shortName: z.string().nullable(), kind: z.string().nullable(), status: z.string(), standing: z.enum(enterpriseStandings),
  headOffice: z.object({ province: z.string(), provinceName: z.string(), commune: z.string(), communeName: z.string(), street: z.string() }).nullable(),
  representatives: z.array(z.object({ name: z.string(), role: z.string(), isSubmitter: z.boolean().nullable().describe('whether it is who files; null: not asked') })),
  lines: z.array(z.object({ code: z.string(), name: z.string() })), registeredOn: z.string().nullable(), changes: z.number().int().nullable(), changedOn: z.string().nullable(),
});
export type EnterpriseView = z.infer<typeof EnterpriseView>;

/** What an enterprise was asked about for. */
export const enterprisePurposes = ['intake', 'filing', 'appraisal', 'signing', 'return'] as const;
const EnterprisePurpose = z.enum(enterprisePurposes);
export type EnterpriseAskedFor = z.infer<typeof EnterprisePurpose>;

/** An answer of the business register kept with a dossier, as it was shown, with its moment. */
export const RegisterExtract = z.object({ register: z.enum(['business']), at: z.string(), who: z.string(), purpose: EnterprisePurpose, enterprise: EnterpriseView });
export type RegisterExtract = z.infer<typeof RegisterExtract>;

/** POST /api/enterprise-questions: the counter asks the business register for the organisation it takes in. `person`: whose number is compared with those of the representatives; null: nobody's. */
export const EnterpriseQuestion = z.object({
  procedure: z.string().max(60), agency: z.string().max(40).describe('the counter\'s own agency'), solvingAgency: z.string().max(40), circumstance: z.string().max(1000).nullable(), code: EnterpriseCode, person: z.string().regex(/^\d{12}$/u).nullable(),
});
/** POST /api/drafts/:id/enterprise-questions: who fills in for an enterprise asks the register by its code. */
export const DraftEnterpriseQuestion = z.object({ code: EnterpriseCode });

/** What came of a question: the enterprise, answers for the fields of the form, papers that need not be handed in. `unreachable`: all is asked as before. */
export const EnterpriseAnswers = KnownAnswers.extend({ outcome: z.enum(['found', 'no-match', 'unreachable', 'not-connected']), extract: RegisterExtract.nullable(), answered: z.array(AnsweredOffer) });
export type EnterpriseAnswers = z.infer<typeof EnterpriseAnswers>;

/** POST /api/dossiers/:code/register-questions: the answer is kept with the dossier. */
export const RegisterQuestion = ActBase.extend({ purpose: EnterprisePurpose.exclude(['intake', 'filing']) });
