// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, fork } from 'node:child_process';
import { z } from 'zod';

/** A program beside ours that does one kind of heavy or dangerous work. `environment` is all of ours it sees. */
export type HelperProgram = {
  /** Path of the program; it answers each message with one that carries the same `id`. */
  readonly program: string;
  /** What it is called in faults. */
  readonly name: string;
  /** It is replaced by a fresh one after so many jobs. */
  readonly retireAfter: number;
  /** Milliseconds a job may take; then the program is ended, whatever it does. */
  readonly patience: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
};

/** Gives a job to the program. @returns its answer as it came @throws when the program stopped or took too long */
export type Ask = (job: Readonly<Record<string, unknown>>) => Promise<unknown>;

type Waiting = { readonly done: (answer: unknown) => void; readonly failed: (fault: Error) => void; readonly deadline: ReturnType<typeof setTimeout> };
type Helper = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting>; taken: number };

const Answer = z.looseObject({ id: z.number().int() });

/** Keeps one such program running while it is needed. */
export function helperProcess({ program, name, retireAfter, patience, environment, execArgv = [] }: HelperProgram): Ask {
  let current: Helper | undefined;
  let lastId = 0;

  /** A helper keeps our process alive only while it owes us an answer. */
  const rest = ({ child, waiting, taken }: Helper): void => {
    if (waiting.size > 0) return;
    child.unref();
    child.channel?.unref();
    if (taken >= retireAfter && child.connected) child.disconnect();
  };
  const settle = (helper: Helper, id: number, how: (waiting: Waiting) => void): void => {
    const found = helper.waiting.get(id);
    if (found === undefined) return;
    clearTimeout(found.deadline);
    helper.waiting.delete(id);
    how(found);
    rest(helper);
  };
  const broken = (helper: Helper, why: string): void => {
    if (current === helper) current = undefined;
    for (const id of [...helper.waiting.keys()]) settle(helper, id, ({ failed }) => { failed(new Error(`${name} stopped: ${why}`)); });
  };
  const start = (): Helper => {
    const child = fork(program, [], { serialization: 'advanced', env: { ...environment }, execArgv: [...execArgv], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const helper: Helper = { child, waiting: new Map(), taken: 0 };
    child.on('message', (message) => { settle(helper, Answer.parse(message).id, ({ done }) => { done(message); }); });
    child.on('error', (fault) => { broken(helper, fault.message); });
    child.on('exit', (code, signal) => { broken(helper, `exit ${String(code ?? signal)}`); });
    return helper;
  };
  return (job) => new Promise((done, failed) => {
    if (current === undefined || current.taken >= retireAfter) current = start();
    const helper = current;
    helper.taken += 1;
    lastId += 1;
    const id = lastId;
    const deadline = setTimeout(() => { helper.child.kill('SIGKILL'); }, patience);
    helper.waiting.set(id, { done, failed, deadline });
    helper.child.ref();
    helper.child.channel?.ref();
    helper.child.send({ ...job, id }, (fault) => { if (fault !== null) settle(helper, id, (waiting) => { waiting.failed(fault); }); });
  });
}
