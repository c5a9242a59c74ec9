// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { BackFileBatch, LineState } from '@motcua/back-files/contract';
import type { BackFileLine } from '@motcua/back-files/contract';
import { momentText, numberText } from '@motcua/i18n';
import { Asked, Button, EmptyState, LinkButton, Message, MessageArea, Page, Section, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, useTitle, withQuery } from '@motcua/web-kit';
import { DropBatch } from './drop-batch.tsx';
import { GiveList } from './give-list.tsx';
import { LineDialog } from './line-dialog.tsx';
import { Lines } from './lines.tsx';
import { Scans } from './scans.tsx';
import { Sign } from './sign.tsx';

const states = LineState.options;
/** While files are being read. */
const everySeconds = 3;

/** Which lines are shown; lives in the address. */
function Filter({ known, state, find }: { readonly known: BackFileBatch; readonly state: LineState | undefined; readonly find: string }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState(find);
  return (
    <>
      <nav className="tabs wrap" aria-label={t('back-file.filter')}>
        <a href={withQuery({ 'tinh-trang': '', 'tu': '' })} {...(state === undefined ? { 'aria-current': 'page' as const } : {})}>{t('back-file.all', { count: numberText(known.total) })}</a>
        {states.filter((one) => (known.counts[one] ?? 0) > 0 || one === state).map((one) => (
          <a key={one} href={withQuery({ 'tinh-trang': one, 'tu': '' })} {...(state === one ? { 'aria-current': 'page' as const } : {})}>{t(`back-file.state.${one}`)} <span className="num">{numberText(known.counts[one] ?? 0)}</span></a>
        ))}
      </nav>
      <form className="row bottom" role="search" onSubmit={(event) => { event.preventDefault(); goTo(withQuery({ tim: typed.trim(), tu: '' })); }}>
        <TextField name="tim" label={t('back-file.find')} value={typed} onChange={setTyped} />
        <Button type="submit">{t('back-file.find-do')}</Button>
      </form>
    </>
  );
}

/** What is done in a batch: its list and scans are given, compared papers signed; nothing once it was dropped. */
function Work({ known, onDone }: { readonly known: BackFileBatch; readonly onDone: (words: string) => void }): ReactElement {
  const t = useWords();
  const { id, dropped, total, counts: { compared = 0, digitised = 0 } } = known;
  if (dropped !== null) return <Message tone="warning"><p>{t('back-file.dropped', { who: dropped.by, at: momentText(dropped.at), reason: dropped.reason })}</p></Message>;
  return (
    <>
      <GiveList id={id} isFirst={total === 0} onDone={onDone} />
      {total > 0 && <Scans known={known} />}
      {compared + digitised > 0 && <Sign id={id} count={compared} />}
    </>
  );
}

/** Một lô: its list, where each paper stands, and what is to do next. */
export function BatchPage({ id, query }: { readonly id: string; readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState('');
  const [mending, setMending] = useState<BackFileLine | null>(null);
  const state = LineState.safeParse(query.get('tinh-trang')).data;
  const [find, after] = [query.get('tim') ?? '', query.get('tu') ?? ''];
  const batch = useQuery({ queryKey: ['back-files', id, state, find, after], placeholderData: (before) => before, refetchInterval: ({ state: { data } }) => ((data?.files.queued ?? 0) > 0 ? everySeconds * 1000 : false), queryFn: () => ask(BackFileBatch, `/api/back-files/${encodeURIComponent(id)}`, { state, find: find === '' ? undefined : find, after: after === '' ? undefined : after }) });
  useTitle(t('work.title', { list: t('back-file.title') }));
  return (
    <Page title={batch.data?.title ?? t('back-file.title')} before={<p><a href="/lam-viec/ho-so-cu">{t('back-file.title')}</a></p>} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <Asked answer={batch} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => (
          <>
            <p className="muted"><span className="num">{known.number}</span> · {known.agencyName}</p>
            <Work known={known} onDone={setSaid} />
            {known.total > 0 && (
              <Section id="dong" title={t('back-file.lines')}>
                <Filter key={find} known={known} state={state} find={find} />
                {known.lines.length === 0 ? <EmptyState><p>{t('back-file.lines-none')}</p></EmptyState> : <Lines id={id} lines={known.lines} isOver={known.dropped !== null} onMend={setMending} />}
                <p className="row">
                  {after !== '' && <LinkButton href={withQuery({ tu: '' })}>{t('back-file.first-page')}</LinkButton>}
                  {known.next !== null && <LinkButton href={withQuery({ tu: String(known.next) })}>{t('back-file.next-page')}</LinkButton>}
                </p>
              </Section>
            )}
            {known.dropped === null && <DropBatch id={id} />}
            {mending !== null && <LineDialog id={id} line={mending} onClose={() => { setMending(null); }} onDone={setSaid} />}
          </>
        )}
      </Asked>
    </Page>
  );
}
