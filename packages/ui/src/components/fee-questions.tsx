// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { useWords } from '../words.ts';
import { CheckboxGroup } from './choices.tsx';
import { TextField } from './fields.tsx';

/** What a fee is worked out from, by the ids of the fee table. */
export type FeeAnswers = { readonly units: Readonly<Record<string, number>>; readonly claims: readonly string[]; readonly shipping: string | null };
type Price = { readonly units: readonly { readonly id: string; readonly title: string; readonly unit: string }[]; readonly claims: readonly { readonly id: string; readonly who: string }[] };

/** Nothing counted, nothing claimed. */
export const noFeeAnswers: FeeAnswers = { units: {}, claims: [], shipping: null };

/** The answers as an address carries them: «trang:3,ban:2» and «ngheo,xa». */
export const feeQuery = ({ units, claims }: FeeAnswers): { readonly units: string | undefined; readonly claims: string | undefined } => {
  const counted = Object.entries(units).map(([id, count]) => `${id}:${String(count)}`).join(',');
  return { units: counted === '' ? undefined : counted, claims: claims.length === 0 ? undefined : claims.join(',') };
};

/** What the fee table asks: how many of what is counted, and which reliefs one has the papers for. */
export function FeeQuestions({ price, answers, onChange }: { readonly price: Price; readonly answers: FeeAnswers; readonly onChange: (next: FeeAnswers) => void }): ReactElement | null {
  const t = useWords();
  if (price.units.length === 0 && price.claims.length === 0) return null;
  const count = (id: string, typed: string): void => {
    const digits = typed.replace(/\D/gu, '').slice(0, 5);
    onChange({ ...answers, units: digits === '' ? Object.fromEntries(Object.entries(answers.units).filter(([other]) => other !== id)) : { ...answers.units, [id]: Number(digits) } });
  };
  return (
    <div className="stack stretch">
      {price.units.map(({ id, title, unit }) => (
        <TextField key={id} name={`fee-unit-${id}`} width="code" label={t('fees.how-many', { title, unit })} value={answers.units[id] === undefined ? '' : String(answers.units[id])} typing={{ inputMode: 'numeric' }} hint={answers.units[id] === undefined ? t('fees.one-if-empty', { unit }) : undefined} onChange={(typed) => { count(id, typed); }} />
      ))}
      {price.claims.length > 0 && <CheckboxGroup name="fee-claims" label={t('fees.claims')} values={answers.claims} choices={price.claims.map(({ id, who }) => ({ value: id, label: who }))} onChange={(claims) => { onChange({ ...answers, claims }); }} />}
    </div>
  );
}
