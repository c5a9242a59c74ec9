// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { type DigitisingRule, dutyOf } from './must-digitise.ts';

const permit = { code: 'KQ.G17.000311', procedure: '1.013225' };
const asked = { kind: permit, procedure: '1.013227', parts: [] };
const rule = (about: Partial<DigitisingRule>): DigitisingRule => ({ kind: permit.code, procedure: null, class: 'on-request', basis: 'Quyết định 5/QĐ-UBND', ...about });
const basis = 'Điều 19';

describe('bắt buộc số hóa (whether a paper must be digitised)', () => {
  test('is yes for the result of an earlier procedure, by the standard list', () => {
    expect(dutyOf(asked, [], basis)).toEqual({ class: 'earlier-result', basis });
    expect(dutyOf({ ...asked, kind: { code: 'KQ.G01.000023', procedure: null } }, [], basis).class).toBe('earlier-result');
  });

  test('is yes for what another part of the same linked group gives', () => {
    expect(dutyOf({ ...asked, parts: ['1.013225'] }, [], basis).class).toBe('participating-output');
  });

  test('is no for other papers, and where nobody said what the component is', () => {
    expect([dutyOf({ ...asked, kind: { code: 'GT.99', procedure: null } }, [], basis).class, dutyOf({ ...asked, kind: null }, [], basis).class]).toEqual(['on-request', 'on-request']);
  });

  test('is what the province’s row says, its own for the procedure before the one for all', () => {
    const rules = [rule({}), rule({ procedure: '1.013227', class: 'sector-law', basis: 'Luật ngành' }), rule({ procedure: '9.9', class: 'agency-need' })];

    expect(dutyOf(asked, rules, basis)).toEqual({ class: 'sector-law', basis: 'Luật ngành' });
    expect(dutyOf({ ...asked, procedure: '1.2' }, rules, basis)).toEqual({ class: 'on-request', basis: 'Quyết định 5/QĐ-UBND' });
    expect(dutyOf({ ...asked, kind: { code: 'GT.99', procedure: null } }, [rule({ kind: 'GT.99', class: 'agency-need' })], basis).class).toBe('agency-need');
  });
});
