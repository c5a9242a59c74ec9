// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { EformFields, RegisterDifferences, Section, answerSourceWords, differencesOf, knownNames, shownSources, takenOver, typedParty, useWords, withKnown, withSources } from '@motcua/ui';
import { formAsSeen, visibleFields } from '@motcua/eforms/contract';
import type { Answers, EformDefinition, Field } from '@motcua/eforms/contract';
import { searchPlaces, useKnownAnswers } from '../../api.ts';
import type { StepProps } from './filing.tsx';
import { StepPage } from './step-page.tsx';

/** Whom the form is about, once the server knows him too: who files himself, or the organisation he files for; null: somebody else, or not yet saved. */
function useSubject({ content: { forOther, applicant }, flush, save: { kind } }: StepProps['handle']): string | null {
  const [isSaved, setSaved] = useState(false);
  useEffect(() => { void flush().then((revision) => { if (revision !== null) setSaved(true); }); }, [flush, kind]);
  if (!forOther) return 'self';
  return isSaved && applicant?.kind === 'organisation' ? applicant.personalId ?? null : null;
}

/** Bước 2: tờ khai, drawn from its definition. */
export function Declaration({ draft, handle, form, left }: StepProps): ReactElement {
  const t = useWords();
  const { answers, applicant } = handle.content;
  const person = typedParty(applicant);
  const fields = form.display.sections.flatMap((section) => section.fields);
  const hasFilled = useRef(false);
  useEffect(() => {
    // Once, when the step opens: what a person empties afterwards stays empty.
    if (hasFilled.current) return;
    hasFilled.current = true;
    const filled = withKnown(fields, answers, person);
    if (filled !== answers) handle.change({ answers: filled });
  }, [fields, answers, person, handle]);
  const earlier = useKnownAnswers(draft.id, useSubject(handle)).data;
  useEffect(() => {
    const filled = earlier === undefined ? null : withSources(handle.content, earlier.answers.map(({ name, value, source }) => ({ name, value, source: answerSourceWords(source, t) })));
    if (filled !== null) handle.change(filled);
  }, [earlier, handle, t]);
  const { fields: shown, values, reminders } = formAsSeen(form, answers);
  const registered = (earlier?.answers ?? []).filter(({ source }) => source.kind === 'business');
  const differences = differencesOf(shown, { answers, known: registered, t });
  const required = requiredOf(form);
  return (
    <StepPage title={t('filing.step.to-khai')} draftId={draft.id} places={left['to-khai']} next={`/soan/${draft.id}/giay-to`}>
      {(faults, onLeave) => [<RegisterDifferences key="khac" lines={differences} onTake={({ name, value, source }) => { handle.change(takenOver(handle.content, { name, value, source: answerSourceWords(source, t) })); }} />, ...form.display.sections.map(({ title, fields }, at) => {
        const ofSection = fields.filter((field) => shown.some(({ name }) => name === field.name));
        return ofSection.length === 0 ? null : (
          <Section key={title} id={`phan-${String(at + 1)}`} title={title}>
            <EformFields
              fields={ofSection} values={values} reminders={reminders} faults={faults} required={required} known={knownNames(fields, answers, person)} sources={shownSources(handle.content.prefilled, answers)} attested={!handle.content.forOther} searchPlaces={searchPlaces} onLeave={onLeave}
              entryFields={(repeat, entry) => entryFields(form, repeat.name, { ...answers, ...entry })}
              onChange={(name, value) => { handle.change({ answers: { ...answers, [name]: value } }); }}
            />
          </Section>
        );
      })]}
    </StepPage>
  );
}

function requiredOf({ schema }: EformDefinition): readonly string[] {
  const required = schema['required'];
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

/** The fields of one entry of a repeat: conditions look into the entry first. */
function entryFields(form: EformDefinition, repeat: string, answers: Answers): readonly Field[] {
  const field = form.display.sections.flatMap(({ fields }) => fields).find(({ name }) => name === repeat);
  return visibleFields({ ...form, display: { sections: [{ title: '', fields: field?.fields ?? [] }] } }, answers);
}
