// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { type Alertable, alertOf } from './alerts.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`2026-11-${text}+07:00`);
const moments = { now: at('17T09:00'), dayEnd: at('18T00:00'), apologiseBefore: at('18T09:00'), lookAfter: null };
const plainOwed = at('25T17:00').toString();
const plain: Alertable = {
  status: 'in-progress', ended: false, decided: false, submittedAt: at('16T09:00'), owedAt: at('25T17:00'), extension: null, answerDueAt: null, opinionDueAt: null, wish: null, askedAt: null, deemed: null, escalated: false, revoked: false, stepDue: null,
};

describe('điều cần để ý (an alert)', () => {
  test.each([
    ['nothing while there is time', {}, null],
    ['a step due later is no alert', { stepDue: at('18T08:00') }, null],
    ['a step due today is told, though the dossier has time', { stepDue: at('17T16:00') }, { kind: 'step-today', until: at('17T16:00').toString() }],
    ['a late step is told', { stepDue: at('17T08:00') }, { kind: 'step-overdue', until: at('17T08:00').toString() }],
    ['a step due with the whole dossier is not told twice', { stepDue: at('17T16:00'), owedAt: at('17T16:00'), extension: 'granted' as const }, null],
    ['of a dossier overdue itself, its step is not told', { stepDue: at('17T08:00'), owedAt: at('17T08:30') }, null],
    ['what the applicant wishes presses more than a late step', { stepDue: at('17T08:00'), wish: 'stop' as const }, { kind: 'wish-stop', until: null }],
    ['an apology presses more than a late step', { stepDue: at('17T08:00'), owedAt: at('18T08:00') }, { kind: 'apologise-today', until: at('18T08:00').toString() }],
    ['that the law took silence for approval is told before all', { wish: 'stop' as const, deemed: 'approval' as const }, { kind: 'deemed-approval', until: plainOwed }],
    ['that the result was revoked is told where it would be handed out', { status: 'decided' as const, decided: true, revoked: true, askedAt: at('16T10:00') }, { kind: 'result-revoked', until: null }],
    ['of an ended dossier there is none', { stepDue: at('17T08:00'), ended: true, revoked: true }, null],
  ])('%s', (_name, about, told) => {
    expect(alertOf({ ...plain, ...about }, moments)).toEqual(told);
  });
});
