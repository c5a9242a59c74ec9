// SPDX-License-Identifier: EUPL-1.2
/**
 * `node bench/deadlines.ts`: computed deadlines per second on one core, against the plain minute walk and the fastest npm libraries that know
 * working hours and holidays (dayjs-business-time by hour, moment-business-time by day), all in the same run. Promise: at least 1,000,000 deadlines
 * a second, at least 50 × the best library. The libraries know neither pauses, restarts, outages, cut-off hours nor explanations.
 */
import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import moment from 'moment-business-time';
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

function perSecond(run: (at: number) => unknown, seconds: number, warm = 4096): number {
  for (let at = 0; at < warm; at += 1) run(at);
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < seconds * 1000) {
    for (let at = 0; at < 16; at += 1) run((done + at) & 4095);
    done += 16;
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

const shifts = [['07:30:00', '11:30:00'], ['13:30:00', '17:00:00']] as const;
const segments = shifts.map(([from, to]) => ({ start: from, end: to }));
dayjs.extend(businessTime);
dayjs.setHolidays([...daysOff]);
dayjs.setBusinessTime({ sunday: null, monday: segments, tuesday: segments, wednesday: segments, thursday: segments, friday: segments, saturday: null });
const hours = shifts.flat();
moment.updateLocale('en', { workinghours: { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null }, holidays: daysOff });

// The libraries work in the zone of the machine; office time is told to them as if it were that zone's.
const asLocal = (minute: number): number => { const at = new Date((minute + 420) * 60_000); return new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()).getTime(); };
const local = received.map(asLocal);
type Library = readonly [name: string, run: (at: number) => number];
const libraries: readonly (readonly [name: string, mode: 'by-day' | 'by-hour', known: readonly Library[]])[] = [
  ['75 giờ làm việc', 'by-hour', [
    ['dayjs-business-time', (at) => dayjs(local[at]).addBusinessHours(75).valueOf()], ['moment-business-time', (at) => moment(local[at] ?? 0).addWorkingTime(75, 'hours').valueOf()],
  ]],
  ['10 ngày làm việc', 'by-day', [
    ['dayjs-business-time', (at) => dayjs(local[at]).addBusinessDays(10).valueOf()], ['moment-business-time', (at) => moment(local[at] ?? 0).addWorkingTime(10, 'days').valueOf()],
  ]],
];
const hourly = deadlineEngine(compiled, { ...rules(), mode: 'by-hour' });
// Libraries count a receipt on a rest day otherwise: answers are compared where it fell into office hours.
const inHours = received.flatMap((at, index) => (hourly.returnAt(at, { value: 1, unit: 'working-hour' }, []) === at + 60 ? [index] : [])).slice(0, 256);
for (const [name, mode, known] of libraries) {
  const limit: TimeLimit = mode === 'by-hour' ? { value: 75, unit: 'working-hour' } : { value: 10, unit: 'working-day' };
  const engine = deadlineEngine(compiled, { ...rules(), mode });
  const ours = (index: number): number => engine.returnAt(received[index] ?? start, limit, []);
  const rate = perSecond(ours, 2);
  const theirs = known.map(([library, run]) => ({
    library, rate: perSecond(run, 2, 64),
    same: inHours.filter((at) => { const [one, other] = [asLocal(ours(at)), run(at)]; return mode === 'by-hour' ? one === other : new Date(one).toDateString() === new Date(other).toDateString(); }).length,
  }));
  const best = Math.max(...theirs.map((one) => one.rate));
  console.log(`${name}: ${Math.round(rate).toLocaleString('en')} deadlines/s, ${Math.round(rate / best).toLocaleString('en')} × the fastest npm library`);
  for (const { library, rate: each, same } of theirs) console.log(`  ${library}: ${Math.round(each)}/s, ${same} of ${inHours.length} answers the same`);
}
