// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { RecordHead } from './internal/to-internal-procedure.ts';
import type { Surroundings } from './lint/surroundings.ts';
import type { Counting } from './simulation/walk.ts';

/** What this module must ask of others: procedures, agencies, people, calendars. Given by the wiring. */
export type ProcessNeighbours = {
  /** Names of procedures by code; a code that is none is left out. */
  readonly procedureNames: (db: Db, codes: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The procedures that are handled by the process of a key on a day: how many, and the first of them. */
  readonly usesOf: (db: Db, key: string, day: string) => Promise<{ readonly count: number; readonly first: readonly { readonly code: string; readonly name: string }[] }>;
  readonly personName: (db: Db, id: string) => Promise<string>;
  /** What a process of a key is judged by: the procedures handled by it and those named; places told by the words of its steps. */
  readonly surroundings: (db: Db, asked: { readonly key: string; readonly codes: readonly string[]; readonly words: readonly string[]; readonly day: string }) => Promise<Surroundings>;
  /** Working time of the agencies a simulated dossier passes, and what its procedure would promise. */
  readonly timeOf: (db: Db, asked: { readonly agency: string; readonly words: readonly string[]; readonly procedure: string | null; readonly receivedAt: Temporal.Instant }) =>
  Promise<{ readonly counting: Counting; readonly promisedAt: Temporal.Instant | null; readonly nameOf: (agency: string) => string }>;
  /** The procedures are handled by the process of a key from a day on, wherever they are handled. @returns codes that are handled nowhere */
  readonly takeUp: (tx: Db, asked: { readonly key: string; readonly codes: readonly string[]; readonly validFrom: string }) => Promise<readonly string[]>;
  /** The head of a table exported from here. */
  readonly recordHead: Omit<RecordHead, 'id' | 'decision'>;
};
