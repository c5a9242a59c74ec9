// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Button, Page, TextArea, useWords } from '@motcua/ui';
import type { PlainPage } from './props.ts';

/** Kiểm tra giấy before its script came, or without one: the code pasted into a form. The script is in src/check. */
export function Check({ visit: { site }, worker }: PlainPage & { readonly worker: string }): ReactElement {
  const t = useWords();
  return (
    <div id="kiem-tra" data-owner={site.owner} data-hotline={site.hotline} data-worker={worker}>
      <Page title={t('verify.title')}>
        <p>{t('paper-check.intro', { owner: site.owner })}</p>
        <form className="card stack" action="/kiem-tra-giay" method="get">
          <TextArea name="ma" label={t('paper-check.code')} hint={t('paper-check.code-hint')} rows={3} />
          <Button type="submit">{t('paper-check.check')}</Button>
        </form>
      </Page>
    </div>
  );
}
