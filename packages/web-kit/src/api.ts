// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const FieldFault = z.object({ path: z.string(), label: z.string().optional(), text: z.string() });
const Problem = z.object({
  title: z.string(), code: z.string(), detail: z.string().optional(), errors: z.array(FieldFault).optional(), incident: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Why an answer did not come: the server refused with words, nobody is signed in, the line is gone, or something of ours broke. */
export type Failure =
  | { readonly kind: 'refused'; readonly status: number; readonly problem: Problem }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'broken'; readonly incident: string | null };

/** Carries a failure through code that only knows exceptions. */
export class ApiFailure extends Error {
  readonly failure: Failure;
  /** A person must change what was sent: the same question gets the same answer. */
  readonly mustBeMended: boolean;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
    this.mustBeMended = failure.kind === 'refused' && (failure.problem.errors ?? []).length > 0;
  }
}

/** What went wrong, whatever was thrown. */
export function failureOf(thrown: unknown): Failure {
  return thrown instanceof ApiFailure ? thrown.failure : { kind: 'broken', incident: null };
}

type Query = Readonly<Record<string, string | undefined>>;

/** `/api/work?list=todo`, without the parameters that are not given. */
export function addressOf(path: string, query: Query = {}): string {
  const given = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => value === undefined || value === '' ? [] : [[key, value]]));
  return given.size === 0 ? path : `${path}?${given.toString()}`;
}

/** Asks the server a question and reads the answer with its schema. */
export async function ask<Answer>(schema: z.ZodType<Answer>, path: string, query?: Query): Promise<Answer> {
  return read(schema, await request(addressOf(path, query), {}));
}

type Sent = { readonly method: 'POST' | 'PUT' | 'DELETE'; readonly path: string; readonly body?: unknown };

/** Asks the server to do something and reads its answer. */
export async function send<Answer>(schema: z.ZodType<Answer>, { method, path, body }: Sent): Promise<Answer> {
  const content = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return read(schema, await request(path, { method, ...content }));
}

/** The same when the answer is empty. */
export async function sendOnly({ method, path, body }: Sent): Promise<void> {
  const content = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  await request(path, { method, ...content });
}

/** The same when the answer is a file. */
export async function sendForFile({ method, path, body }: Sent): Promise<Blob> {
  return (await request(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).blob();
}

type Answer = { readonly at: number; readonly ahead: number };
let newest: Answer = { at: 0, ahead: 0 };
const listeners = new Set<() => void>();

/** When the newest good answer came by the browser's clock, and by how many milliseconds the server's clock is ahead of it. */
export const lastAnswer = (): Answer => newest;

/** Tells of every good answer, until the returned function is called. */
export function onAnswer(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

function remember(response: Response): void {
  const [at, told] = [Date.now(), Date.parse(response.headers.get('date') ?? '')];
  newest = { at, ahead: Number.isNaN(told) ? 0 : told - at };
  for (const listener of listeners) listener();
}

async function request(path: string, options: RequestInit): Promise<Response> {
  const headers = new Headers(options.headers);
  headers.set('accept', 'application/json');
  const response = await fetch(path, { ...options, credentials: 'same-origin', headers })
    .catch(() => { throw new ApiFailure({ kind: 'offline' }); });
  if (response.ok) {
    remember(response);
    return response;
  }
  throw new ApiFailure(await failureIn(response));
}

async function failureIn(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => null);
  return failureFrom(response.status, body);
}

/** The failure a status and its body tell of. */
export function failureFrom(status: number, body: unknown): Failure {
  const problem = Problem.safeParse(body);
  // A wrong password is a refusal with words; any other 401 means that nobody is signed in.
  if (status === 401 && problem.data?.code !== 'sign-in-refused') return { kind: 'signed-out' };
  if (problem.success && status < 500) return { kind: 'refused', status, problem: problem.data };
  return { kind: 'broken', incident: problem.data?.incident ?? null };
}

async function read<Answer>(schema: z.ZodType<Answer>, response: Response): Promise<Answer> {
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new ApiFailure({ kind: 'broken', incident: null });
  return parsed.data;
}

/** A key made by the screen: the same key again does nothing twice. */
export function newClientKey(): string {
  return crypto.randomUUID();
}
