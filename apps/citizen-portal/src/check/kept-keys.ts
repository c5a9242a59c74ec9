// SPDX-License-Identifier: EUPL-1.2
import { CheckKeys } from '@motcua/dossiers/contract';
import { ask } from '@motcua/web-kit';

const shelf = 'motcua-kiem-tra-giay';
const keysAddress = '/api/paper-checks/keys';
const pageAddress = '/kiem-tra-giay';

/** The keys as they were fetched last, from the server when it answers, otherwise from what this browser keeps; null when it never had any. */
export async function keysAtHand(): Promise<CheckKeys | null> {
  try {
    return await ask(CheckKeys, keysAddress);
  } catch {
    const kept = 'caches' in globalThis ? await (await caches.open(shelf)).match(keysAddress) : undefined;
    const read = CheckKeys.safeParse(kept === undefined ? undefined : await kept.json());
    return read.success ? read.data : null;
  }
}

/**
 * Keeps this page, what it is made of and the keys, so that papers are checked without a line. Does nothing in a browser that cannot.
 *
 * @param worker - address of the script that gives the kept page back
 * @returns whether everything is kept
 */
export async function keepPage(worker: string): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis) || !navigator.onLine) return false;
  const parts = performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/')).map(({ pathname }) => pathname);
  try {
    await (await caches.open(shelf)).addAll([...new Set([pageAddress, keysAddress, ...parts])]);
    // The codes printed on papers lead to /x/…: they too are answered without a line.
    await Promise.all([pageAddress, '/x/'].map((scope) => navigator.serviceWorker.register(worker, { scope })));
    return true;
  } catch {
    return false;
  }
}
