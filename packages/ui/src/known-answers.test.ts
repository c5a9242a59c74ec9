// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { EformField } from './components/eform.tsx';
import { emptyParty } from './components/party-fields.tsx';
import { knownNames, withKnown } from './known-answers.ts';

const party = { ...emptyParty, name: 'Nguyễn Văn Mẫu', personalId: '000 095 012 345', birthDate: '1995-02-01' };
const asks = (name: string, source?: string): EformField => ({ name, control: 'text', label: name, ...(source === undefined ? {} : { source }) });
const fields = [asks('name', 'population.fullName'), asks('number', 'account.personalId'), asks('firm', 'business.name'), asks('free')];

describe('không hỏi điều đã biết: answers filled from what is known', () => {
  test('take the person from the account or the population register, and nothing from a register that is not connected', () => {
    expect(withKnown(fields, {}, party)).toEqual({ name: 'Nguyễn Văn Mẫu', number: '000095012345' });
  });

  test('never write over what a person wrote, and tell which came from what is known', () => {
    const answers = withKnown(fields, { name: 'Tên khác' }, party);

    expect(answers).toEqual({ name: 'Tên khác', number: '000095012345' });
    expect(knownNames(fields, answers, party)).toEqual(['number']);
  });
});
