// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { visibleFields } from '@motcua/eforms/contract';
import type { Answers, EformDefinition } from '@motcua/eforms/contract';
import { EformFields, useWords } from '@motcua/ui';
import { searchPlaces } from '../../api.ts';

type FormPaneProps = {
  readonly form: EformDefinition | undefined; readonly answers: Answers; readonly faults: Readonly<Record<string, string>>; readonly left: number; readonly onChange: (answers: Answers) => void;
};

/** 4 Thông tin đơn: F7 walks only the places that are left. */
export function FormPane({ form, answers, faults, left, onChange }: FormPaneProps): ReactElement {
  const t = useWords();
  const required = form?.schema['required'];
  return (
    <section aria-labelledby="quay-don">
      <h2 id="quay-don"><span>{t('counter.form', { left })}</span><kbd>{t('key.left')}</kbd></h2>
      {form === undefined ? <p className="muted">{t('counter.choose-first')}</p> : (
        <div className="counter-form">
          <EformFields
            fields={visibleFields(form, answers)} values={answers} faults={faults} required={Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []}
            searchPlaces={searchPlaces} onLeave={() => undefined} onChange={(name, value) => { onChange({ ...answers, [name]: value }); }}
            entryFields={(repeat, entry) => visibleFields({ ...form, display: { sections: [{ title: '', fields: form.display.sections.flatMap(({ fields }) => fields).find(({ name }) => name === repeat.name)?.fields ?? [] }] } }, { ...answers, ...entry })}
          />
        </div>
      )}
    </section>
  );
}
