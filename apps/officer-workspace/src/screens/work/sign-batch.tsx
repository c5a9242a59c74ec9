// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { ActBar, Asked, Button, EmptyState, Kbd, Message, MessageArea, Page, useWords } from '@motcua/ui';
import { shortName } from '@motcua/i18n';
import { BatchDone } from '@motcua/dossiers/contract';
import type { DossierRow } from '@motcua/dossiers/contract';
import { failureOf, failureWords, newClientKey, send, useTitle } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { useDossier, useWork } from '../../api.ts';
import { useKeys } from '../../keyboard/use-keys.ts';
import { DraftLinks } from '../dossier/papers.tsx';
import { KeyFields, WaitingForMany, firstPicked, isElsewhere, keyGiven, lacksPin, ownKeys, useSigningMeans } from '../dossier/signing-key.tsx';
import type { Picked } from '../dossier/signing-key.tsx';
import { DossierRows, groupedByDue } from './rows.tsx';

const Begun = z.object({ id: z.uuid() });

/** A draft as it was looked at: after any change it must be opened again. */
const stateOf = ({ code, version }: DossierRow): string => `${code}@${String(version)}`;

/** Chờ tôi ký: only drafts that were opened can be signed; what fails stays selected with its reason, nothing signed is undone. */
export function SignBatch(): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const work = useWork('to-sign');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [current, setCurrent] = useState<DossierRow | null>(null);
  const keys = ownKeys(useSigningMeans(true).data);
  const [chosen, setPicked] = useState<Picked | null>(null);
  const picked = chosen ?? firstPicked(keys);
  const [isPressed, setPressed] = useState(false);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly tone: 'good' | 'warning' | 'plain'; readonly lines: readonly string[] }>({ tone: 'plain', lines: [] });
  useTitle(t('work.title', { list: t('work.list.to-sign') }));
  const rows = work.data?.pages.flatMap(({ dossiers }) => dossiers) ?? [];
  const asOf = work.data?.pages[0]?.asOf ?? '';
  const lawful = rows.filter((row) => selected.includes(row.code) && seen.includes(stateOf(row)));
  const tell = async (results: readonly { readonly code: string; readonly ok: boolean; readonly title: string | null }[]): Promise<void> => {
    const failed = results.filter(({ ok }) => !ok);
    setSelected(failed.map(({ code }) => code));
    setSaid({ tone: failed.length === 0 ? 'good' : 'warning', lines: [t('sign.done', { done: results.length - failed.length, total: results.length }), ...failed.map(({ code, title }) => `${code}: ${title ?? ''}`)] });
    await dossiersChanged(queries);
  };
  const sign = useMutation({
    mutationFn: async () => {
      const body = { clientKey: newClientKey(), opinion: null, items: lawful.flatMap(({ code, version, task }) => task === null ? [] : [{ code, version, taskId: task.taskId }]), ...keyGiven(keys, picked) };
      if (isElsewhere(picked)) setWaiting((await send(Begun, { method: 'POST', path: '/api/batch/signing', body })).id);
      else await tell((await send(BatchDone, { method: 'POST', path: '/api/batch/approval', body })).results);
    },
  });
  const start = (): void => {
    setPressed(true);
    if (lacksPin(keys, picked)) return;
    if (lawful.length > 0) sign.mutate();
    else setSaid({ tone: 'plain', lines: [t(selected.length === 0 ? 'sign.select-first' : 'sign.see-first')] });
  };
  useKeys({ 'Ctrl+Enter': start });
  const open = (row: DossierRow): void => { setCurrent(row); setSeen((before) => [...new Set([...before, stateOf(row)])]); };
  return (
    <Page
      title={t('work.list.to-sign')}
      message={<MessageArea tone={sign.error === null ? said.tone : 'bad'}>{sign.error !== null ? failureWords(failureOf(sign.error)) : said.lines.length === 0 ? '' : said.lines.map((line) => <p key={line}>{line}</p>)}</MessageArea>}
    >
      <Asked answer={work} loading={t('loading.dossiers')} describe={(error) => failureWords(failureOf(error))}>
        {() => rows.length === 0 ? <EmptyState><p>{t('work.none.to-sign')}</p></EmptyState> : (
          <>
            <p>{t('sign.counts', { total: rows.length, seen: rows.filter((row) => seen.includes(stateOf(row))).length, selected: selected.length })}</p>
            <div className="with-peek">
              <DossierRows
                groups={groupedByDue(rows, asOf, t)} now={asOf}
                selected={selected} onSelect={setSelected} peeked={current?.code ?? null} onPeek={open} opensBeside
              />
              <Draft row={current} />
            </div>
            <KeyFields keys={keys} picked={picked} isPressed={isPressed} onPick={setPicked} />
            {waiting !== null && (
              <WaitingForMany
                id={waiting} onClose={() => { setWaiting(null); }}
                onEnded={(signings) => { setWaiting(null); setPicked({ ...picked, pin: '' }); setPressed(false); void tell(signings.map(({ code, state, title, detail }) => ({ code, ok: state === 'done', title: [title, detail].filter((part) => part !== null).join(' ') }))); }}
              />
            )}
            <ActBar label={t('work.acts')}>
              <span className="muted">{t('sign.how')}</span>
              <span className="first"><Button look="primary" busy={sign.isPending} onPress={start}>{t(sign.isPending ? 'sign.signing' : 'sign.act', { count: lawful.length })} <Kbd>{t('key.next-act')}</Kbd></Button></span>
            </ActBar>
          </>
        )}
      </Asked>
    </Page>
  );
}

function Draft({ row }: { readonly row: DossierRow | null }): ReactElement {
  const t = useWords();
  if (row === null) return <aside className="card peek always"><p className="muted">{t('sign.nothing-open')}</p></aside>;
  return <OpenDraft key={row.code} code={row.code} />;
}

function OpenDraft({ code }: { readonly code: string }): ReactElement {
  const t = useWords();
  const dossier = useDossier(code);
  return (
    <aside className="card stretch peek always" aria-label={t('sign.draft')}>
      <Asked answer={dossier} loading={t('loading.dossier')} describe={(error) => failureWords(failureOf(error))}>
        {({ draft, applicant, procedure, opinions }) => (
          <>
            <h2>{draft?.title ?? t('sign.no-draft')}</h2>
            <p className="muted">{shortName(procedure.name)} · {applicant.name}</p>
            {draft === null ? <Message tone="warning">{t('sign.no-draft-text')}</Message> : <><ol>{draft.provisions.map((line, at) => <li key={at}>{line}</li>)}</ol><DraftLinks code={code} /></>}
            {opinions.map(({ who, step, text }, place) => <p key={place}><span className="muted">{t('dossier.opinion', { who, step })}</span><br />{text}</p>)}
            <a href={`/lam-viec/ho-so/${code}`}>{t('work.open')}</a>
          </>
        )}
      </Asked>
    </aside>
  );
}
