// SPDX-License-Identifier: EUPL-1.2
import type { Alert, DossierStatus, WishKind } from '../contract.ts';

/** What an alert is told from: the columns of a row, and the moments of its agency. */
export type Alertable = {
  readonly status: DossierStatus; readonly ended: boolean; readonly decided: boolean; readonly submittedAt: Temporal.Instant; readonly owedAt: Temporal.Instant | null; readonly extension: 'proposed' | 'granted' | null;
  readonly answerDueAt: Temporal.Instant | null; readonly opinionDueAt: Temporal.Instant | null;
  readonly wish: WishKind | null; readonly askedAt: Temporal.Instant | null;
  /** What the silence of the agency came to by law. */
  readonly deemed: 'approval' | 'refusal' | null;
  /** Somebody above was told of the day owed. */
  readonly escalated: boolean;
  /** The result was revoked: the decision that did it is to be handed over. */
  readonly revoked: boolean;
  /** When the step the row is listed for is due; null: no step, or the dossier stands still. */
  readonly stepDue: Temporal.Instant | null;
};

/** The moments an alert is judged at. `dayEnd`: when the day of the offices is over. */
type Moments = { readonly now: Temporal.Instant; readonly dayEnd: Temporal.Instant; readonly apologiseBefore: Temporal.Instant | null; readonly lookAfter: Temporal.Instant | null };

const told = (kind: Alert['kind'], until: Temporal.Instant | null): Alert => ({ kind, until: until?.toString() ?? null });

const isPast = (at: Temporal.Instant | null, now: Temporal.Instant): boolean => at !== null && Temporal.Instant.compare(at, now) <= 0;

/** Somebody's time to answer is over, or nearly. */
function waits(row: Alertable, { now, lookAfter }: { readonly now: Temporal.Instant; readonly lookAfter: Temporal.Instant | null }): Alert | null {
  switch (row.status) {
    case 'submitted': return isPast(lookAfter, now) ? told(isPast(row.answerDueAt, now) ? 'answer-overdue' : 'answer-filing', row.answerDueAt) : null;
    case 'awaiting-supplement': case 'awaiting-intake-supplement': return isPast(row.answerDueAt, now) ? told('close-now', row.answerDueAt) : null;
    case 'consulting': return isPast(row.opinionDueAt, now) ? told('opinion-silent', row.opinionDueAt) : null;
    case 'accepted': case 'in-progress': case 'awaiting-payment': case 'awaiting-identity': case 'decided': case 'returned': case 'refused': case 'withdrawn': case 'stopped': case 'closed': case 'sent-upstream': return null;
  }
}

/** The promise cannot be kept in time unless somebody apologises now. */
function apology({ decided, owedAt, extension }: Alertable, { now, apologiseBefore }: { readonly now: Temporal.Instant; readonly apologiseBefore: Temporal.Instant | null }): Alert | null {
  if (decided || owedAt === null || isPast(owedAt, now) || extension === 'granted') return null;
  if (extension === 'proposed') return told('sign-extension', owedAt);
  return apologiseBefore !== null && Temporal.Instant.compare(owedAt, apologiseBefore) < 0 ? told('apologise-today', owedAt) : null;
}

/** The step in hand is late, or must be done today although the whole dossier has time. */
function step({ stepDue, owedAt }: Alertable, { now, dayEnd }: Pick<Moments, 'now' | 'dayEnd'>): Alert | null {
  if (stepDue === null || isPast(owedAt, now)) return null;
  if (isPast(stepDue, now)) return told('step-overdue', stepDue);
  return isPast(stepDue, dayEnd) && owedAt !== null && Temporal.Instant.compare(stepDue, owedAt) < 0 ? told('step-today', stepDue) : null;
}

/**
 * What must not be missed on a dossier (điều cần để ý), the most pressing thing only; null when nothing presses.
 *
 * @param apologiseBefore - results owed before this instant must be apologised for today; null when unknown
 * @param lookAfter - from when on a filing that waits is pointed out; null: never
 * @legal nd-118-2025/d17k2
 * @legal nd-118-2025/apology-and-extension
 */
export function alertOf(row: Alertable, { now, dayEnd, apologiseBefore, lookAfter }: Moments): Alert | null {
  if (row.ended) return null;
  if (row.revoked) return told('result-revoked', null);
  if (row.deemed !== null) return told(`deemed-${row.deemed}`, row.owedAt);
  if (row.wish !== null) return told(`wish-${row.wish}`, null);
  return waits(row, { now, lookAfter }) ?? apology(row, { now, apologiseBefore }) ?? (row.escalated ? told('escalated', row.owedAt) : null) ?? (row.askedAt === null ? null : told('question', row.askedAt)) ?? step(row, { now, dayEnd });
}
