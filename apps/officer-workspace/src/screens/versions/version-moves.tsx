// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { MovePreview as MovePreviewAnswer, VersionMoves } from '@motcua/dossiers/contract';
import { Asked, EmptyState, MessageArea, Page, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { MovePreview } from './move-preview.tsx';
import { ProcedureMovesSection } from './procedure-moves.tsx';

/** Chuyển bản quy trình: which dossiers still run on an older version; previewed, then moved one by one or all that are safe. */
export function VersionMovesPage({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['version-moves'], queryFn: () => ask(VersionMoves, '/api/version-moves') });
  useTitle(t('work.title', { list: t('work.version-moves') }));
  const [said, setSaid] = useState<readonly string[]>([]);
  const chosen = list.data?.processes.find(({ key }) => key === query.get('quy-trinh'));
  return (
    <Page title={t('work.version-moves')} message={<MessageArea tone="good" onDismiss={() => { setSaid([]); }}>{said.length === 0 ? '' : said.map((line) => <p key={line}>{line}</p>)}</MessageArea>}>
      <p className="muted">{t('moves.what')}</p>
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ processes }) => processes.length === 0 ? <EmptyState><p>{t('moves.none')}</p></EmptyState> : (
          <ul className="lines" role="list">
            {processes.map(({ key, name, newest, running }) => <li key={key}><a href={`/lam-viec/chuyen-ban?quy-trinh=${encodeURIComponent(key)}`}>{name}</a><br /><span className="muted">{t('moves.running', { count: running, newest })}</span></li>)}
          </ul>
        )}
      </Asked>
      {chosen !== undefined && <Preview key={chosen.key} process={chosen} onMoved={setSaid} />}
      <ProcedureMovesSection chosen={query.get('thu-tuc')} onMoved={setSaid} />
    </Page>
  );
}

function Preview({ process, onMoved }: { readonly process: VersionMoves['processes'][number]; readonly onMoved: (said: readonly string[]) => void }): ReactElement {
  const t = useWords();
  const preview = useQuery({ queryKey: ['version-moves', process.key], queryFn: () => ask(MovePreviewAnswer, '/api/version-moves/preview', { key: process.key, to: String(process.newest) }) });
  return (
    <MovePreview
      id="xem-truoc" of={process} preview={preview} path="/api/version-moves" list="version-moves" words={{ moveAll: 'moves.move-all' }} onMoved={onMoved}
      changes={{ title: t('moves.steps'), cell: ({ steps }) => steps.map(({ from, to }) => <p key={from}>{to === '' || to === from ? from : `${from} → ${to}`}</p>) }}
    />
  );
}
