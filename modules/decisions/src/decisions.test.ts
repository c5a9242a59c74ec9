// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DecisionTable, decide, lintTable, mayHold, readDmn, writeDmn } from './index.ts';

const started = { id: 'khoi_cong', label: 'Công trình đã khởi công chưa?', type: 'string', choices: [{ value: 'chua', label: 'Chưa' }, { value: 'roi', label: 'Rồi' }], hint: 'Xem biên bản bàn giao mặt bằng.' } as const;
const floors = { id: 'so_tang', label: 'Nhà mấy tầng?', type: 'number', choices: [], hint: null } as const;
const owner = { id: 'chu_nha', label: 'Ông/bà là chủ nhà?', type: 'boolean', choices: [], hint: null } as const;

const rule = (at: number, when: string[], then: string[]) => ({ id: `r${at}`, when, then, note: null });
const aTable = (given: Partial<DecisionTable> = {}): DecisionTable => ({
  id: 'giay', name: 'Giấy tờ', hitPolicy: 'COLLECT', inputs: [started, floors, owner].map((input) => ({ ...input, choices: [...input.choices] })), outputs: [{ id: 'paper', label: 'Giấy', type: 'string' }],
  rules: [rule(1, ['-', '-', '-'], ['Đơn']), rule(2, ['"chua"', '-', '-'], ['Giấy phép']), rule(3, ['-', '>= 7', '-'], ['Thẩm duyệt cháy']), rule(4, ['not("chua")', '[1..6]', 'false'], ['Giấy ủy quyền'])], ...given,
});
const papers = (table: DecisionTable, answers: Record<string, string | number | boolean>) => {
  const decided = decide(table, answers);
  return decided.ok ? decided.value.map(({ says }) => says['paper']) : decided.error;
};

describe('bảng quyết định (decision table)', () => {
  test.each([
    [{ khoi_cong: 'chua', so_tang: 3, chu_nha: true }, ['Đơn', 'Giấy phép']],
    [{ khoi_cong: 'roi', so_tang: 7, chu_nha: true }, ['Đơn', 'Thẩm duyệt cháy']],
    [{ khoi_cong: 'roi', so_tang: 6, chu_nha: false }, ['Đơn', 'Giấy ủy quyền']],
    [{}, ['Đơn']],
  ])('collects every rule that holds: %j', (answers, expected) => {
    expect(papers(aTable(), answers)).toEqual(expected);
  });

  test('tells rules that hold from those that wait for an answer not given', () => {
    const possible = mayHold(aTable(), { so_tang: 7 });

    expect(possible.ok && possible.value.map(({ row, isCertain, asks }) => [row, isCertain, asks])).toEqual([[1, true, []], [2, false, ['khoi_cong']], [3, true, []]]);
  });

  test('takes the first rule under FIRST, and refuses two under UNIQUE with their places', () => {
    expect(papers(aTable({ hitPolicy: 'FIRST' }), { khoi_cong: 'chua' })).toEqual(['Đơn']);
    expect(papers(aTable({ hitPolicy: 'UNIQUE' }), { khoi_cong: 'chua' })).toEqual({ code: 'several-rules', rows: [1, 2] });
  });

  test.each(['for i in 1..100000000 return i', 'now()', '"chua', 'x', '? = 1', 'some x in [1] satisfies true', '1 +', '[1..'])('refuses a cell that is no plain test: %s', (cell) => {
    expect(papers(aTable({ rules: [rule(1, [cell, '-', '-'], ['x'])] }), { khoi_cong: 'chua' })).toMatchObject({ code: 'cell-unreadable', row: 1, column: 1 });
  });

  test('answers whatever stands in a cell, soon and without a fault', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (cell) => {
      const decided = decide(aTable({ rules: [rule(1, [cell, '-', '-'], ['x'])] }), { khoi_cong: 'chua' });
      return decided.ok || decided.error.code === 'cell-unreadable';
    }));
  });
});

