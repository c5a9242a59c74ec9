// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { MessageId, Translate } from '@motcua/i18n';
import { weekdayText } from '@motcua/i18n';
import { DateField, Select, TextArea, TextField, useWords } from '@motcua/ui';
import { type FormKind, type Typed, type Weekday, someWeek, weekdays } from './shifts.ts';

const words: Readonly<Record<string, MessageId>> = {
  day: 'calendar.form.day', name: 'calendar.form.name', as: 'calendar.form.as', from: 'calendar.form.from-day', fromTime: 'calendar.form.time', until: 'calendar.form.until-day',
  untilTime: 'calendar.form.until-time', validFrom: 'calendar.form.from-day', cutoff: 'calendar.form.cutoff', decision: 'calendar.form.decision',
};

/** «Thứ Hai» of a weekday. */
export function weekdayName(weekday: Weekday): string {
  const name = weekdayText(someWeek[weekday]).split(',')[0] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const isWeekday = (field: string): field is Weekday => weekdays.some((weekday) => weekday === field);

/** What a field of the form is called. */
export function fieldWords(t: Translate, field: string): string {
  const word = words[field];
  return isWeekday(field) ? weekdayName(field) : word === undefined ? field : t(word);
}

type FieldsProps = { readonly kind: FormKind | 'ready'; readonly typed: Typed; readonly faults: readonly { readonly field: string; readonly text: string }[]; readonly onType: (field: string, value: string) => void };

/** The fields of one kind of change, its reason last. */
export function ChangeFields(props: FieldsProps): ReactElement {
  const t = useWords();
  const of = (field: string): { name: string; label: string; value: string; error: string | undefined; onChange: (value: string) => void } => ({
    name: field, label: fieldWords(t, field), value: props.typed[field] ?? '', error: props.faults.find((fault) => fault.field === field)?.text, onChange: (value) => { props.onType(field, value); },
  });
  return (
    <>
      {(props.kind === 'day-off' || props.kind === 'working-day') && <DateField {...of('day')} />}
      {props.kind === 'working-day' && <Select {...of('as')} choices={weekdays.map((weekday) => ({ value: weekday, label: weekdayName(weekday) }))} />}
      {(props.kind === 'day-off' || props.kind === 'working-day') && <TextField {...of('name')} hint={t('calendar.form.name-hint')} />}
      {props.kind === 'outage' && (
        <>
          <div className="row"><DateField {...of('from')} /><TextField {...of('fromTime')} width="num" /></div>
          <div className="row"><DateField {...of('until')} /><TextField {...of('untilTime')} width="num" /></div>
        </>
      )}
      {props.kind === 'office-hours' && (
        <>
          <DateField {...of('validFrom')} />
          <p className="muted">{t('calendar.form.shifts-hint')}</p>
          {weekdays.map((weekday) => <TextField key={weekday} {...of(weekday)} optional={weekday === 'sat' || weekday === 'sun'} />)}
          <TextField {...of('cutoff')} width="num" optional />
        </>
      )}
      <TextArea {...of('decision')} hint={t('calendar.form.decision-hint')} rows={2} />
    </>
  );
}
