// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Asked, Code, DataTable, DueText, EmptyState, Page, Section, dueWords, useWords } from '@motcua/ui';
import { momentText, numberText, percentText, shortName } from '@motcua/i18n';
import type { MessageId } from '@motcua/i18n';
import type { Figures } from '@motcua/dossiers/contract';
import { failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { useFigures } from '../../api.ts';
import { NotAsked } from './not-asked.tsx';

type Total = Figures['total'];
type AgencyFigures = Figures['agencies'][number];

const cards: readonly { readonly key: keyof Total; readonly word: MessageId; readonly standing: string; readonly look?: string }[] = [
  { key: 'receivedToday', word: 'standing.received-today', standing: 'received-today' }, { key: 'inProgress', word: 'standing.in-progress', standing: 'in-progress' },
  { key: 'dueSoon', word: 'standing.due-soon', standing: 'due-soon', look: 'soon' }, { key: 'overdue', word: 'standing.overdue', standing: 'overdue', look: 'late' },
  { key: 'finishedToday', word: 'standing.finished-today', standing: 'finished-today' }, { key: 'late', word: 'standing.late', standing: 'late', look: 'late' },
];

/** Toàn cảnh: how well, what breaks tomorrow, where; every figure opens its list. */
export function Leaders(): ReactElement {
  const t = useWords();
  const figures = useFigures();
  useTitle(t('work.title', { list: t('work.overview') }));
  return (
    <Page title={t('work.overview')}>
      <Asked answer={figures} loading={t('loading.figures')} describe={(error) => failureWords(failureOf(error))}>
        {({ asOf, total, agencies, breaksTomorrow }) => (
          <>
            <p className="muted">{t('figures.as-of', { at: momentText(asOf) })} {onTimeShare(total) !== null && t('figures.on-time', { share: percentText(onTimeShare(total) ?? 0), count: numberText(finished(total)) })}</p>
            <div className="figures">
              {cards.map(({ key, word, standing, look }) => (
                <a key={key} href={`/lam-viec/ho-so?standing=${standing}`} className={total[key] === 0 ? '' : look ?? ''}><span>{t(word)}</span><span className="figure">{numberText(total[key])}</span></a>
              ))}
            </div>
            <Section id="co-the-lo" title={t('figures.breaks-tomorrow', { count: breaksTomorrow.length })}>
              {breaksTomorrow.length === 0 ? <EmptyState><p>{t('figures.nothing-breaks')}</p></EmptyState> : (
                <ul className="lines" role="list">
                  {breaksTomorrow.map(({ code, procedure, solvingAgencyName, clock, step, task }) => (
                    <li key={code}>
                      <a href={`/lam-viec/ho-so/${code}`}>{shortName(procedure)} · <Code code={code} /></a>
                      <p className="row"><DueText state={clock.state} words={dueWords(clock, 'officer')} /><span className="muted">{[solvingAgencyName, step ?? '', task?.assignee ?? t('dossier.nobody')].filter((part) => part !== '').join(' · ')}</span></p>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            {agencies.length > 0 && <Section id="don-vi" title={t('figures.by-agency')}><Agencies agencies={agencies} /></Section>}
            <NotAsked />
          </>
        )}
      </Asked>
    </Page>
  );
}

const finished = ({ early, onTime, late }: Pick<Total, 'early' | 'onTime' | 'late'>): number => early + onTime + late;
const onTimeShare = (total: Pick<Total, 'early' | 'onTime' | 'late'>): number | null => finished(total) === 0 ? null : (total.early + total.onTime) / finished(total);
const fewDossiers = 30;

function Agencies({ agencies }: { readonly agencies: readonly AgencyFigures[] }): ReactElement {
  const t = useWords();
  const link = (standing: string, value: (row: AgencyFigures) => number) => (row: AgencyFigures): ReactElement =>
    <a href={`/lam-viec/ho-so?standing=${standing}&agency=${encodeURIComponent(row.code)}`}>{numberText(value(row))}<span className="hidden-visually"> {row.name}</span></a>;
  const share = (row: AgencyFigures): string => {
    const value = onTimeShare(row);
    if (value === null) return t('figures.none');
    return finished(row) < fewDossiers ? `${percentText(value)} · ${t('figures.few')}` : percentText(value);
  };
  return (
    <DataTable
      caption={t('figures.by-agency-caption')} rows={agencies} rowKey={({ code }) => code}
      columns={[
        { id: 'name', title: t('figures.agency'), isRowTitle: true, cell: ({ name }) => name },
        { id: 'received', title: t('standing.received-today'), figures: true, cell: link('received-today', ({ receivedToday }) => receivedToday) },
        { id: 'progress', title: t('standing.in-progress'), figures: true, cell: link('in-progress', ({ inProgress }) => inProgress) },
        { id: 'soon', title: t('standing.due-soon'), figures: true, cell: link('due-soon', ({ dueSoon }) => dueSoon) },
        { id: 'overdue', title: t('standing.overdue'), figures: true, cell: link('overdue', ({ overdue }) => overdue) },
        { id: 'share', title: t('figures.on-time-share'), figures: true, cell: share },
      ]}
    />
  );
}
