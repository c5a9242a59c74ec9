// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { BenchRun } from '@motcua/dossiers/contract';
import type { BenchAsked, BenchChoice } from '@motcua/dossiers/contract';
import { Asked, Button, Page, useWords } from '@motcua/ui';
import { failureOf, failureWords, send, useTitle } from '@motcua/web-kit';
import { BenchBegin } from './begin.tsx';
import { Offers } from './offers.tsx';
import { Standing } from './standing.tsx';

/** Bàn thử: a whole procedure on a dossier that does not exist; every choice is done by the real acts and nothing is kept. */
export function Bench({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const [asked, setAsked] = useState<BenchAsked | null>(null);
  useTitle(t('work.title', { list: t('bench.title') }));
  return (
    <Page title={t('bench.title')}>
      <p className="text muted">{t('bench.what')}</p>
      {asked === null
        ? <BenchBegin procedure={query.get('thu-tuc') ?? ''} proposals={(query.get('ban-soan') ?? '').split(',').filter((id) => id !== '')} onBegin={setAsked} />
        : <Running asked={asked} onChange={setAsked} />}
    </Page>
  );
}

function Running({ asked, onChange }: { readonly asked: BenchAsked; readonly onChange: (asked: BenchAsked | null) => void }): ReactElement {
  const t = useWords();
  const run = useQuery({ queryKey: ['bench', asked], retry: false, staleTime: Infinity, placeholderData: keepPreviousData, queryFn: () => send(BenchRun, { method: 'POST', path: '/api/bench', body: asked }) });
  const choose = (choice: BenchChoice): void => { onChange({ ...asked, choices: [...asked.choices, choice] }); };
  return (
    <>
      <div className="row">
        {asked.choices.length > 0 && <Button onPress={() => { onChange({ ...asked, choices: asked.choices.slice(0, -1) }); }}>{t('try.back')}</Button>}
        {asked.choices.length > 0 && <Button look="quiet" onPress={() => { onChange({ ...asked, choices: [] }); }}>{t('try.again')}</Button>}
        <Button look="quiet" onPress={() => { onChange(null); }}>{t('bench.other')}</Button>
      </div>
      <Asked answer={run} loading={t('bench.running')} describe={(error) => failureWords(failureOf(error))}>
        {(found) => (
          <>
            <Standing run={found} asked={asked} />
            <Offers key={asked.choices.length} run={found} isBusy={run.isPlaceholderData} onChoose={choose} />
          </>
        )}
      </Asked>
    </>
  );
}
