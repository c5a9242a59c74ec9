// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Asked, LinkButton, Message, useWords } from '@motcua/ui';
import { failureOf, failureWords } from '@motcua/web-kit';

type Answer<Data> = { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown };

/** The answer to a question of a signed-in screen; without a session it offers to sign in and come back here. */
export function SignedIn<Data>({ answer, loading, children }: { readonly answer: Answer<Data>; readonly loading: string; readonly children: (data: Data) => ReactNode }): ReactElement {
  const t = useWords();
  if (answer.data === undefined && answer.error !== null && failureOf(answer.error).kind === 'signed-out') {
    return (
      <Message tone="plain">
        <p>{t('app.sign-in-first')}</p>
        <LinkButton look="primary" href={signInAndReturn()}>{t('act.sign-in-vneid')}</LinkButton>
      </Message>
    );
  }
  return <Asked answer={answer} loading={loading} describe={(error) => failureWords(failureOf(error))}>{children}</Asked>;
}

/** The address of the sign-in page that comes back to this one. */
export function signInAndReturn(): string {
  return `/dang-nhap?tiep=${encodeURIComponent(location.pathname + location.search)}`;
}
