// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { MessageEventList, MessageSet, channelTitles, everyProcedure } from '@motcua/messages/contract';
import { Asked, Button, Message, Section, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';
import type { EditorProps } from '../proposals/editors.ts';
import { OneText } from './one-text.tsx';

type Text = MessageSet['texts'][number];
type Event = MessageEventList['events'][number];

/** Soạn lời báo: for each thing that happens, the words of each channel, with what they look like. */
export function MessageEditor({ content, ...rest }: EditorProps): ReactElement {
  const t = useWords();
  const read = MessageSet.safeParse(content);
  const events = useQuery({ queryKey: ['message-events'], staleTime: Infinity, queryFn: () => ask(MessageEventList, '/api/message-events') });
  if (!read.success) return <Message tone="bad">{t('messages.unreadable')}</Message>;
  return <Asked answer={events} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>{({ events: all }) => <Parts set={read.data} events={all} {...rest} />}</Asked>;
}

function Parts({ set, events, onChange, findings, isReadOnly }: Omit<EditorProps, 'content'> & { readonly set: MessageSet; readonly events: readonly Event[] }): ReactElement {
  const t = useWords();
  const change = (texts: readonly Text[]): void => { onChange({ ...set, texts }); };
  return (
    <div className="template-editor">
      <p className="muted">{t(set.procedure === everyProcedure ? 'messages.for-all' : 'messages.for-one', { procedure: set.procedure })}</p>
      {events.map((event) => (
        <OneEvent key={event.event} event={event} texts={set.texts} onChange={change} isReadOnly={isReadOnly} faultOf={(path) => findings.find((finding) => finding.path === path)?.text} />
      ))}
    </div>
  );
}

type OneEventProps = { readonly event: Event; readonly texts: readonly Text[]; readonly onChange: (texts: readonly Text[]) => void; readonly isReadOnly: boolean; readonly faultOf: (path: string) => string | undefined };

const channelNames = ['in-app', 'email', 'sms', 'zalo'] as const;

function OneEvent({ event, texts, onChange, isReadOnly, faultOf }: OneEventProps): ReactElement {
  const t = useWords();
  const own = texts.map((text, at) => ({ text, at })).filter(({ text }) => text.event === event.event);
  const open = channelNames.filter((channel) => !own.some(({ text }) => text.channel === channel));
  const add = (channel: Text['channel']): void => { onChange([...texts, { event: event.event, channel, title: channel === 'in-app' || channel === 'email' ? event.title : '', text: '', withoutMarks: channel === 'sms' }]); };
  const offered = isReadOnly || open.length === 0 ? null : <div className="row">{open.map((channel) => <Button key={channel} label={t('messages.add-label', { channel: channelTitles[channel], event: event.title })} onPress={() => { add(channel); }}>{t('messages.add', { channel: channelTitles[channel] })}</Button>)}</div>;
  return (
    <Section id={`su-kien-${event.event}`} title={event.title}>
      {own.map(({ text, at }) => (
        <OneText key={text.channel} text={text} path={`texts.${String(at)}`} isReadOnly={isReadOnly} faultOf={faultOf} onChange={(next) => { onChange(texts.with(at, next)); }} onRemove={() => { onChange(texts.toSpliced(at, 1)); }} />
      ))}
      {own.length > 0 && <p className="small muted">{t('messages.fields')} {event.fields.map(({ name, means }) => <span key={name}><code>{`{${name}}`}</code> {means}. </span>)}</p>}
      {offered !== null && (own.length > 0 ? offered : <details className="more"><summary>{t('messages.write-own')}<span className="hidden-visually"> {event.title}</span></summary>{offered}</details>)}
    </Section>
  );
}
