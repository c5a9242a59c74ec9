// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { dueWords, intervalsOf, shownStatusOf } from './clock-words.ts';
import { papersFor, withKnown } from './known-answers.ts';
import { readParty, typedParty } from './party-typed.ts';

const line = (from: string, to: string, rule: string, text: string): Parameters<typeof intervalsOf>[0][number] =>
  ({ from, to, counted: rule === 'working-time', rule, text, source: null });
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('the lines of an explained return day (cách tính ngày hẹn)', () => {
  const lines = intervalsOf([
    line('2026-11-20T07:30', '2026-11-20T11:30', 'working-time', 'Tính 4 giờ; đã tính 4 giờ'), line('2026-11-20T11:30', '2026-11-20T13:00', 'outside-hours', 'Ngoài giờ'),
    line('2026-11-20T13:00', '2026-11-20T17:00', 'working-time', 'Tính 4 giờ; đã tính 1 ngày'), line('2026-11-21T00:00', '2026-11-22T00:00', 'weekly-rest', 'Nghỉ cuối tuần'),
    line('2026-11-22T00:00', '2026-11-23T00:00', 'weekly-rest', 'Nghỉ cuối tuần'), line('2026-11-23T07:30', '2026-11-23T10:00', 'paused-for-supplement', 'Chờ bổ sung'),
  ]);

  test('put together what follows each other, with the sum it came to', () => {
    expect(lines.map(({ kind, from, to, text }) => [kind, from, to, text])).toEqual([
      ['counted', '2026-11-20T07:30', '2026-11-20T17:00', 'Đã tính 1 ngày'],
      ['free', '2026-11-21T00:00', '2026-11-23T00:00', 'Nghỉ cuối tuần'],
      ['paused', '2026-11-23T07:30', '2026-11-23T10:00', 'Chờ bổ sung'],
    ]);
  });

  test('keep every counted stretch for the bar', () => {
    expect(lines[0]?.parts).toHaveLength(2);
  });
});

describe('how a clock stands, in words (còn, quá hạn)', () => {
  const clock = { state: 'overdue', owedAt: '2026-11-25T10:00:00Z', minutes: 480, pausedSince: null } as const;

  test('is said plainly to officers and without reproach to citizens', () => {
    expect(plain(dueWords(clock, 'officer'))).toBe('Quá hạn 1 ngày');
    expect(dueWords(clock, 'citizen')).toBe('Chậm so với hẹn');
  });

  test('never shows a code for a status it does not know', () => {
    expect(shownStatusOf('something-new')).toBe('in-progress');
  });
});

describe('what is known already (không hỏi điều đã biết)', () => {
  const person = typedParty({ kind: 'person', name: 'Nguyễn Văn Mẫu', personalId: '000095012345', birthDate: '1995-03-12', phone: '0900000123', email: null, address: { province: '66', commune: '24337', text: '12 Nguyễn Tất Thành, xã Ea Kar, tỉnh Đắk Lắk' } });
  const fields = [{ name: 'owner', control: 'text', label: 'Chủ hộ', source: 'account.fullName' }, { name: 'shop', control: 'text', label: 'Tên hộ' }] as const;

  test('fills empty places only', () => {
    expect(withKnown(fields, {}, person)).toEqual({ owner: 'Nguyễn Văn Mẫu' });
    expect(withKnown(fields, { owner: 'Đặng Thị Ẩn' }, person)).toEqual({ owner: 'Đặng Thị Ẩn' });
  });

  test('survives being shown and read again', () => {
    expect(readParty(person, '2026-11-26')).toEqual({
      kind: 'person', name: 'Nguyễn Văn Mẫu', personalId: '000095012345', birthDate: '1995-03-12', phone: '0900000123', email: null,
      address: { province: '66', commune: '24337', text: '12 Nguyễn Tất Thành, xã Ea Kar, tỉnh Đắk Lắk' },
    });
  });
});

describe('the papers of a circumstance (giấy theo trường hợp)', () => {
  const groups = [{ circumstance: null, papers: ['đơn'] }, { circumstance: 'ủy quyền', papers: ['giấy ủy quyền'] }];

  test('are those of everybody, and those of the circumstance that was chosen', () => {
    expect(papersFor(groups, null)).toEqual(['đơn']);
    expect(papersFor(groups, 'ủy quyền')).toEqual(['đơn', 'giấy ủy quyền']);
  });

  test('are all of them when there is nothing to choose', () => {
    expect(papersFor([{ circumstance: 'một nhóm duy nhất', papers: ['đơn'] }], null)).toEqual(['đơn']);
  });
});
