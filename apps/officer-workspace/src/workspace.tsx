// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import type { Me } from '@motcua/access/contract';
import { Asked, Brand, Button, DemonstrationStrip, Icon, Kbd, SessionEnding, SkipLink, useWords } from '@motcua/ui';
import { dayText, t, timeText } from '@motcua/i18n';
import { failureOf, failureWords, goTo, sendOnly, useAddress, useEndsSoon, useLive, useOnline, useOwnLinks } from '@motcua/web-kit';
import { nextDensity, nextTextSize, nextTheme } from '@motcua/web-kit/appearance';
import { useMe } from './api.ts';
import { KeyHelp } from './keyboard/key-help.tsx';
import { useKeys } from './keyboard/use-keys.ts';
import { useScanner } from './keyboard/use-scanner.ts';
import { Navigation } from './navigation.tsx';
import { Screen } from './screen.tsx';
import { FindAndGo } from './screens/search/find-and-go.tsx';
import { SignInPage } from './session/sign-in.tsx';

export type OfficerMe = Extract<Me, { readonly kind: 'officer' }>;

const roots = ['/lam-viec'];

/** The officers' half: sign-in first, then the frame around every screen. */
export function Workspace(): ReactElement {
  const t = useWords();
  const me = useMe();
  const { path } = useAddress();
  const isEnding = useEndsSoon(me.data?.kind === 'officer' ? { expiresAt: me.data.expiresAt, heardAt: me.dataUpdatedAt } : null);
  useOwnLinks(roots);
  if (me.data !== undefined && me.data.kind !== 'officer') return <SignInPage onSignedIn={(known) => { if (path === '/lam-viec') goTo(landingOf(known), { replace: true }); void me.refetch(); }} />;
  return <Asked answer={me} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>{(known) => known.kind === 'officer' ? <><Frame me={known} />{isEnding && <SessionEnding onStay={() => { void me.refetch(); }} />}</> : null}</Asked>;
}

const landings: readonly (readonly [role: string, href: string])[] = [
  ['intake-officer', '/lam-viec/quay'], ['handling-officer', '/lam-viec'], ['division-head', '/lam-viec'], ['records-clerk', '/lam-viec/phat-hanh'], ['leader', '/lam-viec/duyet'], ['province-leader', '/lam-viec/dieu-hanh'], ['one-stop-head', '/lam-viec/dieu-hanh'],
  ['procedure-controller', '/lam-viec/tai-cho'], ['agency-administrator', '/lam-viec/uy-quyen'], ['province-administrator', '/lam-viec/uy-quyen'],
];

/** Where the day begins: the first role that has a place of its own; everybody else on «Việc của tôi». */
function landingOf(me: Me): string {
  const roles = me.kind === 'officer' ? me.postings.map(({ role }) => role) : [];
  return landings.find(([role]) => roles.includes(role))?.[1] ?? '/lam-viec';
}

function Frame({ me }: { readonly me: OfficerMe }): ReactElement {
  const t = useWords();
  const { path, query } = useAddress();
  const [open, setOpen] = useState<'find' | 'keys' | null>(null);
  useKeys({
    'Ctrl+KeyK': () => { setOpen('find'); }, 'Ctrl+Slash': () => { setOpen('keys'); }, 'Alt+KeyM': () => { document.getElementById('ket-qua')?.focus(); },
  });
  useScanner((scan) => {
    if (scan.kind === 'dossier') goTo(`/lam-viec/ho-so/${scan.code}`);
    else if (scan.kind === 'paper') goTo(`/lam-viec/ho-so/${scan.code}?giay=${String(scan.no)}`);
    else dispatchEvent(new CustomEvent('motcua:scan', { detail: scan }));
  });
  return (
    <>
      <SkipLink />
      <header>
        <DemonstrationStrip />
        <div className="header work-header">
          <Brand href="/lam-viec" name={t('product')} tagline={me.postings[0]?.agencyName ?? ''} />
          <div className="header-tools">
            <button type="button" onClick={() => { setOpen('find'); }}><Icon name="search" />{t('work.find')} <span className="desk-only"><Kbd>{t('key.find')}</Kbd></span></button>
            <button type="button" className="desk-only" onClick={() => { setOpen('keys'); }}>{t('work.keys')}</button>
            <button type="button" className="desk-only" onClick={nextDensity}>{t('work.density')}</button>
            <button type="button" onClick={nextTextSize}>{t('nav.text-size')}</button>
            <button type="button" aria-label={t('nav.theme')} title={t('nav.theme')} onClick={nextTheme}><Icon name="moon" /></button>
            <span className="who">{me.name}<br /> <small>{standsIn(me) ?? me.title}</small></span>
            <SignOut />
          </div>
        </div>
        {me.acts.includes('work.read') && <LineState />}
      </header>
      <div className="work-frame">
        <Navigation me={me} path={path} />
        <Screen me={me} path={path} query={query} />
      </div>
      {open === 'find' && <FindAndGo me={me} onClose={() => { setOpen(null); }} />}
      {open === 'keys' && <KeyHelp onClose={() => { setOpen(null); }} />}
    </>
  );
}

/** «Đang thay: Trần Thị Mai đến 27/11/2026» */
function standsIn({ postings }: OfficerMe): string | null {
  const absent = postings.flatMap(({ insteadOf }) => (insteadOf === undefined ? [] : [insteadOf]))[0];
  return absent === undefined ? null : t('work.stands-in', { name: absent.name, until: dayText(absent.until) });
}

function SignOut(): ReactElement {
  const t = useWords();
  const leave = (): void => { void sendOnly({ method: 'DELETE', path: '/api/session' }).then(() => { location.assign('/lam-viec'); }); };
  return <Button onPress={leave}>{t('nav.sign-out')}</Button>;
}

/** The live line: what changed elsewhere is asked again; a lost line is said, and the data stays. */
function LineState(): ReactElement | null {
  const t = useWords();
  const queries = useQueryClient();
  const isOnline = useOnline();
  const onEvent = useCallback((): void => {
    void queries.invalidateQueries({ queryKey: ['work-counts'] });
    void queries.invalidateQueries({ queryKey: ['figures'] });
    dispatchEvent(new Event('motcua:news'));
  }, [queries]);
  const line = useLive({ path: '/api/events', event: 'dossier', onEvent });
  if (!isOnline) return <p className="strip offline gutter" role="status">{t('work.offline')}</p>;
  return line.isLive ? null : <p className="strip gutter" role="status">{t('work.stale', { time: timeText(line.since) })}</p>;
}
