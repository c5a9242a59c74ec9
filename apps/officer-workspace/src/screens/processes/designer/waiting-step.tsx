// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Simulation, SimulationChoice } from '@motcua/workflow/contract';
import { Button, Select, useWords } from '@motcua/ui';
import { StepQuestions, answersTyped } from '../step-questions.tsx';

type Open = Simulation['waiting'][number];

/** A step that waits: answered and finished, or sent back. */
export function WaitingStep({ open, name, isBusy, onChoose }: { readonly open: Open; readonly name: string; readonly isBusy: boolean; readonly onChoose: (choice: SimulationChoice) => void }): ReactElement {
  const t = useWords();
  const { node, questions, returns } = open;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [to, setTo] = useState('');
  const answers = answersTyped(questions, typed);
  return (
    <div className="draw-waiting">
      <p className="strong">{name}</p>
      <StepQuestions place={`try.${node}`} questions={questions} typed={typed} onChange={setTyped} />
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
