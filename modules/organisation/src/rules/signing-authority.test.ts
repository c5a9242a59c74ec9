// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { type AuthorityRegister, type Delegation, type DelegationKind, type Headship, delegationKinds, signatories, signingAuthority } from './signing-authority.ts';

const person = (id: string) => ({ id, name: `Ông ${id}` });
const day = '2026-11-17';
const heads: readonly Headship[] = [
  { agency: 'xa', officer: person('old-head'), title: 'Chủ tịch', collective: 'Ủy ban nhân dân', from: '2025-07-01', until: '2026-06-01' },
  { agency: 'xa', officer: person('head'), title: 'Chủ tịch', collective: 'Ủy ban nhân dân', from: '2026-06-01', until: null },
  { agency: 'so', officer: person('director'), title: 'Giám đốc', collective: null, from: '2025-07-01', until: null },
  { agency: 'tinh', officer: person('chairman'), title: 'Chủ tịch', collective: 'Ủy ban nhân dân', from: '2025-07-01', until: null },
];

const aDelegation = (about: Partial<Delegation> = {}): Delegation => ({
  id: 'd', kind: 'KT', agency: 'xa', delegator: person('head'), delegate: person('deputy'), delegateTitle: 'Phó Chủ tịch', number: '45/QĐ-UBND', issuedOn: '2026-06-01',
  procedures: null, from: '2026-06-01', through: null, revokedFrom: null, competenceMoved: false, ...about,
});

const register = (...delegations: readonly Delegation[]): AuthorityRegister => ({ headships: heads, delegations });
const asked = { officer: 'deputy', agency: 'xa', procedure: '1.001', day };

const scopes = { 'every procedure': null, 'this procedure': ['1.000', '1.001'], 'another procedure': ['1.002'] } as const;
const windows = { 'no end': ['2026-06-01', null], 'from today': [day, '2026-12-31'], 'until today': ['2026-06-01', day], 'ended yesterday': ['2026-06-01', '2026-11-16'], 'begins tomorrow': ['2026-11-18', '2026-12-31'] } as const;
const revocations = { 'never': null, 'today': day, 'tomorrow': '2026-11-18' } as const;
const sources = ['the head', 'a head of before', 'nobody in particular', 'who holds a TUQ.', 'who holds a TL.', 'who holds a TL. of another procedure'] as const;
type Source = (typeof sources)[number];

const delegators: Readonly<Record<Source, string>> = {
  'the head': 'head', 'a head of before': 'old-head', 'nobody in particular': 'clerk', 'who holds a TUQ.': 'authorised', 'who holds a TL.': 'division-head', 'who holds a TL. of another procedure': 'other-head',
};

const standing = [
  aDelegation({ id: 'tuq', kind: 'TUQ', delegate: person('authorised'), number: '1/GUQ', procedures: ['1.001'], through: '2026-12-31' }),
  aDelegation({ id: 'tl', kind: 'TL', delegate: person('division-head'), delegateTitle: 'Trưởng phòng', number: '2/QC' }),
  aDelegation({ id: 'tl-other', kind: 'TL', delegate: person('other-head'), delegateTitle: 'Trưởng phòng', number: '3/QC', procedures: ['1.002'] }),
];

type Drawn = { readonly kind: DelegationKind; readonly scope: keyof typeof scopes; readonly window: keyof typeof windows; readonly revoked: keyof typeof revocations; readonly source: Source };

/** Every combination there is. */
function* combinations(): Generator<Drawn> {
  for (const kind of delegationKinds) for (const scope of ['every procedure', 'this procedure', 'another procedure'] as const) {
    for (const window of ['no end', 'from today', 'until today', 'ended yesterday', 'begins tomorrow'] as const) for (const revoked of ['never', 'today', 'tomorrow'] as const) for (const source of sources) yield { kind, scope, window, revoked, source };
  }
}

/** What a jurist would say, read off a list of objections in the order they are told. */
function expected({ kind, scope, window, revoked, source }: Drawn): string {
  const objections: readonly (readonly [boolean, string])[] = [
    [source === 'who holds a TUQ.', 're-delegation'],
    [source === 'nobody in particular' || source === 'a head of before', 'delegator-without-authority'],
    // An order is passed on to a deputy only, and only for what it covers.
    [(source === 'who holds a TL.' && kind !== 'KT') || source === 'who holds a TL. of another procedure', 'delegator-without-authority'],
    [scope === 'another procedure', 'other-procedure'], [revoked === 'today', 'revoked'], [window === 'begins tomorrow', 'not-yet-valid'], [window === 'ended yesterday', 'expired'],
  ];
  return objections.find(([applies]) => applies)?.[1] ?? kind;
}

