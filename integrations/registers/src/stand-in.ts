// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';
import type { PopulationPerson } from '@motcua/dossiers';
import type { Clock } from '@motcua/kernel';
import { type Question, answerXml, authorisation, readQuestion } from './messages.ts';
import type { RegisterAccount } from './population.ts';

export type PopulationStandIn = {
  /** Address it is asked under. */
  readonly url: string;
  /** What it was asked, oldest first. */
  readonly asked: readonly Question[];
  readonly stop: () => Promise<void>;
};

const mostBytes = 100_000;
const freshMs = 300_000;

async function bytesOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!(part instanceof Buffer)) continue;
    size += part.length;
    if (size > mostBytes) throw new Error('too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function isFresh(timestamp: string, now: Temporal.Instant): boolean {
  try {
    return Math.abs(now.since(Temporal.Instant.from(timestamp)).total('milliseconds')) <= freshMs;
  } catch {
    return false;
  }
}

const fits = ({ person }: Question, known: PopulationPerson): boolean => known.personalId === person.personalId && known.fullName.toLocaleUpperCase('vi') === person.name.toLocaleUpperCase('vi')
  && (person.birthDate === null || known.birthDate === null || known.birthDate === person.birthDate);

/**
 * Starts a register of made-up people that judges its callers as the real one does: time within five minutes, digest, name in the exchange, key, and who of the agency asks.
 *
 * @param options.silent - while true, questions get no answer
 */
export async function startPopulationStandIn(options: { readonly account: Omit<RegisterAccount, 'url'>; readonly people: readonly PopulationPerson[]; readonly clock: Clock; readonly silent?: () => boolean }): Promise<PopulationStandIn> {
  const { account, people, clock } = options;
  const asked: Question[] = [];
  let url = '';
  const isOurs = ({ headers }: IncomingMessage): boolean => {
    const timestamp = typeof headers['timestamp'] === 'string' ? headers['timestamp'] : '';
    return isFresh(timestamp, clock.now()) && headers.authorization === authorisation({ url, user: account.user, secret: account.secret, timestamp }) && headers['x-road-client'] === account.client && headers['apikey'] === account.apiKey;
  };
  const server = createServer((request, response) => {
    void (async () => {
      const question = readQuestion(await bytesOf(request));
      if (options.silent?.() === true) return;
      if (!isOurs(request) || question === null || question.officer === '' || question.requestId === '') { response.writeHead(401).end(); return; }
      asked.push(question);
      response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(answerXml(people.find((known) => fits(question, known)) ?? null));
    })().catch(() => { response.writeHead(400).end(); });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? String(address.port) : ''}/dan-cu`;
  return { url, asked, stop: () => new Promise((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); }) };
}
