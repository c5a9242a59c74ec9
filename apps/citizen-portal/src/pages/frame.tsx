// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Brand, DemonstrationStrip, Icon, SkipLink, Words, useWords } from '@motcua/ui';
import { phoneText, translator } from '@motcua/i18n';
import type { MessageId } from '@motcua/i18n';
import type { Site, Visit } from './props.ts';

/** Hashed addresses of what the browser loads, known after the build of the client. */
export type Assets = { readonly style: string; readonly font: string; readonly mark: string; readonly publicScript: string; readonly appScript: string; readonly checkScript: string; /** The service worker of the page that checks papers. */ readonly offlineWorker: string };

type FrameProps = { readonly assets: Assets; readonly visit: Visit; readonly title: string; readonly isFault?: boolean; readonly script?: 'public' | 'app' | 'check'; /** Without header and footer: inside another site. */ readonly isBare?: boolean; readonly children: ReactNode };

/** The whole document: head, official line, header, the page, footer. Works without a script; the one it carries only keeps theme and letter size. */
export function Frame({ assets, visit, title, isFault = false, script = 'public', isBare = false, children }: FrameProps): ReactElement {
  const t = translator(visit.locale);
  const { site } = visit;
  return (
    <html lang={visit.locale} data-density="citizen">
      <head>
        <meta charSet="utf-8" />
        {/* React Aria looks for this id before it would add a style element, which the content policy forbids; its rule stands in base.css. */}
        <meta id="react-aria-pressable-style" name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${isFault ? t('page.fault-prefix') : ''}${t('page.title', { title, province: site.province })}`}</title>
        <meta name="description" content={t('page.description', { province: site.province })} />
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={assets.style} />
        <link rel="icon" type="image/svg+xml" href={assets.mark} />
        <script src={assets.publicScript} />
        {script === 'check' && <script type="module" src={assets.checkScript} />}
        {script === 'app' && <script type="module" src={assets.appScript} />}
      </head>
      <body>
        <Words value={t}>
          {!isBare && <SkipLink />}
          {!isBare && <header>
            {site.demonstration && <DemonstrationStrip />}
            <div className="official gutter">
              <span>{t(site.demonstration ? 'page.not-official' : 'page.official', { owner: site.owner })}</span>
              <a href="/huong-dan#cach-nhan-biet">{t('page.how-to-tell')}</a>
            </div>
            <Header visit={visit} />
          </header>}
          {children}
          {!isBare && <Footer site={site} />}
        </Words>
      </body>
    </html>
  );
}

const places: readonly { readonly href: string; readonly word: MessageId }[] = [
  { href: '/thu-tuc', word: 'nav.procedures' }, { href: '/tra-cuu', word: 'nav.look-up' }, { href: '/kiem-tra-giay', word: 'nav.check' },
  { href: '/ho-so', word: 'nav.dossiers' }, { href: '/kho', word: 'nav.vault' }, { href: '/phan-anh', word: 'nav.petition' },
];

function Header({ visit }: { readonly visit: Visit }): ReactElement {
  const t = useWords();
  const other = visit.locale === 'vi' ? 'en' : 'vi';
  return (
    <div className="header gutter">
      <div className="header-row">
        <Brand href="/" name={t('product')} tagline={visit.site.province} />
        <a className="menu-open" href="#muc-luc">{t('nav.contents')}</a>
        <div className="menu" id="muc-luc">
          <nav className="nav-main" aria-label={t('nav.label')}>
            {places.map(({ href, word }) => (
              <a key={href} href={href} {...(visit.path.startsWith(href) ? { 'aria-current': 'page' as const } : {})}>{t(word)}</a>
            ))}
          </nav>
          <div className="header-tools">
            <div className="row" data-appearance hidden>
              <button type="button" data-text-size="next">{t('nav.text-size')}</button>
              <button type="button" data-theme-next aria-label={t('nav.theme')} title={t('nav.theme')}><Icon name="moon" /></button>
            </div>
            <a className="button" href={`/ngon-ngu/${other}?tiep=${encodeURIComponent(visit.path)}`} hrefLang={other} lang={other}>{t('nav.other-language')}</a>
            {visit.signedIn === null
              ? <a className="button" href="/dang-nhap">{t('nav.sign-in')}</a>
              : <><a className="button" href="/ho-so"><span className="ellipsis person">{visit.signedIn}</span></a><a className="button" href="/dang-xuat">{t('nav.sign-out')}</a></>}
            <a className="menu-close" href="#">{t('nav.close')}</a>
          </div>
        </div>
      </div>
    </div>
  );
}

function Footer({ site }: { readonly site: Site }): ReactElement {
  const t = useWords();
  const more: readonly (readonly [string, MessageId])[] = [
    ['/huong-dan', 'nav.guide'], ['/lien-he', 'nav.contact'], ['/tiep-can', 'nav.accessibility'], ['/phan-anh', 'nav.petition'],
  ];
  return (
    <footer className="footer gutter">
      <div className="footer-columns">
        <div className="stack">
          <strong>{site.owner}</strong>
          <span>{site.address}</span>
          <span>{site.hours}</span>
          <span>{t('footer.hotline')} <a className="num" href={`tel:${site.hotline.replace(/\s/gu, '')}`}>{phoneText(site.hotline)}</a></span>
        </div>
        <nav aria-label={t('footer.label')}>
          <ul role="list">{more.map(([href, word]) => <li key={href}><a href={href}>{t(word)}</a></li>)}</ul>
        </nav>
        <p className="muted">{t('footer.open-source')}</p>
      </div>
    </footer>
  );
}
