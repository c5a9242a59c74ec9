// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ControlFigures, figureKindNames } from '@motcua/reform/contract';
import { dayText, moneyText, momentText } from '@motcua/i18n';
import { Asked, Button, DataTable, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';
import { EntryDialog, dayOf, orNull } from '../registers/entry-dialog.tsx';

type Figure = ControlFigures['figures'][number];
type Open = Figure | 'new' | null;

/** Mốc và số liệu theo ngày: numbers of the clocks and of costs, from a day on, with their source; ended and never written over. */
export function FigureTable({ onSaid }: { readonly onSaid: (words: string) => void }): ReactElement {
  const t = useWords();
  const [open, setOpen] = useState<Open>(null);
  const found = useQuery({ queryKey: ['control-figures'], queryFn: () => ask(ControlFigures, '/api/control-figures') });
  return (
    <Section id="moc-so-lieu" title={t('figures.title')}>
      <p className="muted">{t('figures.about')}</p>
      <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ figures, mayEnter }) => (
          <>
            {mayEnter && <div className="row"><Button onPress={() => { setOpen('new'); }}>{t('figures.add')}</Button></div>}
            <Rows figures={figures} onEnd={mayEnter ? setOpen : null} />
          </>
        )}
      </Asked>
      <Dialogs open={open} onClose={() => { setOpen(null); }} onSaid={(words) => { setOpen(null); onSaid(words); }} />
    </Section>
  );
}

function valueWords(t: ReturnType<typeof useWords>, { unit, value }: Figure): string {
  if (unit === 'vnd') return moneyText(value);
  return unit === 'working-day' ? t('figures.working-days', { count: value }) : `${String(value % 100).padStart(2, '0')}/${String(Math.floor(value / 100)).padStart(2, '0')}`;
}

function Rows({ figures, onEnd }: { readonly figures: readonly Figure[]; readonly onEnd: ((figure: Figure) => void) | null }): ReactElement {
  const t = useWords();
  return (
    <DataTable
      caption={t('figures.caption', { count: figures.length })} rows={figures} rowKey={({ id }) => id} hasLongTitles
      columns={[
        { id: 'kind', title: t('figures.kind'), isRowTitle: true, cell: (row) => <>{t(`figures.kind.${row.kind}`)}<br /><strong className="num">{valueWords(t, row)}</strong></> },
        { id: 'days', title: t('dated.days'), cell: ({ from, through, standing }) => <><span className="num">{dayText(from)}</span>{through !== null && <><br /><span className="num">{t(through < from ? 'dated.taken-back' : 'dated.through', { day: dayText(through) })}</span></>}<br /><span className="muted small">{t(`dated.${standing}`)}</span></> },
        { id: 'source', title: t('dated.source'), cell: ({ source, unsure, entered }) => <>{source}{unsure !== null && <><br /><Tag tone="turmeric" sign="triangle-alert">{t('dated.unsure')}</Tag> <span className="small">{unsure}</span></>}{entered !== null && <span className="muted small"><br />{t('dated.entered', { who: entered.who, at: momentText(entered.at) })}</span>}</> },
        ...(onEnd === null ? [] : [{ id: 'act', title: t('work.acts'), cell: (row: Figure) => (row.standing === 'past' ? '' : <Button label={`${t(row.standing === 'coming' ? 'dated.take-back' : 'register.end')} ${t(`figures.kind.${row.kind}`)}`} onPress={() => { onEnd(row); }}>{t(row.standing === 'coming' ? 'dated.take-back' : 'register.end')}</Button>) }]),
      ]}
    />
  );
}

function Dialogs({ open, onClose, onSaid }: { readonly open: Open; readonly onClose: () => void; readonly onSaid: (words: string) => void }): ReactElement | null {
  const t = useWords();
  if (open === null) return null;
  if (open === 'new') {
    return (
      <EntryDialog
        title={t('figures.add')} act="dated.add" path="/api/control-figures" register="control-figures" onClose={onClose} onDone={() => { onSaid(t('figures.added')); }}
        fields={[
          { name: 'kind', label: 'figures.kind', kind: 'choice', choices: figureKindNames.map((kind) => ({ value: kind, label: t(`figures.kind.${kind}`) })) }, { name: 'value', label: 'figures.value', kind: 'text', hint: 'figures.value-hint' }, { name: 'from', label: 'delegation.from', kind: 'day', hint: 'dated.from-hint' },
          { name: 'source', label: 'dated.source', kind: 'text', hint: 'dated.source-hint' }, { name: 'unsure', label: 'dated.unsure-field', kind: 'long', optional: true, hint: 'dated.unsure-hint' },
        ]}
        body={(typed) => ({ kind: typed['kind'] ?? '', value: typed['value'] ?? '', from: dayOf(typed, 'from'), source: typed['source'] ?? '', unsure: orNull(typed, 'unsure') })}
      />
    );
  }
  const isComing = open.standing === 'coming';
  return (
    <EntryDialog
      title={t(isComing ? 'dated.take-back-title' : 'dated.end-title', { name: t(`figures.kind.${open.kind}`) })} act={isComing ? 'dated.take-back' : 'register.end'} path={`/api/control-figures/${open.id}/end`} register="control-figures" isEnding onClose={onClose} onDone={() => { onSaid(t('figures.ended')); }}
      fields={isComing ? [] : [{ name: 'through', label: 'delegation.through', kind: 'day' }]} body={(typed) => ({ through: isComing ? open.from : dayOf(typed, 'through') })}
    />
  );
}
