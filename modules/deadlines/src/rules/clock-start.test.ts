// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerCase, clockStart } from '../index.ts';
import type { CountingRules, StartRules, StartingPoint } from '../model.ts';
import { aCalendar, aCase, rules } from '../testing.ts';
import type { StartMoments } from './clock-start.ts';

const on = (text: string): string => `${text}:00+07:00`;
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(on(text));

describe('thời điểm bắt đầu tính (start of the clock)', () => {
  const moments: StartMoments = {
    acceptedAt: instant('2026-11-17T09:00'), filedAt: instant('2026-11-16T18:00'), elsewhere: false, byPost: false, handedOverAt: null, receivedBySolvingAt: null,
  };
  const own: StartRules = { start: 'acceptance', startElsewhere: 'solving-agency', startByPost: 'hand-over-record' };
  const started = (about: Partial<StartMoments>, chosen: Partial<StartRules> = {}): readonly [string, StartingPoint, boolean] => {
    const { at, point, provisional } = clockStart({ ...own, ...chosen }, { ...moments, ...about });
    return [at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toString().slice(0, 16), point, provisional];
  };

  test('is the moment the procedure names: acceptance, or filing', () => {
    expect([started({}), started({}, { start: 'filing' })]).toEqual([['2026-11-17T09:00', 'acceptance', false], ['2026-11-16T18:00', 'filing', false]]);
  });

  test('is receipt by the agency that solves when filed from elsewhere, provisional until then', () => {
    expect(started({ elsewhere: true, byPost: true, handedOverAt: instant('2026-11-15T08:00') })).toEqual(['2026-11-17T09:00', 'solving-agency', true]);
    expect(started({ elsewhere: true, receivedBySolvingAt: instant('2026-11-18T07:45') })).toEqual(['2026-11-18T07:45', 'solving-agency', false]);
  });

  test('is the signed hand-over record when it came by post, acceptance while there is none', () => {
    expect(started({ byPost: true, handedOverAt: instant('2026-11-16T15:20') })).toEqual(['2026-11-16T15:20', 'hand-over-record', false]);
    expect(started({ byPost: true })).toEqual(['2026-11-17T09:00', 'acceptance', false]);
  });

  test('is acceptance wherever it was filed when the rule says so', () => {
    const everywhere = { startElsewhere: 'acceptance', startByPost: 'acceptance' } as const;

    expect([started({ elsewhere: true }, everywhere), started({ elsewhere: true, byPost: true, handedOverAt: instant('2026-11-01T08:00') }, everywhere)]).toEqual(Array(2).fill(['2026-11-17T09:00', 'acceptance', false]));
  });

  test('is never later than acceptance unless another agency received it later', () => {
    const points = fc.record({ start: fc.constantFrom('acceptance', 'filing'), startElsewhere: fc.constantFrom('acceptance', 'solving-agency'), startByPost: fc.constantFrom('acceptance', 'hand-over-record') } as const);
    fc.assert(fc.property(points, fc.boolean(), fc.boolean(), (chosen, elsewhere, byPost) => {
      const begun = clockStart(chosen, { ...moments, elsewhere, byPost, handedOverAt: instant('2026-11-16T08:00') });

      expect(Temporal.Instant.compare(begun.at, moments.acceptedAt)).toBeLessThanOrEqual(0);
      expect(begun.provisional).toBe(elsewhere && chosen.startElsewhere === 'solving-agency');
    }));
  });
});

describe('nhận ngoài giờ, giờ cuối, từ 08:00 (docs/deadline-cases.md 10 and 11)', () => {
  const owed = (receivedAt: string, given: Partial<CountingRules>, calendar = aCalendar()) => {
    const { explanation, returnAt } = answerCase(aCase({ receivedAt: on(receivedAt), limit: { value: 2, unit: 'working-hour' }, mode: 'by-hour', calendar, rules: rules(given) }));
    return [returnAt?.slice(0, 16), explanation[0]?.rule];
  };
  const decree = { lastMinutes: 60, countsFrom: '08:00' } as const;

  test('counts a receipt in the last hour of work from the next working day', () => {
    expect(owed('2026-03-02T15:59', decree)).toEqual(['2026-03-03T08:29', 'working-time']);
    expect(owed('2026-03-02T16:00', decree)).toEqual(['2026-03-03T10:00', 'received-in-last-hour']);
    expect(owed('2026-03-06T16:30', decree)).toEqual(['2026-03-09T10:00', 'received-in-last-hour']);
  });

  test('counts what came in the evening, on a rest day or before eight from eight', () => {
    expect(owed('2026-03-02T19:10', decree)).toEqual(['2026-03-03T10:00', 'received-after-hours']);
    expect(owed('2026-03-07T09:00', decree)).toEqual(['2026-03-09T10:00', 'received-on-day-off']);
    expect(owed('2026-03-03T06:00', decree)).toEqual(['2026-03-03T10:00', 'received-before-opening']);
    expect(owed('2026-03-03T07:40', decree)).toEqual(['2026-03-03T10:00', 'received-before-opening']);
  });

  test('counts from the opening where no such hour is named, or the day closes before it', () => {
    const saturdays = aCalendar({ shifts: { ...aCalendar().shifts, sat: [['07:00', '09:00']] } });

    expect(owed('2026-03-02T19:10', { lastMinutes: 60 })).toEqual(['2026-03-03T09:30', 'received-after-hours']);
    expect(owed('2026-03-06T19:10', { countsFrom: '10:00' }, saturdays)).toEqual(['2026-03-07T09:00', 'received-after-hours']);
    expect(owed('2026-03-02T12:00', { countsFrom: '12:30' })).toEqual(['2026-03-02T15:30', 'received-before-opening']);
  });

  test('lets whichever of last hour and cut-off comes first decide', () => {
    expect(owed('2026-03-02T15:00', { cutoff: '15:00', lastMinutes: 60 })[1]).toBe('received-after-cutoff');
    expect(owed('2026-03-02T16:30', { cutoff: '16:50', lastMinutes: 60 })[1]).toBe('received-in-last-hour');
    expect(owed('2026-03-02T16:59', { lastMinutes: 0 })[1]).toBe('working-time');
  });

  test.each([['rules.lastMinutes', { lastMinutes: -1 }], ['rules.lastMinutes', { lastMinutes: 1.5 }], ['rules.lastMinutes', { lastMinutes: 1441 }], ['rules.countsFrom', { countsFrom: '8:00' }]])('names %s when it is no such value (%#)', (field, given) => {
    expect(answerCase(aCase({ rules: rules(given) }))).toMatchObject({ error: 'bad-case', field });
  });
});
