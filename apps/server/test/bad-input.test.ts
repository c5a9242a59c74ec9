// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { holds } from '@motcua/access';
import { replay } from '@motcua/dossiers';
import { plainAnswers } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTable } from '../src/app.ts';
import { type TestInstallation, testInstallation } from './installation.ts';

type Schema = { readonly type?: string | readonly string[]; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly format?: string; readonly pattern?: string; readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[]; readonly items?: Schema; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[]; readonly minimum?: number; readonly minItems?: number };
type Operation = { readonly operationId?: string; readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]; readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> } };
type Case = { readonly method: string; readonly path: string; readonly operation: Operation };

let one: TestInstallation;
let cases: readonly Case[];
let code: string;
let draft: string;
beforeAll(async () => {
  one = await testInstallation();
  const document = (await one.app.inject({ url: '/api/openapi.json' })).json<{ paths: Record<string, Record<string, Operation>> }>();
  cases = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })));
  code = await one.go.taken();
  draft = (await one.app.inject({ method: 'POST', url: '/api/drafts', headers: await one.as('citizen'), payload: { procedure: '1.013227', content: { agency: null, circumstance: null, applicant: null, forOther: false, answers: {}, returnWay: null } } })).json<{ id: string }>().id;
});
afterAll(async () => { await one.close(); });

const texts = ['000095012345', '0900000123', '123456', '66', 'Nội dung thử', 'x'];

/** A value a schema takes. */
function sample(schema: Schema, name = ''): unknown {
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return sample(choice.find(({ type }) => type !== 'null') ?? {}, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((kind) => kind !== 'null');
  switch (type) {
    case 'object': return name === 'answers' ? plainAnswers : Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, sample(inner, key)]));
    case 'array': return [sample(schema.items ?? {}, name)];
    case 'integer': case 'number': return Math.max(1, schema.minimum ?? 1);
    case 'boolean': return false;
    case 'string': {
      const known: Readonly<Record<string, string>> = { procedure: '1.013227', receivingAgency: 'Y99.21', solvingAgency: 'Y99.21', returningAgency: 'Y99.21', agency: 'Y99.02', code, task: 'viec', personalId: '000095012345', province: '66' };
      if (known[name] !== undefined) return known[name];
      if (schema.format === 'uuid') return name === 'id' ? draft : randomUUID();
      if (schema.format === 'date') return '1995-01-23';
      if (schema.format === 'date-time') return '2026-11-17T08:00:00+07:00';
      if (schema.format === 'email') return 'mau@vi-du.vn';
      const { pattern } = schema;
      return pattern === undefined ? 'Nội dung thử' : texts.find((text) => new RegExp(pattern, 'u').test(text)) ?? 'x';
    }
    case undefined: default: return { };
  }
}

/** What people, programs and attackers send instead of what was asked for. */
const poison: Readonly<Record<string, unknown>> = {
  'null': null, 'a number': 7, 'a huge number': 9_007_199_254_740_991, 'beyond every integer': 1e300, 'a negative number': -1, 'a fraction': 1.5, 'a text': 'chữ', 'an empty text': '', 'blanks': '   ', 'a list': [], 'an object': {}, 'true': true,
  'SQL': `'; drop table dossiers.dossier; --`, 'a script': '<script>alert(1)</script>', 'decomposed letters': 'Đặng Thị Ẩn'.normalize('NFD'), 'NUL': 'a\u0000b', 'half a pair': 'a\ud800b', 'too long': 'ă'.repeat(30_000),
  'no uuid': '0193a000-0000-7000-8000-00000000000Z', 'a path': '../../etc/passwd', 'LIKE signs': '%_\\', 'a prototype': JSON.parse('{"__proto__":{"x":1},"constructor":{"prototype":{}}}'), 'deep': JSON.parse(`${'['.repeat(200)}1${']'.repeat(200)}`), 'a moment that is none': '2026-99-99T99:99:99Z',
};