describe('kiểm tra bảng quyết định (lint of a table)', () => {
  const found = (given: Partial<DecisionTable>) => lintTable(aTable(given)).map(({ kind, row, blocks }) => [kind, row, blocks]);
  const two: Partial<DecisionTable> = { inputs: [{ ...started, choices: [...started.choices] }, { ...owner, choices: [] }], hitPolicy: 'UNIQUE' };

  test('finds nothing in a table that answers everything once', () => {
    expect(found({ ...two, rules: [rule(1, ['"chua"', '-'], ['a']), rule(2, ['"roi"', 'true'], ['b']), rule(3, ['"roi"', 'false'], ['c'])] })).toEqual([]);
  });

  test.each([
    ['rules that overlap', [rule(1, ['"chua"', '-'], ['a']), rule(2, ['-', 'true'], ['b']), rule(3, ['"roi"', 'false'], ['c'])], [['overlap', 2, true]]],
    ['answers no rule covers', [rule(1, ['"chua"', '-'], ['a']), rule(2, ['"roi"', 'true'], ['b'])], [['gap', 0, true]]],
    ['a value that is no choice', [rule(1, ['"chua","sap"', '-'], ['a']), rule(2, ['"roi"', '-'], ['b'])], [['unknown-value', 1, true]]],
    ['a cell that cannot be read', [rule(1, ['hôm nay', '-'], ['a'])], [['unreadable', 1, true]]],
    ['a rule that never holds', [rule(1, ['-', '-'], ['a']), rule(2, ['not("chua","roi")', '-'], ['b'])], [['never', 2, false]]],
    ['a rule with too few cells', [rule(1, ['-'], ['a'])], [['shape', 1, true]]],
  ])('finds %s', (_name, rules, expected) => {
    expect(found({ ...two, rules })).toEqual(expected);
  });

  test('names the answers of a gap in words', () => {
    expect(lintTable(aTable({ ...two, rules: [rule(1, ['"chua"', '-'], ['a'])] })).map(({ text }) => text)).toEqual(['Không dòng nào trả lời khi: Công trình đã khởi công chưa? Rồi.']);
  });

  test('that names more numbers than can be tried with one another is said to be too large, and not gone through', () => {
    const numbers = (no: number): string => Array.from({ length: 40 }, (_, at) => String(no * 100 + at * 2)).join(',');
    const table = aTable({ inputs: [{ ...floors, choices: [] }], hitPolicy: 'UNIQUE', rules: Array.from({ length: 600 }, (_, no) => rule(no, [numbers(no)], ['a'])) });

    expect(lintTable(table)).toEqual([expect.objectContaining({ kind: 'too-large', blocks: true })]);
  });

  test('sees gaps between numbers', () => {
    expect(lintTable(aTable({ inputs: [{ ...floors, choices: [] }], hitPolicy: 'UNIQUE', rules: [rule(1, ['< 3'], ['a']), rule(2, ['> 3'], ['b'])] })).map(({ kind }) => kind)).toEqual(['gap']);
  });
});

describe('a .dmn file', () => {
  test('is read again as the tables it was written from', async () => {
    const tables = [aTable(), aTable({ id: 'dieu_kien', name: 'Điều kiện <1> & "2"', hitPolicy: 'FIRST', rules: [{ ...rule(1, ['"chua"', '-', '-'], ['Chưa "đủ" \\ điều kiện']), note: 'Điều 5' }] })];

    const again = await readDmn(await writeDmn(tables, { id: 'x', name: 'Thủ tục' }));

    expect(again).toEqual({ ok: true, value: tables });
  });

  test.each([
    ['no XML', 'xin chào', 'Không đọc được'],
    ['another XML', '<a/>', 'Không đọc được'],
    ['entities', '<!DOCTYPE a [<!ENTITY x "y">]><a/>', 'DOCTYPE'],
    ['no table', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="a" name="b" namespace="c"/>', 'không có bảng'],
    ['a sum', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="a" name="b" namespace="c"><decision id="d" name="Tiền"><decisionTable hitPolicy="COLLECT" aggregation="SUM"><output name="x"/></decisionTable></decision></definitions>', 'gộp kết quả'],
    ['another hit policy', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="a" name="b" namespace="c"><decision id="d" name="Tiền"><decisionTable hitPolicy="ANY"><output name="x"/></decisionTable></decision></definitions>', 'ANY'],
    ['an expression', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="a" name="b" namespace="c"><decision id="d" name="Tiền"><literalExpression><text>1</text></literalExpression></decision></definitions>', 'không phải là bảng'],
  ])('with %s is refused, saying why', async (_name, xml, why) => {
    expect(await readDmn(xml)).toMatchObject({ ok: false, error: expect.stringContaining(why) });
  });
});
