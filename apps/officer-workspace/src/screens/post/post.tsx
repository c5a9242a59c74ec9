// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { PostalReturns } from '@motcua/dossiers/contract';
import { Asked, LinkButton, MessageArea, Page, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { OnTheWay } from './on-the-way.tsx';
import { ToHand } from './to-hand.tsx';
import { ToPack } from './to-pack.tsx';

/** What was done, with what did not go through and a paper to print. */
export type Said = { readonly words: string; readonly failed?: readonly string[]; readonly print?: { readonly href: string; readonly words: string } };
export type SayIt = (said: Said) => void;

/** Giao bưu chính: results to pack, to hand over on one list, and where those with the post are. */
export function Post(): ReactElement {
  const t = useWords();
  const lists = useQuery({ queryKey: ['postal-returns'], queryFn: () => ask(PostalReturns, '/api/postal-returns') });
  const [said, setSaid] = useState<Said | null>(null);
  useTitle(t('work.title', { list: t('work.post') }));
  return (
    <Page title={t('work.post')} message={<SaidArea said={said} onDismiss={() => { setSaid(null); }} />}>
      <p className="muted">{t('post.what')}</p>
      <Asked answer={lists} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ maySend, enterprises, toPack, parcels, more }) => (
          <>
            {maySend && <ToPack lines={toPack} enterprises={enterprises} onSaid={setSaid} />}
            {maySend && <ToHand lines={parcels.filter(({ parcel }) => parcel.stage === 'packed')} onSaid={setSaid} />}
            <OnTheWay lines={parcels.filter(({ parcel }) => parcel.stage !== 'packed')} enterprises={enterprises} maySend={maySend} onSaid={setSaid} />
            {more && <p className="muted">{t('papers.more')}</p>}
          </>
        )}
      </Asked>
    </Page>
  );
}

function SaidArea({ said, onDismiss }: { readonly said: Said | null; readonly onDismiss: () => void }): ReactElement {
  const failed = said?.failed ?? [];
  return (
    <MessageArea tone={failed.length > 0 ? 'warning' : 'good'} onDismiss={onDismiss}>
      {said === null ? '' : (
        <>
          <p>{said.words}</p>
          {failed.map((line) => <p key={line}>{line}</p>)}
          {said.print !== undefined && <p><LinkButton href={said.print.href}>{said.print.words}</LinkButton></p>}
        </>
      )}
    </MessageArea>
  );
}
