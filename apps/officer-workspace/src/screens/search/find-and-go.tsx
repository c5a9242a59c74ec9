// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { fold } from '@motcua/kernel/text';
import { Button, Code, Dialog, TextField, useWords } from '@motcua/ui';
import { shortName } from '@motcua/i18n';
import { failureOf, failureWords, goTo } from '@motcua/web-kit';
import { useDossiers } from '../../api.ts';
import { screensOf } from '../../navigation.tsx';
import type { OfficerMe } from '../../workspace.tsx';

/** Ctrl K: codes, names and numbers without tone marks, and the screens by their names. */
export function FindAndGo({ me, onClose }: { readonly me: OfficerMe; readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => { setAsked(typed.trim()); }, 200);
    return () => { clearTimeout(timer); };
  }, [typed]);
  const screens = screensOf(me).filter(({ word }) => typed !== '' && fold(t(word)).includes(fold(typed)));
  const go = (href: string): void => { onClose(); goTo(href); };
  return (
    <Dialog title={t('find.title')} onClose={onClose}>
      <form className="stack stretch" role="search" onSubmit={(event) => { event.preventDefault(); go(`/lam-viec/ho-so?q=${encodeURIComponent(typed)}`); }}>
        <div data-safe><TextField name="find" label={t('search.dossiers')} hint={t('find.hint')} value={typed} onChange={setTyped} typing={{ type: 'search', autoComplete: 'off' }} /></div>
      </form>
      <div className="options">
        {screens.map(({ href, word }) => <button key={href} type="button" onClick={() => { go(href); }}>{t('find.screen', { name: t(word) })}</button>)}
        {asked.length > 1 && <Found asked={asked} onGo={go} />}
      </div>
      <div className="row end"><Button onPress={onClose}>{t('act.shut')}</Button></div>
    </Dialog>
  );
}

function Found({ asked, onGo }: { readonly asked: string; readonly onGo: (href: string) => void }): ReactElement {
  const t = useWords();
  const found = useDossiers({ q: asked });
  if (found.error !== null) return <p className="problem" role="status">{failureWords(failureOf(found.error))}</p>;
  const rows = found.data?.pages[0]?.dossiers.slice(0, 8) ?? [];
  return (
    <>
      <p className="hidden-visually" role="status">{t('find.count', { count: rows.length })}</p>
      {found.data !== undefined && rows.length === 0 && <p className="option muted">{t('search.no-dossiers')}</p>}
      {rows.map(({ code, applicant, procedure }) => (
        <button key={code} type="button" onClick={() => { onGo(`/lam-viec/ho-so/${code}`); }}>{applicant} · {shortName(procedure)}<br /><span className="muted"><Code code={code} /></span></button>
      ))}
    </>
  );
}
