// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { randomCase, randomFrom } from '../../test/random-case.ts';
import { reference } from '../../test/reference.ts';
import { answerCase, compileCalendar, deadlineEngine } from '../index.ts';
import { instantText, minuteOf, parseInstant } from '../calendar/minutes.ts';
import type { ClockEvent, DeadlineCase } from '../model.ts';
import { aCalendar, aCase, rules } from '../testing.ts';

declare module 'vitest' {
  interface ProvidedContext { readonly randomCases: number; readonly propertyRuns: number }
}

const cases = fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => randomCase(randomFrom(seed), String(seed)));
const plain = cases.map((asked) => ({ ...asked, events: [] }));
const later = (text: string, minutes: number): string => instantText(parseInstant(text) + minutes);
const owed = (asked: DeadlineCase): number | null => {
  const { returnAt } = answerCase(asked);
  return returnAt === null ? null : parseInstant(returnAt);
};

describe('ngày hẹn trả, for any case', () => {
  test('is what the plain minute walk answers', () => {
    const random = randomFrom(20261120);
    for (let at = 0; at < inject('randomCases'); at += 1) {
      const asked = randomCase(random, String(at));
      const { returnAt, stoppedSince, error } = answerCase(asked);

      expect({ asked, answer: { returnAt, stoppedSince, error } }).toEqual({ asked, answer: reference(asked) });
    }
  });

  test('is never earlier for a later receipt', () => {
    fc.assert(fc.property(plain, fc.integer({ min: 1, max: 6000 }), (asked, minutes) => {
      const first = owed(asked);
      const second = owed({ ...asked, receivedAt: later(asked.receivedAt, minutes) });

      expect(first === null || second === null || first <= second).toBe(true);
    }), { numRuns: inject('propertyRuns') });
  });

  test('is never earlier for a pause', () => {
    fc.assert(fc.property(plain, fc.nat(6000), fc.nat(6000), (asked, wait, length) => {
      const from = later(asked.receivedAt, wait);
      const events: ClockEvent[] = [{ at: from, type: 'payment-requested' }, { at: later(from, length), type: 'paid' }];
      const [without, paused] = [owed(asked), owed({ ...asked, events })];

      expect(without === null || paused === null || without <= paused).toBe(true);
    }), { numRuns: inject('propertyRuns') });
  });

  test('does not change when a pause is split', () => {
    fc.assert(fc.property(plain, fc.tuple(fc.nat(4000), fc.nat(4000), fc.nat(4000)), (asked, [wait, one, two]) => {
      const from = later(asked.receivedAt, wait);
      const [middle, to] = [later(from, one), later(from, one + two)];
      const whole: ClockEvent[] = [{ at: from, type: 'payment-requested' }, { at: to, type: 'paid' }];
      const split: ClockEvent[] = [
        { at: from, type: 'payment-requested' }, { at: middle, type: 'paid' }, { at: middle, type: 'payment-requested' }, { at: to, type: 'paid' },
      ];

      expect(owed({ ...asked, events: split })).toBe(owed({ ...asked, events: whole }));
    }), { numRuns: inject('propertyRuns') });
  });

  test('lies inside office hours or at a closing', () => {
    fc.assert(fc.property(cases, (asked) => {
      const at = owed(asked);
      if (at === null) return;
      const compiled = compileCalendar(asked.calendar, asked.receivedAt.slice(0, 10));
      const local = at + 420 - compiled.base * 1440;
      const time = local % 1440;

      expect(compiled.shiftsOf(Math.floor(local / 1440)).some(([from, to]) => from < time && time <= to)).toBe(true);
    }), { numRuns: inject('propertyRuns') });
  });
});

