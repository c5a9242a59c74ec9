// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { componentName, paperKindMatcher } from './match-paper-kind.ts';

const kinds = [
  { code: 'KS', name: 'Giấy khai sinh', aliases: ['trích lục khai sinh'], retired: false }, { code: 'DAT', name: 'Giấy chứng nhận quyền sử dụng đất', aliases: ['sổ đỏ'], retired: false },
  { code: 'GCN', name: 'Giấy chứng nhận', aliases: [], retired: false }, { code: 'CU', name: 'Sổ hộ khẩu', aliases: [], retired: true },
];
const match = paperKindMatcher(kinds);

describe('đề xuất loại giấy tờ (proposing a kind of paper)', () => {
  test.each([
    ['finds a name without tone marks, in other case and longer text', 'Bản sao GIAY KHAI SINH của con (nếu có)', 'KS'], ['finds an alias', 'Trích lục khai sinh, bản chính', 'KS'], ['prefers the longest name', 'Giấy chứng nhận quyền sử dụng đất', 'DAT'],
    ['proposes nothing for half a word', 'Giấy khai sinhh', null], ['proposes nothing retired', 'Sổ hộ khẩu', null], ['proposes nothing for a declaration', 'Tờ khai theo mẫu', null],
  ])('%s', (_what, name, kind) => {
    expect(match(name)).toBe(kind);
  });

  test('keeps a name the same over marks, case, blanks and stops', () => {
    expect(componentName(' Giấy  KHAI sinh; ')).toBe(componentName('giấy khai sinh'));
  });
});
