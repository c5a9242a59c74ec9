// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { FileAdvice as FileAdviceAnswer } from '@motcua/dossiers/contract';
import type { Draft } from '@motcua/dossiers/contract';
import { listText } from '@motcua/i18n';
import { FileAdviceLines, Message, Section, useWords } from '@motcua/ui';
import { ask } from '@motcua/web-kit';
import type { DraftHandle } from './use-draft.ts';

const adviceOf = (of: string, question: string | undefined): UseQueryOptions<FileAdviceAnswer> & { readonly queryKey: readonly unknown[] } =>
  ({ queryKey: ['file-advice', of, question], staleTime: Infinity, retry: false, placeholderData: keepPreviousData, queryFn: () => ask(FileAdviceAnswer, `${of}/advice`) });

/** Stands for what the files of a draft are compared with: another one after each save, the last one while it is being saved. */
export function useSavedQuestion({ save }: DraftHandle): string | undefined {
  const [last, setLast] = useState<string>();
  const now = save.kind === 'saved' ? save.at : last;
  if (now !== last) setLast(now);
  return now;
}

/**
 * Góp ý về một tệp: asked when the file is kept, so that sending it waits for nothing. Without an answer there is no advice.
 *
 * @param of - address of the file
 * @param question - what it is compared with: asked again when that changes
 */
export function FileAdvice({ of, question, name }: { readonly of: string; readonly question?: string | undefined; readonly name: string }): ReactElement | null {
  const answer = useQuery(adviceOf(of, question));
  return answer.isError ? null : <FileAdviceLines name={name} advice={answer.data} />;
}

type AdviceAgainProps = { readonly draftId: string; readonly files: Draft['files']; readonly question: string | undefined; readonly papers: readonly { readonly no: number; readonly name: string }[] };

/** Góp ý về giấy tờ, once more before filing: what was said of each file, with the way back to its paper. It stops nobody. */
export function AdviceAgain({ draftId, files, question, papers }: AdviceAgainProps): ReactElement | null {
  const t = useWords();
  const answers = useQueries({ queries: files.map(({ id }) => adviceOf(`/api/drafts/${draftId}/files/${id}`, question)) });
  const told = files.flatMap((file, at) => { const advice = answers[at]?.data; return advice === undefined || advice.advice.length === 0 ? [] : [{ file, advice }]; });
  const isLooking = answers.some(({ isPending }) => isPending);
  if (told.length === 0) return isLooking ? <p className="muted small" role="status">{t('file-advice.looking-all')}</p> : null;
  return (
    <Section id="gop-y" title={t('file-advice.again')}>
      <p className="muted">{t('file-advice.again-what')}</p>
      {told.map(({ file, advice }) => (
        <div key={file.id} className="stack">
          <FileAdviceLines name={file.name} advice={advice} />
          <p><a href={`/soan/${draftId}/giay-to#giay-${String(file.paperNo)}`}>{t('file-advice.back', { paper: listText(papers.find(({ no }) => no === file.paperNo)?.name ?? '').slice(0, 80) })}</a></p>
        </div>
      ))}
      {isLooking && <Message><p role="status">{t('file-advice.looking-all')}</p></Message>}
    </Section>
  );
}
