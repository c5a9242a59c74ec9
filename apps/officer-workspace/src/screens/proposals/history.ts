// SPDX-License-Identifier: EUPL-1.2
/** What was, what is, what was undone: contents in order; `at`: milliseconds of the page when it changed last. Changes made within `togetherMs` are undone together. */
export type History = { readonly past: readonly unknown[]; readonly now: unknown; readonly future: readonly unknown[]; readonly at: number };

const togetherMs = 700;
const most = 200;

export const historyOf = (now: unknown): History => ({ past: [], now, future: [], at: 0 });

/** The next content; typing on in the same breath is one step back. */
export function changed(history: History, next: unknown, at: number): History {
  const isTogether = history.past.length > 0 && at - history.at < togetherMs;
  return { past: isTogether ? history.past : [...history.past, history.now].slice(-most), now: next, future: [], at };
}

export function undone(history: History): History {
  const before = history.past.at(-1);
  return history.past.length === 0 ? history : { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], at: 0 };
}

export function redone(history: History): History {
  const [next, ...rest] = history.future;
  return history.future.length === 0 ? history : { past: [...history.past, history.now], now: next, future: rest, at: 0 };
}
