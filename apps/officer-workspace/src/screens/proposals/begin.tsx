// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { z } from 'zod';
import { Button, Problem } from '@motcua/ui';
import { failureOf, failureWords, goTo, newClientKey, send } from '@motcua/web-kit';

type BeginProps = { readonly kind: string; readonly subject: string; readonly content?: unknown; readonly look?: 'primary' | 'plain'; readonly children: ReactNode };

/** Begins a bản soạn of a subject, or opens the one that is open, and goes to it. */
export function BeginProposal({ kind, subject, content, look = 'plain', children }: BeginProps): ReactElement {
  const begin = useMutation({
    mutationFn: () => send(z.object({ id: z.string() }), { method: 'POST', path: '/api/proposals', body: { kind, key: subject, ...(content === undefined ? {} : { content }) } }),
    onSuccess: ({ id }) => { goTo(`/lam-viec/ban-soan/${id}`); },
  });
  return (
    <>
      <Button look={look} busy={begin.isPending} onPress={() => { if (!begin.isPending) begin.mutate(); }}>{children}</Button>
      {begin.error !== null && <Problem id={`bat-dau-${newClientKey()}`} text={failureWords(failureOf(begin.error))} />}
    </>
  );
}
