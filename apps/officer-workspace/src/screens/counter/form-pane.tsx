// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import { formAsSeen, visibleFields } from '@motcua/eforms/contract';
import type { Answers, EformDefinition } from '@motcua/eforms/contract';
import { EformFields, knownNames, shownSources, useWords, withKnown } from '@motcua/ui';
import type { PartyTyped, Prefilled } from '@motcua/ui';
import { searchPlaces } from '../../api.ts';
import { PopulationAsk, type PopulationSubject } from './population-ask.tsx';

type FormPaneProps = {
  readonly form: EformDefinition | undefined; readonly person: PartyTyped; readonly answers: Answers; readonly prefilled?: Prefilled | undefined; readonly faults: Readonly<Record<string, string>>; readonly left: number; /** For whom the population register may be asked; null: not yet known. */ readonly asked: PopulationSubject | null; readonly onChange: (answers: Answers) => void; /** Answers that were filled in from a register, with their sources. */ readonly onFilled: (filled: { readonly answers: Answers; readonly prefilled: Prefilled }) => void; readonly onAnswered: (papers: readonly number[]) => void;
};

/** 4 Thông tin đơn: F7 walks only the places that are left. */
export function FormPane({ form, person, answers, prefilled, faults, left, asked, onChange, onFilled, onAnswered }: FormPaneProps): ReactElement {
  const t = useWords();
  const required = form?.schema['required'];
  const fields = useMemo(() => form?.display.sections.flatMap((section) => section.fields) ?? [], [form]);
  // The person counts as known once the number is whole: half-typed names are not copied.
  const isKnown = /^\d{12}$/u.test(person.personalId.replace(/\s/gu, '')) && person.name !== '';
  const filledFor = useRef('');
  useEffect(() => {
    // Again only when another form or person is there: what the officer empties stays empty.
    const wanted = `${form?.key ?? ''}:${person.personalId}`;
    if (form === undefined || !isKnown || filledFor.current === wanted) return;
    filledFor.current = wanted;
    const filled = withKnown(fields, answers, person);
    if (filled !== answers) onChange(filled);
  }, [form, fields, answers, person, isKnown, onChange]);
  return (
    <section aria-labelledby="quay-don">
      <h2 id="quay-don"><span>{t('counter.form', { left })}</span><kbd>{t('key.left')}</kbd></h2>
      {form === undefined ? <p className="muted">{t('counter.choose-first')}</p> : (
        <div className="counter-form">
          {asked !== null && fields.some(({ source }) => source?.startsWith('population.') === true) && <PopulationAsk subject={asked} content={{ answers, prefilled }} onFilled={onFilled} onAnswered={onAnswered} />}
          <EformFields
            {...formAsSeen(form, answers)} faults={faults} known={knownNames(fields, answers, person)} sources={shownSources(prefilled, answers)} required={Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []}
            searchPlaces={searchPlaces} onLeave={() => undefined} onChange={(name, value) => { onChange({ ...answers, [name]: value }); }}
            entryFields={(repeat, entry) => visibleFields({ ...form, display: { sections: [{ title: '', fields: form.display.sections.flatMap(({ fields }) => fields).find(({ name }) => name === repeat.name)?.fields ?? [] }] } }, { ...answers, ...entry })}
          />
        </div>
      )}
    </section>
  );
}
