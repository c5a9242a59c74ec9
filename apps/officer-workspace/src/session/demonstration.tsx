// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { z } from 'zod';
import type { SignIn } from '@motcua/access/contract';
import { useWords } from '@motcua/ui';
import { ask } from '@motcua/web-kit';

const Accounts = z.object({ password: z.string(), accounts: z.array(z.object({ login: z.string(), title: z.string(), code: z.string() })) });

/** Who can sign in to the demonstration, with the code of the moment. A real installation has no such address, and then nothing is shown. */
export function DemonstrationAccounts({ onChoose }: { readonly onChoose: (account: SignIn) => void }): ReactElement | null {
  const t = useWords();
  const accounts = useQuery({ queryKey: ['demonstration'], queryFn: () => ask(Accounts, '/api/demonstration/accounts'), retry: false, refetchInterval: 15_000 });
  if (accounts.data === undefined) return null;
  const { password } = accounts.data;
  return (
    <section className="card stretch" aria-labelledby="tai-khoan-mau">
      <h2 id="tai-khoan-mau">{t('demo.accounts')}</h2>
      <p className="muted">{t('demo.accounts-text')}</p>
      <ul className="lines" role="list">
        {accounts.data.accounts.map(({ login, title, code }) => (
          <li key={login} className="row spread">
            <span>{title}<br /><span className="muted small">{login}</span></span>
            <button type="button" className="button" onClick={() => { onChoose({ login, password, code }); }}>{t('demo.fill')}<span className="hidden-visually"> {login}</span></button>
          </li>
        ))}
      </ul>
    </section>
  );
}
