// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { Guide } from '../guide-model.ts';
import { guideAnswer } from './guide-answer.ts';
import { guideOfProcedure } from './guide-of-procedure.ts';
import { readRecord } from './read-record.ts';

const paper = (name: string) => ({ code: null, name, originals: 1, copies: 0, required: true, e_form: false });
const read = readRecord({ code: '1.1', name: 'Gia hạn', dossier: [{ case: null, components: [paper('Đơn')] }, { case: 'Chưa khởi công', components: [paper('Giấy phép'), paper('Ảnh')] }, { case: 'Cấp lại', components: [paper('Đơn trình báo')] }] });
if (!read.ok) throw new Error(read.error.reasons.join());
const procedure = read.value;

const yesNo = (id: string, label: string) => ({ id, label, type: 'string' as const, choices: [{ value: 'co', label: 'Có' }, { value: 'khong', label: 'Không' }], hint: null });
const rule = (id: string, when: string[], then: string[]) => ({ id, when, then, note: null });
const guide: Guide = {
  subject: { code: '1.1', name: 'Gia hạn' }, questions: [yesNo('con_han', 'Giấy phép còn hạn?'), yesNo('chu_nha', 'Là chủ nhà?'), yesNo('doi_ten', 'Có đổi tên?')],
  conditions: [rule('d', ['"khong"', '-', '-'], ['Giấy phép đã hết hạn', 'Xin cấp giấy phép mới', 'Điều 99'])], cases: [rule('t', ['"co"', '-', '-'], ['Chưa khởi công', ''])],
  papers: [rule('a', ['-', '-', '-'], ['Đơn', 'Ai cũng cần']), rule('b', ['-', '"khong"', '-'], ['Giấy phép', 'Vì nộp thay chủ nhà']), rule('c', ['-', '"khong"', '"co"'], ['Ảnh', 'Vì đổi tên'])],
};
const said = (answers: Record<string, string>, unsure: string[] = []) => { const { next, obstacles, papers, circumstance } = guideAnswer(guide, procedure, { answers, unsure }); return { next, obstacles: obstacles.map(({ condition, isCertain }) => [condition, isCertain]), papers: papers.map(({ paper: { name }, why, isCertain }) => [name, why, isCertain]), circumstance }; };

describe('tôi cần giấy gì (what is needed in one’s case)', () => {
  test('asks the first question, then only what still matters', () => {
    expect([said({}).next, said({ con_han: 'co' }).next, said({ con_han: 'co', chu_nha: 'co' }).next, said({ con_han: 'co', chu_nha: 'khong' }).next]).toEqual(['con_han', 'chu_nha', null, 'doi_ten']);
  });

  test('answers exactly the papers, each with why', () => {
    expect(said({ con_han: 'co', chu_nha: 'co' })).toEqual({ next: null, obstacles: [], papers: [['Đơn', 'Ai cũng cần', true]], circumstance: 'Chưa khởi công' });
    expect(said({ con_han: 'co', chu_nha: 'khong', doi_ten: 'co' }).papers.map(([name]) => name)).toEqual(['Đơn', 'Giấy phép', 'Ảnh']);
  });

  test('says which condition is not met as soon as it is known, and asks no more', () => {
    expect(said({ con_han: 'khong' })).toMatchObject({ next: null, obstacles: [['Giấy phép đã hết hạn', true]] });
  });

  test('keeps what depends on «tôi không chắc» apart from what is certain', () => {
    expect(said({ con_han: 'co' }, ['chu_nha', 'doi_ten'])).toMatchObject({ next: null, papers: [['Đơn', 'Ai cũng cần', true], ['Giấy phép', 'Vì nộp thay chủ nhà', false], ['Ảnh', 'Vì đổi tên', false]] });
    expect(said({}, ['con_han', 'chu_nha', 'doi_ten']).obstacles).toEqual([['Giấy phép đã hết hạn', false]]);
  });

  test('begins from the published list: one question of the circumstances, every paper once', () => {
    const begun = guideOfProcedure(procedure);
    const answered = (value: string) => guideAnswer(begun, procedure, { answers: { truong_hop: value }, unsure: [] }).papers.map(({ paper: { name } }) => name);

    expect(begun.questions.map(({ choices }) => choices.map(({ label }) => label))).toEqual([['Chưa khởi công', 'Cấp lại', 'Không thuộc trường hợp nào ở trên']]);
    expect([answered('th_1'), answered('th_2'), answered('th_3')]).toEqual([['Đơn', 'Giấy phép', 'Ảnh'], ['Đơn', 'Đơn trình báo'], ['Đơn']]);
  });
});
