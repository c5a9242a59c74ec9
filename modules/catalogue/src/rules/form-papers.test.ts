// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { looksLikeForm, placesOfForm, proposedPapers } from './form-papers.ts';

const births = ['- Tờ khai đăng ký khai sinh theo mẫu (nếu nộp trực tiếp);', '- Mẫu hộ tịch điện tử tương tác đăng ký khai sinh', 'Giấy chứng sinh', 'Văn bản ủy quyền'];
const own = { procedure: '1.001193', component: 'Tờ khai đăng ký khai sinh theo mẫu (nếu nộp trực tiếp)' };
const every = { procedure: null, component: 'Đơn đề nghị' };

describe('tờ khai thay cho giấy nào (which papers an e-form stands for)', () => {
  test.each([['- Đơn đề nghị cấp giấy phép', true], ['01 bản chính Tờ khai', true], ['Giấy đề nghị đăng ký', true], ['Mẫu hộ tịch điện tử tương tác', true], ['Đơn giá xây dựng', false], ['Đơn thuốc', false], ['Giấy chứng sinh', false], ['Văn bản ủy quyền', false], ['Bản sao giấy phép kèm đơn đề nghị', false]])('tells what a person fills in to ask from other papers: %s', (name, is) => {
    expect(looksLikeForm(name)).toBe(is);
  });

  test('are those it names for the procedure, however they are marked and ended', () => {
    expect(placesOfForm([own], { procedure: '1.001193', components: births })).toEqual([0]);
    expect(placesOfForm([own], { procedure: '1.000894', components: births })).toEqual([]);
  });

  test('are, of every procedure, the one that begins so; none while several do', () => {
    const [first, second] = ['1. Đơn đề nghị gia hạn giấy phép', '2. Đơn đề nghị cấp lại giấy phép'];

    expect([placesOfForm([every], { procedure: 'x', components: ['Bản vẽ', first] }), placesOfForm([every], { procedure: 'x', components: [first, second] })]).toEqual([[1], []]);
    expect(placesOfForm([every, { procedure: 'x', component: second }], { procedure: 'x', components: [first, second] })).toEqual([1]);
  });

  test('are proposed by the name of the form, or because nothing else asks', () => {
    expect(proposedPapers('Tờ khai đăng ký khai sinh', births)).toEqual(births.slice(0, 2));
    expect(proposedPapers('Đơn chung', ['Bản vẽ', 'Đơn đề nghị cấp phép'])).toEqual(['Đơn đề nghị cấp phép']);
    expect(proposedPapers('Đơn chung', ['Đơn đề nghị cấp phép', 'Tờ khai lệ phí'])).toEqual([]);
  });
});
