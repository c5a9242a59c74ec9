// SPDX-License-Identifier: EUPL-1.2
/**
 * `node bench/deadlines.ts`: computed deadlines per second on one core, against the plain minute walk in the same run.
 *
 * @see design.md §7: at least 1,000,000 deadlines a second
 */
import { compileCalendar, deadlineEngine, type MinuteEvent, type TimeLimit } from '../modules/deadlines/src/index.ts';
import { aCalendar, aCase, rules } from '../modules/deadlines/src/testing.ts';
import { randomFrom } from '../modules/deadlines/test/random-case.ts';
import { reference } from '../modules/deadlines/test/reference.ts';

const daysOff = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-27', '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01'];
const calendar = aCalendar({ daysOff });
const compiled = compileCalendar(calendar);
const start = Date.UTC(2026, 0, 5) / 60_000;
const random = randomFrom(1);
const received = Array.from({ length: 4096 }, () => start + Math.floor(random() * 300 * 1440));
const paused: readonly (readonly MinuteEvent[])[] = received.map((at) =>
  [{ at: at + 600, type: 'supplement-requested' }, { at: at + 2600, type: 'supplemented' }]);

function perSecond(run: (at: number) => unknown, seconds: number): number {
  for (let at = 0; at < 4096; at += 1) run(at);
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < seconds * 1000) {
    for (let at = 0; at < 64; at += 1) run((done + at) & 4095);
    done += 64;
  }
  return done / ((performance.now() - began) / 1000);
}

const byDay = { limit: { value: 10, unit: 'working-day' }, mode: 'by-day' } as const;
const byHour = { limit: { value: 10, unit: 'working-day' }, mode: 'by-hour' } as const;
const counts: readonly (readonly [name: string, given: { readonly limit: TimeLimit; readonly mode: 'by-day' | 'by-hour' }, withPause: boolean])[] = [
  ['10 ngày làm việc, theo ngày', byDay, false], ['10 ngày làm việc, theo giờ', byHour, false],
  ['10 ngày làm việc, theo giờ, một lần tạm dừng', byHour, true],
];
for (const [name, { limit, mode }, withPause] of counts) {
  const engine = deadlineEngine(compiled, { ...rules({ cutoff: '15:00', onSupplement: 'pause' }), mode });
  const rate = perSecond((at) => engine.returnAt(received[at] ?? start, limit, withPause ? paused[at] ?? [] : []), 2);
  const asked = received.slice(0, 512).map((at) => aCase({
    limit, mode, rules: rules({ cutoff: '15:00', onSupplement: 'pause' }), calendar,
    receivedAt: new Date(at * 60_000).toISOString(), events: withPause ? [
      { at: new Date((at + 600) * 60_000).toISOString(), type: 'supplement-requested' }, { at: new Date((at + 2600) * 60_000).toISOString(), type: 'supplemented' },
    ] : [],
  }));
  const walk = perSecond((at) => { const one = asked[at & 511]; return one === undefined ? null : reference(one); }, 1);
  console.log(`${name}: ${Math.round(rate).toLocaleString('en')} deadlines/s, ${Math.round(rate / walk).toLocaleString('en')} × the minute walk (${Math.round(walk)}/s)`);
}
