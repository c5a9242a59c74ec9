// SPDX-License-Identifier: EUPL-1.2
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { z } from 'zod';

/** A person who can sign in at the stand-in. Identity numbers start with 000: they belong to nobody. */
export type StandInPerson = { readonly id: string; readonly name: string; readonly personalId: string };

/** How a stand-in is started. Port 0 takes a free one; `redirectUris` is where the portal may be answered. */
export type StandInOptions = { readonly port: number; readonly redirectUris: readonly string[]; readonly people: readonly StandInPerson[]; readonly clientSecret: string; readonly cookieKey: string };

/** A running stand-in, and this system's registration at it. */
export type IdentityStandIn = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly stop: () => Promise<void> };

const Started = z.object({ issuer: z.string(), clientId: z.string(), clientSecret: z.string() });

/** Starts the stand-in as a program of its own, reached over the network like the real one. It ends with the program that started it. */
export async function runIdentityStandIn(options: StandInOptions): Promise<IdentityStandIn> {
  const child = fork(path.join(import.meta.dirname, 'main.ts'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'] });
  child.send(options);
  const answer: readonly unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => { throw new Error('the stand-in identity provider did not start'); })]);
  return {
    ...Started.parse(answer[0]),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