const without = (value: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

/** Every body with one field missing or poisoned, also one level down. */
function* bodies(whole: Readonly<Record<string, unknown>>): Generator<readonly [string, unknown]> {
  for (const [key, value] of Object.entries(whole)) {
    yield [`${key} missing`, without(whole, key)];
    for (const [what, bad] of Object.entries(poison)) yield [`${key}: ${what}`, { ...whole, [key]: bad }];
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof inner !== 'object' || inner === null) continue;
    const members: Record<string, unknown> = { ...inner };
    for (const field of Object.keys(members)) {
      const put = (changed: Record<string, unknown>): Record<string, unknown> => ({ ...whole, [key]: Array.isArray(value) ? [changed] : changed });
      yield [`${key}.${field} missing`, put(without(members, field))];
      for (const what of ['null', 'a huge number', 'an object', 'NUL', 'half a pair', 'too long']) yield [`${key}.${field}: ${what}`, put({ ...members, [field]: poison[what] })];
    }
  }
}

const who = ['citizen', 'tiepnhan', 'chuyenvien', 'lanhdao', 'vanthu', 'thuquy', 'partner', 'visitor'];

async function headersFor({ method, path }: Case): Promise<Record<string, string>> {
  const act = one.routes.find((route) => route.method === method && route.url === path.replace(/\{(\w+)\}/gu, ':$1'))?.act ?? '';
  const holder = who.find((name) => holds(accessTable, name === 'partner' ? { kind: 'partner', id: '', name: '' } : name === 'visitor' ? { kind: 'visitor' } : name === 'citizen' ? { kind: 'citizen', id: '', name: '', personalId: '' } : one.province.officer(name), act));
  return one.as(holder ?? 'visitor');
}

const vietnamese = /[\u00C0-\u1EF9]/u;

/** What is wrong with an answer to bad input; null when it is as it should be. */
function fault({ statusCode, headers, body }: { readonly statusCode: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }): string | null {
  if (statusCode < 400) return null;
  if (statusCode >= 500) return `${String(statusCode)} ${body.slice(0, 200)}`;
  if (!String(headers['content-type']).startsWith('application/problem+json')) return `${String(statusCode)} as ${String(headers['content-type'])}: ${body.slice(0, 200)}`;
  const problem: { title?: string; status?: number; code?: string; errors?: readonly { path?: string; text?: string }[] } = JSON.parse(body);
  if (problem.status !== statusCode || problem.code === undefined || problem.title === undefined || !vietnamese.test(problem.title) || problem.title !== problem.title.normalize('NFC')) return `no problem in Vietnamese: ${body.slice(0, 300)}`;
  if (problem.code === 'fields-to-mend' && (problem.errors ?? []).filter(({ path, text }) => path !== undefined && text !== undefined && vietnamese.test(text)).length === 0) return `names no field: ${body.slice(0, 300)}`;
  return null;
}

const method = (name: string): 'GET' | 'POST' | 'PUT' | 'DELETE' => (name === 'POST' ? 'POST' : name === 'PUT' ? 'PUT' : name === 'DELETE' ? 'DELETE' : 'GET');
const streams = new Set(['/api/events']);

