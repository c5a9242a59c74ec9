// SPDX-License-Identifier: EUPL-1.2
import { durationText, momentInList, t } from '@motcua/i18n';
import type { ReturnInterval } from './components/return-day.tsx';
import type { DueState, Reader, ShownStatus } from './status.ts';

/** How a clock stands, as the server counts it; minutes are working minutes, remaining or overdue. */
export type ShownClock = { readonly state: DueState; readonly owedAt: string | null; readonly minutes: number | null; readonly pausedSince: string | null };

// A working day of the statutory week; the server sends minutes already counted in office hours.
const minutesOfADay = 480;

/** «Còn 2 ngày 3 giờ», «Quá hạn 1 ngày», «Tạm dừng: chờ bổ sung». */
export function dueWords(clock: ShownClock, reader: Reader): string {
  const duration = durationText(clock.minutes ?? 0, minutesOfADay);
  switch (clock.state) {
    case 'running': case 'due-soon': return t('due.left', { duration });
    case 'overdue': return reader === 'citizen' ? t('due.late-citizen') : t('due.overdue', { duration });
    case 'paused': return t(reader === 'citizen' ? 'due.paused' : 'due.paused-officer');
    case 'not-started': return t(reader === 'citizen' ? 'due.not-started' : 'due.not-started-officer');
    case 'early': return t('due.early', { duration });
    case 'on-time': return t('due.on-time');
    case 'late': return t('due.late', { duration });
  }
}

/** The instant owed beside the words, short, for a row. */
export function owedInList(clock: ShownClock, now: string): string {
  return clock.owedAt === null ? '' : momentInList(clock.owedAt, now);
}

const byServer: Readonly<Record<string, ShownStatus>> = {
  'submitted': 'submitted', 'awaiting-intake-supplement': 'awaiting-supplement', 'accepted': 'accepted', 'in-progress': 'in-progress',
  'awaiting-supplement': 'awaiting-supplement', 'consulting': 'with-another-agency', 'awaiting-payment': 'awaiting-payment', 'awaiting-identity': 'awaiting-identity', 'decided': 'decided',
  'returned': 'returned', 'refused': 'refused', 'withdrawn': 'withdrawn', 'stopped': 'stopped', 'closed': 'closed', 'sent-upstream': 'sent-upstream',
};

/** The state people see for a state of the server. */
export function shownStatusOf(status: string): ShownStatus {
  return byServer[status] ?? 'in-progress';
}

type Explained = { readonly from: string; readonly to: string; readonly counted: boolean; readonly rule: string; readonly text: string; readonly source: string | null };

const pauses: readonly string[] = ['paused-for-supplement', 'paused-for-payment', 'paused-for-identity', 'waiting-for-supplement', 'stopped'];

/**
 * The lines of an explained return day, as few as they can be: nights and lunch hours between two counted stretches are left out,
 * stretches that follow each other are put together, with the sum the last one came to.
 */
export function intervalsOf(explanation: readonly Explained[]): readonly ReturnInterval[] {
  return explanation.filter(({ rule }) => rule !== 'outside-hours').map(lineOf).reduce<readonly ReturnInterval[]>(joined, []);
}

function lineOf({ from, to, counted, rule, text, source }: Explained): ReturnInterval {
  return { kind: counted ? 'counted' : pauses.includes(rule) ? 'paused' : 'free', from, to, text, why: source, parts: [{ from, to }] };
}

function joined(lines: readonly ReturnInterval[], next: ReturnInterval): readonly ReturnInterval[] {
  const last = lines.at(-1);
  const goesOn = last?.kind === next.kind && (next.kind === 'counted' || last.text === next.text);
  if (!goesOn) return [...lines, next];
  return [...lines.slice(0, -1), { ...last, to: next.to, text: next.kind === 'counted' ? sumOf(next.text) : next.text, parts: [...last.parts ?? [], ...next.parts ?? []] }];
}

/** «Tính 4 giờ; đã tính 1 ngày» → «Đã tính 1 ngày»: of a stretch put together only the sum is worth saying. */
function sumOf(text: string): string {
  const sum = text.split('; ').at(-1) ?? text;
  return sum.charAt(0).toUpperCase() + sum.slice(1);
}
