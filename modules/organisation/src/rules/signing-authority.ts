// SPDX-License-Identifier: EUPL-1.2
import { type Result, ok, refuse } from '@motcua/kernel';

/** How somebody signs who is not the head: for the collective, in the head's place, by order, by written authorisation. */
export const delegationKinds = ['TM', 'KT', 'TL', 'TUQ'] as const;
export type DelegationKind = (typeof delegationKinds)[number];

export type Person = { readonly id: string; readonly name: string };

/** Who heads an agency. Days are calendar days; `until` is exclusive, null while it lasts. */
export type Headship = { readonly agency: string; readonly officer: Person; readonly title: string; readonly collective: string | null; readonly from: string; readonly until: string | null };

/** A delegation as signing looks at it. `procedures` null: every procedure. `through` is the last day, inclusive. */
export type Delegation = {
  readonly id: string; readonly kind: DelegationKind; readonly agency: string; readonly delegator: Person; readonly delegate: Person; readonly delegateTitle: string;
  readonly number: string; readonly issuedOn: string; readonly procedures: readonly string[] | null; readonly from: string; readonly through: string | null;
  readonly revokedFrom: string | null; readonly competenceMoved: boolean;
};

/** Headships and delegations of an agency and of those above it. */
export type AuthorityRegister = { readonly headships: readonly Headship[]; readonly delegations: readonly Delegation[] };

/** In which right a paper is signed; `lines` are what stands above the name, `agency` is the one whose form and seal it carries. */
export type SigningAuthority = { readonly kind: 'head' | DelegationKind; readonly agency: string; readonly delegation: { readonly id: string; readonly number: string } | null; readonly lines: readonly string[] };

export type AuthorityFault = 'no-head' | 'no-delegation' | 'expired' | 'revoked' | 'not-yet-valid' | 'other-procedure' | 're-delegation' | 'delegator-without-authority';

/** Why nothing is signed: the fault, the document it lies in, the day that decides, and who may sign. */
export type AuthorityRefusal = { readonly reason: AuthorityFault; readonly number: string | null; readonly day: string | null; readonly who: readonly string[] };

type Asked = { readonly officer: string; readonly agency: string; readonly procedure: string; readonly day: string };
type Case = Omit<Asked, 'officer'>;

/** Who heads an agency on a day; undefined when the register names nobody. */
export function headOn({ headships }: Pick<AuthorityRegister, 'headships'>, agency: string, day: string): Headship | undefined {
  return headships.find((head) => head.agency === agency && head.from <= day && (head.until === null || head.until > day));
}

const covers = ({ procedures }: Delegation, procedure: string): boolean => procedures === null || procedures.includes(procedure);

/** What a delegation's own days say of a day; null: in force. */
export function lapsed({ revokedFrom, from, through }: Pick<Delegation, 'revokedFrom' | 'from' | 'through'>, day: string): 'revoked' | 'not-yet-valid' | 'expired' | null {
  if (revokedFrom !== null && revokedFrom <= day) return 'revoked';
  if (day < from) return 'not-yet-valid';
  return through !== null && through < day ? 'expired' : null;
}

/** The delegation by order under which a deputy signs for the one who holds it: the only passing on the law knows. */
function orderAbove(register: AuthorityRegister, delegation: Delegation, on: Case): Delegation | undefined {
  if (delegation.kind !== 'KT') return undefined;
  return register.delegations.find((above) => above.kind === 'TL' && above.agency === delegation.agency && above.delegate.id === delegation.delegator.id
    && covers(above, on.procedure) && lapsed(above, on.day) === null && isFromHead(register, above));
}

const isFromHead = (register: AuthorityRegister, { agency, delegator, issuedOn }: Delegation): boolean => headOn(register, agency, issuedOn)?.officer.id === delegator.id;

/** Whether the delegator could delegate: as head on the day of the document, or by an order that may be passed on. */
function origin(register: AuthorityRegister, delegation: Delegation, on: Case): 're-delegation' | 'delegator-without-authority' | null {
  if (isFromHead(register, delegation) || orderAbove(register, delegation, on) !== undefined) return null;
  const passedOn = register.delegations.some((held) => held.id !== delegation.id && held.delegate.id === delegation.delegator.id && held.kind === 'TUQ');
  return passedOn ? 're-delegation' : 'delegator-without-authority';
}

/** What stands against signing under a delegation; null when it holds. */
function faultOf(register: AuthorityRegister, delegation: Delegation, on: Case): AuthorityFault | null {
  return origin(register, delegation, on) ?? (covers(delegation, on.procedure) ? lapsed(delegation, on.day) : 'other-procedure');
}

const upper = (text: string): string => text.toLocaleUpperCase('vi-VN');
const collectiveLine = (head: Headship | undefined): readonly string[] => (head?.collective == null ? [] : [`TM. ${upper(head.collective)}`]);

