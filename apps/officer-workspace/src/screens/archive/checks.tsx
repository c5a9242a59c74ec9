// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ArchiveChecks, CheckDone } from '@motcua/archive/contract';
import { momentShort } from '@motcua/i18n';
import { Asked, Button, Code, DataTable, EmptyState, Message, MessageArea, Page, Select, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, newClientKey, send, useTitle } from '@motcua/web-kit';
import type { z } from 'zod';
import { VerdictTag } from './batches.tsx';

type Checks = z.infer<typeof ArchiveChecks>;

/** Kiểm tra toàn vẹn: packages read again, what was brought back, what is lost. */
export function ChecksPage(): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState<{ readonly words: string; readonly isBad: boolean }>({ words: '', isBad: false });
  const checks = useQuery({ queryKey: ['archive-checks'], queryFn: () => ask(ArchiveChecks, '/api/archive/checks') });
  useTitle(t('work.title', { list: t('archive.checks') }));
  return (
    <Page title={t('archive.checks')} message={<MessageArea tone={said.isBad ? 'warning' : 'good'} onDismiss={() => { setSaid({ words: '', isBad: false }); }}>{said.words}</MessageArea>}>
      <p className="muted">{t('archive.about.checks')}</p>
      <Asked answer={checks} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => (
          <>
            {!known.hasSecondCopy && <Message tone="warning">{t('archive.no-second-copy')}</Message>}
            {known.mayCheck && <CheckForm known={known} onDone={({ checked, repaired, broken }) => { setSaid({ words: t('archive.check-done', { checked, repaired, broken }), isBad: broken > 0 }); }} />}
            {known.runs.length === 0 ? <EmptyState><p>{t('archive.check-none')}</p></EmptyState> : <Runs runs={known.runs} />}
          </>
        )}
      </Asked>
    </Page>
  );
}

function CheckForm({ known: { agencies, mayCheckAll }, onDone }: { readonly known: Checks; readonly onDone: (done: z.infer<typeof CheckDone>) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [agency, setAgency] = useState(mayCheckAll ? '' : agencies[0]?.code ?? '');
  const check = useMutation({
    mutationFn: () => send(CheckDone, { method: 'POST', path: '/api/archive/checks', body: { clientKey: newClientKey(), agency: agency === '' ? null : agency } }),
    onSuccess: async (done) => { onDone(done); await queries.invalidateQueries({ queryKey: ['archive-checks'] }); },
  });
  return (
    <>
      <div className="row">
        {(mayCheckAll || agencies.length > 1) && <div><Select name="co-quan" label={t('archive.agency')} {...(mayCheckAll ? { empty: t('archive.all-agencies') } : {})} value={agency} choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} onChange={setAgency} /></div>}
        <Button look="primary" busy={check.isPending} onPress={() => { if (!check.isPending) check.mutate(); }}>{t('archive.check')}</Button>
      </div>
      {check.error !== null && <Message tone="bad">{failureWords(failureOf(check.error))}</Message>}
    </>
  );
}

function Runs({ runs }: { readonly runs: Checks['runs'] }): ReactElement {
  const t = useWords();
  return (
    <DataTable
      caption={t('archive.checks-caption', { count: runs.length })} rows={runs} rowKey={({ id }) => id} hasLongTitles
      columns={[
        { id: 'when', title: t('archive.runs'), isRowTitle: true, cell: ({ who, agencyName }) => <><span className="num">{momentShort(who.at)}</span><br /><span className="muted small">{who.by} · {agencyName ?? t('archive.all-agencies')}</span></> },
        { id: 'checked', title: t('archive.checked'), figures: true, cell: ({ checked }) => checked }, { id: 'repaired', title: t('archive.repaired'), figures: true, cell: ({ repaired }) => repaired }, { id: 'broken', title: t('archive.broken'), figures: true, cell: ({ broken }) => broken },
        { id: 'found', title: t('archive.found'), cell: ({ found }) => (found.length === 0 ? '–' : <ul className="lines" role="list">{found.map(({ code, verdict, text }) => <li key={code}><VerdictTag verdict={verdict} /> <Code code={code} /> <span className="small">{text}</span></li>)}</ul>) },
      ]}
    />
  );
}
