// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FileAdvice as FileAdviceAnswer } from '@motcua/dossiers/contract';
import { FileAdviceLines } from '@motcua/ui';
import { ask } from '@motcua/web-kit';

/**
 * Góp ý về một tệp: asked when the file is kept, so that sending it waits for nothing. Without an answer there is no advice.
 *
 * @param of - address of the file
 * @param question - what it is compared with: asked again when that changes
 */
export function FileAdvice({ of, question, name }: { readonly of: string; readonly question?: string; readonly name: string }): ReactElement | null {
  const answer = useQuery({ queryKey: ['file-advice', of, question], staleTime: Infinity, retry: false, queryFn: () => ask(FileAdviceAnswer, `${of}/advice`) });
  return answer.isError ? null : <FileAdviceLines name={name} advice={answer.data} />;
}
