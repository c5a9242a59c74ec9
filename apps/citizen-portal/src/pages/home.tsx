// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Icon, LinkButton, useWords } from '@motcua/ui';
import { numberText } from '@motcua/i18n';
import type { HomePage, Place } from './props.ts';

/** Trang chủ: opens on a question, not on a menu. */
export function Home({ visit, popular, lifeEvents, fields, procedures }: HomePage): ReactElement {
  const t = useWords();
  return (
    <main className="main gutter" id="noi-dung" tabIndex={-1}>
      <form action="/thu-tuc" method="get" role="search" className="stack stretch text">
        <h1 className="display"><label htmlFor="tim">{t('home.question')}</label></h1>
        <span className="muted small" id="tim-goi-y">{t('home.hint')}</span>
        <div className="search-line">
          <input className="input" id="tim" name="tim" type="search" aria-describedby="tim-goi-y" autoComplete="off" enterKeyHint="search" />
          <button className="button primary" type="submit"><Icon name="search" />{t('act.search')}</button>
        </div>
        {popular.length > 0 && <Links title={t('home.popular')} places={popular} />}
      </form>
      <div className="thirds">
        <form className="card stretch" action="/tra-cuu" method="get">
          <h2><label htmlFor="ma">{t('home.filed')}</label></h2>
          <span className="muted small" id="ma-goi-y">{t('look-up.hint')}</span>
          <div className="search-line">
            <input className="input" id="ma" name="ma" aria-describedby="ma-goi-y" autoComplete="off" spellCheck={false} />
            <button className="button" type="submit">{t('act.look')}</button>
          </div>
        </form>
        <section className="card" aria-labelledby="quay">
          <h2 id="quay">{t('home.counter')}</h2>
          <p>{t('home.counter.text', { hours: visit.site.hours })}</p>
          <LinkButton href="/lien-he">{t('home.counter.where')}</LinkButton>
        </section>
        <section className="card" aria-labelledby="cua-toi">
          <h2 id="cua-toi">{t('nav.dossiers')}</h2>
          <p>{t('home.mine')}</p>
          {visit.signedIn === null ? <LinkButton href="/dang-nhap">{t('act.sign-in-vneid')}</LinkButton> : <LinkButton href="/ho-so">{t('home.mine.open')}</LinkButton>}
        </section>
      </div>
      {lifeEvents.length > 0 && (
        <section className="section" aria-labelledby="viec">
          <h2 id="viec">{t('home.life-events')}</h2>
          <Links title={null} places={lifeEvents} />
        </section>
      )}
      <section className="section" aria-labelledby="linh-vuc">
        <h2 id="linh-vuc">{t('home.fields')}</h2>
        <Links title={null} places={fields} />
        <p><a href="/thu-tuc">{t('home.all', { count: numberText(procedures) })}</a></p>
      </section>
    </main>
  );
}

function Links({ title, places }: { readonly title: string | null; readonly places: readonly Place[] }): ReactElement {
  return (
    <div className="row">
      {title !== null && <span className="muted">{title}</span>}
      <ul className="chips" role="list">{places.map(({ href, name }) => <li key={href}><a href={href}>{name}</a></li>)}</ul>
    </div>
  );
}