function linesUnder(register: AuthorityRegister, delegation: Delegation, on: Case): readonly string[] {
  const head = headOn(register, delegation.agency, on.day) ?? headOn(register, delegation.agency, delegation.issuedOn);
  const [post, title] = [upper(head?.title ?? ''), upper(delegation.delegateTitle)];
  switch (delegation.kind) {
    case 'TM': return [...collectiveLine(head), title];
    case 'KT': {
      const order = orderAbove(register, delegation, on);
      return order === undefined || isFromHead(register, delegation) ? [...collectiveLine(head), `KT. ${post}`, title] : [`TL. ${post}`, `KT. ${upper(order.delegateTitle)}`, title];
    }
    case 'TL': case 'TUQ': return [`${delegation.kind}. ${post}`, title];
  }
}

const under = (register: AuthorityRegister, delegation: Delegation, on: Case): SigningAuthority =>
  ({ kind: delegation.kind, agency: delegation.agency, delegation: { id: delegation.id, number: delegation.number }, lines: linesUnder(register, delegation, on) });

/** The newest written authorisation from above that gives the agency this procedure; it decides whether the agency still holds it. */
function fromAbove(register: AuthorityRegister, { agency, procedure, day }: Case): Delegation | undefined {
  const head = headOn(register, agency, day);
  return register.delegations.filter((one) => one.kind === 'TUQ' && one.agency !== agency && one.from <= day && covers(one, procedure) && one.delegate.id === head?.officer.id)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1)).find(({ revokedFrom, competenceMoved }) => !(competenceMoved && revokedFrom !== null && revokedFrom <= day));
}

/** How near a delegation comes to holding: the reason told is that of the nearest. */
const nearness: readonly AuthorityFault[] = ['re-delegation', 'delegator-without-authority', 'revoked', 'expired', 'not-yet-valid', 'other-procedure'];

/** Who may sign for an agency in a procedure on a day: the head first, then who holds a delegation in force. */
export function signatories(register: AuthorityRegister, on: Case): readonly (Person & { readonly authority: SigningAuthority })[] {
  const head = headOn(register, on.agency, on.day);
  const above = fromAbove(register, on);
  if (above !== undefined) return faultOf(register, above, on) === null ? [{ ...above.delegate, authority: under(register, above, on) }] : [];
  return [
    ...(head === undefined ? [] : [{ ...head.officer, authority: { kind: 'head' as const, agency: on.agency, delegation: null, lines: [...collectiveLine(head), upper(head.title)] } }]),
    ...register.delegations.filter((one) => one.agency === on.agency && faultOf(register, one, on) === null).map((one) => ({ ...one.delegate, authority: under(register, one, on) })),
  ];
}

function dayOf({ revokedFrom, through, from }: Delegation, fault: AuthorityFault): string | null {
  if (fault === 'revoked') return revokedFrom;
  if (fault === 'expired') return through;
  return fault === 'not-yet-valid' ? from : null;
}

/**
 * In which right an officer signs for an agency in a procedure on a day. The head signs in the own right of the post; everybody else needs a
 * delegation in force that covers procedure and day. What an agency holds by written authorisation is not passed on: its deputies do not sign it.
 *
 * @error no-head, no-delegation, expired, revoked, not-yet-valid, other-procedure, re-delegation, delegator-without-authority
 * @legal nd-30-2020/d13
 */
export function signingAuthority(register: AuthorityRegister, asked: Asked): Result<SigningAuthority, AuthorityRefusal> {
  const may = signatories(register, asked);
  const mine = may.find(({ id }) => id === asked.officer);
  if (mine !== undefined) return ok(mine.authority);
  const who = [...new Set(may.map(({ name }) => name))];
  const because = (reason: AuthorityFault, one: Delegation | null): Result<SigningAuthority, AuthorityRefusal> =>
    refuse({ reason, number: one?.number ?? null, day: one === null ? null : dayOf(one, reason), who });
  const above = fromAbove(register, asked);
  if (above !== undefined) return because(faultOf(register, above, asked) ?? 're-delegation', above);
  if (headOn(register, asked.agency, asked.day) === undefined) return because('no-head', null);
  const own = register.delegations.filter(({ agency, delegate }) => agency === asked.agency && delegate.id === asked.officer)
    .map((one) => ({ one, fault: faultOf(register, one, asked) ?? 'no-delegation' }))
    .toSorted((a, b) => nearness.indexOf(a.fault) - nearness.indexOf(b.fault) || (a.one.from < b.one.from ? 1 : -1));
  const [nearest] = own;
  return nearest === undefined ? because('no-delegation', null) : because(nearest.fault, nearest.one);
}
