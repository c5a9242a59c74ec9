// SPDX-License-Identifier: EUPL-1.2
import type { LineFault, NationalLine } from '@motcua/catalogue';
import { type Result, ok, refuse } from '@motcua/kernel';
import { Answer, type Codes, fine, listQuestion, publishQuestion, readCoded, readList, readProcedure, services } from './messages.ts';

/** How the national database knows us. `unit`: madonvi; `destination`: dstcode, its address in the exchange; `patienceMs`: silence after which it counts as gone. */
export type NationalAccount = { readonly url: string; readonly user: string; readonly secret: string; readonly unit: string; readonly destination: string; readonly patienceMs?: number };

const patience = 20_000;
const mostBytes = 64 * 1024 * 1024;

const gone = (text: string): Result<never, LineFault> => refuse({ code: 'unreachable', text });
const no = (text: string): Result<never, LineFault> => refuse({ code: 'refused', text: text.slice(0, 500) });

type Told = { readonly session: string | null; readonly result: unknown };

/** One question over the network, answered or not. */
async function ask({ url, destination, patienceMs = patience }: NationalAccount, question: Readonly<Record<string, unknown>>): Promise<Result<Told, LineFault>> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8', 'dstcode': destination }, body: JSON.stringify(question), signal: AbortSignal.timeout(patienceMs) });
    if (Number(response.headers.get('content-length') ?? 0) > mostBytes) return gone('Câu trả lời lớn hơn 64 MB.');
    if (!response.ok) return gone(`Máy chủ quốc gia trả lời lỗi ${String(response.status)}.`);
    const answer = Answer.safeParse(await response.json());
    if (!answer.success) return gone('Máy chủ quốc gia trả lời không đúng dạng.');
    const { error_code: code, message, session, result } = answer.data;
    return code === fine ? ok({ session: session ?? null, result }) : no(`Cơ sở dữ liệu quốc gia từ chối, mã ${code}${message === null || message === undefined || message === '' ? '' : `: ${message}`}.`);
  } catch {
    return gone('Máy chủ quốc gia không trả lời.');
  }
}

/** Asks under a session: signs in when there is none, and once more after a refusal under an old one. */
function inSession(account: NationalAccount): (service: string, more: Readonly<Record<string, unknown>>) => Promise<Result<unknown, LineFault>> {
  let session: string | null = null;
  const signIn = async (): Promise<Result<string, LineFault>> => {
    const answer = await ask(account, { session: '', madonvi: account.unit, service: services.login, username: account.user, password: account.secret });
    if (!answer.ok) return refuse({ code: 'unreachable', text: `Chưa đăng nhập được. ${answer.error.text}` });
    if (answer.value.session === null || answer.value.session === '') return gone('Đăng nhập không được cấp phiên làm việc.');
    session = answer.value.session;
    return ok(session);
  };
  const once = async (service: string, more: Readonly<Record<string, unknown>>): Promise<Result<Told, LineFault>> => {
    const under = session === null ? await signIn() : ok(session);
    return under.ok ? ask(account, { ...more, session: under.value, madonvi: account.unit, service }) : under;
  };
  const told = (answer: Result<Told, LineFault>): Result<unknown, LineFault> => (answer.ok ? ok(answer.value.result) : answer);
  return async (service, more) => {
    const wasOld = session !== null;
    const answer = await once(service, more);
    if (answer.ok || answer.error.code !== 'refused' || !wasOld) return told(answer);
    session = null;
    return told(await once(service, more));
  };
}

/** Đường nối với cơ sở dữ liệu quốc gia về thủ tục hành chính. Nothing is thrown; a session lasts as long as it is believed there. */
export function nationalProcedures(account: NationalAccount): NationalLine {
  const call = inSession(account);
  let codes: Codes = { fields: new Map(), agencies: new Map() };
  const learnCodes = async (): Promise<Result<null, LineFault>> => {
    const [fields, agencies] = [await call(services.fields, {}), await call(services.agencies, {})];
    const broken = [fields, agencies].find((each) => !each.ok && each.error.code === 'unreachable');
    if (broken?.ok === false) return broken;
    codes = { fields: fields.ok ? readCoded(fields.value) : new Map(), agencies: agencies.ok ? readCoded(agencies.value) : new Map() };
    return ok(null);
  };
  return {
    listed: async (since) => {
      const known = await learnCodes();
      if (!known.ok) return known;
      const answer = await call(services.list, listQuestion(since));
      if (!answer.ok) return answer;
      const list = readList(answer.value);
      return list === undefined ? gone('Danh sách thủ tục trả về không đúng dạng.') : ok(list);
    },
    told: async (code) => {
      const answer = await call(services.procedure, { MATTHC: code });
      if (!answer.ok) return answer;
      const record = readProcedure(code, answer.value, codes);
      return typeof record === 'string' ? no(record) : ok(record);
    },
    send: async (messageId, sending) => {
      const answer = await call(services.publish, publishQuestion(messageId, sending));
      return answer.ok ? ok(null) : answer;
    },
  };
}
