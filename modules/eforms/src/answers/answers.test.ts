// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productEforms } from '../store/product-eforms.ts';
import { anAddress, anEform } from '../testing.ts';
import { normaliseAnswers } from './normalise.ts';
import { validateAnswers } from './validate.ts';
import { visibleFields } from './visible.ts';
import { answerLines } from './words.ts';

const form = anEform();
const good = {
  name: 'Nguyễn Thị Trình Diễn', personalId: '000195000042', birthday: '1995-02-01', home: anAddress, kind: 'again', reason: 'Bị mất', agreed: true,
  children: [{ name: 'An', atSchool: true, school: 'Tiểu học Tân An' }, { name: 'Bình' }],
};
const read = (name: string, answer: unknown): unknown => normaliseAnswers(form, { ...good, [name]: answer })[name];
const faultsOf = (answers: Record<string, unknown>) => validateAnswers(form, answers, { today: '2026-11-26' });
const rulesOf = (answers: Record<string, unknown>): readonly string[] => faultsOf(answers).map(({ path, rule }) => `${path} ${rule}`);

describe('đọc điều người dân ghi: an answer as it was meant', () => {
  test.each([
    ['1/2/95', '1995-02-01'], ['01-02-1995', '1995-02-01'], ['010295', '1995-02-01'], ['01021995', '1995-02-01'], ['1.2.2026', '2026-02-01'], ['05/6/08', '2008-06-05'],
    ['ngày 1 tháng 2 năm 1995', '1995-02-01'], ['1995-02-01', '1995-02-01'], ['31/2/1995', '31/2/1995'], ['29/02/2024', '2024-02-29'], ['29/02/2023', '29/02/2023'], ['hôm qua', 'hôm qua'],
  ])('the day «%s» is %s', (written, meant) => {
    expect(read('birthday', written)).toBe(meant);
  });

  test.each([['50.000', 50_000], ['50,000 đ', 50_000], ['1 200 000 VND', 1_200_000], ['1.200.000 đồng', 1_200_000], ['75000', 75_000], ['5 triệu', '5 triệu'], ['1,5', '1,5']])(
    'the amount «%s» is %s', (written, meant) => { expect(read('fee', written)).toBe(meant); });

  test.each([['1.234,5', 1234.5], ['85,5', 85.5], ['85.5', 85.5], ['1.500', 1500], ['-3', -3], ['tám', 'tám']])(
    'the number «%s» is %s', (written, meant) => { expect(read('area', written)).toBe(meant); });

  test('has plain figures in identity and telephone numbers', () => {
    expect(read('personalId', ' 000 195-000.042 ')).toBe('000195000042');
    expect(read('phone', '+84 90 000.0042')).toBe('0900000042');
    expect(read('phone', 'không có')).toBe('không có');
  });

  test('has composed letters, Đ for Ð, and single blanks', () => {
    expect(read('name', '  Ðặng   Thị\u00a0Ẩn ')).toBe('Đặng Thị Ẩn');
    expect(read('name', 'Đặng Thị Ẩn'.normalize('NFD'))).toBe('Đặng Thị Ẩn');
  });

  test('may be chosen by its words', () => {
    expect(read('kind', 'cấp LẠI')).toBe('again');
    expect(read('uses', ['Khác', 'a', 'Khác', 'lạ'])).toEqual(['a', 'c', 'lạ']);
  });

  test('is gone when it is empty, unknown or hidden', () => {
    const read = normaliseAnswers(form, { ...good, kind: 'new', email: '  ', stranger: 1, later: null });

    expect(Object.keys(read)).toEqual(['name', 'personalId', 'birthday', 'home', 'kind', 'agreed']);
  });

  test('loses what is hidden within an entry, and entries left empty', () => {
    expect(read('children', [{ name: 'An', school: 'X' }, { name: ' ' }, {}])).toEqual([{ name: 'An' }]);
  });
});

