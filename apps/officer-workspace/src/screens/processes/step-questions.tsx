// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { Simulation } from '@motcua/workflow/contract';
import { CheckboxGroup, RadioGroup, Select, TextField, useWords } from '@motcua/ui';
import { useAgencies } from '../../api.ts';

export type StepQuestion = Simulation['waiting'][number]['questions'][number];
type Value = string | number | boolean;

/** What stands in a field before it is touched. */
const firstOf = ({ kind, choices }: StepQuestion): string => (kind === 'yes-no' ? 'true' : kind === 'choice' ? choices[0] ?? '' : '');

/** What a typed answer means to the conditions. */
function valueOf({ kind }: StepQuestion, typed: string): Value {
  if (kind === 'yes-no') return typed === 'true';
  const number = Number(typed.replace(',', '.'));
  return kind === 'number' && typed.trim() !== '' && Number.isFinite(number) ? number : typed;
}

/** What was typed, as the process reads it. */
export function answersTyped(questions: readonly StepQuestion[], typed: Readonly<Record<string, string>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(questions.map((question) => [question.variable, valueOf(question, typed[question.variable] ?? firstOf(question))]));
}

type Props = { readonly place: string; readonly questions: readonly StepQuestion[]; readonly typed: Readonly<Record<string, string>>; readonly onChange: (typed: Readonly<Record<string, string>>) => void };

/** What must be answered when a step is finished, because the way on depends on it. */
export function StepQuestions({ place, questions, typed, onChange }: Props): ReactElement {
  return <>{questions.map((question) => <Answer key={question.variable} place={place} question={question} value={typed[question.variable] ?? firstOf(question)} onChange={(text) => { onChange({ ...typed, [question.variable]: text }); }} />)}</>;
}

function Answer({ place, question, value, onChange }: { readonly place: string; readonly question: StepQuestion; readonly value: string; readonly onChange: (text: string) => void }): ReactElement {
  const t = useWords();
  const { variable, kind, choices } = question;
  const name = `${place}.${variable}`;
  const label = t('try.answer', { variable });
  if (kind === 'yes-no') return <RadioGroup name={name} label={label} value={value} choices={[{ value: 'true', label: t('try.yes') }, { value: 'false', label: t('try.no') }]} onChange={onChange} />;
  if (kind === 'choice') return <Select name={name} label={label} value={value} choices={[...choices.map((choice) => ({ value: choice, label: choice })), { value: '', label: t('try.something-else') }]} onChange={onChange} />;
  if (kind === 'list') return <AgencyList name={name} label={t('step.list', { variable })} value={value} onChange={onChange} />;
  return <TextField name={name} label={label} value={value} onChange={onChange} {...(kind === 'number' ? { width: 'num' as const } : {})} />;
}

/** The places a step is done at, one task for each. */
function AgencyList({ name, label, value, onChange }: { readonly name: string; readonly label: string; readonly value: string; readonly onChange: (text: string) => void }): ReactElement {
  const agencies = useAgencies().data?.agencies ?? [];
  return <CheckboxGroup name={name} label={label} values={value.split(',').filter((code) => code !== '')} choices={agencies.map((each) => ({ value: each.code, label: each.name }))} onChange={(codes) => { onChange(codes.join(',')); }} />;
}
