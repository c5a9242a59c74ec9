// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../model.ts';
import { isSame, mergeContents } from './merge.ts';

const paper = (id: string, name: string): JsonValue => ({ id, name, copies: 1 });
const base = { name: 'Cấp giấy phép', time: { value: 5, unit: 'ngày' }, papers: [paper('1', 'Đơn'), paper('2', 'Bản vẽ')], words: ['a', 'b'] };

describe('gộp hai bản soạn (merging two writers)', () => {
  test('takes from each what only he changed, in fields and in items told apart by id', () => {
    const mine = { ...base, name: 'Cấp giấy phép xây dựng', papers: [paper('1', 'Đơn đề nghị'), paper('2', 'Bản vẽ')] };
    const theirs = { ...base, time: { value: 4, unit: 'ngày' }, papers: [paper('1', 'Đơn'), paper('2', 'Bản vẽ'), paper('3', 'Ảnh')] };

    expect(mergeContents({ base, mine, theirs })).toEqual({
      content: { name: 'Cấp giấy phép xây dựng', time: { value: 4, unit: 'ngày' }, papers: [paper('1', 'Đơn đề nghị'), paper('2', 'Bản vẽ'), paper('3', 'Ảnh')], words: ['a', 'b'] }, collisions: [],
    });
  });

  test('lists where both changed the same place: mine stands, theirs where it is asked for', () => {
    const mine = { ...base, name: 'A', words: ['a'] };
    const theirs = { ...base, name: 'B', words: ['b'] };
    const both = mergeContents({ base, mine, theirs });

    expect(both.collisions.map(({ path }) => path)).toEqual(['name', 'words']);
    expect(both.content).toMatchObject({ name: 'A', words: ['a'] });
    expect(mergeContents({ base, mine, theirs }, ['name']).content).toMatchObject({ name: 'B', words: ['a'] });
  });

  test('a removed item that the other changed collides; one nobody touched goes', () => {
    const mine = { ...base, papers: [paper('2', 'Bản vẽ')] };

    expect(mergeContents({ base, mine, theirs: { ...base, papers: [paper('1', 'Đơn xin'), paper('2', 'Bản vẽ')] } }).collisions.map(({ path }) => path)).toEqual(['papers.1']);
    expect(mergeContents({ base, mine, theirs: base }).content).toEqual(mine);
  });

  test('follows who moved things, and puts what the other added after what it stood behind', () => {
    const mine = { papers: [paper('2', 'Bản vẽ'), paper('1', 'Đơn')] };
    const theirs = { papers: [paper('1', 'Đơn'), paper('9', 'Mới'), paper('2', 'Bản vẽ')] };

    expect(mergeContents({ base: { papers: base.papers }, mine, theirs }).content).toEqual({ papers: [paper('2', 'Bản vẽ'), paper('1', 'Đơn'), paper('9', 'Mới')] });
  });

  test('without a base every difference collides, and nothing of mine is lost', () => {
    expect(mergeContents({ base: null, mine: { a: 1, b: 2 }, theirs: { a: 1, b: 3 } })).toEqual({ content: { a: 1, b: 2 }, collisions: [{ path: 'b', mine: 2, theirs: 3 }] });
  });

  const letters = fc.constantFrom('a', 'b', 'c', 'd');
  const items = fc.uniqueArray(fc.record({ id: letters, text: fc.constantFrom('x', 'y', 'z') }), { selector: ({ id }) => id });
  const content = fc.record({ title: fc.constantFrom('một', 'hai'), items, plain: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }) });

  test('what one side did alone is what comes out; the same change by both is no collision', () => {
    fc.assert(fc.property(content, content, (from, to) => {
      expect(isSame(mergeContents({ base: from, mine: to, theirs: from }).content, to)).toBe(true);
      expect(isSame(mergeContents({ base: from, mine: from, theirs: to }).content, to)).toBe(true);
      expect(mergeContents({ base: from, mine: to, theirs: to })).toEqual({ content: to, collisions: [] });
    }), { seed: 4, numRuns: 400 });
  });

  test('taking theirs at every collision of a field leaves none of my colliding values', () => {
    fc.assert(fc.property(content, content, content, (from, mine, theirs) => {
      const first = mergeContents({ base: from, mine, theirs });
      const second = mergeContents({ base: from, mine, theirs }, first.collisions.map(({ path }) => path));
      expect(second.collisions).toEqual(first.collisions);
      if (first.collisions.length === 0) expect(isSame(first.content, second.content)).toBe(true);
    }), { seed: 5, numRuns: 400 });
  });
});
