// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText, momentText } from '@motcua/i18n';
import { DatedTableList, DatedTableNames, DatedTableView } from '@motcua/dossiers/contract';
import { Asked, Button, DataTable, EmptyState, MessageArea, Page, Section, Select, Tag, useWords } from '@motcua/ui';
import type { Column } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, useTitle } from '@motcua/web-kit';
import { EntryDialog, dayOf } from '../registers/entry-dialog.tsx';
import { NextNumbersOf } from './number-series.tsx';
import { RowEntry } from './row-entry.tsx';

type Row = DatedTableView['rows'][number];

const standings = ['in-force', 'coming', 'past'] as const;

/** Quy định theo ngày: the dated tables, one screen for all of them: in force, coming, past; a row from a day on; an end. */
export function DatedTables({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const asked = DatedTableNames.safeParse(query.get('bang'));
  const shown = asked.success ? asked.data : 'periods';
  const list = useQuery({ queryKey: ['dated-tables'], staleTime: Infinity, queryFn: () => ask(DatedTableList, '/api/dated-tables') });
  const table = useQuery({ queryKey: ['dated-table', shown], queryFn: () => ask(DatedTableView, `/api/dated-tables/${shown}`) });
  const [said, setSaid] = useState('');
  useTitle(t('work.title', { list: t('work.rules') }));
  return (
    <Page title={t('work.rules')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      {list.data !== undefined && <Select name="bang" label={t('dated.tables')} value={shown} choices={list.data.tables.map(({ name, title }) => ({ value: name, label: title }))} onChange={(name) => { goTo(`/lam-viec/quy-dinh?bang=${name}`); }} />}
      <Asked answer={table} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>{(view) => <OneTable key={view.name} table={view} onSaid={setSaid} />}</Asked>
    </Page>
  );
}

function OneTable({ table, onSaid }: { readonly table: DatedTableView; readonly onSaid: (words: string) => void }): ReactElement {
  const t = useWords();
  const [open, setOpen] = useState<Row | 'new' | null>(null);
  const done = (words: string) => (): void => { setOpen(null); onSaid(words); };
  const ending = open === null || open === 'new' ? null : open;
  return (
    <>
      <Section id="bang" title={table.title}>
        <p className="muted">{table.about}</p>
        {table.mayEnter && <div className="row"><Button look="primary" onPress={() => { setOpen('new'); }}>{t('dated.add')}</Button></div>}
      </Section>
      {standings.map((standing) => {
        const rows = table.rows.filter((row) => row.standing === standing);
        return rows.length === 0 && standing !== 'in-force' ? null : (
          <Section key={standing} id={`dong-${standing}`} title={t(`dated.${standing}`)}>
            {rows.length === 0 ? <EmptyState><p>{t('dated.none')}</p></EmptyState> : <DataTable caption={t('dated.caption', { count: rows.length })} rows={rows} rowKey={({ id }) => id} columns={columnsOf(table, t, setOpen)} />}
          </Section>
        );
      })}
      {table.name === 'number-series' && <NextNumbersOf />}
      {open === 'new' && <RowEntry table={table} onClose={() => { setOpen(null); }} onDone={done(t('dated.added'))} />}
      {ending !== null && (
        <EntryDialog
          title={t(ending.standing === 'coming' ? 'dated.take-back-title' : 'dated.end-title', { name: titleOf(table, ending) })} act={ending.standing === 'coming' ? 'dated.take-back' : 'register.end'} path={`/api/dated-tables/${table.name}/${ending.id}/end`} register="dated-table"
          isEnding onClose={() => { setOpen(null); }} onDone={done(t('dated.ended'))} fields={ending.standing === 'coming' ? [] : [{ name: 'through', label: 'delegation.through', kind: 'day' }]}
          body={(typed) => ({ through: ending.standing === 'coming' ? ending.from : dayOf(typed, 'through') })}
        />
      )}
    </>
  );
}

/** What a row is about, in one line: its first column, or the table's own name where it has none of words. */
const titleOf = ({ columns }: DatedTableView, { shown }: Row): string => columns.map(({ name }) => shown[name] ?? '').find((value) => value !== '') ?? '';

type Words = ReturnType<typeof useWords>;

function columnsOf(table: DatedTableView, t: Words, onEnd: (row: Row) => void): readonly Column<Row>[] {
  return [
    { id: 'rule', title: t('dated.rule'), isRowTitle: true, cell: (row) => (
      <>
        {titleOf(table, row)}
        {table.columns.map(({ name, label, kind }) => ({ label, value: row.shown[name] ?? '', kind })).filter(({ value, kind }) => value !== '' || kind === 'procedure' || kind === 'agency').filter(({ value }) => value !== titleOf(table, row))
          .map(({ label, value, kind }) => <span key={label} className="muted small"><br />{label}: {value === '' ? t(kind === 'agency' ? 'dated.every-agency' : 'dated.every-procedure') : value}</span>)}
      </>
    ) },
    { id: 'days', title: t('dated.days'), cell: ({ from, through, standing }) => (
      <><span className="num">{dayText(from)}</span>{through !== null && <><br /><span className="num">{t(standing === 'past' && through < from ? 'dated.taken-back' : 'dated.through', { day: dayText(through) })}</span></>}</>
    ) },
    { id: 'source', title: t('dated.source'), cell: ({ source, unsure, entered }) => (
      <>
        {source ?? <span className="muted">{t('dated.own-choice')}</span>}
        {unsure !== null && <><br /><Tag tone="turmeric" sign="triangle-alert">{t('dated.unsure')}</Tag> <span className="small">{unsure}</span></>}
        {entered !== null && <span className="muted small"><br />{t('dated.entered', { who: entered.who, at: momentText(entered.at) })}</span>}
      </>
    ) },
    ...(table.mayEnter ? [{ id: 'act', title: t('work.acts'), cell: (row: Row) => (row.standing === 'past' ? null : (
      <Button label={`${t(row.standing === 'coming' ? 'dated.take-back' : 'register.end')} ${titleOf(table, row)}`} onPress={() => { onEnd(row); }}>{t(row.standing === 'coming' ? 'dated.take-back' : 'register.end')}</Button>
    )) }] : []),
  ];
}
