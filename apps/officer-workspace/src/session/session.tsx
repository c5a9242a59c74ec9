// SPDX-License-Identifier: EUPL-1.2
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Dialog, useWords } from '@motcua/ui';
import { failureOf } from '@motcua/web-kit';
import { Workspace } from '../workspace.tsx';
import { SignInForm } from './sign-in.tsx';

/** Holds what was asked of the server; a session that ends opens a dialog above the work, and the work stays. */
export function Session(): ReactElement {
  const t = useWords();
  const [isExpired, setExpired] = useState(false);
  const [client] = useState(() => {
    const onError = (thrown: unknown): void => { if (failureOf(thrown).kind === 'signed-out') setExpired(true); };
    return new QueryClient({
      queryCache: new QueryCache({ onError }), mutationCache: new MutationCache({ onError }),
      defaultOptions: { queries: { retry: (count, thrown) => count < 2 && failureOf(thrown).kind === 'offline', staleTime: 5_000 } },
    });
  });
  return (
    <QueryClientProvider client={client}>
      <Workspace />
      {isExpired && (
        <Dialog title={t('session.expired')} onClose={() => { setExpired(false); }}>
          <p>{t('session.expired-text')}</p>
          <SignInForm onSignedIn={() => { setExpired(false); void client.invalidateQueries(); }} />
        </Dialog>
      )}
    </QueryClientProvider>
  );
}
