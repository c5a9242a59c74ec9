// SPDX-License-Identifier: EUPL-1.2
import type { DraftField, EformDraft } from '@motcua/eforms/contract';
import { describe, expect, test } from 'vitest';
import { fieldAt } from './draft-acts.ts';
import { renameField } from './rename-field.ts';

const field = (key: string, about: Partial<DraftField> = {}): DraftField => ({ key, control: 'text', label: key, required: false, limits: { type: 'string' }, ...about });
const draft: EformDraft = {
  title: 'Thử', rest: {},
  sections: [
    { key: 'phan-1', title: 'Một', fields: [field('area', { control: 'number' }), field('from', { control: 'date' }), field('until', { control: 'date', notAfter: { name: 'from', words: 'ngày đầu' } })] },
    {
      key: 'phan-2', title: 'Hai', visibleWhen: { all: [{ field: 'area', is: 5 }, { not: { field: 'areaOther', filled: true } }] },
      fields: [
        field('price', { computed: 'if(area > 3, area * 2, sum(rows.area)) + "area"' }), field('areaOther', { visibleWhen: { any: [{ field: 'area', in: [1, 2] }] } }),
        field('rows', { control: 'repeat', fields: [field('area', { control: 'number' }), field('double', { computed: 'area * 2', visibleWhen: { field: 'area', filled: true } })] }),
      ],
    },
  ],
};
const renamed = (key: string, to: string, list: string | null = null) => {
  const place = { section: list === null ? 'phan-1' : 'phan-2', list, key };
  const found = fieldAt(draft, place);
  return renameField(draft, place, { ...(found ?? field(key)), key: to });
};
const at = (changed: EformDraft, key: string, list: string | null = null): DraftField | undefined => fieldAt(changed, { section: key === 'area' && list === null ? 'phan-1' : key === 'until' ? 'phan-1' : 'phan-2', list, key });

describe('đổi mã ô (a field given another name)', () => {
  test('is renamed in conditions, formulas and headings, not in texts and not in a list that has the name itself', () => {
    const { draft: changed, place } = renamed('area', 'size');

    expect(place).toEqual({ section: 'phan-1', list: null, key: 'size' });
    expect(changed.sections[1]?.visibleWhen).toEqual({ all: [{ field: 'size', is: 5 }, { not: { field: 'areaOther', filled: true } }] });
    expect(at(changed, 'price')?.computed).toBe('if(size > 3, size * 2, sum(rows.area)) + "area"');
    expect(at(changed, 'areaOther')?.visibleWhen).toEqual({ any: [{ field: 'size', in: [1, 2] }] });
    expect(at(changed, 'double', 'rows')).toMatchObject({ computed: 'area * 2', visibleWhen: { field: 'area', filled: true } });
  });

  test('is renamed as the bound of another day', () => {
    expect(at(renamed('from', 'begin').draft, 'until')?.notAfter).toEqual({ name: 'begin', words: 'ngày đầu' });
  });

  test('of a list is renamed within it, and where its list is named with it', () => {
    const { draft: changed } = renamed('area', 'size', 'rows');

    expect(at(changed, 'double', 'rows')).toMatchObject({ computed: 'size * 2', visibleWhen: { field: 'size', filled: true } });
    expect(at(changed, 'price')?.computed).toBe('if(area > 3, area * 2, sum(rows.size)) + "area"');
    expect(changed.sections[1]?.visibleWhen).toEqual(draft.sections[1]?.visibleWhen);
  });

  test('keeps its name when another field of its group has the new one', () => {
    expect(renamed('area', 'price')).toEqual({ draft, place: { section: 'phan-1', list: null, key: 'area' } });
  });
});
