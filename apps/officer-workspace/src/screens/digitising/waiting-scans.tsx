// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { OfficerDossier, ScanAssigned, WaitingScans } from '@motcua/dossiers/contract';
import type { WaitingScan } from '@motcua/dossiers/contract';
import { listText, momentShort } from '@motcua/i18n';
import { Asked, Button, EmptyState, MessageArea, Page, Select, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, goTo, send, useTitle } from '@motcua/web-kit';
import { z } from 'zod';

const everySeconds = 5;
const codeForm = /^[A-Z]\d{2}(\.\d{1,4})*-\d{6}-\d{4,}$/u;
const key = ['waiting-scans'];

const said = (error: Error): string => faultsOf(failureOf(error))[0]?.text ?? failureWords(failureOf(error));

/** To which paper of which dossier the pages go: the code finds the papers, the label in the file's name has filled both already. */
function Assign({ scan }: { readonly scan: WaitingScan }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(scan.named?.code ?? '');
  const [paper, setPaper] = useState(String(scan.named?.paperNo ?? ''));
  const code = typed.trim().toUpperCase();
  const dossier = useQuery({ queryKey: ['dossier', code], enabled: codeForm.test(code), retry: false, queryFn: () => ask(OfficerDossier, `/api/dossiers/${code}`) });
  const papers = dossier.data?.papers ?? [];
  const give = useMutation({
    mutationFn: () => send(ScanAssigned, { method: 'POST', path: `/api/waiting-scans/${scan.id}/assignment`, body: { code, paperNo: Number(paper) } }),
    onSuccess: async (given) => {
      await queries.invalidateQueries({ queryKey: key });
      goTo(`/lam-viec/ho-so/${given.code}?giay=${String(given.paperNo)}&quet=${given.scan}`);
    },
  });
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); give.mutate(); }}>
      <MessageArea tone="bad">{give.error === null ? '' : said(give.error)}</MessageArea>
      <TextField name={`ma-${scan.id}`} label={t('waiting-scan.code')} value={typed} onChange={setTyped} {...(dossier.error === null ? {} : { error: failureWords(failureOf(dossier.error)) })} />
      {papers.length > 0 && <Select name={`giay-${scan.id}`} label={t('waiting-scan.paper')} value={papers.some(({ no }) => String(no) === paper) ? paper : ''} empty={t('waiting-scan.choose')} choices={papers.map(({ no, name }) => ({ value: String(no), label: `${String(no)}. ${listText(name)}` }))} onChange={setPaper} />}
      {papers.some(({ no }) => String(no) === paper) && <p><Button type="submit" look="primary" busy={give.isPending}>{t('waiting-scan.give')}</Button></p>}
    </form>
  );
}

function PutAside({ scan }: { readonly scan: WaitingScan }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const remove = useMutation({
    mutationFn: () => send(z.null(), { method: 'POST', path: `/api/waiting-scans/${scan.id}/removal`, body: { reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <details>
      <summary>{t('waiting-scan.remove')}</summary>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); remove.mutate(); }}>
        <TextField name={`ly-do-${scan.id}`} label={t('waiting-scan.reason')} value={reason} onChange={setReason} {...(remove.error === null ? {} : { error: said(remove.error) })} />
        <p><Button type="submit" busy={remove.isPending}>{t('waiting-scan.remove-do')}</Button></p>
      </form>
    </details>
  );
}

function Waiting({ scan }: { readonly scan: WaitingScan }): ReactElement {
  const t = useWords();
  const { id, fileName, station, agencyName, at, pages, fault } = scan;
  return (
    <li>
      {pages > 0 && <a href={`/api/waiting-scans/${id}/pages/1?width=1600`} target="_blank" rel="noreferrer"><img src={`/api/waiting-scans/${id}/pages/1?width=320`} alt={t('waiting-scan.first-page', { file: fileName })} loading="lazy" /></a>}
      <div className="stack">
        <p><strong>{fileName}</strong> <span className="muted small">{[pages === 0 ? null : t('waiting-scan.pages', { pages }), station === '' ? null : station, agencyName, momentShort(at)].filter((part) => part !== null).join(' · ')}</span></p>
        {fault === null ? <Assign scan={scan} /> : <p><Tag tone="lacquer" sign="circle-x">{t(`waiting-scan.fault.${fault}`)}</Tag> {t('waiting-scan.fault-where')}</p>}
        <PutAside scan={scan} />
      </div>
    </li>
  );
}

/** Bản quét chờ: what the scanners of the station sent, each given to a paper of a dossier or put aside with a reason. */
export function WaitingScansPage(): ReactElement {
  const t = useWords();
  const waiting = useQuery({ queryKey: key, refetchInterval: everySeconds * 1000, queryFn: () => ask(WaitingScans, '/api/waiting-scans') });
  useTitle(t('work.title', { list: t('waiting-scan.title') }));
  return (
    <Page title={t('waiting-scan.title')}>
      <p className="muted">{t('waiting-scan.about')}</p>
      <Asked answer={waiting} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ scans, more }) => (
          <>
            {scans.length === 0 ? <EmptyState><p>{t('waiting-scan.none')}</p></EmptyState> : <ol className="scan-pages" role="list">{scans.map((scan) => <Waiting key={scan.id} scan={scan} />)}</ol>}
            {more && <p className="muted">{t('waiting-scan.more')}</p>}
          </>
        )}
      </Asked>
    </Page>
  );
}
