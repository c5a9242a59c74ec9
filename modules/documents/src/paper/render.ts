// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Place } from '../signing/model.ts';
import { PressAnswer, type PressJob } from './job.ts';

/** The archival standards a paper can be written to. */
export type PdfStandard = 'a-2b' | 'a-2a' | 'a-3b';

/** What a paper is made of. `template` is Typst source; `data` reaches it as JSON only, so no text of a person becomes markup. */
export type Paper = {
  readonly template: string;
  readonly data: unknown;
  readonly standard: PdfStandard;
  /** The creation time written into the file. */
  readonly at: Temporal.Instant;
};

/** A place the template reserved, by the name it gave. */
export type NamedPlace = Place & { readonly name: string };

/** A printed paper and the places its template reserved. */
export type Printed = { readonly pdf: Uint8Array; readonly places: readonly NamedPlace[] };

type Waiting = { readonly done: (printed: Printed) => void; readonly failed: (fault: Error) => void; readonly deadline: ReturnType<typeof setTimeout> };
type Press = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting>; taken: number };

const program = fileURLToPath(new URL('./press.ts', import.meta.url));
// The layout engine fragments its memory, about 0.1 MB a paper as measured, and gives none back: a press retires after so many papers.
const papersPerPress = 1000;
const longestPrinting = 30_000;
// Fewer arenas and early returning of pages keep a press under 200 MB instead of 600. Nothing else of our environment is its business.
const environment = { TZ: 'UTC', MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '65536', MALLOC_MMAP_THRESHOLD_: '65536' };

let current: Press | undefined;
let lastId = 0;

/** A press keeps our process alive only while it owes us a paper. */
function rest({ child, waiting, taken }: Press): void {
  if (waiting.size > 0) return;
  child.unref();
  child.channel?.unref();
  if (taken >= papersPerPress && child.connected) child.disconnect();
}

function settle(press: Press, id: number, how: (waiting: Waiting) => void): void {
  const found = press.waiting.get(id);
  if (found === undefined) return;
  clearTimeout(found.deadline);
  press.waiting.delete(id);
  how(found);
  rest(press);
}

function broken(press: Press, why: string): void {
  if (current === press) current = undefined;
  for (const id of [...press.waiting.keys()]) settle(press, id, ({ failed }) => { failed(new Error(`the press stopped: ${why}`)); });
}

function startPress(): Press {
  const child = fork(program, [], { serialization: 'advanced', env: environment, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const press: Press = { child, waiting: new Map(), taken: 0 };
  child.on('message', (message) => {
    const answer = PressAnswer.parse(message);
    settle(press, answer.id, ({ done, failed }) => {
      if ('fault' in answer) failed(new Error(`the template does not compile: ${answer.fault}`));
      else done({ pdf: answer.pdf, places: answer.places });
    });
  });
  child.on('error', (fault) => { broken(press, fault.message); });
  child.on('exit', (code, signal) => { broken(press, `exit ${String(code ?? signal)}`); });
  return press;
}

function pressInUse(): Press {
  if (current === undefined || current.taken >= papersPerPress) current = startPress();
  current.taken += 1;
  return current;
}

function print({ template, data, standard, at }: Paper, withPlaces: boolean): Promise<Printed> {
  return new Promise((done, failed) => {
    const press = pressInUse();
    lastId += 1;
    const job: PressJob = { id: lastId, template, data: JSON.stringify(data), standard, seconds: Math.floor(at.epochMilliseconds / 1000), withPlaces };
    const deadline = setTimeout(() => { press.child.kill('SIGKILL'); }, longestPrinting);
    press.waiting.set(job.id, { done, failed, deadline });
    press.child.ref();
    press.child.channel?.ref();
    press.child.send(job, (fault) => { if (fault !== null) settle(press, job.id, (waiting) => { waiting.failed(fault); }); });
  });
}

/** Prints a paper as PDF. Equal papers give equal bytes. A template that does not compile is a fault: it is thrown. */
export async function renderPaper(paper: Paper): Promise<Uint8Array> {
  return (await print(paper, false)).pdf;
}

/**
 * Prints a paper and tells the places its template reserved with
 * `#metadata((name: "officer", page: 1, x: 0.0, y: 0.0, width: 0.0, height: 0.0)) <place>`, in points.
 */
export function renderPaperWithPlaces(paper: Paper): Promise<Printed> {
  return print(paper, true);
}
