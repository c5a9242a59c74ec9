// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Code, DueText, StatusTag, WorkList, dueWords, owedInList, shownStatusOf, useWords } from '@motcua/ui';
import type { WorkGroup } from '@motcua/ui';
import { momentInList, officeDayOf, shortName, withoutNumber } from '@motcua/i18n';
import type { Translate } from '@motcua/i18n';
import type { DossierRow } from '@motcua/dossiers/contract';
import { AlertLine } from './alert.tsx';

type RowsProps = {
  readonly groups: readonly WorkGroup<DossierRow>[]; readonly now: string; readonly selected: readonly string[]; readonly peeked: string | null;
  readonly onSelect: (codes: readonly string[]) => void; readonly onPeek: (row: DossierRow) => void; readonly opensBeside?: boolean;
};

/** Rows of dossiers, two lines each: due words and instant, name · applicant with code, step and since when. */
export function DossierRows({ groups, now, ...list }: RowsProps): ReactElement {
  const t = useWords();
  return (
    <WorkList
      {...list} groups={groups} rowKey={({ code }) => code} rowName={({ code, applicant }) => `${applicant}, ${code}`} rowHref={({ code }) => `/lam-viec/ho-so/${code}`}
      due={({ clock }) => <><DueText state={clock.state} words={dueWords(clock, 'officer')} /><span className="num">{owedInList(clock, now)}</span></>}
      body={({ procedure, applicant, code, alert }) => <><span className="ellipsis">{shortName(procedure)}</span><span className="muted ellipsis">{applicant} · <Code code={code} /></span><AlertLine alert={alert} now={now} /></>}
      side={({ status, step, stepNo, stepCount, task }) => (
        <>
          <StatusTag status={shownStatusOf(status)} reader="officer" step={status === 'in-progress' && step !== null ? withoutNumber(step) : null} />
          {stepCount > 0 && <span className="muted">{task === null ? t('work.step', { at: stepNo, total: stepCount }) : t('work.step-since', { at: stepNo, total: stepCount, since: momentInList(task.since, now) })}</span>}
        </>
      )}
    />
  );
}

const finished: readonly DossierRow['clock']['state'][] = ['early', 'on-time', 'late'];

/** The law's order: overdue, due today, the rest, then what is done; inside a group as the server sent them. */
export function groupedByDue(rows: readonly DossierRow[], now: string, t: Translate): readonly WorkGroup<DossierRow>[] {
  const today = officeDayOf(now);
  const groupOf = ({ clock }: DossierRow): 'overdue' | 'today' | 'rest' | 'finished' => {
    if (clock.state === 'overdue') return 'overdue';
    if (finished.includes(clock.state)) return 'finished';
    return clock.owedAt !== null && clock.state !== 'paused' && officeDayOf(clock.owedAt) === today ? 'today' : 'rest';
  };
  return (['overdue', 'today', 'rest', 'finished'] as const).map((id) => {
    const own = rows.filter((row) => groupOf(row) === id);
    return { id, title: t(`work.group-of.${id}`), count: own.length, rows: own };
  });
}
