// SPDX-License-Identifier: EUPL-1.2
/**
 * web-kit: how the browser applications talk to the server and keep their address.
 *
 * Hides fetch, the problem format, uploads with progress, server-sent events and the history of the browser.
 * Knows no screen and no module: schemas and paths are given.
 */
export { ask, send, sendOnly, sendForFile, addressOf, newClientKey, ApiFailure, failureOf } from './api.ts';
export type { Failure, Problem } from './api.ts';
export { download } from './download.ts';
export { upload } from './upload.ts';
export { goTo, stepsOf, useAddress, useOwnLinks, useTitle, withQuery } from './path.ts';
export { useEndsSoon } from './session.ts';
export { useLive, useOnline, nowIso } from './live.ts';
export type { LiveState } from './live.ts';
export { failureWords, faultsOf } from './failure-words.ts';
export { useMessage } from './use-message.ts';
