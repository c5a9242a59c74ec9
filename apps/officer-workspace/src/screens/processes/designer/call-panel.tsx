// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ProcessModel, ProcessPage } from '@motcua/workflow/contract';
import type { BranchRow, ProcessRow, TableEdit } from '@motcua/workflow/contract';
import { Asked, Button, Message, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';

type CallPanelProps = { readonly row: BranchRow; readonly onEdit: (edit: TableEdit) => void };

const pageOf = (words: string): Promise<{ readonly processes: readonly ProcessRow[] }> => ask(ProcessPage, `/api/processes?q=${encodeURIComponent(words)}`);
const most = 8;

/** Which published process a call leads to: found by name or code, taken into this one as it is published now. */
export function CallPanel({ row, onEdit }: CallPanelProps): ReactElement {
  const t = useWords();
  const [words, setWords] = useState('');
  const [failed, setFailed] = useState<unknown>(null);
  const { called } = row;
  const known = useQuery({ queryKey: ['processes-to-call', called?.key], enabled: called !== null, queryFn: () => pageOf(called?.key ?? '') });
  const newest = known.data?.processes.find(({ key }) => key === called?.key);
  const found = useQuery({ queryKey: ['processes-to-call', words], enabled: words.trim() !== '', placeholderData: keepPreviousData, queryFn: () => pageOf(words) });
  const take = (key: string, version: number): void => {
    setFailed(null);
    ask(ProcessModel, `/api/processes/${encodeURIComponent(key)}/versions/${String(version)}`)
      .then(({ name, xml }) => { onEdit({ kind: 'set-called', id: row.id, key, version, name, xml }); setWords(''); })
      .catch((thrown: unknown) => { setFailed(thrown); });
  };
  return (
    <>
      {called !== null && <p><a href={`/lam-viec/quy-trinh/${encodeURIComponent(called.key)}`}>{t('call.shown', { key: called.key, version: called.version })}</a></p>}
      {called !== null && newest !== undefined && newest.version > called.version && (
        <Message tone="warning"><p>{t('call.older', { version: newest.version })}</p><Button onPress={() => { take(called.key, newest.version); }}>{t('call.renew', { version: newest.version })}</Button></Message>
      )}
      <TextField name={`steps.${row.id}.called`} label={t(called === null ? 'call.choose' : 'call.other')} hint={t('call.hint')} value={words} onChange={setWords} />
      {failed !== null && <Message tone="bad">{failureWords(failureOf(failed))}</Message>}
      {words.trim() !== '' && (
        <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ processes }) => (
            <div className="options" role="group" aria-label={t('call.choose')}>
              {processes.length === 0 && <p className="option muted">{t('call.none')}</p>}
              {processes.slice(0, most).map(({ key, version, name, steps }) => <button key={key} type="button" onClick={() => { take(key, version); }}>{t('call.take', { name, key, version, steps })}</button>)}
            </div>
          )}
        </Asked>
      )}
    </>
  );
}
