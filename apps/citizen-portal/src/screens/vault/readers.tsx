// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Page, Section, useWords } from '@motcua/ui';
import { dayText, momentText, officeDayOf, timeText } from '@motcua/i18n';
import { useAddress, useTitle } from '@motcua/web-kit';
import type { Viewers } from '@motcua/dossiers/contract';
import { useViewers } from '../../api.ts';
import { SignedIn } from '../failure.tsx';

type Look = Viewers['viewers'][number];
const fewest = 8;

/** Ai đã xem dữ liệu của tôi: every look of an officer, with agency, dossier and purpose. `isShort`: the newest, with a way to all; else by day. */
export function Readers({ isShort = false, organisation = null }: { readonly isShort?: boolean; /** Of which represented organisation; null: my own. */ readonly organisation?: string | null }): ReactElement {
  const t = useWords();
  const answer = useViewers(organisation);
  return (
    <Section id="ai-da-xem" title={t(organisation === null ? 'viewers.title' : 'viewers.title-organisation')}>
      <SignedIn answer={answer} loading={t('loading.viewers')}>
        {({ viewers }) => viewers.length === 0 ? <p>{t('viewers.nobody')}</p> : isShort ? (
          <>
            <ul className="lines" role="list">{viewers.slice(0, fewest).map((line, place) => <Line key={place} line={line} at={momentText(line.at)} />)}</ul>
            {viewers.length > fewest && <a href={organisation === null ? '/kho/ai-da-xem' : `/kho/ai-da-xem?to-chuc=${organisation}`}>{t('viewers.all', { count: viewers.length })}</a>}
          </>
        ) : <ByDay viewers={viewers} />}
      </SignedIn>
    </Section>
  );
}

/** Dossiers one officer saw in one list on a day stand in one line. */
function gathered(lines: readonly Look[]): readonly (readonly [Look, ...Look[]])[] {
  const groups: [Look, ...Look[]][] = [];
  for (const line of lines) {
    const same = line.what === 'list' ? groups.find(([first]) => first.what === 'list' && first.who === line.who && first.agencyName === line.agencyName && first.list === line.list && first.purpose === line.purpose) : undefined;
    if (same === undefined) groups.push([line]); else same.push(line);
  }
  return groups;
}

function ByDay({ viewers }: { readonly viewers: readonly Look[] }): ReactElement {
  const t = useWords();
  return (
    <>
      {[...Map.groupBy(viewers, ({ at }) => officeDayOf(at))].map(([day, lines]) => (
        <section key={day} aria-labelledby={`ngay-${day}`}>
          <h3 id={`ngay-${day}`}>{t('viewers.day', { day: dayText(day), count: lines.length })}</h3>
          <ul className="lines" role="list">{gathered(lines).map((group, place) => <Line key={place} line={group[0]} others={group.slice(1)} at={timeText(group[0].at)} />)}</ul>
        </section>
      ))}
    </>
  );
}

function Line({ line: { who, agencyName, what, list, paper, dossier, purpose }, others = [], at }: { readonly line: Look; readonly others?: readonly Look[]; readonly at: string }): ReactElement {
  const t = useWords();
  return (
    <li>
      <p><strong>{who}</strong>{agencyName === null ? '' : `, ${agencyName}`}</p>
      <p className="muted">{at} · {t(`viewers.what.${what}`, { paper: paper ?? '', list: list === null ? '' : t(`viewers.list.${list}`) })} · {t(`viewers.purpose.${purpose}`)}{[dossier, ...others.map((other) => other.dossier)].map((code) => (code === null ? null : <span key={code}> · <a className="nowrap" href={`/ho-so/${code}`}>{code}</a></span>))}</p>
    </li>
  );
}

/** The whole list as a page of its own. */
export function ReadersPage(): ReactElement {
  const t = useWords();
  const organisation = useAddress().query.get('to-chuc');
  useTitle(t('work.title', { list: t('viewers.title') }));
  return <Page title={t('viewers.page-title')} before={<p><a href="/kho">{t('vault.title')}</a></p>}><p className="text">{t('viewers.text')}</p><Readers organisation={organisation} /></Page>;
}
