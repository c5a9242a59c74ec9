// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { emptyList, heads, readList } from '../list/read-list.ts';
import { type Cells, type Ground, cellNames, dayWritten, namesOf, paperKeyOf, readLine } from './line.ts';
import { type KnownLine, type Merged, mergeLines } from './merge-lines.ts';

const ground: Ground = {
  today: '2026-11-17', rightNames: new Map([['000095012345', 'Nguyễn Văn Mẫu']]),
  kinds: [{ code: 'KQ.1', name: 'Giấy khai sinh', aliases: ['Khai sinh'], validMonths: null }, { code: 'KQ.2', name: 'Giấy xác nhận tình trạng hôn nhân', aliases: ['Giấy độc thân'], validMonths: 6 }, { code: 'KQ.3', name: 'Xác nhận khác', aliases: ['Giấy độc thân'], validMonths: null }],
};
const cells: Cells = { owner: '000095012345', ownerName: 'Nguyễn Văn Mẫu', kind: 'giay khai sinh', number: '25/2001', issuedOn: '5/3/2001', validUntil: '', issuer: 'UBND xã Mẫu', oldCode: 'HT-2001-25', bearsNotes: '' };
const faultsOf = (about: Partial<Cells>): readonly string[] => readLine({ ...cells, ...about }, ground).faults.map(({ field }) => field);

describe('một dòng giấy cũ (a line of the list)', () => {
  test('is read with its kind by code, name or other name, without marks, and its day as people write it', () => {
    expect(readLine(cells, ground)).toEqual({ faults: [], paper: { owner: { kind: 'person', ref: '000095012345' }, ownerName: 'Nguyễn Văn Mẫu', kind: 'KQ.1', kindName: 'Giấy khai sinh', number: '25/2001', issuedOn: '2001-03-05', validUntil: null, issuer: 'UBND xã Mẫu', oldCode: 'HT-2001-25', bearsNotes: false } });
    expect([readLine({ ...cells, kind: 'kq.1' }, ground).paper?.kind, readLine({ ...cells, kind: 'KHAI SINH' }, ground).paper?.kind, readLine({ ...cells, owner: '0312345678-001' }, ground).paper?.owner.kind]).toEqual(['KQ.1', 'KQ.1', 'organisation']);
    expect(readLine({ ...cells, kind: 'KQ.2' }, ground).paper?.validUntil).toBe('2001-09-05');
  });

  test.each<[string, Partial<Cells>, readonly string[]]>([
    ['an identity card of nine digits', { owner: '012345678' }, ['owner']], ['a number that lost its noughts', { owner: '95012345' }, ['owner']], ['a province there is not', { owner: '097095012345' }, ['owner']], ['letters', { owner: 'abc' }, ['owner']], ['nobody', { owner: '', ownerName: '' }, ['owner', 'ownerName']],
    ['a name other than the one decided on', { ownerName: 'Trần Văn Khác' }, ['ownerName']], ['a kind nobody listed', { kind: 'Giấy lạ' }, ['kind']], ['a name of two kinds', { kind: 'Giấy độc thân' }, ['kind']], ['no kind', { kind: '' }, ['kind']],
    ['a day that does not exist', { issuedOn: '30/02/2001' }, ['issuedOn']], ['a day in words', { issuedOn: 'tháng ba 2001' }, ['issuedOn']], ['a day to come', { issuedOn: '18/11/2026' }, ['issuedOn']], ['a day before all papers', { issuedOn: '01/01/1899' }, ['issuedOn']],
    ['an end before the issue', { validUntil: '04/03/2001' }, ['validUntil']], ['an end that does not exist', { validUntil: '31/04/2030' }, ['validUntil']], ['neither number nor day', { number: '', issuedOn: '' }, ['number']], ['a kind that ends, without a day', { kind: 'KQ.2', issuedOn: '' }, ['issuedOn']], ['neither yes nor no about notes', { bearsNotes: 'hình như' }, ['bearsNotes']], ['a name without end', { ownerName: 'ă'.repeat(301) }, ['ownerName', 'ownerName']],
  ])('with %s names its field', (_what, about, fields) => {
    expect(faultsOf(about)).toEqual(fields);
    expect(readLine({ ...cells, ...about }, ground).paper).toBeNull();
  });

  test('reads days of leap years only where they are', () => {
    expect([dayWritten('29/2/2000'), dayWritten('29/02/2001'), dayWritten('05.03.2001'), dayWritten('2001-03-05'), dayWritten('')]).toEqual(['2000-02-29', null, '2001-03-05', null, null]);
  });

  test.each([['', false], ['Có', true], ['x', true], ['không', false]])('says of notes «%s»', (said, bearsNotes) => {
    expect(readLine({ ...cells, bearsNotes: said }, ground).paper?.bearsNotes).toBe(bearsNotes);
  });

  test('is called by its number and old code without marks', () => {
    expect(namesOf({ number: '25/2001', oldCode: 'HT-2001-25 Đ' })).toEqual(['ht200125d', '252001']);
  });
});

