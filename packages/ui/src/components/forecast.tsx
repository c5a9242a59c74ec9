// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import { momentText, readDay } from '@motcua/i18n';
import { intervalsOf } from '../clock-words.ts';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { DateField, TextField } from './fields.tsx';
import { MessageArea } from './messages.tsx';
import { ReturnDay } from './return-day.tsx';

type Line = Parameters<typeof intervalsOf>[0][number];

/** The answer to «if it comes then»: what was supposed, and the day with its reckoning. */
export type ForecastAnswer = {
  readonly supposed: 'supplemented' | 'paid' | 'identity-confirmed' | 'asked-and-supplemented'; readonly at: string; readonly before: string | null; readonly owedAt: string | null;
  readonly onSupplement: 'restart' | 'pause'; readonly explanation: readonly Line[];
};

type ForecastProps = {
  readonly limitText: string; readonly now: string; readonly answer: ForecastAnswer | null; readonly failure: string; readonly busy: boolean;
  readonly onAsk: (at: string) => void; readonly onClose: () => void;
};

const lastDay = '2099-12-31';
const clockTime = /^([01]?\d|2[0-3])[:h]([0-5]\d)$/u;

/** Tính thử: a day and an hour in, the return day out. Changes nothing, and says so. */
export function ForecastDialog({ limitText, now, answer, failure, busy, onAsk, onClose }: ForecastProps): ReactElement {
  const t = useWords();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const [isPressed, setPressed] = useState(false);
  const [typedDay, typedTime] = [readDay(day, lastDay), clockTime.exec(time.trim())];
  const ask = (): void => {
    setPressed(true);
    if (typedDay !== undefined && typedTime !== null && !busy) onAsk(`${typedDay}T${(typedTime[1] ?? '').padStart(2, '0')}:${typedTime[2] ?? ''}:00+07:00`);
  };
  return (
    <Dialog title={t('forecast.title')} onClose={onClose} broad>
      <p className="muted">{t('forecast.nothing-changes')}</p>
      <MessageArea tone="bad">{failure}</MessageArea>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); ask(); }}>
        <DateField name="forecast-day" label={t('forecast.day')} value={day} error={isPressed && typedDay === undefined ? t('forecast.bad-day') : undefined} onChange={setDay} />
        <TextField name="forecast-time" label={t('forecast.time')} width="num" value={time} error={isPressed && typedTime === null ? t('forecast.bad-time') : undefined} onChange={setTime} />
        <div className="row end"><Button onPress={onClose}>{t('act.later')}</Button><Button type="submit" look="primary" busy={busy}>{t('forecast.ask')}</Button></div>
      </form>
      <div role="status">{answer?.owedAt != null && <Answer answer={answer} owedAt={answer.owedAt} limitText={limitText} now={now} />}</div>
    </Dialog>
  );
}

function Answer({ answer, owedAt, limitText, now }: Pick<ForecastProps, 'limitText' | 'now'> & { readonly answer: ForecastAnswer; readonly owedAt: string }): ReactElement {
  const t = useWords();
  const startedAt = answer.explanation[0]?.from ?? answer.at;
  return (
    <>
      <p>{t(`forecast.${answer.supposed}`, { at: momentText(answer.at) })}<br /><strong className="figure">{momentText(owedAt)}</strong></p>
      {answer.before !== null && <p className="muted">{t('forecast.before', { at: momentText(answer.before) })}</p>}
      {(answer.supposed === 'supplemented' || answer.supposed === 'asked-and-supplemented') && <p className="muted">{t(`forecast.${answer.onSupplement}`)}</p>}
      <ReturnDay owedAt={owedAt} startedAt={startedAt} startText={t('weeks.start')} now={now} limitText={limitText} intervals={intervalsOf(answer.explanation)} />
    </>
  );
}
