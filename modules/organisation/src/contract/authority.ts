// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1, 'Chưa điền.').max(max);

/** A calendar day that a register can hold. */
export const Day = z.iso.date().refine((day) => day >= '1945-09-02' && day < '2200-01-01', 'Ngày ngoài khoảng ghi được. Kiểm tra lại năm.');

export const DelegationKind = z.enum(['TM', 'KT', 'TL', 'TUQ']).describe('TM. thay mặt tập thể, KT. ký thay, TL. thừa lệnh, TUQ. thừa ủy quyền');

const Person = z.object({ id: z.uuid(), name: z.string() });

/** POST /api/delegations: a delegation enters the register. `procedures` null: every procedure; a TUQ. always names them and always ends. */
export const NewDelegation = z.object({
  kind: DelegationKind, agency: z.string().max(40), delegator: z.uuid(), delegate: z.uuid(), delegateTitle: text(200),
  number: text(100), issuedOn: Day, legalBasis: text(1000), procedures: z.array(z.string().trim().min(1).max(60)).max(2000).nullable(),
  from: Day, through: Day.nullable().describe('last day, inclusive'),
  appraisal: z.object({ by: text(300), on: Day, number: text(100) }).nullable().describe('thẩm định của Sở Tư pháp'),
});
export type NewDelegation = z.infer<typeof NewDelegation>;

/** POST /api/delegations/:id/revocation */
export const Revocation = z.object({ from: Day, number: text(100), reason: text(1000), competenceMoved: z.boolean().describe('the agency now holds the matter in its own right') });

const DelegationState = z.enum(['in-force', 'not-yet-valid', 'expired', 'revoked']);

/** A line of the register. */
export const DelegationRow = z.object({
  id: z.uuid(), kind: DelegationKind, agency: z.string(), agencyName: z.string(), delegator: Person, delegate: Person, delegateTitle: z.string(),
  number: z.string(), issuedOn: z.string(), legalBasis: z.string(), procedures: z.array(z.string()).nullable(), from: z.string(), through: z.string().nullable(),
  appraisal: z.object({ by: z.string(), on: z.string().nullable(), number: z.string().nullable() }).nullable(),
  revocation: z.object({ from: z.string(), number: z.string(), reason: z.string() }).nullable(), state: DelegationState,
  daysLeft: z.number().int().nullable().describe('whole days until the last day, when it is in force and ends'), enteredBy: z.string(),
});
export type DelegationRow = z.infer<typeof DelegationRow>;

/** GET /api/delegations?agency=&state=: the register, newest first. */
export const DelegationQuery = z.object({ agency: z.string().max(40).optional(), state: DelegationState.optional() });
export const DelegationList = z.object({ delegations: z.array(DelegationRow), mayEnterFor: z.array(z.string()).describe('agencies the reader may enter for; «*»: all'), day: z.string() });

/** GET /api/signatories?agency=&procedure=: who may sign what today, and in which right. */
export const SignatoryQuery = z.object({ agency: z.string().max(40), procedure: z.string().max(60) });
export const Signatories = z.object({
  day: z.string(), head: z.object({ name: z.string(), title: z.string() }).nullable(),
  signatories: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['head', 'TM', 'KT', 'TL', 'TUQ']), lines: z.array(z.string()), number: z.string().nullable() })),
});
export type Signatories = z.infer<typeof Signatories>;

/** GET /api/officers?agency=: who is posted at an agency today. */
export const OfficerQuery = z.object({ agency: z.string().max(40) });
export const OfficerList = z.object({ officers: z.array(z.object({ id: z.uuid(), name: z.string(), title: z.string(), roles: z.array(z.string()) })) });

export const Entered = z.object({ id: z.uuid() });
