// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import { momentText } from '@motcua/i18n';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { TextArea } from './fields.tsx';
import { MessageArea } from './messages.tsx';
import { Section } from './page.tsx';

type ThreadProps = {
  readonly messages: readonly { readonly at: string; readonly who: string; readonly fromOffice: boolean; readonly text: string }[];
  readonly reader: 'citizen' | 'office'; readonly may: boolean; readonly isBusy: boolean;
  /** Why the last text did not go through; empty when it did. It stays in the field. */
  readonly failure: string;
  readonly onSend: (text: string, onSent: () => void) => void;
};

/** Trao đổi: what person and office wrote to each other on a dossier, oldest first, and a place to write. */
export function Thread({ messages, reader, may, isBusy, failure, onSend }: ThreadProps): ReactElement {
  const t = useWords();
  const [text, setText] = useState('');
  const [isPressed, setPressed] = useState(false);
  const submit = (): void => {
    setPressed(true);
    if (text.trim() !== '') onSend(text.trim(), () => { setText(''); setPressed(false); });
  };
  return (
    <Section id="trao-doi" title={t(`thread.${reader}.title`)}>
      {messages.length === 0 ? <p className="muted">{t(`thread.${reader}.none`)}</p> : (
        <ol className="thread" role="list">
          {messages.map(({ at, who, fromOffice, text: said }) => (
            <li key={at + said} className={fromOffice === (reader === 'office') ? 'mine' : ''}><p className="muted small">{fromOffice ? t('thread.office', { who }) : who} · {momentText(at)}</p><p className="said">{said}</p></li>
          ))}
        </ol>
      )}
      {may && (
        <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          <MessageArea tone="bad">{failure}</MessageArea>
          <TextArea name="message" label={t('thread.text')} hint={t(`thread.${reader}.hint`)} rows={3} value={text} error={isPressed && text.trim() === '' ? t('thread.missing') : undefined} onChange={setText} />
          <div className="row"><Button type="submit" busy={isBusy}>{t('thread.send')}</Button></div>
        </form>
      )}
    </Section>
  );
}
