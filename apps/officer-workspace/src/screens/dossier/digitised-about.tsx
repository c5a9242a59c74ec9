// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { DateField, TextField, useWords } from '@motcua/ui';
import { readDay } from '@motcua/i18n';
import { isDayNeeded } from './needed-days.ts';

type ReadValues = readonly { readonly name: string; readonly value: string }[];
const lastDay = '2099-12-31';
/** What a paper says of itself, as typed. */
export type About = Readonly<Record<'number' | 'issuer' | 'issuedOn' | 'validUntil', string>>;
const aboutFields = ['number', 'issuer', 'issuedOn', 'validUntil'] as const;
/** A day as officers type it, from «12/05/1990», «12-05-1990» or «12 tháng 05 năm 1990». */
const dayRead = (text: string): string => { const [day = '', month = '', year = ''] = text.split(/\D+/u); return year === '' ? '' : `${day}/${month}/${year}`; };
const readAbout: ReadonlySet<string> = new Set(['Số', 'Ngày cấp']);
/** Whether a value that was read is about the paper itself: then it stands in its own field and is not asked twice. */
export const isAbout = (name: string): boolean => readAbout.has(name);
/** What was read on the paper about the paper itself, to be confirmed. */
export function aboutRead(values: ReadValues): About {
  const read = (name: string): string => values.find((one) => one.name === name)?.value ?? '';
  return { number: read('Số'), issuer: '', issuedOn: dayRead(read('Ngày cấp')), validUntil: '' };
}
/** A day as it was typed, as it is sent; null: none. */
export const sentDay = (typed: string): string | null => (typed.trim() === '' ? null : readDay(typed, lastDay) ?? typed.trim());
/** What was typed, as it is sent; a day that cannot be read goes as typed, so that it is refused and named. */
export const sentAbout = ({ number, issuer, issuedOn, validUntil }: About): Readonly<Record<keyof About, string | null>> =>
  ({ number: number.trim() === '' ? null : number.trim(), issuer: issuer.trim() === '' ? null : issuer.trim(), issuedOn: sentDay(issuedOn), validUntil: sentDay(validUntil) });

/** What the paper says of itself: without it nobody can say later whether it still counts. */
export function AboutFields({ about, months, faultOf, onAbout }: { readonly about: About; /** Months its kind is good for: then one of its days is needed; null: no end. */ readonly months: number | null; readonly faultOf: (path: string) => string | undefined; readonly onAbout: (about: About) => void }): ReactElement {
  const t = useWords();
  return (
    <fieldset className="stack">
      <legend>{t('digitise.about')}</legend>
      {months !== null && <p className="muted">{t('digitise.about.days-needed', { months })}</p>}
      <div className="halves">
        {aboutFields.map((name) => {
          const field = { name: `about.${name}`, label: t(`digitise.about.${name}`), value: about[name], error: faultOf(`about.${name}`), onChange: (typed: string) => { onAbout({ ...about, [name]: typed }); }, optional: !isDayNeeded(name, about, months) };
          return name === 'issuedOn' || name === 'validUntil' ? <DateField key={name} {...field} /> : <TextField key={name} {...field} />;
        })}
      </div>
    </fieldset>
  );
}
