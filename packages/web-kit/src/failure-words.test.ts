// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { faultsOf } from './failure-words.ts';

const refused = (errors: readonly { readonly path: string; readonly label: string; readonly text: string }[]) => faultsOf({ kind: 'refused', status: 422, problem: { title: 'Còn chỗ cần sửa.', code: 'fields-to-mend', errors: [...errors] } }).map(({ text }) => text);

describe('lời báo ở từng ô (faults in words)', () => {
  test('name their field once, also when the words begin with it', () => {
    expect(refused([{ path: 'code', label: 'Mã', text: 'Mã tổ chức có 10 chữ số.' }, { path: 'name', label: 'Tên', text: 'Chưa ghi.' }, { path: 'no', label: 'Số', text: 'Sốt ruột.' }])).toEqual(['Mã tổ chức có 10 chữ số.', 'Tên: Chưa ghi.', 'Số: Sốt ruột.']);
  });
});
