// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '@motcua/kernel';
import { authorisation } from './soap.ts';

/** Who of the agency asks: the account, unit and service the register gave us. */
export type AskingUnit = { readonly account: string; readonly unit: string; readonly service: string };
/** How a register knows us. `client`: our name in the data exchange. */
export type RegisterAccount = AskingUnit & { readonly url: string; readonly user: string; readonly secret: string; readonly client: string; readonly apiKey: string };

const patience = 4_000;
const tries = 3;
const rest = 250;
/** Answers of an exchange that may be another a moment later. */
const passing: ReadonlySet<number> = new Set([502, 503]);

/**
 * Sends one question through the province's data exchange and gives the answer's bytes; undefined when there is none in four seconds.
 * A line that breaks, or an exchange that is busy, is tried again in that time with the same question.
 */
export function overExchange(account: RegisterAccount, clock: Clock): (action: string, question: Uint8Array) => Promise<Uint8Array | undefined> {
  const { url, user, secret, client, apiKey } = account;
  return async (action, question) => {
    const signal = AbortSignal.timeout(patience);
    for (let tried = 1; tried <= tries; tried += 1) {
      try {
        const timestamp = clock.now().toString();
        const headers = { 'content-type': 'text/xml; charset=utf-8', 'soapaction': action, 'timestamp': timestamp, 'authorization': authorisation({ url, user, secret, timestamp }), 'x-road-client': client, 'apikey': apiKey };
        const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(question), signal });
        if (response.ok) return new Uint8Array(await response.arrayBuffer());
        if (!passing.has(response.status)) return undefined;
      } catch {
        if (signal.aborted) return undefined;
      }
      await pause(rest);
    }
    return undefined;
  };
}
