// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';
import { received } from '@motcua/http-kit';
import type { Clock } from '@motcua/kernel';
import type { RegisterAccount } from './exchange.ts';
import { authorisation } from './soap.ts';

/** A register that runs beside us: the address it is asked under, what it was asked (oldest first), and how it is stopped. */
export type Desk<Question> = { readonly url: string; readonly asked: readonly Question[]; readonly stop: () => Promise<void> };

/** What a stand-in is started with. `silent`: while true, questions get no answer; `busy`: while true, they are sent away with 503. */
export type DeskOptions = { readonly account: Omit<RegisterAccount, 'url'>; readonly clock: Clock; readonly silent?: () => boolean; readonly busy?: () => boolean };

type Speaking<Question> = { readonly path: string; readonly read: (bytes: Uint8Array) => Question | null; readonly answer: (question: Question) => Uint8Array };

const mostBytes = 100_000;
const freshMs = 300_000;

function isFresh(timestamp: string, now: Temporal.Instant): boolean {
  try {
    return Math.abs(now.since(Temporal.Instant.from(timestamp)).total('milliseconds')) <= freshMs;
  } catch {
    return false;
  }
}

/** Opens a desk that judges its callers as the exchange does: time within five minutes, digest, name in the exchange, key, and who of the agency asks. */
export async function openDesk<Question extends { readonly officer: string; readonly requestId: string }>({ account, clock, silent, busy }: DeskOptions, { path, read, answer }: Speaking<Question>): Promise<Desk<Question>> {
  const asked: Question[] = [];
  let url = '';
  const isOurs = ({ headers }: IncomingMessage): boolean => {
    const timestamp = typeof headers['timestamp'] === 'string' ? headers['timestamp'] : '';
    return isFresh(timestamp, clock.now()) && headers.authorization === authorisation({ url, user: account.user, secret: account.secret, timestamp }) && headers['x-road-client'] === account.client && headers['apikey'] === account.apiKey;
  };
  const server = createServer((request, response) => {
    void (async () => {
      const question = read(await received(request, mostBytes));
      if (silent?.() === true) return;
      if (busy?.() === true) { response.writeHead(503).end(); return; }
      if (!isOurs(request) || question === null || question.officer === '' || question.requestId === '') { response.writeHead(401).end(); return; }
      asked.push(question);
      response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(answer(question));
    })().catch(() => { response.writeHead(400).end(); });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? String(address.port) : ''}${path}`;
  return { url, asked, stop: () => new Promise((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); }) };
}
