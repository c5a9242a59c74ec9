// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Code, DueText, Facts, Kbd, LinkButton, StatusTag, dueWords, shownStatusOf, useWords } from '@motcua/ui';
import { momentInList, momentText, shortName, withoutNumber } from '@motcua/i18n';
import type { DossierRow } from '@motcua/dossiers/contract';
import { AlertLine } from './alert.tsx';

/** Enough of a dossier to decide what to do next, beside the list. */
export function Peek({ row, now }: { readonly row: DossierRow | null; readonly now: string }): ReactElement | null {
  const t = useWords();
  if (row === null) return null;
  const { clock, task } = row;
  return (
    <aside className="card stretch peek" aria-label={t('work.peek')}>
      <p className="row"><StatusTag status={shownStatusOf(row.status)} reader="officer" step={row.step === null ? null : withoutNumber(row.step)} />{row.stepCount > 0 && <span className="muted">{t('work.step', { at: row.stepNo, total: row.stepCount })}</span>}</p>
      <h2>{shortName(row.procedure)}</h2>
      <p className="muted"><Code code={row.code} /></p>
      <p><DueText state={clock.state} words={dueWords(clock, 'officer')} /></p>
      <AlertLine alert={row.alert} now={now} />
      <Facts
        facts={[
          { term: t('dossier.applicant'), value: row.applicant },
          { term: t('return-day.owed'), value: clock.owedAt === null ? t('filing.not-yet') : momentText(clock.owedAt) },
          { term: t('dossier.holder'), value: task?.assignee ?? t('dossier.nobody') },
          { term: t('dossier.step-due'), value: task?.dueAt == null ? t('filing.not-yet') : momentInList(task.dueAt, now) },
        ]}
      />
      <LinkButton look="primary" href={`/lam-viec/ho-so/${row.code}`} wide>{t('work.open')} <Kbd>{t('key.open')}</Kbd></LinkButton>
    </aside>
  );
}
