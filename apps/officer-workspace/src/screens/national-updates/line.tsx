// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { NationalLineState, NationalRoundDone } from '@motcua/catalogue/contract';
import { momentShort, numberText } from '@motcua/i18n';
import { Asked, Button, DataTable, Facts, Message, MessageArea, Section, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, send } from '@motcua/web-kit';

const address = '/api/catalogue/national-line';

/** Đường nối với cơ sở dữ liệu quốc gia: how it is, asking now, what failed, what was not taken there, what differs. */
export function NationalLine(): ReactElement {
  const t = useWords();
  const line = useQuery({ queryKey: ['national-line'], queryFn: () => ask(NationalLineState, address) });
  return (
    <Section id="duong-noi" title={t('line.title')}>
      <Asked answer={line} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(state) => state.isJoined ? <Joined state={state} /> : <Message>{t('line.not-joined')}</Message>}
      </Asked>
    </Section>
  );
}

function Joined({ state }: { readonly state: NationalLineState }): ReactElement {
  const t = useWords();
  const known = useQueryClient();
  const round = useMutation({
    mutationFn: () => send(NationalRoundDone, { method: 'POST', path: `${address}/rounds` }),
    onSettled: async () => { await Promise.all([known.invalidateQueries({ queryKey: ['national-line'] }), known.invalidateQueries({ queryKey: ['national-updates'] })]); },
  });
  const [last] = state.rounds;
  return (
    <>
      {state.silentDays !== null && <Message tone="bad">{t('line.silent', { days: state.silentDays })}</Message>}
      <MessageArea tone="bad">{round.error === null ? '' : failureWords(failureOf(round.error))}</MessageArea>
      <MessageArea tone={round.data?.fault === null ? 'good' : 'warning'}>{round.data === undefined ? '' : <Done round={round.data} waiting={state.waiting} />}</MessageArea>
      <Facts facts={[
        { term: t('line.asked'), value: state.askedAt === null ? t('line.never') : <span className="num">{momentShort(state.askedAt)}</span> },
        ...(last === undefined ? [] : [{ term: t('line.last'), value: <>{last.endedAt === null ? t('line.going-on') : t('line.last-counts', { listed: last.listed, fetched: last.fetched, failed: last.failed })}{last.fault !== null && <><br />{last.fault}</>}</> }]),
        ...(state.waiting === 0 ? [] : [{ term: t('line.waiting'), value: t('line.waiting-count', { count: state.waiting }) }]),
        { term: t('line.sent'), value: t('line.sent-counts', { sent: state.sent, waiting: state.outbox.length }) },
        { term: t('line.compared'), value: t('line.compared-counts', { differing: state.differingCount, count: state.compared }) },
      ]}
      />
      <p><Button busy={round.isPending} onPress={() => { round.mutate(); }}>{t('line.ask-now')}</Button>{round.isPending && <span role="status"> {t('line.asking')}</span>}</p>
      {state.failed.length > 0 && <Failed rows={state.failed} />}
      {state.outbox.length > 0 && <Outbox rows={state.outbox} />}
      {state.differing.length > 0 && <Differing state={state} />}
    </>
  );
}

function Done({ round, waiting }: { readonly round: NationalRoundDone; readonly waiting: number }): ReactElement {
  const t = useWords();
  const { fetched, updateId, fault } = round;
  return (
    <>
      {fault !== null && <p>{t('line.broken', { fault })}</p>}
      {(fault === null || fetched > 0) && <p>{fetched === 0 && updateId === null ? t('line.done-none') : t('line.done', { fetched })}</p>}
      {updateId !== null && <p>{t('line.done-update')} <a href={`/lam-viec/danh-muc/cap-nhat/${updateId}`}>{t('line.look')}</a></p>}
      {fault === null && waiting > 0 && <p>{t('line.more', { count: waiting })}</p>}
    </>
  );
}

function Failed({ rows }: { readonly rows: NationalLineState['failed'] }): ReactElement {
  const t = useWords();
  return (
    <>
      <h3>{t('line.failed')}</h3>
      <DataTable
        caption={t('line.failed-caption', { count: rows.length })} rows={rows} rowKey={({ code }) => code}
        columns={[
          { id: 'name', title: t('line.name'), isRowTitle: true, cell: ({ code, name }) => <>{name}<br /><span className="num muted small">{code}</span></> },
          { id: 'why', title: t('line.why'), cell: ({ fault }) => fault }, { id: 'when', title: t('line.when'), cell: ({ at }) => <span className="num">{momentShort(at)}</span> },
        ]}
      />
    </>
  );
}

function Outbox({ rows }: { readonly rows: NationalLineState['outbox'] }): ReactElement {
  const t = useWords();
  const known = useQueryClient();
  const again = useMutation({
    mutationFn: (id: string) => send(NationalLineState, { method: 'POST', path: `${address}/messages/${id}/sending` }),
    onSettled: () => known.invalidateQueries({ queryKey: ['national-line'] }),
  });
  return (
    <>
      <h3>{t('line.outbox')}</h3>
      <MessageArea tone={again.error === null ? 'good' : 'bad'}>{again.error !== null ? failureWords(failureOf(again.error)) : again.isSuccess ? t('line.sent-again') : ''}</MessageArea>
      <DataTable
        caption={t('line.outbox-caption', { count: rows.length })} rows={rows} rowKey={({ id }) => id}
        columns={[
          { id: 'name', title: t('line.name'), isRowTitle: true, cell: ({ code, name }) => <>{name}<br /><span className="num muted small">{code}</span></> },
          { id: 'what', title: t('line.what'), cell: ({ kind, version }) => t(`line.${kind}`, { version }) },
          { id: 'state', title: t('line.state'), cell: ({ state, tries, fault }) => <>{state === 'refused' ? t('line.refused') : t('line.to-send', { tries })}{fault !== null && <><br /><span className="muted small">{fault}</span></>}</> },
          { id: 'act', title: t('line.send-again'), cell: ({ id, code }) => <Button busy={again.isPending && again.variables === id} label={t('line.send-again-of', { code })} onPress={() => { again.mutate(id); }}>{t('line.send-again')}</Button> },
        ]}
      />
    </>
  );
}

function Differing({ state: { differing, differingCount } }: { readonly state: NationalLineState }): ReactElement {
  const t = useWords();
  return (
    <>
      <h3>{t('line.differing')}</h3>
      {differing.length < differingCount && <p className="muted">{t('line.differing-first', { shown: numberText(differing.length), count: numberText(differingCount) })}</p>}
      <DataTable
        caption={t('line.differing-caption', { count: differingCount })} rows={differing} rowKey={({ code }) => code}
        columns={[
          { id: 'name', title: t('line.name'), isRowTitle: true, cell: ({ code, name, version }) => <>{version === null ? name : <a href={`/lam-viec/danh-muc/${encodeURIComponent(code)}`}>{name}</a>}<br /><span className="num muted small">{code}</span></> },
          { id: 'parts', title: t('line.parts'), cell: ({ state, parts }) => state === 'differs' ? parts.map((part) => t(`line.part.${part}`)).join(', ') : t(`line.${state}`) },
        ]}
      />
    </>
  );
}
