// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { PublicationLeft, ProcessImportView } from '@motcua/workflow/contract';
import { momentText, readDay } from '@motcua/i18n';
import { Asked, Button, DataTable, DateField, Facts, Message, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, send, useTitle } from '@motcua/web-kit';
import { Contradiction } from './contradiction.tsx';

const lastDay = '2099-12-31';

type ImportedRecord = ProcessImportView['records'][number];

const isOpen = ({ questions, refusal, decision }: ImportedRecord): boolean => questions.length > 0 && refusal === null && decision === null;

/** One file of tables: what a person must decide, what cannot be read, what will be and what was published. */
export function Import({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const answer = useQuery({ queryKey: ['process-import', id], queryFn: () => ask(ProcessImportView, `/api/process-imports/${encodeURIComponent(id)}`) });
  useTitle(t('work.title', { list: t('import.title') }));
  return (
    <Page title={answer.data?.fileName ?? t('import.title')} before={<p className="breadcrumb"><a href="/lam-viec/nap-quy-trinh">{t('import.title')}</a></p>}>
      <Asked answer={answer} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>{(view) => <Shown view={view} />}</Asked>
    </Page>
  );
}

function Shown({ view }: { readonly view: ProcessImportView }): ReactElement {
  const t = useWords();
  const { id, by, at, records } = view;
  const contradictory = records.filter(({ questions, refusal }) => questions.length > 0 && refusal === null);
  const refused = records.filter(({ refusal }) => refusal !== null);
  const done = records.filter(({ publishedVersion }) => publishedVersion !== null).length;
  const open = records.filter(isOpen).length;
  return (
    <>
      <Facts facts={[{ term: t('import.by'), value: `${by}, ${momentText(at)}` }, { term: t('import.records'), value: t('import.counts', { records: records.length, open, refused: refused.length, done }) }]} />
      <Publish view={view} open={open} />
      {contradictory.length > 0 && (
        <Section id="mau-thuan" title={t('import.contradictions', { count: contradictory.length })}>
          <p className="text muted">{t('import.contradictions.what')}</p>
          <ul className="lines" role="list">{contradictory.map((record) => <li key={record.place}><Contradiction importId={id} record={record} /></li>)}</ul>
        </Section>
      )}
      {refused.length > 0 && <Section id="khong-doc-duoc" title={t('import.refused', { count: refused.length })}><ul className="text">{refused.map(({ place, id: record, name, refusal }) => <li key={place}><strong>{record}</strong> {name}: {refusal}</li>)}</ul></Section>}
      <Section id="tat-ca" title={t('import.all')}><All records={records} /></Section>
    </>
  );
}

function Publish({ view, open }: { readonly view: ProcessImportView; readonly open: number }): ReactElement | null {
  const t = useWords();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [isPressed, setPressed] = useState(false);
  const [left, setLeft] = useState<number | null>(null);
  const waiting = view.records.filter(({ refusal, publishedVersion, fault, decision }) => refusal === null && publishedVersion === null && fault === null && decision?.choice !== 'leave-out').length;
  const publish = useMutation({
    // Some by each press of the server: asked again until none is left.
    mutationFn: async (validFrom: string) => {
      for (let rest = waiting; rest > 0;) {
        rest = (await send(PublicationLeft, { method: 'POST', path: `/api/process-imports/${view.id}/publication`, body: { validFrom } })).left;
        setLeft(rest);
      }
    },
    onSettled: async () => { setLeft(null); await queries.invalidateQueries({ queryKey: ['process-import', view.id] }); await queries.invalidateQueries({ queryKey: ['process-imports'] }); },
  });
  const day = readDay(typed, lastDay);
  if (waiting === 0) return <Message tone="good">{t('import.all-done')}</Message>;
  if (!view.mayPublish) return <Message>{t('import.second-person')}</Message>;
  const start = (): void => { setPressed(true); if (day !== undefined && !publish.isPending) publish.mutate(day); };
  return (
    <section className="form" aria-labelledby="cong-bo-ten">
      <h2 id="cong-bo-ten">{t('import.publish', { count: waiting })}</h2>
      {open > 0 && <Message tone="warning">{t('import.open-first', { count: open })}</Message>}
      {publish.error !== null && <Message tone="bad">{failureWords(failureOf(publish.error))}</Message>}
      <DateField name="validFrom" label={t('proposal.field.validFrom')} value={typed} error={isPressed && day === undefined ? t('import.day') : undefined} onChange={setTyped} />
      <p role="status">{left === null ? '' : t('import.left', { left })}</p>
      <Button look="primary" busy={publish.isPending} onPress={start}>{t('import.publish.act')}</Button>
    </section>
  );
}

function All({ records }: { readonly records: readonly ImportedRecord[] }): ReactElement {
  const t = useWords();
  const stateOf = (record: ImportedRecord): ReactElement => {
    if (record.publishedVersion !== null) return <Tag tone="leaf" sign="circle-check">{t('import.state.published', { version: record.publishedVersion })}</Tag>;
    if (record.refusal !== null || record.fault !== null) return <><Tag tone="lacquer" sign="circle-x">{t('import.state.refused')}</Tag> <span className="small">{record.refusal ?? record.fault}</span></>;
    if (record.decision?.choice === 'leave-out') return <Tag tone="ink" sign="archive">{t('import.state.left-out')}</Tag>;
    return isOpen(record) ? <Tag tone="turmeric" sign="triangle-alert">{t('import.state.open')}</Tag> : <Tag tone="celadon" sign="hourglass">{t('import.state.ready')}</Tag>;
  };
  return (
    <DataTable
      caption={t('import.all.caption', { count: records.length })} rows={records} rowKey={({ place }) => String(place)}
      columns={[
        { id: 'place', title: t('step.no'), figures: true, cell: ({ place }) => place },
        { id: 'name', title: t('process.name'), isRowTitle: true, cell: ({ id, name, publishedVersion }) => <>{publishedVersion === null ? name : <a href={`/lam-viec/quy-trinh/${encodeURIComponent(id)}`}>{name}</a>}<br /><span className="code muted">{id}</span></> },
        { id: 'state', title: t('process.now'), cell: stateOf },
        { id: 'notes', title: t('import.notes'), cell: ({ notes }) => notes.length === 0 ? '–' : <details className="more"><summary>{t('import.notes.count', { count: notes.length })}</summary><ul className="small">{notes.map((note) => <li key={note}>{note}</li>)}</ul></details> },
      ]}
    />
  );
}
