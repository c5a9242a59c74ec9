// SPDX-License-Identifier: EUPL-1.2
import type { EformDefinition } from '@motcua/eforms';
import { describe, expect, test } from 'vitest';
import type { PopulationPerson } from '../registers.ts';
import { answersFrom } from './register-answers.ts';

const person: PopulationPerson = {
  personalId: '000095012345', fullName: 'Nguyễn Văn Mẫu', birthDate: '1995-04-12', sex: 'Nam', ethnicity: 'Kinh', nationality: null, maritalStatus: 'Đã kết hôn', hometown: null, residence: { province: '66', commune: '24121', text: 'Số 12 đường Lê Duẩn' },
};
const named = { province: 'Tỉnh Đắk Lắk', commune: 'Phường Tân An' };

function formOf(fields: EformDefinition['display']['sections'][number]['fields'], properties: Readonly<Record<string, unknown>>): EformDefinition {
  return { key: 'thu', version: 1, title: 'Thử', schema: { type: 'object', properties }, display: { sections: [{ title: 'Một', fields }] } };
}

describe('điền từ dữ liệu dân cư (answers of the population register)', () => {
  test('fit the kind of field: the option that says the same, a day, an address by its codes', () => {
    const form = formOf([
      { name: 'sex', control: 'choice', label: 'Giới tính', source: 'population.sex', options: [{ value: 'male', label: 'Nam' }, { value: 'female', label: 'Nữ' }] },
      { name: 'born', control: 'date', label: 'Ngày sinh', source: 'population.birthDate' }, { name: 'home', control: 'address', label: 'Nơi cư trú', source: 'population.residence' },
      { name: 'homeText', control: 'text', label: 'Nơi cư trú, bằng chữ', source: 'population.residence' }, { name: 'free', control: 'text', label: 'Ý kiến' },
    ], { sex: { enum: ['male', 'female'] }, born: { type: 'string', format: 'date' }, home: { type: 'object' }, homeText: { type: 'string' }, free: { type: 'string' } });

    expect(answersFrom(form, person, named)).toEqual([
      { name: 'sex', value: 'male' }, { name: 'born', value: '1995-04-12' },
      { name: 'home', value: { province: '66', provinceName: 'Tỉnh Đắk Lắk', commune: '24121', communeName: 'Phường Tân An', street: 'Số 12 đường Lê Duẩn' } }, { name: 'homeText', value: 'Số 12 đường Lê Duẩn, Phường Tân An, Tỉnh Đắk Lắk' },
    ]);
  });

  test('leave out what the register does not say, what no option says, and what the form would refuse', () => {
    const form = formOf([
      { name: 'nation', control: 'text', label: 'Quốc tịch', source: 'population.nationality' }, { name: 'ethnicity', control: 'text', label: 'Dân tộc', source: 'population.ethnicity' },
      { name: 'married', control: 'choice', label: 'Tình trạng', source: 'population.maritalStatus', options: [{ value: 'single', label: 'Độc thân' }] },
    ], { nation: { type: 'string' }, ethnicity: { type: 'string', minLength: 10 }, married: { enum: ['single'] } });

    expect(answersFrom(form, person, named)).toEqual([]);
  });
});
