// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Procedure } from '@motcua/catalogue';
import { received } from '@motcua/http-kit';
import type { Clock } from '@motcua/kernel';
import type { NationalAccount } from './line.ts';
import { PublishQuestion, Question, compact, fine, instantIn, services, sessionEnded, writeCoded, writeProcedure, writeRow } from './messages.ts';

/** A procedure as the stand-in keeps it. `counts` false: published no more. */
export type KeptProcedure = { readonly procedure: Procedure; readonly changedAt: Temporal.Instant; readonly counts: boolean };

export type NationalProceduresStandIn = {
  readonly url: string;
  /** Services asked for, oldest first. */
  readonly asked: readonly string[];
  /** Messages taken, by their number: a number that came before is answered and not taken again. */
  readonly taken: ReadonlyMap<string, readonly string[]>;
  /** Changes what is published there. */
  readonly publish: (kept: KeptProcedure) => void;
  /** Forgets every session, as after an hour. */
  readonly endSessions: () => void;
  readonly stop: () => Promise<void>;
};

const mostBytes = 8 * 1024 * 1024;

type Answered = { readonly error_code: string; readonly message?: string; readonly session?: string; readonly result?: unknown };
const no = (code: string, message: string): Answered => ({ error_code: code, message });
const named = (all: Iterable<KeptProcedure>, of: (procedure: Procedure) => readonly { readonly code: string | null; readonly name: string }[]): ReadonlyMap<string, string> =>
  new Map([...all].flatMap(({ procedure }) => of(procedure).flatMap(({ code, name }) => (code === null ? [] : [[name, code] as const]))));

/** What the stand-in knows and how it answers one question. */
function desk(account: Omit<NationalAccount, 'url'>, { clock, kept }: { readonly clock: Clock; readonly kept: Map<string, KeptProcedure> }) {
  const sessions = new Set<string>();
  const asked: string[] = [];
  const taken = new Map<string, readonly string[]>();
  /** What was sent is what is told from then on, as after its own officers looked at it. */
  const take = (body: unknown): Answered => {
    const read = PublishQuestion.safeParse(body);
    if (!read.success) return no('03', 'Tin thiếu mã thông điệp hoặc nội dung');
    const { MATHONGDIEP: id, data } = read.data;
    if (!taken.has(id)) taken.set(id, data.map(({ MATTHC, TRANGTHAI, TENTTHC }) => {
      const known = kept.get(MATTHC);
      if (known !== undefined) kept.set(MATTHC, { procedure: { ...known.procedure, name: typeof TENTTHC === 'string' ? TENTTHC : known.procedure.name }, changedAt: clock.now(), counts: TRANGTHAI !== '0' });
      return MATTHC;
    }));
    return { error_code: fine };
  };
  const answers: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => Answered>> = {
    [services.list]: ({ TUNGAY }) => {
      const since = typeof TUNGAY === 'string' ? instantIn(TUNGAY) : null;
      const rows = [...kept.values()].filter(({ changedAt }) => since === null || Temporal.Instant.compare(changedAt, since) >= 0);
      return { error_code: fine, result: rows.map(({ procedure, changedAt, counts }) => writeRow({ code: procedure.code, name: procedure.name, stamp: compact(changedAt), counts })) };
    },
    [services.procedure]: ({ MATTHC }) => {
      const found = typeof MATTHC === 'string' ? kept.get(MATTHC) : undefined;
      return found === undefined ? no('04', 'Không có thủ tục với mã này') : { error_code: fine, result: writeProcedure(found.procedure) };
    },
    [services.fields]: () => ({ error_code: fine, result: writeCoded(named(kept.values(), ({ field }) => (field === null ? [] : [field]))) }),
    [services.agencies]: () => ({ error_code: fine, result: writeCoded(named(kept.values(), ({ executingAgencies }) => executingAgencies)) }),
    [services.publish]: take,
  };
  const answer = (body: unknown, destination: unknown): Answered => {
    const read = Question.safeParse(body);
    if (!read.success || destination !== account.destination || read.data.madonvi !== account.unit) return no('01', 'Sai nơi nhận hoặc mã đơn vị');
    const { session, service, ...more } = read.data;
    asked.push(service);
    if (service === services.login) {
      if (more['username'] !== account.user || more['password'] !== account.secret) return no('01', 'Sai tài khoản hoặc mật khẩu');
      const id = randomUUID();
      sessions.add(id);
      return { error_code: fine, session: id };
    }
    if (!sessions.has(session)) return no(sessionEnded, 'Phiên làm việc đã hết');
    return answers[service]?.(more) ?? no('05', 'Không có dịch vụ này');
  };
  return { answer, asked, taken, endSessions: () => { sessions.clear(); } };
}

/**
 * Starts a national database of procedures that judges its callers as the real one is thought to: unit, address in the exchange, account, session.
 *
 * @param options.silent - while true for a service, questions get no answer
 */
export async function startNationalProceduresStandIn(options: { readonly account: Omit<NationalAccount, 'url'>; readonly procedures: readonly KeptProcedure[]; readonly clock: Clock; readonly silent?: (service: string) => boolean }): Promise<NationalProceduresStandIn> {
  const { account, clock } = options;
  const kept = new Map(options.procedures.map((each) => [each.procedure.code, each]));
  const { answer, asked, taken, endSessions } = desk(account, { clock, kept });
  const server = createServer((request, response) => {
    void (async () => {
      const body: unknown = JSON.parse(Buffer.from(await received(request, mostBytes)).toString('utf8'));
      if (options.silent?.(Question.safeParse(body).data?.service ?? '') === true) { response.destroy(); return; }
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer(body, request.headers['dstcode'])));
    })().catch(() => { response.writeHead(400).end(); });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? String(address.port) : ''}/thu-tuc`, asked, taken, endSessions,
    publish: (each) => { kept.set(each.procedure.code, each); },
    stop: () => new Promise((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); }),
  };
}
