// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { EnterpriseAnswers } from '@motcua/dossiers/contract';
import type { EformDefinition } from '@motcua/eforms/contract';
import { listText } from '@motcua/i18n';
import { Button, EnterpriseAnswer, Message, RegisterDifferences, answerSourceWords, differencesOf, takenOver, useWords, withSources } from '@motcua/ui';
import { failureOf, failureWords, send } from '@motcua/web-kit';
import type { ReactElement } from 'react';
import { leftOut } from './intake.ts';
import type { Intake } from './intake.ts';

type EnterprisePaneProps = { readonly intake: Intake; readonly form: EformDefinition | undefined; readonly own: string; readonly solver: string | null; readonly onChange: (part: Partial<Intake>) => void };

const digits = (text: string): string => text.replace(/[\s.]/gu, '');

/** What the register is asked about an intake; null before the organisation and what it came for are known. */
function questionOf({ person, procedure, circumstance, other }: Intake, own: string, solver: string | null) {
  const code = digits(person.personalId);
  const submitter = digits(other?.personalId ?? '');
  if (person.kind !== 'organisation' || !/^\d{10}(-\d{3})?$/u.test(code) || procedure === '' || solver === null) return null;
  return { procedure, agency: own, solvingAgency: solver, circumstance, code, person: /^\d{12}$/u.test(submitter) ? submitter : null };
}

/** Đăng ký doanh nghiệp tại quầy: what the register says of the organisation; empty places of the form are filled, what was typed stays until it is given up. */
export function EnterprisePane({ intake, form, own, solver, onChange }: EnterprisePaneProps): ReactElement | null {
  const t = useWords();
  const question = questionOf(intake, own, solver);
  const ask = useMutation({
    mutationFn: () => send(EnterpriseAnswers, { method: 'POST', path: '/api/enterprise-questions', body: question }),
    onSuccess: ({ answers, answered }) => {
      const filled = withSources(intake, answers.map(({ source, ...one }) => ({ ...one, source: answerSourceWords(source, t) })));
      onChange({ ...filled, papers: leftOut(intake.papers, answered.map(({ paperNo }) => paperNo)) });
    },
  });
  if (question === null) return null;
  const told = ask.data;
  const known = (told?.answers ?? []).map(({ source, ...one }) => ({ ...one, source: answerSourceWords(source, t) }));
  const fields = form?.display.sections.flatMap((section) => section.fields) ?? [];
  return (
    <section aria-labelledby="quay-doanh-nghiep">
      <h2 id="quay-doanh-nghiep"><span>{t('enterprise.title')}</span></h2>
      <div className="stack">
        <p className="muted small">{t('enterprise.ask-hint')}</p>
        <div><Button busy={ask.isPending} onPress={() => { ask.mutate(); }}>{t('enterprise.ask')}</Button></div>
        <div className="stack" role="status">
          {ask.error !== null && <Message tone="bad">{failureWords(failureOf(ask.error))}</Message>}
          {told !== undefined && <EnterpriseAnswer outcome={told.outcome} extract={told.extract} party={intake.person} onTake={(person) => { onChange({ person }); }} />}
          {told !== undefined && told.answers.length > 0 && <p className="muted small">{t('enterprise.filled', { count: told.answers.length })}</p>}
          {told !== undefined && told.answered.length > 0 && <Message tone="good">{t('counter.population.answered', { papers: told.answered.map(({ paperName }) => listText(paperName)).join('; '), rule: told.answered[0]?.rule ?? '' })}</Message>}
        </div>
        <RegisterDifferences lines={differencesOf(fields, { answers: intake.answers, known, t })} onTake={(line) => { onChange(takenOver(intake, { name: line.name, value: line.value, source: line.source })); }} />
      </div>
    </section>
  );
}
