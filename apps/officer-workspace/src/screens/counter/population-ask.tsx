// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { PopulationAnswers } from '@motcua/dossiers/contract';
import type { Answers } from '@motcua/eforms/contract';
import { momentText } from '@motcua/i18n';
import { Button, Message, useWords } from '@motcua/ui';
import { failureOf, failureWords, nowIso, send } from '@motcua/web-kit';

/** For whom the register is asked, and for the form of which procedure. */
export type PopulationSubject = { readonly procedure: string; readonly agency: string; readonly solvingAgency: string; readonly person: { readonly personalId: string; readonly name: string; readonly birthDate: string | null } };

type PopulationAskProps = { readonly subject: PopulationSubject; readonly answers: Answers; readonly onChange: (answers: Answers) => void };

/** Hỏi dữ liệu dân cư: fills the empty places the register answers, and says what came of it. */
export function PopulationAsk({ subject, answers, onChange }: PopulationAskProps): ReactElement {
  const t = useWords();
  const asking = useMutation({
    mutationFn: () => send(PopulationAnswers, { method: 'POST', path: '/api/population-queries', body: subject }),
    onSuccess: (told) => {
      const empty = told.answers.filter(({ name }) => answers[name] === undefined || answers[name] === '' || answers[name] === null);
      if (empty.length > 0) onChange({ ...answers, ...Object.fromEntries(empty.map(({ name, value }) => [name, value])) });
    },
  });
  const told = asking.data;
  return (
    <div className="stack">
      <div><Button busy={asking.isPending} onPress={() => { asking.mutate(); }}>{t('counter.population')}</Button></div>
      <div role="status">
        {asking.error !== null && <Message tone="bad">{failureWords(failureOf(asking.error))}</Message>}
        {told?.outcome === 'found' && <p className="muted small">{t('counter.population.found', { count: told.answers.length, at: momentText(nowIso()) })}</p>}
        {told !== undefined && told.outcome !== 'found' && <Message tone={told.outcome === 'no-match' ? 'warning' : 'plain'}>{t(`counter.population.${told.outcome}`)}</Message>}
      </div>
    </div>
  );
}
