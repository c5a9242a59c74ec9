// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { LinesSigned } from '@motcua/back-files/contract';
import { numberText } from '@motcua/i18n';
import { Button, MessageArea, Section, useWords } from '@motcua/ui';
import { failureOf, failureWords, send } from '@motcua/web-kit';

/** Ký các giấy đã đối chiếu: one press, each paper with its own signature; what was not signed is named. */
export function Sign({ id, count }: { readonly id: string; readonly count: number }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const sign = useMutation({
    mutationFn: () => send(LinesSigned, { method: 'POST', path: `/api/back-files/${id}/signing`, body: { lines: null } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['back-files'] }),
  });
  const results = sign.data?.results ?? [];
  const refused = results.filter(({ code }) => code === null);
  const words = sign.error !== null ? failureWords(failureOf(sign.error)) : refused.map(({ no, refused: why }) => t('back-file.not-signed', { no, why: why ?? '' })).join(' ');
  return (
    <Section id="ky" title={t('back-file.sign')}>
      <p>{t('back-file.sign-about')}</p>
      <MessageArea tone="bad">{words}</MessageArea>
      {sign.isSuccess && <p role="status">{results.length === 0 ? t('back-file.signed-none') : t('back-file.signed', { count: numberText(results.length - refused.length), left: numberText(sign.data.left) })}</p>}
      {count > 0 && <p><Button look="primary" busy={sign.isPending} onPress={() => { if (!sign.isPending) sign.mutate(); }}>{t('back-file.sign-do')}</Button></p>}
    </Section>
  );
}