describe('thẩm quyền ký (authority to sign)', () => {
  test('says the same as the law over every combination of kind, scope, days, revocation and who delegated', () => {
    const wrong: string[] = [];
    let cases = 0;
    for (const drawn of combinations()) {
      const [from, through] = windows[drawn.window];
      const one = aDelegation({ kind: drawn.kind, procedures: scopes[drawn.scope], from, through, revokedFrom: revocations[drawn.revoked], delegator: person(delegators[drawn.source]) });
      const answer = signingAuthority(register(one, ...standing), asked);
      const said = answer.ok ? answer.value.kind : answer.error.reason;
      if (said !== expected(drawn)) wrong.push(`${Object.values(drawn).join(', ')}: ${said}, not ${expected(drawn)}`);
      if (!answer.ok && answer.error.number !== '45/QĐ-UBND') wrong.push(`${Object.values(drawn).join(', ')}: names ${answer.error.number ?? 'no paper'}`);
      cases += 1;
    }

    expect(wrong).toEqual([]);
    expect(cases).toBe(4 * 3 * 5 * 3 * 6);
  });

  test('needs no paper of the head, on the first day and not before', () => {
    expect(signingAuthority(register(), { ...asked, officer: 'head', day: '2026-06-01' })).toMatchObject({ value: { kind: 'head', delegation: null, lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] } });
    expect(signingAuthority(register(), { ...asked, officer: 'head', day: '2026-05-31' })).toMatchObject({ error: { reason: 'no-delegation', who: ['Ông old-head'] } });
    expect(signingAuthority(register(), { ...asked, officer: 'old-head' })).toMatchObject({ error: { reason: 'no-delegation', who: ['Ông head'] } });
  });

  test('lets a paper of a former head hold until it is revoked', () => {
    const before = aDelegation({ delegator: person('old-head'), issuedOn: '2026-01-05' });

    expect(signingAuthority(register(before), asked)).toMatchObject({ value: { kind: 'KT' } });
  });

  test('is refused with the want of a head when nobody heads the agency and nobody delegated', () => {
    expect(signingAuthority({ headships: [], delegations: [] }, asked)).toMatchObject({ error: { reason: 'no-head', who: [] } });
  });

  test.each([
    ['TM', ['TM. ỦY BAN NHÂN DÂN', 'PHÓ CHỦ TỊCH']], ['KT', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']], ['TL', ['TL. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']], ['TUQ', ['TUQ. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ] as const)('prints %s. as the law writes it', (kind, lines) => {
    expect(signingAuthority(register(aDelegation({ kind })), asked)).toMatchObject({ value: { lines, delegation: { number: '45/QĐ-UBND' } } });
  });

  test('prints the order and the deputy when an order is passed on', () => {
    const passed = aDelegation({ delegator: person('division-head'), delegateTitle: 'Phó Trưởng phòng' });

    expect(signingAuthority(register(passed, ...standing), asked)).toMatchObject({ value: { lines: ['TL. CHỦ TỊCH', 'KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG'] } });
  });

  test('of two papers takes the one that holds, and of two that fail tells the nearer', () => {
    const [other, expired] = [aDelegation({ id: 'a', number: 'A', procedures: ['1.002'] }), aDelegation({ id: 'b', number: 'B', through: '2026-11-01' })];

    expect(signingAuthority(register(other, expired, aDelegation({ id: 'c', number: 'C' })), asked)).toMatchObject({ value: { delegation: { number: 'C' } } });
    expect(signingAuthority(register(other, expired), asked)).toMatchObject({ error: { reason: 'expired', number: 'B', day: '2026-11-01' } });
  });
});

describe('ủy quyền từ cấp trên (authorised from above)', () => {
  const fromAbove = (about: Partial<Delegation> = {}): Delegation =>
    aDelegation({ id: 'above', kind: 'TUQ', agency: 'tinh', delegator: person('chairman'), delegate: person('director'), delegateTitle: 'Giám đốc Sở', number: '9/GUQ', procedures: ['1.001'], through: '2026-12-31', ...about });
  const kt = aDelegation({ id: 'kt', agency: 'so', delegator: person('director'), delegateTitle: 'Phó Giám đốc' });
  const atDepartment = { ...asked, agency: 'so' };

  test('is signed by the head in the name and form of the agency above', () => {
    expect(signingAuthority(register(fromAbove()), { ...atDepartment, officer: 'director' })).toMatchObject({ value: { kind: 'TUQ', agency: 'tinh', lines: ['TUQ. CHỦ TỊCH', 'GIÁM ĐỐC SỞ'] } });
  });

  test('is not passed on to the deputy, who signs the other procedures', () => {
    expect(signingAuthority(register(fromAbove(), kt), atDepartment)).toMatchObject({ error: { reason: 're-delegation', number: '9/GUQ', who: ['Ông director'] } });
    expect(signingAuthority(register(fromAbove(), kt), { ...atDepartment, procedure: '1.007' })).toMatchObject({ value: { kind: 'KT', agency: 'so' } });
  });

  test('over, stops the head too, until the matter is the agency’s own', () => {
    const over = { ...atDepartment, officer: 'director' };

    expect(signingAuthority(register(fromAbove({ through: '2026-11-16' })), over)).toMatchObject({ error: { reason: 'expired', number: '9/GUQ', who: [] } });
    expect(signingAuthority(register(fromAbove({ revokedFrom: day })), over)).toMatchObject({ error: { reason: 'revoked' } });
    expect(signingAuthority(register(fromAbove({ revokedFrom: day, competenceMoved: true })), over)).toMatchObject({ value: { kind: 'head', agency: 'so' } });
  });

  test('not begun yet, changes nothing', () => {
    expect(signatories(register(fromAbove({ from: '2026-12-01' }), kt), atDepartment).map(({ id }) => id)).toEqual(['director', 'deputy']);
  });
});
