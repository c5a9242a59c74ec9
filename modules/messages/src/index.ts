// SPDX-License-Identifier: EUPL-1.2
/**
 * Messages: lời báo, the words by which people are told what happens to their dossiers.
 *
 * By event, channel and procedure, drafted and published through bản soạn, in force from a day on. Hides which words count, how fields are put in, how long an SMS is.
 * Sends nothing and knows no dossier.
 */
export { messageKind } from './proposal-kind.ts';
export { messageActs } from './permissions.ts';
export { messageShelf } from './shelf.ts';
export type { MessageShelf, Say } from './shelf.ts';
export { publishedTexts } from './store/text-sets.ts';
export { everyProcedure } from './model.ts';
export type { MessageData, MessageEvent } from './model.ts';
