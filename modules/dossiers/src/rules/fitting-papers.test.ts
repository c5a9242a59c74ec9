// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { fittingOf } from './fitting-papers.ts';

const components = [{ no: 1, name: 'Giấy phép xây dựng đã được cấp' }, { no: 2, name: 'Bản sao giấy khai sinh' }, { no: 3, name: 'Bản vẽ' }, { no: 4, name: 'Giấy khai sinh của con' }];
const kinds: Readonly<Record<string, string>> = { 'Giấy phép xây dựng đã được cấp': 'XD', 'Giấy khai sinh của con': 'KS' };

describe('giấy trong kho cho một thành phần (a paper of the vault for a component)', () => {
  test('is offered by kind first, by name where no kind is known, never for a component of another kind', () => {
    expect(fittingOf({ kind: 'KS', name: 'Giấy khai sinh' }, components, (name) => kinds[name] ?? null)).toEqual({ fits: [4], named: [2], open: [3] });
  });

  test('is not offered for the application that names it', () => {
    expect(fittingOf({ kind: 'XD', name: 'Giấy phép xây dựng' }, [{ no: 1, name: 'Đơn đề nghị gia hạn giấy phép xây dựng' }], () => null)).toEqual({ fits: [], named: [], open: [] });
  });

  test('is offered for nothing of its kind when the procedure asks for none', () => {
    expect(fittingOf({ kind: 'CC', name: 'Thẻ căn cước' }, components.slice(0, 1), (name) => kinds[name] ?? null)).toEqual({ fits: [], named: [], open: [] });
  });
});
