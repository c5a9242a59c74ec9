// SPDX-License-Identifier: EUPL-1.2
import { t } from '@motcua/i18n';
import { describe, expect, test } from 'vitest';
import { differencesOf, shownSources, takenOver, withSources } from './prefilled.ts';

describe('what is filled in', () => {
  const known = [{ name: 'shop', value: 'Sao Mai', source: 'hồ sơ 1' }];

  test('goes into empty places only, once: what the person emptied stays empty', () => {
    const first = withSources({ answers: {} }, known);

    expect(first).toEqual({ answers: { shop: 'Sao Mai' }, prefilled: { shop: { value: 'Sao Mai', source: 'hồ sơ 1' } } });
    expect(withSources({ answers: { shop: 'Khác' } }, known)).toBeNull();
    expect(withSources({ answers: { shop: '' }, ...(first?.prefilled === undefined ? {} : { prefilled: first.prefilled }) }, known)).toBeNull();
  });

  test('shows its source until it is changed', () => {
    const prefilled = { shop: { value: 'Sao Mai', source: 'hồ sơ 1' } };

    expect(shownSources(prefilled, { shop: 'Sao Mai' })).toEqual({ shop: 'hồ sơ 1' });
    expect(shownSources(prefilled, { shop: 'Sao Hôm' })).toEqual({});
  });

  test('differs where something else stands than a register says, in words; letters of another size are no difference', () => {
    const home = { province: '66', provinceName: 'Tỉnh Đắk Lắk', commune: '24121', communeName: 'Phường Tân An', street: 'Số 1' };
    const fields = [{ name: 'shop', control: 'text', label: 'Tên quán' }, { name: 'place', control: 'address', label: 'Địa chỉ' }, { name: 'begun', control: 'date', label: 'Từ ngày' }, { name: 'free', control: 'text', label: 'Khác' }] as const;
    const known = [{ name: 'shop', value: 'SAO MAI' }, { name: 'place', value: home }, { name: 'begun', value: '2019-05-06' }, { name: 'free', value: 'x' }, { name: 'gone', value: 'x' }];

    expect(differencesOf(fields, { answers: { shop: 'Sao Mai', place: { ...home, street: 'Số 2' }, begun: '2019-05-07', gone: 'y' }, known, t })).toMatchObject([
      { name: 'place', label: 'Địa chỉ', typed: 'Số 2, Phường Tân An, Tỉnh Đắk Lắk', told: 'Số 1, Phường Tân An, Tỉnh Đắk Lắk' }, { name: 'begun', typed: '07/05/2019', told: '06/05/2019' },
    ]);
  });

  test('replaces what was typed when the person says so, with its source', () => {
    expect(takenOver({ answers: { shop: 'Khác', note: 'a' } }, { name: 'shop', value: 'Sao Mai', source: 'đăng ký' })).toEqual({ answers: { shop: 'Sao Mai', note: 'a' }, prefilled: { shop: { value: 'Sao Mai', source: 'đăng ký' } } });
  });
});
