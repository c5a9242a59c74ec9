// SPDX-License-Identifier: EUPL-1.2
/** The roles of the one-stop mechanism (law/lifecycle §1.1); a person may hold several, each at a place. */
export const roles = [
  'guide', 'intake-officer', 'one-stop-head', 'handling-officer', 'division-head', 'leader', 'records-clerk', 'cashier',
  'consulted-officer', 'postal-worker', 'procedure-controller', 'province-leader', 'agency-administrator', 'province-administrator',
] as const;
export type Role = (typeof roles)[number];

/** A role at a place: an agency and, when the role is not for the whole agency, one of its units (phòng). */
export type Posting = {
  readonly role: Role; readonly agency: string; readonly unit: string | null;
  /** Codes of the procedures the post is for; absent: every procedure. */
  readonly procedures?: readonly string[];
  /** Where the post is exercised, when not at its own agency: the Centre, say. */
  readonly seat?: string;
  /** The absent colleague whose post this is, and that absence's last day: the officer is the back-up. */
  readonly insteadOf?: { readonly id: string; readonly name: string; readonly until: string };
};

export type Officer = { readonly kind: 'officer'; readonly id: string; readonly name: string; readonly postings: readonly Posting[] };
export type Citizen = { readonly kind: 'citizen'; readonly id: string; readonly name: string; readonly personalId: string };
export type Partner = { readonly kind: 'partner'; readonly id: string; readonly name: string };
export type Machine = { readonly kind: 'system'; readonly id: 'system' };
export type Visitor = { readonly kind: 'visitor' };

/** Who is asking. It comes from the session, never from the body of a request. */
export type Actor = Officer | Citizen | Partner | Machine | Visitor;

export const machine: Machine = { kind: 'system', id: 'system' };
export const visitor: Visitor = { kind: 'visitor' };
