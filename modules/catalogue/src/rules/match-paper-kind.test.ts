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
    expect(match(name)?.code ?? null).toBe(kind);
  });

  test.each([
    'Đơn đề nghị cấp Giấy chứng nhận', '- Tờ khai đăng ký khai sinh, cấp giấy khai sinh', 'Quyết định phê duyệt dự án, giấy chứng nhận', '2. Văn bản đề nghị cấp lại giấy chứng nhận', 'Bản sao quyết định thu hồi giấy chứng nhận', 'Sơ đồ vị trí khu đất',
  ])('never proposes what is asked for or decided about: %s', (name) => {
    expect(match(name)).toBeNull();
  });

  test.each([
    ['- Bản sao có chứng thực Giấy khai sinh;', true], ['(3) Xuất trình bản chính giấy khai sinh để đối chiếu', true], ['SỔ ĐỎ', true], ['So do', true],
    ['Giấy khai sinh hoặc giấy chứng sinh', false], ['Giấy khai sinh, sổ đỏ', false], ['Giấy khai sinh do cơ quan nước ngoài cấp', false], ['Con dưới 6 tuổi nộp thêm giấy khai sinh', false], ['Trường hợp đã có giấy khai sinh', false],
  ])('is sure only of a component that is called nothing but that: %s', (name, sure) => {
    expect(match(name)?.sure).toBe(sure);
  });

  test('keeps a name the same over marks, case, blanks and stops', () => {
    expect(componentName(' Giấy  KHAI sinh; ')).toBe(componentName('giấy khai sinh'));
  });
});
