// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReactElement } from 'react';
import { ListTaken } from '@motcua/back-files/contract';
import { numberText } from '@motcua/i18n';
import { Button, LinkButton, MessageArea, Section, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, upload } from '@motcua/web-kit';

/** Đưa danh sách vào lô: a CSV file; what it came to is told in lines. */
export function GiveList({ id, isFirst, onDone }: { readonly id: string; readonly isFirst: boolean; readonly onDone: (words: string) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const give = useMutation({
    mutationFn: (file: File) => upload(ListTaken, { path: `/api/back-files/${id}/list`, file, onProgress: () => undefined }),
    onSuccess: async ({ good, bad, mended, known }) => {
      await queries.invalidateQueries({ queryKey: ['back-files'] });
      onDone(t(mended + known === 0 ? 'back-file.given' : 'back-file.given-again', { good: numberText(good), bad: numberText(bad), mended: numberText(mended), known: numberText(known) }));
    },
  });
  const words = give.error === null ? '' : faultsOf(failureOf(give.error))[0]?.text ?? failureWords(failureOf(give.error));
  return (
    <Section id="danh-sach" title={t('back-file.list')}>
      <p>{t(isFirst ? 'back-file.list-first' : 'back-file.list-again')}</p>
      <MessageArea tone="bad">{words}</MessageArea>
      <p className="row">
        <LinkButton href="/api/back-files/list-template">{t('back-file.template')}</LinkButton>
        <input ref={input} type="file" accept=".csv,text/csv" hidden aria-label={t('back-file.choose-list')} onChange={(event) => { const file = event.target.files?.[0]; if (file !== undefined) give.mutate(file); event.target.value = ''; }} />
        <Button look={isFirst ? 'primary' : 'plain'} busy={give.isPending} onPress={() => { input.current?.click(); }}>{t('back-file.choose-list')}</Button>
      </p>
    </Section>
  );
}