const listOf = (lines: readonly Partial<Cells>[], separator = ';'): Uint8Array => new TextEncoder().encode([heads, ...lines.map((line) => ({ ...cells, ...line }))].map((line) => cellNames.map((name) => line[name]).join(separator)).join('\r\n'));
const given = (bytes: Uint8Array) => {
  const read = readList(bytes);
  if (!read.ok) throw new Error(read.error.title);
  return read.value;
};

describe('danh sách giấy cũ (a list given as a file)', () => {
  test('is read with ; , or tabulators, with or without the mark of UTF-8 in front', () => {
    const [plain, commas, tabs, marked] = [given(listOf([{}])), given(listOf([{}], ',')), given(listOf([{}], '\t')), given(new TextEncoder().encode(emptyList()))];

    expect([commas, tabs].map((rows) => rows.map(({ cells: read }) => read))).toEqual([[cells], [cells]]);
    expect([plain[0]?.row, marked[0]?.cells.ownerName]).toEqual([2, 'Nguyễn Văn Mẫu']);
  });

  test('keeps a line break inside a cell in quotes, and leaves empty lines out', () => {
    const text = `${cellNames.map((name) => heads[name]).join(';')}\n\n000095012345;"Nguyễn\nVăn Mẫu";KQ.1;25/2001;05/03/2001;;;\n;;;;;;;\n`;

    expect(given(new TextEncoder().encode(text)).map(({ cells: read }) => read.ownerName)).toEqual(['Nguyễn\nVăn Mẫu']);
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['no UTF-8', Uint8Array.from([0x53, 0xe9, 0x3b, 0x0a]), /UTF-8/u], ['a spreadsheet of another kind', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), /UTF-8|cột/u], ['no columns of ours', new TextEncoder().encode('a;b\n1;2'), /thiếu cột «Số định danh/u],
    ['nothing', new Uint8Array(), /thiếu cột/u], ['heads only', listOf([]), /không có dòng nào/u], ['a quote that never ends', new TextEncoder().encode(`${cellNames.map((name) => heads[name]).join(';')}\n"x;y`), /đọc không được/u],
  ])('with %s is refused in words', (_what, bytes, words) => {
    const read = readList(bytes);

    expect(read.ok ? '' : read.error.title).toMatch(words);
  });
});

const asKnown = ({ added, mended }: Merged): readonly KnownLine[] => [...added, ...mended].map((line) => ({ no: line.no, row: line.row, digest: line.digest, cells: line.cells, paperKey: line.paperKey, isBad: line.paper === null, end: null }));

describe('đưa danh sách vào lô (a list given to a batch)', () => {
  test('given again takes nothing twice, also lines that are alike', () => {
    const rows = given(listOf([{}, {}, { number: '26/2001' }, { owner: 'x' }]));
    const first = mergeLines([], rows, ground);
    const again = mergeLines(asKnown(first), rows, ground);

    expect(first.added.map(({ no, faults }) => [no, faults.map(({ field }) => field)])).toEqual([[1, []], [2, ['number']], [3, []], [4, ['owner']]]);
    expect(first.added[1]?.faults[0]?.text).toMatch(/^Trùng giấy với dòng 1/u);
    expect(again).toEqual({ added: [], mended: [], known: 4 });
  });

  test('mends the bad line of its row, and adds what is new', () => {
    const first = mergeLines([], given(listOf([{}, { owner: 'x', number: '26/2001' }])), ground);
    const again = mergeLines(asKnown(first), given(listOf([{}, { number: '26/2001' }, { number: '27/2001' }])), ground);

    expect(again.mended.map(({ no, paper }) => [no, paper?.number])).toEqual([[2, '26/2001']]);
    expect([again.added.map(({ no, paper }) => [no, paper?.number]), again.known]).toEqual([[[3, '27/2001']], 1]);
  });

  test('does not take what was mended here and in the file alike, nor touch a bad line of another list', () => {
    const first = mergeLines([], given(listOf([{ owner: 'x', number: '26/2001' }])), ground);
    const mended = asKnown(first).map((line) => ({ ...line, cells: { ...line.cells, owner: cells.owner }, isBad: false, paperKey: 'k' }));
    const other = mergeLines(asKnown(first), given(listOf([{ ownerName: 'Trần Thị Thử', owner: '000188067890', number: '7', issuedOn: '01/01/2002', oldCode: 'K-7', kind: 'KQ.3', issuer: 'Nơi khác' }])), ground);

    expect(mergeLines(mended, given(listOf([{ number: '26/2001' }])), ground)).toEqual({ added: [], mended: [], known: 1 });
    expect([other.mended, other.added.map(({ no }) => no)]).toEqual([[], [2]]);
  });

  test('knows one paper by owner, kind and number, however the number is spaced; without a number by its day', () => {
    const paper = readLine(cells, ground).paper;
    if (paper === null) throw new Error('not read');

    expect(paperKeyOf({ ...paper, number: '25 / 2001' })).toBe(paperKeyOf(paper));
    expect(paperKeyOf({ ...paper, number: null })).not.toBe(paperKeyOf({ ...paper, number: null, issuedOn: '2001-03-06' }));
  });
});
