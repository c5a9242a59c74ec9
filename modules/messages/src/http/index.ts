// SPDX-License-Identifier: EUPL-1.2
/** Routes of the words people are told by. */
import type { Db } from '@motcua/db-kit';
import { type RoutePlugin, requires } from '@motcua/http-kit';
import { MessageEventList, MessagePreview, MessageSetList, MessageTextContent } from '../contract.ts';
import { channelTitles, channels, fieldsOf, messageEventNames, messageEvents } from '../model.ts';
import { sampleOf } from '../rules/lint.ts';
import { filled, smsSize, withoutToneMarks } from '../rules/render.ts';
import { publishedTexts } from '../store/text-sets.ts';

/** Lời báo: what is published, what may be named, and a text with a dossier of nobody. */
export const messageRoutes = ({ db }: { readonly db: Db }): RoutePlugin => (app, _options, done) => {
  app.get('/messages', { ...requires('message-text.read'), schema: { operationId: 'listMessages', tags: ['messages'], response: { 200: MessageSetList } } }, async () => {
    const all = await publishedTexts(db);
    const newest = all.filter((set, at) => all.findIndex(({ scope }) => scope === set.scope) === at);
    return {
      sets: newest.map(({ scope, version, texts, validFrom }) => ({
        procedure: scope, version, texts: texts.length, validFrom, versions: all.filter((set) => set.scope === scope).map(({ version: number, validFrom: from, decision }) => ({ version: number, validFrom: from, decision })),
      })),
    };
  });

  app.get('/message-events', { ...requires('message-text.read'), schema: { operationId: 'listMessageEvents', tags: ['messages'], response: { 200: MessageEventList } } }, () => ({
    channels: channels.map((channel) => ({ channel, title: channelTitles[channel] })),
    events: messageEventNames.map((event) => ({ event, title: messageEvents[event].title, fields: fieldsOf(event).map(({ name, means, sample, personal }) => ({ name, means, sample, personal: personal !== undefined })) })),
  }));

  app.post('/message-previews', { ...requires('message-text.read'), schema: { operationId: 'previewMessage', tags: ['messages'], body: MessageTextContent, response: { 200: MessagePreview } } }, ({ body }) => {
    const data = sampleOf(body.event);
    const [title, text] = [filled(body.title, data), filled(body.text, data)];
    const bare = withoutToneMarks(text);
    const [full, plain] = [smsSize(text), smsSize(bare)];
    return { title, text, letters: full.letters, parts: full.parts, plain: { text: bare, letters: plain.letters, parts: plain.parts } };
  });
  done();
};
