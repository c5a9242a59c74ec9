// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from 'react';
import { lastAnswer, onAnswer } from './api.ts';

/** The server writes a session's new end at most once a minute, so that much of what is announced may be missing. */
const roundingMs = 60_000;
const warnedBeforeMs = 120_000;
const lookEveryMs = 5_000;

/** A session as the server told of it. `expiresAt` is an ISO instant by the server's clock, `heardAt` milliseconds by the browser's. */
export type KnownSession = { readonly expiresAt: string; readonly heardAt: number };

/**
 * Whether a session ends within two minutes. Every answer of the server has lengthened it since; clocks that disagree do not matter.
 *
 * @param answer - when the newest answer came, and by how many milliseconds the server's clock is ahead
 */
export function endsSoon({ expiresAt, heardAt }: KnownSession, answer: { readonly at: number; readonly ahead: number }, now: number): boolean {
  const length = Date.parse(expiresAt) - answer.ahead - heardAt;
  const left = Math.max(answer.at, heardAt) + length - now;
  return left > 0 && left <= warnedBeforeMs + roundingMs;
}

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, lookEveryMs);
  const forget = onAnswer(onChange);
  return () => { clearInterval(timer); forget(); };
}

/** Phiên sắp hết: true from two minutes before the session ends until it is lengthened or has ended. */
export function useEndsSoon(session: KnownSession | null): boolean {
  return useSyncExternalStore(subscribe, () => session !== null && endsSoon(session, lastAnswer(), Date.now()));
}
