// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { z } from 'zod';
import { Submitted } from '@motcua/dossiers/contract';
import { momentText } from '@motcua/i18n';
import { Code, LinkButton, Message, Page, useWords } from '@motcua/ui';

type Filing = z.infer<typeof Submitted>;
const keyOf = (id: string): string => `motcua:da-nop:${id}`;

/** Keeps the answer of the server for this tab, so that loading the page again still shows it. */
export function rememberFiled(id: string, filed: Filing): void {
  try { sessionStorage.setItem(keyOf(id), JSON.stringify(filed)); } catch { /* The code is also under «Hồ sơ của tôi». */ }
}

/** The answer of the server for a draft filed from this tab. */
export function filedBefore(id: string): Filing | undefined {
  try { return Submitted.safeParse(JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null')).data; } catch { return undefined; }
}

/** Đã nộp: filed, not yet accepted, and when the answer comes. */
export function Filed({ filed }: { readonly filed: Filing }): ReactElement {
  const t = useWords();
  return (
    <Page title={t('filed.title', { at: momentText(filed.submittedAt) })}>
      <Message tone="good">
        <p className="strong">{t('filed.not-accepted')}</p>
        {filed.answerBy !== null && <p>{t('filed.answer-by', { at: momentText(filed.answerBy) })}</p>}
      </Message>
      <p>{t('look-up.code')}: <strong><Code code={filed.code} /></strong></p>
      <div className="row"><LinkButton look="primary" href={`/ho-so/${filed.code}`}>{t('filed.see')}</LinkButton><a href="/ho-so">{t('nav.dossiers')}</a></div>
    </Page>
  );
}
