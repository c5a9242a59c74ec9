// SPDX-License-Identifier: EUPL-1.2
import type { Mandate, MandateScope } from '../contract.ts';
import type { HeldMandate } from '../model.ts';

/** Why a mandate does not carry an act: not in force yet, over, or given for something else. */
export type MandateFault = 'not-yet' | 'expired' | 'scope';

/** Representatives the law names hold their right as long as they are it; who was authorised holds it for a term. */
const byLaw: ReadonlySet<Mandate['kind']> = new Set(['legal-representative', 'guardian']);

/**
 * The last day a mandate is good for: as written; else, for one that was given, so many days from its day; null when it has no end.
 *
 * @param daysWithoutTerm - calendar days a mandate lasts that states no term
 * @legal blds-2015/representation
 */
export function mandateUntil({ kind, issuedOn, validUntil }: Pick<Mandate, 'kind' | 'issuedOn' | 'validUntil'>, daysWithoutTerm: number | null): string | null {
  if (validUntil !== null || byLaw.has(kind) || daysWithoutTerm === null) return validUntil;
  return Temporal.PlainDate.from(issuedOn).add({ days: daysWithoutTerm }).toString();
}

/**
 * What stands against using a mandate for something on a day; null when it carries it.
 *
 * @legal blds-2015/representation
 */
export function mandateFault({ issuedOn, until, scope }: Pick<HeldMandate, 'issuedOn' | 'until' | 'scope'>, use: MandateScope, day: string): MandateFault | null {
  if (issuedOn > day) return 'not-yet';
  if (until !== null && until < day) return 'expired';
  return scope.includes(use) ? null : 'scope';
}
