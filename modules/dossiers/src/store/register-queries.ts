// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant } from '@motcua/db-kit';

/** One question to a register of the state. `agency`: of the officer who asked; null: the person asked for himself. */
export type RegisterQuery = {
  readonly id: string; readonly register: 'population'; readonly person: string; readonly by: { readonly id: string; readonly name: string }; readonly agency: string | null; readonly procedure: string;
  readonly outcome: 'found' | 'no-match' | 'unreachable'; readonly at: Temporal.Instant;
};

type Tables = { 'dossiers.register_query': { id: string; register: string; person_ref: string; by_id: string; by_name: string; agency: string | null; procedure_code: string; outcome: string; at: Instant } };

/** Writes a question down; what was answered is not kept. */
export async function logRegisterQuery(db: Db, { id, register, person, by, agency, procedure, outcome, at }: RegisterQuery): Promise<void> {
  await db.$extendTables<Tables>().insertInto('dossiers.register_query').values({ id, register, person_ref: person, by_id: by.id, by_name: by.name, agency, procedure_code: procedure, outcome, at: at.toString() }).execute();
}
