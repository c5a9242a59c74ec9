// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Simulation, SimulationChoice } from '@motcua/workflow/contract';
import { Button, RadioGroup, Select, TextField, useWords } from '@motcua/ui';

type Open = Simulation['waiting'][number];
type Question = Open['questions'][number];

/** What a typed answer means to the conditions. */
function valueOf({ kind }: Question, typed: string): string | number | boolean {
  if (kind === 'yes-no') return typed === 'true';
  const number = Number(typed.replace(',', '.'));
  return kind === 'number' && typed.trim() !== '' && Number.isFinite(number) ? number : typed;
}

/** A step that waits: answered and finished, or sent back. */
export function WaitingStep({ open, name, isBusy, onChoose }: { readonly open: Open; readonly name: string; readonly isBusy: boolean; readonly onChoose: (choice: SimulationChoice) => void }): ReactElement {
  const t = useWords();
  const { node, questions, returns } = open;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [to, setTo] = useState('');
  const answers = Object.fromEntries(questions.map((question) => [question.variable, valueOf(question, typed[question.variable] ?? firstOf(question))]));
  return (
    <div className="draw-waiting">
      <p className="strong">{name}</p>
      {questions.map((question) => <Answer key={question.variable} node={node} question={question} value={typed[question.variable] ?? firstOf(question)} onChange={(text) => { setTyped({ ...typed, [question.variable]: text }); }} />)}
      <div className="row">
        <Button look="primary" busy={isBusy} label={t('try.finish-step', { name })} onPress={() => { onChoose({ kind: 'complete', task: node, variables: answers }); }}>{t('try.finish')}</Button>
        {returns.length > 0 && (
          <>
            <Select name={`try.${node}.to`} label={t('try.return-to')} value={to} empty={t('draw.choose')} choices={returns.map((step) => ({ value: step.node, label: step.name }))} onChange={setTo} />
            <Button busy={isBusy} onPress={() => { if (to !== '') onChoose({ kind: 'return', task: node, to }); }}>{t('try.return')}</Button>
          </>
        )}
      </div>
    </div>
  );
}

const firstOf = ({ kind, choices }: Question): string => (kind === 'yes-no' ? 'true' : kind === 'choice' ? choices[0] ?? '' : '');

function Answer({ node, question, value, onChange }: { readonly node: string; readonly question: Question; readonly value: string; readonly onChange: (text: string) => void }): ReactElement {
  const t = useWords();
  const { variable, kind, choices } = question;
  const name = `try.${node}.${variable}`;
  const label = t('try.answer', { variable });
  if (kind === 'yes-no') return <RadioGroup name={name} label={label} value={value} choices={[{ value: 'true', label: t('try.yes') }, { value: 'false', label: t('try.no') }]} onChange={onChange} />;
  if (kind === 'choice') return <Select name={name} label={label} value={value} choices={[...choices.map((choice) => ({ value: choice, label: choice })), { value: '', label: t('try.something-else') }]} onChange={onChange} />;
  return <TextField name={name} label={label} value={value} onChange={onChange} {...(kind === 'number' ? { width: 'num' as const } : {})} />;
}
