// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FileAdvice as FileAdviceAnswer } from '@motcua/dossiers/contract';
import { FileAdviceLines } from '@motcua/ui';
import { ask } from '@motcua/web-kit';

/** What whoever filed was told about a file; nothing for files nobody was told about. */
export function FileAdvice({ code, document, name }: { readonly code: string; readonly document: string; readonly name: string }): ReactElement | null {
  const { data } = useQuery({ queryKey: ['file-advice', document], staleTime: Infinity, retry: false, queryFn: () => ask(FileAdviceAnswer, `/api/dossiers/${encodeURIComponent(code)}/documents/${encodeURIComponent(document)}/advice`) });
  return data === undefined || data.advice.length === 0 ? null : <FileAdviceLines name={name} advice={data} />;
}
