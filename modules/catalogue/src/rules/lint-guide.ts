// SPDX-License-Identifier: EUPL-1.2
import { fold } from '@motcua/kernel';
import type { TableFinding } from '@motcua/decisions';
import { type Guide, type GuideTableName, mostQuestions } from '../guide-model.ts';
import type { Procedure, RequiredPaper } from '../model.ts';
import { byCircumstance } from './circumstances.ts';
import { type Finding, might, must } from './finding.ts';

/** Finds the paper a rule names by code or by name; undefined when the procedure has none such. */
function papersByName({ papers }: Procedure): (named: string) => RequiredPaper | undefined {
  const all = papers.flatMap((group) => group.papers).toReversed();
  const codes = new Map(all.flatMap((paper) => (paper.code === null ? [] : [[paper.code, paper] as const])));
  const names = new Map(all.map((paper) => [fold(paper.name), paper]));
  return (named) => codes.get(named) ?? names.get(fold(named));
}

/** The paper a rule names by code or by name; undefined when the procedure has none such. */
export const paperNamed = (procedure: Procedure, named: string): RequiredPaper | undefined => papersByName(procedure)(named);

const places: Readonly<Record<GuideTableName, string>> = { conditions: 'Bảng điều kiện', cases: 'Bảng trường hợp', papers: 'Bảng giấy tờ' };

/** What was found in a table, by its place in the guide. */
export function ofTable(name: GuideTableName, found: readonly TableFinding[]): readonly Finding[] {
  return found.map(({ row, column, text, blocks }) => ({ path: row === 0 ? name : column === 0 ? `${name}.${row - 1}` : `${name}.${row - 1}.when.${column - 1}`, place: row === 0 ? places[name] : `${places[name]}, dòng ${row}`, text, blocks }));
}

function questions({ questions: asked, conditions, cases, papers }: Guide): readonly Finding[] {
  return [
    ...(asked.length + conditions.length + cases.length + papers.length === 0 ? [must('questions', 'Câu hỏi', 'Bảng còn trống. Ghi câu hỏi và giấy tờ cần nộp, hoặc lấy từ danh mục giấy tờ của thủ tục.')] : []),
    ...(asked.length > mostQuestions ? [must('questions', 'Câu hỏi', `Hỏi nhiều nhất ${mostQuestions} câu; đang có ${asked.length}.`)] : []),
    ...asked.flatMap(({ label, choices, hint, id }, at) => [
      ...(label.trim() === '' ? [must(`questions.${at}.label`, `Câu ${at + 1}`, 'Viết câu hỏi.')] : []),
      ...(asked.findIndex((other) => other.id === id) < at ? [must(`questions.${at}.id`, `Câu ${at + 1}`, 'Mã câu hỏi trùng với câu khác.')] : []),
      ...(choices.length < 2 ? [must(`questions.${at}.choices`, `Câu ${at + 1}`, 'Mỗi câu cần ít nhất hai lựa chọn.')] : []),
      ...(choices.some((choice) => choice.label.trim() === '') ? [must(`questions.${at}.choices`, `Câu ${at + 1}`, 'Có lựa chọn chưa ghi chữ.')] : []),
      ...((hint ?? '').trim() === '' ? [might(`questions.${at}.hint`, `Câu ${at + 1}`, 'Ghi cách tự xem để trả lời, cho người chọn «Tôi không chắc».')] : []),
    ]),
  ];
}

/** What stands against a guide (kiểm tra bảng câu hỏi) beside its tables: questions without words, papers nobody publishes, papers nobody is ever asked for. */
export function lintGuide(guide: Guide, procedure: Procedure | undefined): readonly Finding[] {
  if (procedure === undefined) return [must('subject', 'Thủ tục', 'Thủ tục này không có trong danh mục đang có hiệu lực.'), ...questions(guide)];
  const find = papersByName(procedure);
  const asked = new Set(guide.papers.flatMap(({ then }) => { const paper = find(then[0] ?? ''); return paper === undefined ? [] : [paper.name]; }));
  const forgotten = procedure.papers.flatMap(({ papers }) => papers).filter(({ name, required }) => required && name !== '' && !asked.has(name));
  const circumstances = new Set(byCircumstance(procedure).only.map(({ name }) => name));
  return [
    ...questions(guide),
    ...guide.papers.flatMap(({ then: [named = '', why = ''] }, at) => [
      ...(find(named) === undefined ? [must(`papers.${at}.then.0`, `Bảng giấy tờ, dòng ${at + 1}`, `Thủ tục không có giấy «${named}». Không được đòi giấy ngoài danh mục công bố.`)] : []),
      ...(why.trim() === '' ? [must(`papers.${at}.then.1`, `Bảng giấy tờ, dòng ${at + 1}`, 'Ghi vì sao cần giấy này.')] : []),
    ]),
    ...forgotten.slice(0, 20).map(({ name }) => might('papers', 'Bảng giấy tờ', `Giấy bắt buộc «${name}» không được hỏi đến trong câu trả lời nào.`)),
    ...guide.conditions.flatMap(({ then: [condition = '', wayOut = ''] }, at) => (condition.trim() === '' || wayOut.trim() === '' ? [must(`conditions.${at}.then.${condition.trim() === '' ? 0 : 1}`, `Bảng điều kiện, dòng ${at + 1}`, 'Ghi điều kiện chưa đạt và việc làm tiếp.')] : [])),
    ...guide.cases.flatMap(({ then: [circumstance = ''] }, at) => (circumstance !== '' && !circumstances.has(circumstance) ? [must(`cases.${at}.then.0`, `Bảng trường hợp, dòng ${at + 1}`, `Thủ tục không có trường hợp «${circumstance}».`)] : [])),
  ];
}