describe('kiểm tra tờ khai: answers held against the form', () => {
  test('that are in order have no faults', () => {
    expect(faultsOf(good)).toEqual([]);
  });

  test('name all that is missing at once, in the order of the form, and leave soft and hidden fields alone', () => {
    expect(rulesOf({})).toEqual(['name required', 'personalId required', 'birthday required', 'home required', 'kind required', 'children required', 'agreed required']);
  });

  test.each<[string, Record<string, unknown>, string, RegExp]>([
    ['a number of another length', { personalId: '00019500004' }, 'personalId personal-id', /đúng 12 chữ số/u],
    ['a day that is none', { birthday: '31/2/1995' }, 'birthday date', /ngày\/tháng\/năm, ví dụ 01\/02\/1995/u],
    ['a day still to come', { birthday: '2027-01-01' }, 'birthday notAfter', /không được sau ngày hôm nay/u],
    ['an end before its beginning', { until: '1990-01-01' }, 'until notBefore', /không được trước ngày sinh/u],
    ['an amount above the limit', { fee: 2_000_000 }, 'fee maximum', /từ 1\.000\.000 trở xuống/u],
    ['a half đồng', { fee: 1.5 }, 'fee money', /số tiền bằng đồng/u],
    ['a name of one letter', { name: 'A' }, 'name minLength', /ít nhất 2 ký tự/u],
    ['a choice that is not offered', { kind: 'lạ' }, 'kind choice', /lựa chọn có sẵn/u],
    ['too many choices', { uses: ['a', 'b', 'c'] }, 'uses maxItems', /nhiều nhất 2 mục/u],
    ['half an address', { home: { ...anAddress, commune: '' } }, 'home address', /chọn đủ tỉnh, xã/u],
    ['a text of another pattern', { code: 'a1' }, 'code pattern', /Gồm hai chữ in hoa\./u],
    ['an address without @', { email: 'an' }, 'email email', /ten@vidu\.vn/u],
    ['a field missing in an entry', { children: [{ name: 'An', atSchool: true }] }, 'children.0.school required', /Ghi «Tên trường»/u],
    ['no box ticked', { agreed: false }, 'agreed required', /Đánh dấu/u],
  ])('tell of %s what to do', (_what, about, rule, words) => {
    const faults = faultsOf({ ...good, ...about });

    expect(faults.map((fault) => `${fault.path} ${fault.rule}`)).toEqual([rule]);
    expect(faults[0]?.text).toMatch(words);
  });
});

describe('điều kiện hiển thị: what is shown', () => {
  test('follows the answers', () => {
    const names = (answers: Record<string, unknown>): readonly string[] => visibleFields(form, answers).map(({ name }) => name);

    expect(names({ kind: 'again' })).toContain('reason');
    expect(names({ kind: 'new' })).not.toContain('reason');
    expect(names({ kind: 'new' })).not.toContain('children');
  });
});

describe('nội dung đã khai: answers in words', () => {
  test('read like a paper', () => {
    expect(answerLines(form, { ...good, fee: 50_000, uses: ['a', 'c'] }).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Họ và tên: Nguyễn Thị Trình Diễn', 'Số định danh cá nhân: 000195000042', 'Ngày sinh: 01/02/1995', 'Nơi cư trú: Số 12 đường Lê Duẩn, Phường Tân An, Tỉnh Đắk Lắk',
      'Loại: Cấp lại', 'Lý do cấp lại: Bị mất', 'Mục đích: Học tập; Khác', 'Số tiền: 50.000 đồng',
      'Người con 1: Tên con: An; Đang đi học: Có; Tên trường: Tiểu học Tân An', 'Người con 2: Tên con: Bình', 'Tôi cam đoan: Có',
    ]);
  });
});

describe('any answers at all', async () => {
  const forms = [form, ...await productEforms()];
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }), fc.anything(), fc.constantFrom('1/2/95', '50.000', '', 'again', 'self', true, false, 7),
    fc.array(fc.record({ name: fc.string(), atSchool: fc.boolean(), school: fc.anything(), from: fc.string(), place: fc.anything() }, { requiredKeys: [] })),
    fc.record({ province: fc.string(), commune: fc.string(), street: fc.string() }));
  const filled = fc.constantFrom(...forms).chain((definition) => {
    const fields = definition.display.sections.flatMap((section) => section.fields);
    const keys = Object.fromEntries(fields.map((field) => [field.name, field.options === undefined ? value : fc.oneof(value, fc.constantFrom(...field.options.map((option) => option.value)))]));
    return fc.record(keys, { requiredKeys: [] }).map((answers) => ({ definition, answers }));
  });

  test('never make the rules throw', () => {
    fc.assert(fc.property(filled, ({ definition, answers }) => {
      validateAnswers(definition, answers);
      answerLines(definition, answers);
      visibleFields(definition, answers);
      validateAnswers(definition, normaliseAnswers(definition, answers), { today: '2026-11-26' });
    }), { numRuns: 300 });
  });

  test('normalised twice are the same as once', () => {
    fc.assert(fc.property(filled, ({ definition, answers }) => {
      const once = normaliseAnswers(definition, answers);
      expect(normaliseAnswers(definition, once)).toEqual(once);
    }), { numRuns: 300 });
  });

  test('are not judged where they are hidden', () => {
    fc.assert(fc.property(filled, ({ definition, answers }) => {
      const shown = new Set(visibleFields(definition, answers).map(({ name }) => name));
      const judged = validateAnswers(definition, answers).map(({ path }) => path.split('.')[0] ?? '');
      expect(judged.filter((name) => !shown.has(name))).toEqual([]);
    }), { numRuns: 200 });
  });
});
