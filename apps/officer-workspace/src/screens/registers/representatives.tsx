// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import { Asked, Button, DateField, EmptyState, ErrorSummary, MessageArea, Page, Section, Select, Tag, TextField, useWords } from '@motcua/ui';
import { dayText, momentText, readDay } from '@motcua/i18n';
import { Representatives } from '@motcua/vault/contract';
import type { Representation } from '@motcua/vault/contract';
import { ask, failureOf, failureWords, faultsOf, send, useTitle } from '@motcua/web-kit';

type Typed = Readonly<Record<'organisationName' | 'person' | 'personName' | 'capacity' | 'document' | 'from' | 'until', string>>;
const nothing: Typed = { organisationName: '', person: '', personName: '', capacity: 'legal-representative', document: '', from: '', until: '' };
const lastDay = '2099-12-31';
const pathOf = (code: string): string => `/api/organisations/${encodeURIComponent(code)}/representatives`;
const day = (text: string): string => readDay(text, lastDay) ?? text.trim();

/** One representative, with the way to end it. */
function Line({ one, onEnd }: { readonly one: Representation; readonly onEnd: (reason: string) => void }): ReactElement {
  const t = useWords();
  const [reason, setReason] = useState<string | null>(null);
  return (
    <li className="stack">
      <p className="row"><strong>{one.personName}</strong><span className="num">{one.person}</span>{one.endedAt === null ? <Tag tone="leaf" sign="check">{t(`representative.${one.capacity}`)}</Tag> : <Tag tone="ink" sign="circle-pause">{t('representative.ended')}</Tag>}</p>
      <p>{t('representative.line', { document: one.document, from: dayText(one.from), until: one.until === null ? t('vault.no-end') : t('vault.until', { day: dayText(one.until) }) })}</p>
      <p className="muted small">{t('representative.by', { who: one.by, at: momentText(one.at) })}{one.endedAt !== null && ` · ${t('representative.ended-because', { at: momentText(one.endedAt), reason: one.endedBecause ?? '' })}`}</p>
      {one.endedAt === null && (reason === null ? <p><Button onPress={() => { setReason(''); }}>{t('representative.end')}</Button></p> : (
        <form className="stack" onSubmit={(event) => { event.preventDefault(); onEnd(reason); }}>
          <TextField name={`reason-${one.id}`} label={t('representative.end-reason')} value={reason} onChange={setReason} />
          <p><Button type="submit" look="primary">{t('representative.end')}</Button></p>
        </form>
      ))}
    </li>
  );
}

/** Ghi một người đại diện, the paper seen. */
function Entry({ code, known }: { readonly code: string; readonly known: string }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ ...nothing, organisationName: known });
  const enter = useMutation({
    mutationFn: () => send(Representatives, { method: 'POST', path: pathOf(code), body: { ...typed, from: day(typed.from), until: typed.until.trim() === '' ? null : day(typed.until) } }),
    onSuccess: async () => {
      setTyped({ ...nothing, organisationName: typed.organisationName });
      await queries.invalidateQueries({ queryKey: ['representatives', code] });
    },
  });
  const faults = enter.error === null ? [] : faultsOf(failureOf(enter.error));
  const field = (name: keyof Typed) => ({ name, label: t(`representative.field.${name}`), value: typed[name], error: faults.find((one) => one.field === name)?.text, onChange: (text: string) => { setTyped({ ...typed, [name]: text }); } });
  return (
    <Section id="ghi" title={t('representative.add')}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); enter.mutate(); }}>
        <ErrorSummary faults={faults} />
        <MessageArea tone="bad">{enter.error === null || faults.length > 0 ? '' : failureWords(failureOf(enter.error))}</MessageArea>
        <TextField {...field('organisationName')} />
        <div className="halves"><TextField {...field('personName')} /><TextField {...field('person')} width="code" typing={{ inputMode: 'numeric' }} /></div>
        <Select {...field('capacity')} choices={(['legal-representative', 'authorised'] as const).map((value) => ({ value, label: t(`representative.${value}`) }))} />
        <TextField {...field('document')} hint={t('representative.document-hint')} />
        <div className="halves"><DateField {...field('from')} /><DateField {...field('until')} optional /></div>
        <p><Button type="submit" look="primary" busy={enter.isPending}>{t('representative.add')}</Button></p>
      </form>
    </Section>
  );
}

function Organisation({ code, answer }: { readonly code: string; readonly answer: UseQueryResult<z.infer<typeof Representatives>> }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: ({ id, reason }: { readonly id: string; readonly reason: string }) => send(Representatives, { method: 'POST', path: `${pathOf(code)}/${id}/end`, body: { reason } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['representatives', code] }),
  });
  return (
    <Asked answer={answer} loading={t('loading.figures')} describe={(error) => failureWords(failureOf(error))}>
      {({ representatives }) => (
        <>
          <MessageArea tone="bad">{end.error === null ? '' : failureWords(failureOf(end.error))}</MessageArea>
          {representatives.length === 0 ? <EmptyState><p>{t('representative.none')}</p></EmptyState>
            : <ul className="lines" role="list">{representatives.map((one) => <Line key={one.id} one={one} onEnd={(reason) => { end.mutate({ id: one.id, reason }); }} />)}</ul>}
          <Entry key={representatives[0]?.organisationName} code={code} known={representatives[0]?.organisationName ?? ''} />
        </>
      )}
    </Asked>
  );
}

/** Người đại diện của tổ chức: whose accounts open the vault of an organisation; entered by a counter that saw the paper, ended when the role is left. */
export function RepresentativesPage(): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const answer = useQuery({ queryKey: ['representatives', code], enabled: code !== null, retry: false, queryFn: () => ask(Representatives, pathOf(code ?? '')) });
  const faults = answer.error === null ? [] : faultsOf(failureOf(answer.error)).map(({ text }) => ({ field: 'organisation', text }));
  useTitle(t('work.title', { list: t('representative.title') }));
  return (
    <Page title={t('representative.title')}>
      <p className="text">{t('representative.about')}</p>
      <ErrorSummary faults={faults} />
      <form className="row" onSubmit={(event) => { event.preventDefault(); setCode(typed.trim() === '' ? null : typed.trim()); }}>
        <TextField name="organisation" label={t('representative.organisation')} hint={t('representative.organisation-hint')} width="code" typing={{ inputMode: 'numeric' }} value={typed} error={faults[0]?.text} onChange={setTyped} />
        <Button type="submit">{t('money-taken.show')}</Button>
      </form>
      {code !== null && faults.length === 0 && <Organisation key={code} code={code} answer={answer} />}
    </Page>
  );
}
