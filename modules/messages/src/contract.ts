// SPDX-License-Identifier: EUPL-1.2
/** What travels about the words people are told by. Safe in browsers. */
import { z } from 'zod';
import { channels, messageEventNames } from './model.ts';

export const MessageTextContent = z.strictObject({ event: z.enum(messageEventNames), channel: z.enum(channels), title: z.string().max(200), text: z.string().max(2000), withoutMarks: z.boolean() });
/** The texts of a procedure, or of all, as they are written (bản soạn lời báo). `procedure`: its code, or «tat-ca». */
export const MessageSet = z.strictObject({ procedure: z.string().max(60), texts: z.array(MessageTextContent).max(200) });
export type MessageSet = z.infer<typeof MessageSet>;

/** GET /api/messages: what is published, each with its versions, newest first. */
export const MessageSetList = z.object({
  sets: z.array(z.object({ procedure: z.string(), version: z.number().int(), texts: z.number().int(), validFrom: z.string(), versions: z.array(z.object({ version: z.number().int(), validFrom: z.string(), decision: z.string() })) })),
});
export type MessageSetList = z.infer<typeof MessageSetList>;

/** GET /api/message-events: what people are told of, the channels, and what may be named then. */
export const MessageEventList = z.object({
  channels: z.array(z.object({ channel: z.enum(channels), title: z.string() })),
  events: z.array(z.object({ event: z.enum(messageEventNames), title: z.string(), fields: z.array(z.object({ name: z.string(), means: z.string(), sample: z.string(), personal: z.boolean() })) })),
});
export type MessageEventList = z.infer<typeof MessageEventList>;

/** POST /api/message-previews: a text with a dossier of nobody; `sms` and `plain` with and without tone marks. */
export const MessagePreview = z.object({ title: z.string(), text: z.string(), letters: z.number().int(), parts: z.number().int(), plain: z.object({ text: z.string(), letters: z.number().int(), parts: z.number().int() }) });
export type MessagePreview = z.infer<typeof MessagePreview>;

export { everyProcedure, channelTitles } from './model.ts';
