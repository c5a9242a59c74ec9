// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { Part } from '../model.ts';
import { changedWords, difference } from './difference.ts';

const papers = (...names: readonly string[]): Part => ({ key: 'papers', label: 'Giấy tờ', parts: names.map((name) => ({ key: name, label: name, text: '1 bản chính' })) });

describe('khác biệt (difference of two contents)', () => {
  test('tells words added and removed inside a text', () => {
    expect(changedWords('5 ngày làm việc', '4 ngày làm việc')).toEqual([{ text: '5', is: 'removed' }, { text: '4', is: 'added' }, { text: ' ngày làm việc', is: 'same' }]);
  });

  test('tells parts apart by key: added, removed where it stood, moved, changed, and that something inside changed', () => {
    const lines = difference(
      [{ key: 'name', label: 'Tên', text: 'Cấp phép' }, papers('Đơn', 'Bản vẽ', 'Ảnh', 'Sổ')],
      [{ key: 'name', label: 'Tên', text: 'Cấp phép' }, papers('Sổ', 'Đơn', 'Ảnh', 'Đất')],
    );

    expect(lines.map(({ path, change }) => `${path} ${change}`)).toEqual(['name same', 'papers inside', 'papers/Sổ moved', 'papers/Đơn same', 'papers/Bản vẽ removed', 'papers/Ảnh same', 'papers/Đất added']);
  });

  test('shows a text that changed all over whole before and whole after, without searching long', () => {
    const [before, after] = ['a', 'b'].map((letter) => Array.from({ length: 3000 }, (_each, at) => `${letter}${at}`).join(' '));

    expect(changedWords(before ?? '', after ?? '').map(({ is }) => is)).toEqual(['removed', 'added']);
  });

  test('nothing changed is nothing changed, also with the same key twice', () => {
    expect(difference([papers('Đơn', 'Đơn')], [papers('Đơn', 'Đơn')]).map(({ change }) => change)).toEqual(['same', 'same', 'same']);
  });
});
