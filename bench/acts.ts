// SPDX-License-Identifier: EUPL-1.2
/**
 * `node bench/acts.ts`: acts on dossiers over HTTP (authorise, load, decide, append, project) by eight clients at once, against the very same
 * SQL statements issued bare by eight connections on the same database in the same run. Promise: at least half their rate.
 * Uses DATABASE_URL of an owner, else an embedded server in a temporary folder.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { testInstallation } from '../apps/server/test/installation.ts';
import { applicationRole, migrate, openDatabase, startEmbedded } from '../packages/db-kit/src/index.ts';

const workers = 8;
const [warmUpSeconds, seconds, rounds] = [1, 1, 8];
/** Dossiers of each worker: an act reads the whole ledger of its dossier, which must stay as short as a real one. */
const perWorker = 16;
const promised = 0.5;

type Statement = { readonly text: string; readonly values: readonly unknown[] };
let recorded: Statement[] | null = null;
// Applied below with the client it was asked of.
// eslint-disable-next-line @typescript-eslint/unbound-method
const query = pg.Client.prototype.query;
Object.defineProperty(pg.Client.prototype, 'query', {
  value(this: pg.Client, ...args: unknown[]): unknown {
    const [text, values] = args;
    if (recorded !== null && typeof text === 'string') recorded.push({ text, values: Array.isArray(values) ? Array.from<unknown>(values) : [] });
    return Reflect.apply(query, this, args);
  },
});

async function perSecond(run: (worker: number) => Promise<void>, span = seconds): Promise<number> {
  const began = performance.now();
  const counts = await Promise.all(Array.from({ length: workers }, async (_, worker) => {
    let done = 0;
    for (; performance.now() - began < span * 1000; done += 1) await run(worker);
    return done;
  }));
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - began) / 1000);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-bench-'));
fs.chmodSync(folder, 0o755);
const given = process.env['DATABASE_URL'];
const server = given === undefined ? await startEmbedded(path.join(folder, 'data')) : { ownerUrl: given, stop: () => Promise.resolve() };
const { fault } = await migrate(server.ownerUrl, path.join(import.meta.dirname, '../modules'));
if (fault !== null) throw new Error(`${fault.migration}: ${fault.detail}`);
const database = { ...openDatabase(server.ownerUrl, { role: applicationRole, max: workers }), ownerUrl: server.ownerUrl, statements: [], drop: () => database.close() };
const one = await testInstallation(undefined, database);
const address = new URL(await one.app.listen({ port: 0, host: '127.0.0.1' }));
const agent = new http.Agent({ keepAlive: true, maxSockets: workers });

/** Each worker its own dossiers, each held in turn by two officers. */
const dossiers = await Promise.all(Array.from({ length: workers * perWorker }, async () => {
  const code = await one.go.taken();
  return { code, version: (await one.go.state(code)).version, taskId: (await one.go.task(code, 'appraise')).taskId };
}));
const officers = await Promise.all(['chuyenvien', 'chuyenvien2'].map((login) => one.as(login)));

async function post(target: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<void> {
  const request = http.request({ host: address.hostname, port: address.port, path: target, method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } });
  request.end(JSON.stringify(body));
  const answers: readonly unknown[] = await once(request, 'response');
  const [answer] = answers;
  if (!(answer instanceof http.IncomingMessage)) throw new Error('no answer');
  answer.resume();
  await once(answer, 'end');
  if (answer.statusCode !== 201) throw new Error(`HTTP ${String(answer.statusCode)}`);
}

const turns = Array.from({ length: workers }, () => 0);

async function act(worker: number): Promise<void> {
  const turn = turns[worker] ?? 0;
  turns[worker] = turn + 1;
  const dossier = dossiers[worker * perWorker + (turn % perWorker)];
  if (dossier === undefined) throw new Error('no dossier');
  const { code, version, taskId } = dossier;
  await post(`/api/dossiers/${encodeURIComponent(code)}/assignments`, officers[version % 2] ?? {}, { clientKey: randomUUID(), version, taskId, officer: null, reason: 'Đổi người.' });
  dossier.version += 1;
}

// Each worker's act once, alone, with its statements written down: what is issued bare afterwards.
const scripts: Statement[][] = [];
for (let worker = 0; worker < workers; worker += 1) {
  await act(worker);
  recorded = [];
  await act(worker);
  scripts.push(recorded);
  recorded = null;
}

const apart = openDatabase(server.ownerUrl, { role: applicationRole, max: workers });
const connections = await Promise.all(Array.from({ length: workers }, () => apart.pool.connect()));

async function bare(worker: number): Promise<void> {
  const connection = connections[worker];
  if (connection === undefined) throw new Error('no connection');
  for (const { text, values } of scripts[worker] ?? []) {
    // The only values that must be new each time: the place of the line in the ledger, and the key of the act.
    const fresh = text.includes('into "dossiers"."event"') ? [randomUUID(), ...values.slice(1)] : text.includes('into "dossiers"."act_key"') ? [randomUUID(), ...values.slice(1)] : [...values];
    await connection.query(text, fresh);
  }
}

// In turns, so that whatever else the machine does meanwhile weighs on both alike.
await perSecond(act, warmUpSeconds);
await perSecond(bare, warmUpSeconds);
let [overHttp, floor] = [0, 0];
for (let round = 0; round < rounds; round += 1) {
  overHttp += await perSecond(act) / rounds;
  floor += await perSecond(bare) / rounds;
}
const ratio = overHttp / floor;
process.stdout.write(`${JSON.stringify({ statements: scripts[0]?.length ?? 0, actsPerSecond: Math.round(overHttp), bareSqlPerSecond: Math.round(floor), ratio: Number(ratio.toFixed(2)), promised })}\n`);
for (const connection of connections) connection.release();
await apart.close();
await one.app.close();
agent.destroy();
one.province.remove();
await database.close();
await server.stop();
fs.rmSync(folder, { recursive: true, force: true });
process.exit(ratio >= promised ? 0 : 1);
