// SPDX-License-Identifier: EUPL-1.2
import { type DraftField, type EformDraft, definitionFrom, draftFrom, readEform } from '@motcua/eforms/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addField, addSection, dropField, duplicateField, linesOf, moveField, removeField, removeSection, withControl } from './draft-acts.ts';

const asks = (key: string, more: Partial<DraftField> = {}): DraftField => ({ key, control: 'text', label: key, required: false, limits: { type: 'string' }, ...more });
const draft: EformDraft = {
  title: 'Tờ khai', rest: {}, sections: [
    { key: 'p1', title: 'Một', fields: [asks('a'), asks('b')] },
    { key: 'p2', title: 'Hai', fields: [asks('c', { control: 'repeat', limits: { type: 'array' }, fields: [asks('x'), asks('y')] })] },
  ],
};
const order = (of: EformDraft): string => linesOf(of).map((line) => line.kind === 'section' ? `[${line.section.key}]` : line.path).join(' ');
const at = (key: string, section = 'p1', list: string | null = null) => ({ section, list, key });

describe('soạn tờ khai: acts on the ordered list', () => {
  test('number the fields as people read them', () => {
    expect(linesOf(draft).flatMap((line) => line.kind === 'field' ? [`${line.number} ${line.path}`] : [])).toEqual(['1 a', '2 b', '3 c', '3.1 c.x', '3.2 c.y']);
  });

  test('move within a section, into the next one, and nowhere at the end', () => {
    expect(order(moveField(draft, at('b'), -1).draft)).toBe('[p1] b a [p2] c c.x c.y');
    expect(order(moveField(draft, at('b'), 1).draft)).toBe('[p1] a [p2] b c c.x c.y');
    expect(order(moveField(draft, at('a'), -1).draft)).toBe(order(draft));
    expect(order(moveField(draft, at('y', 'p2', 'c'), -1).draft)).toBe('[p1] a b [p2] c c.y c.x');
    expect(order(moveField(draft, at('y', 'p2', 'c'), 1).draft)).toBe(order(draft));
  });

  test('drop a field before another or at the end of a section; a field of entries stays in its list', () => {
    expect(order(dropField(draft, at('c', 'p2'), { section: 'p1', before: at('a') }).draft)).toBe('[p1] c c.x c.y a b [p2]');
    expect(order(dropField(draft, at('a'), { section: 'p2', before: null }).draft)).toBe('[p1] b [p2] c c.x c.y a');
    expect(order(dropField(draft, at('x', 'p2', 'c'), { section: 'p1', before: at('a') }).draft)).toBe(order(draft));
    expect(order(dropField(draft, at('a'), { section: 'p1', before: at('a') }).draft)).toBe(order(draft));
  });

  test('add and duplicate under names of their own', () => {
    const added = addField(draft, at('a'));
    const twice = duplicateField(added?.draft ?? draft, at('a'));

    expect(order(twice.draft)).toBe('[p1] a aBan2 o b [p2] c c.x c.y');
    expect(twice.place.key).toBe('aBan2');
  });

  test('take out a field; of a section the heading only', () => {
    expect(order(removeField(draft, at('a')))).toBe('[p1] b [p2] c c.x c.y');
    expect(order(removeSection(draft, 'p1'))).toBe('[p2] a b c c.x c.y');
    expect(order(removeSection(draft, 'p2'))).toBe('[p1] a b c c.x c.y');
    expect(order(addSection(draft))).toBe('[p1] a b [p2] c c.x c.y [phan-3]');
  });

  test('give another control the type it needs', () => {
    expect(withControl(asks('a'), 'choice')).toMatchObject({ control: 'choice', limits: { type: 'string' }, options: [{}, {}] });
    expect(withControl(asks('a', { options: [] }), 'money')).toEqual(asks('a', { control: 'money', limits: { type: 'integer' } }));
  });

  test('never lose a field, whatever is moved where', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const section = fc.constantFrom('p1', 'p2');
    fc.assert(fc.property(fc.array(fc.tuple(key, section, section, key, fc.constantFrom(-1 as const, 1 as const)), { maxLength: 12 }), (acts) => {
      const end = acts.reduce((now, [one, from, to, before, by]) => dropField(moveField(now, at(one, from), by).draft, at(one, from), { section: to, before: at(before, to) }).draft, draft);
      expect(linesOf(end).flatMap((line) => line.kind === 'field' ? [line.path] : []).sort()).toEqual(['a', 'b', 'c', 'c.x', 'c.y']);
    }));
  });

  test('come out as the form they were taken from', () => {
    const form = definitionFrom(draft, { key: 'thu', version: 1 });

    expect(readEform(form)).toEqual(form);
    expect(definitionFrom({ ...draftFrom(form), sections: draftFrom(form).sections }, { key: 'thu', version: 1 })).toEqual(form);
  });
});
