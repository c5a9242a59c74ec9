// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Me, SignIn } from '@motcua/access/contract';
import { Brand, Button, DemonstrationStrip, MessageArea, TextField, useWords } from '@motcua/ui';
import { failureOf, failureWords, send, useTitle } from '@motcua/web-kit';
import { DemonstrationAccounts } from './demonstration.tsx';

/** Name, password and the six digits of the authenticator app. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState<SignIn>({ login: '', password: '', code: '' });
  const [isChecked, setChecked] = useState(false);
  const signIn = useMutation({ mutationFn: () => send(Me, { method: 'POST', path: '/api/session', body: { ...typed, code: typed.code.replace(/\s/gu, '') } }), onSuccess: onSignedIn });
  const set = (part: Partial<SignIn>): void => { setTyped({ ...typed, ...part }); };
  const codeIsWrong = isChecked && !/^\d{6}$/u.test(typed.code.replace(/\s/gu, ''));
  const submit = (): void => {
    setChecked(true);
    if (SignIn.safeParse({ ...typed, code: typed.code.replace(/\s/gu, '') }).success) signIn.mutate();
  };
  return (
    <div className="columns">
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <MessageArea tone="bad">{signIn.error === null ? '' : failureWords(failureOf(signIn.error))}</MessageArea>
        <TextField
          name="login" label={t('sign-in.login')} value={typed.login} error={isChecked && typed.login === '' ? t('sign-in.login-missing') : undefined}
          typing={{ autoComplete: 'username', autoFocus: true }} onChange={(login) => { set({ login }); }}
        />
        <TextField
          name="password" label={t('sign-in.password')} value={typed.password} error={isChecked && typed.password === '' ? t('sign-in.password-missing') : undefined}
          typing={{ type: 'password', autoComplete: 'current-password' }} onChange={(password) => { set({ password }); }}
        />
        <TextField
          name="code" label={t('sign-in.code')} hint={t('sign-in.code-hint')} value={typed.code} width="id" error={codeIsWrong ? t('sign-in.code-wrong') : undefined}
          typing={{ inputMode: 'numeric', autoComplete: 'one-time-code' }} onChange={(code) => { set({ code }); }}
        />
        <Button type="submit" look="primary" busy={signIn.isPending}>{t('sign-in.act')}</Button>
      </form>
      <DemonstrationAccounts onChoose={setTyped} />
    </div>
  );
}

/** The page an officer meets before the day's work. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }): ReactElement {
  const t = useWords();
  useTitle(t('sign-in.title'));
  return (
    <>
      <header><DemonstrationStrip /><div className="header gutter"><div className="header-row"><Brand href="/lam-viec" name={t('product')} tagline={t('sign-in.tagline')} /></div></div></header>
      <main className="main gutter" id="noi-dung">
        <h1>{t('sign-in.title')}</h1>
        <SignInForm onSignedIn={onSignedIn} />
        <p className="muted"><a href="/">{t('sign-in.citizen')}</a></p>
      </main>
    </>
  );
}
