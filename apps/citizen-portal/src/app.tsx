// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Page, SessionEnding, Skeleton, WhileLoading, lazy, useWords } from '@motcua/ui';
import { stepsOf, useAddress, useEndsSoon, useOnline, useOwnLinks } from '@motcua/web-kit';
import { useMe } from './api.ts';
import { feeInAddress } from './screens/filing/fee-in-address.ts';
import { MyDossiers } from './screens/my-dossiers/my-dossiers.tsx';

// Forms and their rules, and the whole of one dossier, come with the page that needs them.
const NewFiling = lazy(async () => ({ default: (await import('./screens/filing/new-filing.tsx')).NewFiling }));
const JointDraft = lazy(async () => ({ default: (await import('./screens/joint-draft/joint-draft.tsx')).JointDraft }));
const OwnDossier = lazy(async () => ({ default: (await import('./screens/own-dossier/own-dossier.tsx')).OwnDossier }));
const Vault = lazy(async () => ({ default: (await import('./screens/vault/vault.tsx')).Vault }));
const ReadersPage = lazy(async () => ({ default: (await import('./screens/vault/readers.tsx')).ReadersPage }));
const Filing = lazy(async () => ({ default: (await import('./screens/filing/filing.tsx')).Filing }));

const roots = ['/ho-so', '/soan', '/kho'];

/** The signed-in half of the portal: which screen belongs to which address. */
export function App({ hotline }: { readonly hotline: string }): ReactElement {
  const t = useWords();
  const isOnline = useOnline();
  const me = useMe();
  const isEnding = useEndsSoon(me.data?.kind === 'citizen' ? { expiresAt: me.data.expiresAt, heardAt: me.dataUpdatedAt } : null);
  useOwnLinks(roots);
  return (
    <>
      {!isOnline && <p className="strip offline gutter" role="status">{t('app.offline')}</p>}
      <Screen hotline={hotline} />
      {isEnding && <SessionEnding onStay={() => { void me.refetch(); }} />}
    </>
  );
}

function Screen({ hotline }: { readonly hotline: string }): ReactElement {
  const t = useWords();
  const { path, query } = useAddress();
  const [, root = '', first = '', second = ''] = stepsOf(path);
  if (root === 'ho-so') return first === '' ? <MyDossiers /> : <WhileLoading value={<Skeleton label={t('loading.dossier')} />}><OwnDossier key={first} code={first} part={second} hotline={hotline} /></WhileLoading>;
  if (root === 'kho') return <WhileLoading value={<Skeleton label={t('loading.vault')} />}>{first === 'ai-da-xem' ? <ReadersPage /> : <Vault />}</WhileLoading>;
  if (root === 'soan' && first === 'moi') return <WhileLoading value={<Skeleton label={t('loading.draft')} />}><NewFiling procedure={query.get('thu-tuc') ?? ''} circumstance={query.get('truong-hop')} fee={feeInAddress(query)} query={query} /></WhileLoading>;
  if (root === 'soan' && first === 'chung') return <WhileLoading value={<Skeleton label={t('loading.draft')} />}><JointDraft key={second} id={second} /></WhileLoading>;
  if (root === 'soan' && first !== '') return <WhileLoading value={<Skeleton label={t('loading.draft')} />}><Filing key={first} id={first} step={second} hotline={hotline} /></WhileLoading>;
  return <Page title={t('error.not-found.title')}><a href="/ho-so">{t('nav.dossiers')}</a></Page>;
}
