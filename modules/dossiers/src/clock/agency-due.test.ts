// SPDX-License-Identifier: EUPL-1.2
import { type ClockEvent, compileCalendar } from '@motcua/deadlines';
import { aCalendar, rules } from '@motcua/deadlines/testing';
import type { PlannedStep } from '@motcua/workflow';
import { describe, expect, test } from 'vitest';
import type { DossierClock } from '../model.ts';
import { agencyDues } from './agency-due.ts';
import type { AgencyCalendar } from './calendars.ts';
import { counted } from './dossier-clock.ts';

const made = (calendar = aCalendar()): AgencyCalendar => ({ calendar, compiled: compileCalendar(calendar) });
const week = made();
/** The centre works on Saturday mornings too. */
const saturdays = made(aCalendar({ shifts: { ...aCalendar().shifts, sat: [['07:30', '11:30']] } }));
const agencies = { receiving: 'TT', solving: 'SO', returning: 'TT' };
const at = (text: string): string => `2026-03-${text}:00+07:00`;
const ev = (text: string, type: Exclude<ClockEvent['type'], 'extended'>): ClockEvent => ({ at: at(text), type });

/** Received on Monday 2 March at 07:30, five working days of eight hours. */
function clockOf(events: readonly ClockEvent[] = [], given: Partial<DossierClock['rule']> = {}): DossierClock {
  const clock = counted(week, { startedAt: at('02T07:30'), limit: { value: 5, unit: 'working-day' }, limitBasis: null, rule: { ...rules(), mode: 'by-hour', legal: 'test', ...given }, events }, null);
  if (!clock.ok) throw new Error('no clock');
  return clock.value;
}

const step = (node: string, hours: number | null, given: Partial<PlannedStep> = {}): PlannedStep => ({ node, hours, agency: 'competent', budget: null, act: 'forward', after: [], ...given });
const line: readonly PlannedStep[] = [
  step('intake', 4, { agency: 'receiving' }), step('appraise', 15, { after: ['intake'] }), step('consult', 7.5, { agency: 'UBND', after: ['appraise'] }), step('sign', 3.5, { after: ['consult'] }), step('hand-out', null, { agency: 'receiving', act: 'return', after: ['sign'] }),
];
const dues = (steps: readonly PlannedStep[], clock = clockOf(), calendarOf: (agency: string) => AgencyCalendar | null = () => week): Readonly<Record<string, string | null>> =>
  Object.fromEntries(agencyDues(steps, { clock, agencies }, calendarOf).map(({ agency, hours, dueAt }) => [`${agency} ${String(hours)}`, dueAt?.slice(8, 16) ?? null]));

describe('từng cơ quan phải xong lúc (when each agency must be finished)', () => {
  test('is after its last step with hours, one step after the other; an agency that only hands out has none', () => {
    expect(dues(line)).toEqual({ 'TT 4': '02T11:30', 'SO 18.5': '05T17:00', 'UBND 7.5': '05T11:30' });
    expect(dues([step('hand-out', null, { act: 'return' })])).toEqual({});
  });

  test('counts each agency by its own calendar', () => {
    const long = [step('one', 37.5), step('two', 4, { agency: 'receiving', after: ['one'] }), step('three', 1, { after: ['two'] })];
    const clock = clockOf([{ at: at('02T08:00'), type: 'extended', value: 5 }]);

    expect(dues(long, clock)).toEqual({ 'SO 38.5': '09T14:30', 'TT 4': '09T11:30' });
    expect(dues(long, clock, (agency) => (agency === 'TT' ? saturdays : week))).toEqual({ 'SO 38.5': '09T08:30', 'TT 4': '07T11:30' });
  });

  test('has branches beside each other, and what joins them after the later', () => {
    const fork = [step('intake', 4), step('short', 3.5, { agency: 'A', after: ['intake'] }), step('long', 11, { agency: 'B', after: ['intake'] }), step('join', 4, { after: ['short', 'long'] })];

    expect(dues(fork)).toEqual({ 'SO 8': '04T11:30', 'A 3.5': '02T17:00', 'B 11': '03T17:00' });
  });

  test('lets all who share a budget finish when it ends, counted once from its first step', () => {
    const shared = [step('intake', 4), step('one', 11, { budget: 'Tiểu quy trình', after: ['intake'] }), step('two', null, { budget: 'Tiểu quy trình', agency: 'UBND', after: ['one'] }), step('three', null, { budget: 'Tiểu quy trình', after: ['two'] }), step('sign', 4, { agency: 'TINH', after: ['three'] })];
    const apart = shared.map((one) => ({ ...one, budget: null }));

    expect(dues(shared)).toEqual({ 'SO 15': '03T17:00', 'UBND 11': '03T17:00', 'TINH 4': '04T11:30' });
    expect(dues(apart)).toEqual({ 'SO 15': '03T17:00', 'TINH 4': '04T11:30' });
  });

  test('moves with a pause, and is not known while the clock stands before it', () => {
    const waits = [ev('03T07:30', 'payment-requested'), ev('04T07:30', 'paid')];

    expect(dues(line, clockOf(waits))).toEqual({ 'TT 4': '02T11:30', 'SO 18.5': '06T17:00', 'UBND 7.5': '06T11:30' });
    expect(dues(line, clockOf(waits.slice(0, 1)))).toEqual({ 'TT 4': '02T11:30', 'SO 18.5': null, 'UBND 7.5': null });
    expect(dues(line, clockOf(waits, { leftOut: [] }))).toEqual(dues(line));
  });

  test('begins anew at a supplement that restarts, with a payment still open, and goes on where the rule pauses', () => {
    const supplement = [ev('03T07:30', 'supplement-requested'), ev('05T07:30', 'supplemented')];
    const open = [ev('03T07:30', 'supplement-requested'), ev('03T08:00', 'payment-requested'), ev('05T07:30', 'supplemented'), ev('06T07:30', 'paid')];

    expect(dues(line, clockOf(supplement))).toEqual({ 'TT 4': '05T11:30', 'SO 18.5': '10T17:00', 'UBND 7.5': '10T11:30' });
    expect(dues(line, clockOf(open))).toEqual({ 'TT 4': '06T11:30', 'SO 18.5': '11T17:00', 'UBND 7.5': '11T11:30' });
    expect(dues(line, clockOf(supplement, { onSupplement: 'pause' }))).toEqual({ 'TT 4': '02T11:30', 'SO 18.5': '09T17:00', 'UBND 7.5': '09T11:30' });
  });

  test('gives no agency more time for an extension, nor for what came when the result was owed', () => {
    const extended = clockOf([{ at: at('03T08:00'), type: 'extended', value: 5 }]);
    const missed = clockOf([ev('20T08:00', 'supplement-requested'), ev('23T08:00', 'supplemented')]);

    expect([dues(line, extended), dues(line, missed)]).toEqual([dues(line), dues(line)]);
  });

  test('is never later than the day promised, and unknown where no calendar is published', () => {
    expect(dues([step('slow', 400)])).toEqual({ 'SO 400': clockOf().owedAt?.slice(8, 16) });
    expect(dues(line, clockOf(), (agency) => (agency === 'UBND' ? null : week))).toEqual({ 'TT 4': '02T11:30', 'SO 18.5': null, 'UBND 7.5': null });
  });
});
