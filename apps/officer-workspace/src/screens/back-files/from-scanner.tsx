// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { WaitingFates } from '@motcua/back-files/contract';
import { WaitingScans } from '@motcua/dossiers/contract';
import type { WaitingScan } from '@motcua/dossiers/contract';
import { momentShort, numberText } from '@motcua/i18n';
import { Asked, Button, Checkbox, MessageArea, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, send } from '@motcua/web-kit';

const everySeconds = 5;
/** Taken in one press. */
const most = 50;

type Props = { readonly id: string; readonly scans: readonly WaitingScan[]; readonly onTaken: (fates: WaitingFates['results']) => void };

/** The scans of the scanner, each to be chosen; taken in the order they came. */
function Choice({ id, scans, onTaken }: Props): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isPile, setPile] = useState(false);
  const named = scans.filter((scan) => chosen.has(scan.id)).slice(0, most);
  const take = useMutation({
    mutationFn: () => send(WaitingFates, { method: 'POST', path: `/api/back-files/${id}/waiting-scans`, body: { scans: named.map((scan) => scan.id), isPile } }),
    onSuccess: ({ results }) => { setChosen(new Set()); onTaken(results); },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['waiting-scans'] }), queries.invalidateQueries({ queryKey: ['back-files'] })]),
  });
  const isAll = named.length === Math.min(scans.length, most);
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!take.isPending) take.mutate(); }}>
      <MessageArea tone="bad">{take.error === null ? '' : faultsOf(failureOf(take.error))[0]?.text ?? failureWords(failureOf(take.error))}</MessageArea>
      <ul className="lines" role="list">
        {scans.map(({ id: scan, fileName, pages, station, at }) => (
          <li key={scan} className="row">
            <Checkbox name={`quet-${scan}`} label={fileName} checked={chosen.has(scan)} onChange={(checked) => { setChosen(checked ? new Set([...chosen, scan]) : new Set([...chosen].filter((other) => other !== scan))); }} />
            <span className="muted small">{[t('waiting-scan.pages', { pages }), station, momentShort(at)].filter((part) => part !== '').join(' · ')}</span>
            <a href={`/api/waiting-scans/${scan}/pages/1?width=1600`} target="_blank" rel="noreferrer">{t('back-file.first-page-of')}<span className="hidden-visually"> {fileName}</span></a>
          </li>
        ))}
      </ul>
      <Checkbox name="isPile" label={t('back-file.is-pile')} checked={isPile} onChange={setPile} />
      <p className="row">
        <Button onPress={() => { setChosen(new Set(isAll ? [] : scans.slice(0, most).map((scan) => scan.id))); }}>{t(isAll ? 'back-file.choose-none' : 'back-file.choose-all')}</Button>
        <Button type="submit" look="primary" busy={take.isPending}>{t('back-file.take-scans', { count: numberText(named.length) })}</Button>
      </p>
    </form>
  );
}

/** Lấy từ máy quét: what waits in the scanner's folder of the agency, several at once into the batch; what was not taken is named. */
export function FromScanner({ id, agency }: { readonly id: string; readonly agency: string }): ReactElement {
  const t = useWords();
  const [fates, setFates] = useState<WaitingFates['results']>([]);
  const waiting = useQuery({ queryKey: ['waiting-scans'], refetchInterval: everySeconds * 1000, queryFn: () => ask(WaitingScans, '/api/waiting-scans') });
  const here = (waiting.data?.scans ?? []).filter((scan) => scan.agency === agency);
  const whole = here.filter(({ fault }) => fault === null);
  const left = fates.filter(({ fate }) => fate !== 'taken');
  return (
    <>
      <details>
        <summary>{t('back-file.from-scanner', { count: numberText(whole.length) })}</summary>
        <Asked answer={waiting} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {() => (
            <>
              {whole.length === 0 ? <p className="muted">{t('back-file.scanner-empty')}</p> : <Choice id={id} scans={whole} onTaken={setFates} />}
              {here.length > whole.length && <p>{t('back-file.scanner-broken', { count: numberText(here.length - whole.length) })} <a href="/lam-viec/ban-quet">{t('waiting-scan.title')}</a></p>}
            </>
          )}
        </Asked>
      </details>
      {fates.length > 0 && <p role="status">{t('back-file.taken', { count: numberText(fates.length - left.length) })}</p>}
      <MessageArea tone="bad">{left.map(({ fileName, fate }) => t(fate === 'known' ? 'back-file.fate.known' : 'back-file.fate.gone', { file: fileName ?? '' })).join(' ')}</MessageArea>
    </>
  );
}