describe('dữ liệu sai gửi lên (bad input), for every operation of the API document', () => {
  test('finds a document with every operation described once', () => {
    const ids = cases.map(({ operation }) => operation.operationId);

    expect(cases.length).toBeGreaterThan(45);
    expect(ids.filter((id, at) => id === undefined || ids.indexOf(id) !== at)).toEqual([]);
  });

  test('is answered in the body by a problem in Vietnamese that names the field, never by 500', async () => {
    const faults: string[] = [];
    let sent = 0;
    for (const one_ of cases) {
      const schema = one_.operation.requestBody?.content['application/json']?.schema;
      if (schema === undefined || one_.path === '/api/session') continue;
      const headers = await headersFor(one_);
      const whole: Record<string, unknown> = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, sample(inner, key)]));
      if ('version' in whole) whole['version'] = (await one.go.state(code)).version;
      if ('taskId' in whole) whole['taskId'] = (await one.go.state(code)).tasks[0]?.taskId ?? 'x';
      const url = one_.path.replace('{code}', encodeURIComponent(code)).replace('{task}', (await one.go.state(code)).tasks[0]?.taskId ?? 'x').replace(/\{\w+\}/gu, draft);
      for (const [what, payload] of [...bodies(whole), ['no object', []], ['text', 'chữ'], ['null', null]] as const) {
        const answer = await one.app.inject({ method: method(one_.method), url, headers: { ...headers, 'content-type': 'application/json' }, payload: JSON.stringify(payload) });
        const wrong = fault(answer);
        sent += 1;
        if (wrong !== null) faults.push(`${one_.method} ${one_.path} · ${what}: ${wrong}`);
      }
    }

    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(2500);
  }, 120_000);

  test('is answered in path and query likewise', async () => {
    const faults: string[] = [];
    const values = Object.values(poison).filter((value) => typeof value !== 'object').map(String).concat('%', '~', '2026-11-17T00:00:00Z~x', '2026-13-45T00:00:00Z~x', 'x'.repeat(2500));
    for (const one_ of cases) {
      if (streams.has(one_.path)) continue;
      const headers = await headersFor(one_);
      const parameters = one_.operation.parameters ?? [];
      const payload = one_.method === 'POST' || one_.method === 'PUT' ? { payload: {} } : {};
      for (const { name, in: place } of parameters) {
        for (const value of values) {
          const text = encodeURIComponent(value.isWellFormed() ? value : 'x');
          const path = one_.path.replace(/\{(\w+)\}/gu, (_, key: string) => (place === 'path' && key === name ? text : (key === 'code' ? code : key === 'paper' ? 'receipt' : draft)));
          const answer = await one.app.inject({ method: method(one_.method), url: place === 'query' ? `${path}?${name}=${text}` : path, headers, ...payload });
          const wrong = fault(answer);
          if (wrong !== null) faults.push(`${one_.method} ${one_.path} ${name}=${text.slice(0, 60)}: ${wrong}`);
        }
      }
    }

    expect(faults).toEqual([]);
  }, 60_000);

  test.each([
    ['a body that is no JSON', { method: 'POST', url: '/api/drafts', headers: { 'content-type': 'application/json' }, payload: '{"a":' }, 400],
    ['an empty body', { method: 'POST', url: '/api/drafts', headers: { 'content-type': 'application/json' }, payload: '' }, 400],
    ['a body of another kind', { method: 'POST', url: '/api/drafts', headers: { 'content-type': 'text/xml' }, payload: '<a/>' }, 415],
    ['a body of 3 MB', { method: 'POST', url: '/api/drafts', headers: { 'content-type': 'application/json' }, payload: `"${'x'.repeat(3 * 1024 * 1024)}"` }, 413],
    ['an address that cannot be read', { method: 'GET', url: '/api/dossiers/%E0%A4%A', headers: {}, payload: undefined }, 400],
    ['an address that is none', { method: 'GET', url: '/api/khong-co', headers: {}, payload: undefined }, 404],
    ['a method that is none', { method: 'PUT', url: '/api/work', headers: { 'content-type': 'application/json' }, payload: '{}' }, 404],
  ] as const)('%s is answered by a problem', async (_what, request, status) => {
    const answer = await one.app.inject({ method: method(request.method), url: request.url, headers: { ...await one.as('citizen'), ...request.headers }, ...(request.payload === undefined ? {} : { payload: request.payload }) });

    expect([answer.statusCode, fault(answer)]).toEqual([status, null]);
  });

  test('changed nothing that the ledger does not tell', async () => {
    const differences: unknown[] = [];
    await replay(one.database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
