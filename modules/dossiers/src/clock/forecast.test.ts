// SPDX-License-Identifier: EUPL-1.2
import { type CountingRules, compileCalendar } from '@motcua/deadlines';
import { aCalendar, rules } from '@motcua/deadlines/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../model.ts';
import { counted } from './dossier-clock.ts';
import { forecast } from './forecast.ts';

const calendar = { calendar: aCalendar({ daysOff: ['2026-11-24'] }), compiled: compileCalendar(aCalendar({ daysOff: ['2026-11-24'] })) };
const on = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}:00+07:00`);

function waiting(status: Dossier['status'], given: Partial<CountingRules> = {}): Pick<Dossier, 'clock' | 'status' | 'decidedAt' | 'endedAt' | 'children' | 'tasks'> {
  const asked = { 'awaiting-supplement': [{ at: on('2026-11-18T09:00').toString(), type: 'supplement-requested' }], 'awaiting-payment': [{ at: on('2026-11-18T09:00').toString(), type: 'payment-requested' }], 'awaiting-identity': [{ at: on('2026-11-18T09:00').toString(), type: 'identity-requested' }] } as const;
  const events = status === 'awaiting-supplement' || status === 'awaiting-payment' || status === 'awaiting-identity' ? asked[status] : [];
  const clock = counted(calendar, { startedAt: on('2026-11-17T09:00').toString(), limit: { value: 3, unit: 'working-day' }, limitBasis: null, rule: { ...rules(given), mode: 'by-hour', legal: 'test', leftOut: ['payment', 'identity', 'outage'] }, events }, null);
  if (!clock.ok) throw new Error('no clock');
  return { clock: clock.value, status, decidedAt: null, endedAt: null, children: [], tasks: [] };
}
const now = on('2026-11-18T10:00');
const then = (dossier: ReturnType<typeof waiting>, at: string) => {
  const outcome = forecast(calendar, dossier, { at: on(at), now });
  return outcome.ok ? [outcome.value.supposed, outcome.value.clock.owedAt?.slice(0, 16)] : outcome.error.code;
};

describe('nếu bổ sung đến vào lúc … (what would change)', () => {
  test('begins the whole limit anew at the supplement, or goes on where it stopped, as the rule of the dossier says', () => {
    expect(then(waiting('awaiting-supplement'), '2026-11-20T14:00')).toEqual(['supplemented', '2026-11-26T15:30']);
    expect(then(waiting('awaiting-supplement', { onSupplement: 'pause' }), '2026-11-20T14:00')).toEqual(['supplemented', '2026-11-25T15:30']);
  });

  test('supposes the payment where one is awaited, and a request now where nothing is', () => {
    expect(then(waiting('awaiting-payment'), '2026-11-20T14:00')).toEqual(['paid', '2026-11-25T15:30']);
    expect(then(waiting('awaiting-identity'), '2026-11-20T14:00')).toEqual(['identity-confirmed', '2026-11-25T15:30']);
    expect(then(waiting('in-progress'), '2026-11-20T14:00')).toEqual(['asked-and-supplemented', '2026-11-26T15:30']);
  });

  test('is never earlier for a later day', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 });
    const whichever = fc.constantFrom(...(['awaiting-supplement', 'awaiting-payment', 'in-progress'] as const).flatMap((status) => (['restart', 'pause'] as const).map((onSupplement) => waiting(status, { onSupplement }))));
    fc.assert(fc.property(whichever, minutes, minutes, (dossier, one, more) => {
      const [first, later] = [one, one + more].map((wait) => forecast(calendar, dossier, { at: now.add({ minutes: wait }), now }));

      expect(first?.ok === true && later?.ok === true && Temporal.Instant.compare(Temporal.Instant.from(first.value.clock.owedAt ?? ''), Temporal.Instant.from(later.value.clock.owedAt ?? '')) <= 0).toBe(true);
    }), { numRuns: 200 });
  });

  test('refuses what is past, what has no clock, what is done, and a year nobody published', () => {
    const dossier = waiting('awaiting-supplement');

    expect([then(dossier, '2026-11-18T09:59'), then({ ...dossier, clock: null }, '2026-11-20T14:00'), then({ ...dossier, decidedAt: 'x' }, '2026-11-20T14:00'), then({ ...dossier, endedAt: 'x' }, '2026-11-20T14:00')])
      .toEqual(['fields-to-mend', 'nothing-to-forecast', 'nothing-to-forecast', 'nothing-to-forecast']);
    expect(forecast(calendar, dossier, { at: on('2027-12-31T16:00'), now })).toEqual({ ok: false, error: { code: 'calendar-gap', year: 2028 } });
  });
});
