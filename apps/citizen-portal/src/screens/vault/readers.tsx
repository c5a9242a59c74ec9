// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Page, Section, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import { useTitle } from '@motcua/web-kit';
import type { Viewers } from '@motcua/dossiers/contract';
import { useViewers } from '../../api.ts';
import { SignedIn } from '../failure.tsx';

const fewest = 8;

/** Ai đã xem dữ liệu của tôi: every look of an officer, with agency, dossier and purpose. `isShort`: the newest, with a way to all. */
export function Readers({ isShort = false }: { readonly isShort?: boolean }): ReactElement {
  const t = useWords();
  const answer = useViewers();
  return (
    <Section id="ai-da-xem" title={t('viewers.title')}>
      <SignedIn answer={answer} loading={t('loading.viewers')}>
        {({ viewers }) => viewers.length === 0 ? <p>{t('viewers.nobody')}</p> : (
          <>
            <ul className="lines" role="list">{viewers.slice(0, isShort ? fewest : viewers.length).map((line, place) => <Line key={place} line={line} />)}</ul>
            {isShort && viewers.length > fewest && <a href="/kho/ai-da-xem">{t('viewers.all', { count: viewers.length })}</a>}
          </>
        )}
      </SignedIn>
    </Section>
  );
}

function Line({ line: { at, who, agencyName, what, paper, dossier, purpose } }: { readonly line: Viewers['viewers'][number] }): ReactElement {
  const t = useWords();
  return (
    <li>
      <p><strong>{who}</strong>{agencyName === null ? '' : `, ${agencyName}`}</p>
      <p className="muted">{momentText(at)} · {t(`viewers.what.${what}`, { paper: paper ?? '' })} · {t(`viewers.purpose.${purpose}`)}{dossier === null ? '' : <> · <a href={`/ho-so/${dossier}`}>{dossier}</a></>}</p>
    </li>
  );
}

/** The whole list as a page of its own. */
export function ReadersPage(): ReactElement {
  const t = useWords();
  useTitle(t('work.title', { list: t('viewers.title') }));
  return <Page title={t('viewers.page-title')} before={<p><a href="/kho">{t('vault.title')}</a></p>}><p className="text">{t('viewers.text')}</p><Readers /></Page>;
}
