// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { momentShort, momentText, rangeText } from '@motcua/i18n';
import { weeksOf } from '../clock-weeks.ts';
import { useWords } from '../words.ts';
import { ClockWeeks } from './clock-weeks.tsx';

/** One stretch of the reckoning: counted, not counted (nights and days off), or paused. */
export type ReturnInterval = {
  readonly kind: 'counted' | 'free' | 'paused';
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
  /** What the stretch is, e.g. «Đã tính 1 ngày 3 giờ 10 phút». */
  readonly text: string;
  /** The stretches it was put together from, drawn one by one. */
  readonly parts?: readonly { readonly from: string; readonly to: string }[];
  /** Why, with the article, e.g. «Luật … Điều …». */
  readonly why: string | null;
};

export type ReturnDayProps = {
  readonly owedAt: string;
  /** «5 ngày làm việc = 40 giờ» */
  readonly limitText: string;
  readonly startedAt: string;
  readonly startText: string;
  readonly intervals: readonly ReturnInterval[];
  readonly now: string;
  /** Earlier promises, oldest first, each with the reason of the move. */
  readonly moved?: readonly { readonly was: string; readonly reason: string }[];
};

const width = 1000;

/**
 * Ngày hẹn trả, explained: the ordered list is the content; the bar is drawn from it and hidden from screen readers.
 * Counts nothing itself: every line comes from the deadline engine.
 */
export function ReturnDay(props: ReturnDayProps): ReactElement {
  const t = useWords();
  return (
    <section className="return-day" aria-labelledby="cach-tinh">
      <h2 id="cach-tinh">{t('return-day.title')}</h2>
      <p className="muted">{props.limitText}</p>
      <Picture {...props} />
      <ol role="list">
        <Line sign="start" when={momentShort(props.startedAt)} text={props.startText} why={null} />
        {props.intervals.map((interval, at) => (
          <Line key={at} sign={interval.kind} when={rangeText(interval.from, interval.to)} text={interval.text} why={interval.why} />
        ))}
        {props.moved?.map(({ was, reason }, at) => <Line key={at} sign="moved" when={momentShort(was)} text={t('return-day.moved', { reason })} why={null} struck />)}
        <Line sign="owed" when={momentText(props.owedAt)} text={t('return-day.owed')} why={null} strong />
      </ol>
    </section>
  );
}

type Sign = ReturnInterval['kind'] | 'start' | 'owed' | 'moved';
type LineProps = { readonly sign: Sign; readonly when: string; readonly text: string; readonly why: string | null; readonly struck?: boolean; readonly strong?: boolean };

function Line({ sign, when, text, why, struck = false, strong = false }: LineProps): ReactElement {
  const t = useWords();
  return (
    <li className={strong ? 'strong' : ''}>
      <Swatch sign={sign} />
      <span className="num">{struck ? <del>{when}</del> : when}</span>
      <div>
        {text}
        {why !== null && <details><summary>{t('return-day.why')}</summary><p>{why}</p></details>}
      </div>
    </li>
  );
}

function Swatch({ sign }: { readonly sign: Sign }): ReactElement {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      {sign === 'counted' && <rect className="bar-counted" x="1" y="2" width="14" height="12" />}
      {sign === 'free' && <rect className="bar-free" x="1" y="2" width="14" height="12" strokeDasharray="2 2" />}
      {sign === 'paused' && <><rect className="bar-paused-ground" x="1" y="2" width="14" height="12" /><path className="bar-paused" d="M1 14 L13 2 M7 14 L15 6" /></>}
      {(sign === 'start' || sign === 'moved') && <circle className="bar-owed" cx="8" cy="8" r="4" />}
      {sign === 'owed' && <path className="bar-owed" d="M8 1 L15 8 L8 15 L1 8 Z" />}
    </svg>
  );
}

/** The weeks of the term; of a long one a bar. */
function Picture(props: ReturnDayProps): ReactElement {
  const weeks = weeksOf(props);
  return weeks === null ? <Bar {...props} /> : <ClockWeeks weeks={weeks} />;
}

function Bar({ startedAt, owedAt, intervals, now }: ReturnDayProps): ReactElement {
  const begin = Date.parse(startedAt);
  const end = Math.max(Date.parse(owedAt), begin + 1);
  const x = (at: string): number => Math.min(width, Math.max(0, ((Date.parse(at) - begin) / (end - begin)) * width));
  const isWithin = Date.parse(now) >= begin && Date.parse(now) <= end;
  return (
    <svg viewBox={`-4 0 ${String(width + 16)} 48`} preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <pattern id="tam-dung" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line className="bar-paused" x1="0" y1="0" x2="0" y2="8" strokeWidth="3" /></pattern>
      </defs>
      <rect className="bar-free" x="0" y="18" width={width} height="12" strokeDasharray="3 3" />
      {intervals.filter(({ kind }) => kind !== 'free').flatMap(({ kind, from, to, parts }) => (parts ?? [{ from, to }]).map((part) => ({ kind, ...part }))).map(({ kind, from, to }, at) => (
        <rect
          key={at} x={x(from)} width={Math.max(2, x(to) - x(from))} y="12" height="24"
          {...(kind === 'counted' ? { className: 'bar-counted' } : { className: 'bar-paused', fill: 'url(#tam-dung)' })}
        />
      ))}
      {isWithin && <line className="bar-now" x1={x(now)} x2={x(now)} y1="4" y2="44" />}
      <path className="bar-owed" d={`M${String(width)} 14 l8 10 l-8 10 l-8 -10 Z`} />
    </svg>
  );
}
