// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { ReactElement } from 'react';
import { MessagePreview, channelTitles } from '@motcua/messages/contract';
import type { MessageSet } from '@motcua/messages/contract';
import { Button, Checkbox, TextArea, TextField, useWords } from '@motcua/ui';
import { send } from '@motcua/web-kit';

type Text = MessageSet['texts'][number];
type OneTextProps = { readonly text: Text; readonly path: string; readonly isReadOnly: boolean; readonly faultOf: (path: string) => string | undefined; readonly onChange: (next: Text) => void; readonly onRemove: () => void };

/** The words of one channel, and what they look like with a dossier of nobody. */
export function OneText({ text, path, isReadOnly, faultOf, onChange, onRemove }: OneTextProps): ReactElement {
  const t = useWords();
  const channel = channelTitles[text.channel];
  return (
    <fieldset className="form plain message-text" disabled={isReadOnly}>
      <legend className="strong">{channel}</legend>
      {(text.channel === 'in-app' || text.channel === 'email') && <TextField name={`${path}.title`} label={t('messages.title-of', { channel })} value={text.title} error={faultOf(`${path}.title`)} onChange={(title) => { onChange({ ...text, title }); }} />}
      <TextArea name={`${path}.text`} label={t('messages.text-of', { channel })} rows={text.channel === 'sms' ? 3 : 4} value={text.text} error={faultOf(`${path}.text`)} onChange={(words) => { onChange({ ...text, text: words }); }} />
      {text.channel === 'sms' && <Checkbox name={`${path}.withoutMarks`} label={t('messages.without-marks')} checked={text.withoutMarks} onChange={(withoutMarks) => { onChange({ ...text, withoutMarks }); }} />}
      <Preview text={text} />
      {!isReadOnly && <div className="row end"><Button label={t('messages.remove-label', { channel })} onPress={onRemove}>{t('messages.remove')}</Button></div>}
    </fieldset>
  );
}

function Preview({ text }: { readonly text: Text }): ReactElement | null {
  const t = useWords();
  const asked = useDeferredValue(text);
  const preview = useQuery({ queryKey: ['message-preview', asked], enabled: asked.text.trim() !== '', staleTime: 60_000, placeholderData: keepPreviousData, queryFn: () => send(MessagePreview, { method: 'POST', path: '/api/message-previews', body: asked }) });
  if (preview.data === undefined || asked.text.trim() === '') return null;
  const { title, text: words, letters, parts, plain } = preview.data;
  const isSms = asked.channel === 'sms';
  return (
    <div className="message-preview" role="group" aria-label={t('messages.preview')}>
      <p className="small muted">{t('messages.preview')}</p>
      {title !== '' && <p className="strong">{title}</p>}
      <p>{isSms && asked.withoutMarks ? plain.text : words}</p>
      {isSms && <p className="small num" role="status">{t('messages.size', { letters, parts })} {t('messages.size-plain', { letters: plain.letters, parts: plain.parts })}</p>}
    </div>
  );
}