describe('giải trình cách tính', () => {
  test('runs without gap or overlap from receipt to the instant owed', () => {
    fc.assert(fc.property(cases, (asked) => {
      const { returnAt, explanation } = answerCase(asked);
      const stretches = explanation.filter(({ from, to }) => from !== to);

      if (returnAt !== null) expect([stretches[0]?.from, stretches.at(-1)?.to]).toEqual([asked.receivedAt, returnAt]);
      expect(stretches.slice(1).map(({ from }) => from)).toEqual(stretches.slice(0, -1).map(({ to }) => to));
    }), { numRuns: inject('propertyRuns') });
  });

  test('counts exactly what is owed: minutes by hour, days by day', () => {
    fc.assert(fc.property(cases, (asked) => {
      const { returnAt, explanation } = answerCase(asked);
      if (returnAt === null) return;
      const { limit: { unit }, mode, rules: { hoursPerDay } } = asked;
      const extension = explanation.some(({ rule }) => rule === 'extended') ? asked.events.find(({ type }) => type === 'extended') : undefined;
      const value = asked.limit.value + (extension?.type === 'extended' ? extension.value : 0);
      const counted = explanation.filter((item) => item.counted);
      const minutes = counted.reduce((sum, { from, to }) => sum + parseInstant(to) - parseInstant(from), 0);

      if (unit === 'working-hour') expect(minutes).toBe(value * 60);
      if (unit === 'working-day' && mode === 'by-hour') expect(minutes).toBe(Math.ceil(value * hoursPerDay * 60 - 1e-6));
      if ((unit === 'working-day' && mode === 'by-day') || unit === 'calendar-day') expect(counted.length).toBe(value);
    }), { numRuns: inject('propertyRuns') });
  });

  test('says in Vietnamese why the count begins later and which holiday is left out', () => {
    const calendar = compileCalendar(aCalendar({ daysOff: ['2026-11-24'], dayNames: { '2026-11-24': 'Ngày Văn hóa Việt Nam' } }));
    const engine = deadlineEngine(calendar, { ...rules({ cutoff: '15:00' }), mode: 'by-day' });

    const items = engine.explain({
      receivedAt: Temporal.Instant.from('2026-11-19T15:40:00+07:00'), limit: { value: 3, unit: 'working-day' }, events: [],
    });

    expect(items.map(({ text }) => text)).toEqual([
      'Nhận lúc 15:40 thứ Năm 19/11, sau giờ nhận nên tính từ 07:30 thứ Sáu 20/11', 'Không tính ngày nhận hồ sơ', 'Nghỉ cuối tuần',
      'Ngày làm việc thứ 1 trong 3', 'Nghỉ lễ: Ngày Văn hóa Việt Nam', 'Ngày làm việc thứ 2 trong 3', 'Ngày làm việc thứ 3 trong 3',
    ]);
  });
});

describe('the engine of a calendar', () => {
  test('answers the same as the case by case', () => {
    const random = randomFrom(7);
    for (let at = 0; at < inject('propertyRuns'); at += 1) {
      const asked = randomCase(random, String(at));
      const engine = deadlineEngine(compileCalendar(asked.calendar, '2026-01-01'), { ...asked.rules, mode: asked.mode });
      if (asked.events.filter(({ type }) => type === 'extended').length > 1) continue;
      const owe = engine.owe({ receivedAt: Temporal.Instant.from(asked.receivedAt), limit: asked.limit, events: asked.events });
      const expected = reference(asked);

      expect(owe.ok ? owe.value.returnAt?.epochMilliseconds ?? null : owe.error.code)
        .toEqual(expected.error ?? (expected.returnAt === null ? null : Date.parse(expected.returnAt)));
    }
  });

  test('follows office hours that change on a day', () => {
    const morning = { ...aCase().calendar.shifts, tue: [['08:00', '10:00']] } as const;
    const calendar = compileCalendar(aCalendar({ laterShifts: [{ from: '2026-03-03', shifts: morning, cutoff: null }] }));
    const engine = deadlineEngine(calendar, { ...rules(), mode: 'by-day' });

    const at = engine.returnAt(minuteOf(Temporal.Instant.from('2026-03-02T08:00:00+07:00')), { value: 1, unit: 'working-day' }, []);

    expect(instantText(at)).toBe('2026-03-03T10:00:00+07:00');
  });
});
