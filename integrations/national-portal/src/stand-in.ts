// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A dossier a citizen filed there: the body of POST /api/partners/national-portal/dossiers without its message id. */
export type StandInFiling = Readonly<Record<string, unknown>>;

/** What became of a message: the code it got here, or why it was not taken. */
export type Delivery = { readonly messageId: string; readonly attempts: number; readonly status: number; readonly answer: unknown };

export type NationalPortalStandIn = {
  /** Address of the stand-in: GET / lists deliveries, POST /gui files the next one. */
  readonly address: string;
  readonly file: (filing: StandInFiling) => Promise<Delivery>;
  readonly stop: () => Promise<void>;
};

const attempts = 5;

/**
 * Starts the stand-in. A message that gets no answer is sent again under the same id, so that it arrives once.
 *
 * @param options.target - origin of this system
 * @param options.next - makes what the next citizen files; null when there is nothing to file
 */
export async function startNationalPortalStandIn(options: { readonly port: number; readonly target: string; readonly key: string; readonly next: () => Promise<StandInFiling | null> }): Promise<NationalPortalStandIn> {
  const deliveries: Delivery[] = [];
  const send = async (messageId: string, filing: StandInFiling): Promise<Response> => fetch(`${options.target}/api/partners/national-portal/dossiers`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'authorization': `Bearer ${options.key}` }, body: JSON.stringify({ ...filing, messageId }), signal: AbortSignal.timeout(20_000),
  });
  const file = async (filing: StandInFiling): Promise<Delivery> => {
    const messageId = randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await send(messageId, filing);
        if (response.status < 500 || attempt === attempts) {
          const delivery = { messageId, attempts: attempt, status: response.status, answer: await response.json().catch(() => null) };
          deliveries.push(delivery);
          return delivery;
        }
      } catch (fault) {
        if (attempt === attempts) {
          const delivery = { messageId, attempts: attempt, status: 0, answer: String(fault) };
          deliveries.push(delivery);
          return delivery;
        }
      }
      await sleep(200 * 2 ** attempt);
    }
  };
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => { response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body)); };
    if (request.method === 'POST' && request.url === '/gui') {
      options.next().then(async (filing) => { answer(filing === null ? 204 : 200, filing === null ? null : await file(filing)); }, (fault: unknown) => { answer(500, String(fault)); });
      return;
    }
    answer(request.url === '/' ? 200 : 404, { deliveries: deliveries.slice(-100) });
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : options.port}`, file,
    stop: () => new Promise((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); }),
  };
}
