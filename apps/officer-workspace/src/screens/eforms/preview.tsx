// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { type Answers, type EformDefinition, formAsSeen, normaliseAnswers, readingOrder, sampleAnswers, validateAnswers, visibleFields } from '@motcua/eforms/contract';
import { officeDayOf } from '@motcua/i18n';
import { Button, EformFields, ErrorSummary, MessageArea, useWords } from '@motcua/ui';
import { failureOf, failureWords, nowIso, sendForFile } from '@motcua/web-kit';
import { searchPlaces } from '../../api.ts';

type View = 'fill' | 'read';

/** The form as a citizen has it on a phone: to fill in, to hear, to print. */
export function Preview({ definition }: { readonly definition: EformDefinition }): ReactElement {
  const t = useWords();
  const [view, setView] = useState<View>('fill');
  return (
    <section className="eform-editor-preview" aria-label={t('eform-editor.preview')}>
      <h2>{t('eform-editor.preview')}</h2>
      <div className="row" role="group" aria-label={t('eform-editor.preview-ways')}>
        <Button pressed={view === 'fill'} onPress={() => { setView('fill'); }}>{t('eform-editor.try-fill')}</Button>
        <Button pressed={view === 'read'} onPress={() => { setView('read'); }}>{t('eform-editor.try-read')}</Button>
        <TrialPrint definition={definition} />
      </div>
      {view === 'fill' ? <Fill definition={definition} /> : <ol className="phone reading">{readingOrder(definition).map((line, at) => <li key={at}>{line}</li>)}</ol>}
    </section>
  );
}

function TrialPrint({ definition }: { readonly definition: EformDefinition }): ReactElement {
  const t = useWords();
  const [printed, setPrinted] = useState<{ readonly url: string; readonly of: EformDefinition } | null>(null);
  const print = useMutation({
    mutationFn: () => sendForFile({ method: 'POST', path: '/api/eform-papers', body: { definition, kind: 'sample' } }),
    onSuccess: (file) => { setPrinted({ url: URL.createObjectURL(file), of: definition }); },
  });
  useEffect(() => () => { if (printed !== null) URL.revokeObjectURL(printed.url); }, [printed]);
  return (
    <>
      <Button busy={print.isPending} onPress={() => { print.mutate(); }}>{t('eform-editor.try-print')}</Button>
      {print.error !== null && <MessageArea tone="bad">{failureWords(failureOf(print.error))}</MessageArea>}
      {printed !== null && <a href={printed.url} target="_blank" rel="noreferrer" download="to-khai-in-thu.pdf">{t(printed.of === definition ? 'eform-editor.printed' : 'eform-editor.printed-before')}</a>}
    </>
  );
}

function Fill({ definition }: { readonly definition: EformDefinition }): ReactElement {
  const t = useWords();
  const [answers, setAnswers] = useState<Answers>({});
  const [isTried, setTried] = useState(false);
  const seen = useMemo(() => formAsSeen(definition, answers), [definition, answers]);
  const faults = useMemo(() => isTried ? validateAnswers(definition, normaliseAnswers(definition, answers), { today: officeDayOf(nowIso()) }) : [], [definition, answers, isTried]);
  const required = definition.schema['required'];
  const innerOf = (repeat: string): EformDefinition => ({ ...definition, display: { sections: [{ title: '', fields: definition.display.sections.flatMap(({ fields }) => fields).find(({ name }) => name === repeat)?.fields ?? [] }] } });
  return (
    <div className="phone" data-density="citizen">
      <p className="preview-title">{definition.title}</p>
      <ErrorSummary faults={faults.map(({ path, text }) => ({ field: `thu.${path}`, text }))} />
      {isTried && faults.length === 0 && <p role="status">{t('eform-editor.no-faults')}</p>}
      {definition.display.sections.map(({ title, hint, fields }, at) => {
        const shown = seen.fields.filter(({ name }) => fields.some((field) => field.name === name));
        return shown.length === 0 ? null : (
          <fieldset key={at} className="group preview-section">
            <legend>{title}</legend>
            {hint !== undefined && <span className="hint">{hint}</span>}
            <EformFields
              fields={shown} values={seen.values} faults={Object.fromEntries(faults.map(({ path, text }) => [path, text]))} required={Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []} reminders={seen.reminders}
              searchPlaces={searchPlaces} onLeave={() => undefined} onChange={(name, value) => { setAnswers({ ...answers, [name]: value }); }} idPrefix="thu."
              entryFields={(repeat, entry) => visibleFields(innerOf(repeat.name), { ...answers, ...entry })}
            />
          </fieldset>
        );
      })}
      <div className="row">
        <Button look="primary" onPress={() => { setTried(true); }}>{t('eform-editor.see-faults')}</Button>
        <Button onPress={() => { setAnswers(sampleAnswers(definition)); }}>{t('eform-editor.fill-sample')}</Button>
        <Button look="quiet" onPress={() => { setAnswers({}); setTried(false); }}>{t('eform-editor.empty')}</Button>
      </div>
    </div>
  );
}
