// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Icon } from '../icons.tsx';
import { useWords } from '../words.ts';

/** What the machine advises about a file; `undefined` while it looks. Advice never stops anybody, so it is said politely and in the colour of a hint. */
export function FileAdviceLines({ name, advice }: { readonly name: string; readonly advice: { readonly checked: boolean; readonly advice: readonly { readonly text: string }[] } | undefined }): ReactElement {
  const t = useWords();
  if (advice === undefined) return <p className="muted small" role="status">{t('file-advice.looking', { name })}</p>;
  if (!advice.checked) return <p className="muted small">{t('file-advice.unchecked', { name })}</p>;
  if (advice.advice.length === 0) return <p className="muted small">{t('file-advice.nothing', { name })}</p>;
  return (
    <div className="message warning" role="status">
      <Icon name="triangle-alert" />
      <div className="grow">
        <p>{t('file-advice.title', { name })}</p>
        <ul>{advice.advice.map(({ text }) => <li key={text}>{text}</li>)}</ul>
        <p className="muted small">{t('file-advice.only')}</p>
      </div>
    </div>
  );
}
