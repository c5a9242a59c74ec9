// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { PictureDay } from '../clock-weeks.ts';
import { useWords } from '../words.ts';

/** The weeks of a term with the hours counted and not counted. A picture: the list of intervals beside it says the same in words. */
export function ClockWeeks({ weeks }: { readonly weeks: readonly (readonly PictureDay[])[] }): ReactElement {
  const t = useWords();
  return (
    <div className="clock-weeks" aria-hidden="true">
      <div className="clock-week">{t('weeks.days').split(',').map((name) => <span key={name} className="muted small">{name}</span>)}</div>
      {weeks.map((week) => <div key={week[0]?.date} className="clock-week">{week.map((day) => <Day key={day.date} day={day} />)}</div>)}
      <ul className="clock-legend" role="list">
        {(['counted', 'paused', 'free'] as const).map((kind) => <li key={kind}><span className={`clock-sample ${kind}`} />{t(`weeks.${kind}`)}</li>)}
        <li><span className="clock-sample starts" />{t('weeks.start')}</li>
        <li><span className="clock-sample owed" />{t('weeks.owed')}</li>
      </ul>
    </div>
  );
}

const classOf = ({ inside, starts, owed, today }: PictureDay): string => ['clock-day', inside ? 'inside' : '', starts ? 'starts' : '', owed ? 'owed' : '', today ? 'today' : ''].filter((name) => name !== '').join(' ');

function Day({ day }: { readonly day: PictureDay }): ReactElement {
  const { date, parts } = day;
  const label = date.endsWith('-01') ? `${String(Number(date.slice(8)))}/${String(Number(date.slice(5, 7)))}` : String(Number(date.slice(8)));
  return (
    <span className={classOf(day)}>
      <span className="num">{label}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none">
        {parts.map(({ kind, from, to }) => <rect key={`${kind}${String(from)}`} className={kind} x={from * 100} width={Math.max(2, (to - from) * 100)} y="0" height="10" />)}
      </svg>
    </span>
  );
}
