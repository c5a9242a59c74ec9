// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { PopulationAnswers } from '@motcua/dossiers/contract';
import type { Answers } from '@motcua/eforms/contract';
import { listText, momentText } from '@motcua/i18n';
import { Button, Message, answerSourceWords, useWords, withSources } from '@motcua/ui';
import type { Prefilled } from '@motcua/ui';
import { failureOf, failureWords, nowIso, send } from '@motcua/web-kit';

/** For whom the register is asked, and for the form of which procedure. */
export type PopulationSubject = { readonly procedure: string; readonly agency: string; readonly solvingAgency: string; readonly circumstance: string | null; readonly person: { readonly personalId: string; readonly name: string; readonly birthDate: string | null } };

type PopulationAskProps = { readonly subject: PopulationSubject; readonly content: { readonly answers: Answers; readonly prefilled?: Prefilled | undefined }; readonly onFilled: (filled: { readonly answers: Answers; readonly prefilled: Prefilled }) => void; /** Papers the register answered: nobody hands them in. */ readonly onAnswered: (papers: readonly number[]) => void };

/** Hỏi dữ liệu dân cư: fills the empty places the register answers, and says what came of it. */
export function PopulationAsk({ subject, content, onFilled, onAnswered }: PopulationAskProps): ReactElement {
  const t = useWords();
  const asking = useMutation({
    mutationFn: () => send(PopulationAnswers, { method: 'POST', path: '/api/population-queries', body: subject }),
    onSuccess: (told) => {
      const filled = withSources(content, told.answers.map(({ name, value, source }) => ({ name, value, source: answerSourceWords(source, t) })));
      if (filled !== null) onFilled(filled);
      if (told.answered.length > 0) onAnswered(told.answered.map(({ paperNo }) => paperNo));
    },
  });
  const told = asking.data;
  return (
    <div className="stack">
      <div><Button busy={asking.isPending} onPress={() => { asking.mutate(); }}>{t('counter.population')}</Button></div>
      <div role="status">
        {asking.error !== null && <Message tone="bad">{failureWords(failureOf(asking.error))}</Message>}
        {told?.outcome === 'found' && <p className="muted small">{t('counter.population.found', { count: told.answers.length, at: momentText(nowIso()) })}</p>}
        {told !== undefined && told.answered.length > 0 && <Message tone="good">{t('counter.population.answered', { papers: told.answered.map(({ paperName }) => listText(paperName)).join('; '), rule: told.answered[0]?.rule ?? '' })}</Message>}
        {told !== undefined && told.outcome !== 'found' && <Message tone={told.outcome === 'no-match' ? 'warning' : 'plain'}>{t(`counter.population.${told.outcome}`)}</Message>}
      </div>
    </div>
  );
}
