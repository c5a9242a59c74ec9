// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Instant, type Json, sql } from '@motcua/db-kit';
import type { RegisterExtract } from '../contract.ts';

/** One question to a register of the state. `subject`: number of the person or code of the enterprise; `agency`: of the officer who asked; null: a person asked for himself. */
export type RegisterQuery = {
  readonly id: string; readonly register: 'population' | 'business'; readonly subject: string; readonly by: { readonly id: string; readonly name: string }; readonly agency: string | null; readonly procedure: string;
  readonly outcome: 'found' | 'no-match' | 'unreachable'; readonly at: Temporal.Instant; readonly purpose?: RegisterExtract['purpose']; readonly dossier?: string | null;
};

type Tables = {
  'dossiers.register_query': { id: string; register: string; person_ref: string; by_id: string; by_name: string; agency: string | null; procedure_code: string; outcome: string; at: Instant; purpose: string | null; dossier_code: string | null };
  'dossiers.register_extract': { query_id: string; subject_ref: string; procedure_code: string; by_id: string; compared_with: string | null; content: Json<RegisterExtract>; at: Instant };
};
const registerDb = (db: Db) => db.$extendTables<Tables>();

/** Writes a question down; what was answered is not kept with it. */
export async function logRegisterQuery(db: Db, { id, register, subject, by, agency, procedure, outcome, at, purpose, dossier }: RegisterQuery): Promise<void> {
  await registerDb(db).insertInto('dossiers.register_query').values({ id, register, person_ref: subject, by_id: by.id, by_name: by.name, agency, procedure_code: procedure, outcome, at: at.toString(), purpose: purpose ?? null, dossier_code: dossier ?? null }).execute();
}

const mostShown = 200;

/** Who asked the business register for an enterprise, newest first. Served by register_query_by_person. */
export async function enterpriseQuestionsOf(db: Db, code: string): Promise<readonly { readonly at: Temporal.Instant; readonly who: string; readonly agency: string | null; readonly purpose: string | null; readonly dossier: string | null }[]> {
  return registerDb(db).selectFrom('dossiers.register_query').select(['at', 'by_name as who', 'agency', 'purpose', 'dossier_code as dossier']).where('person_ref', '=', code).where('register', '=', 'business').orderBy('at', 'desc').limit(mostShown).execute();
}

/** Keeps an answer until a filing takes it along. `comparedWith`: whose number was compared with those of the representatives. */
export async function keepExtract(db: Db, { id, procedure, by, comparedWith, extract }: { readonly id: string; readonly procedure: string; readonly by: string; readonly comparedWith: string | null; readonly extract: RegisterExtract }): Promise<void> {
  await registerDb(db).insertInto('dossiers.register_extract').values({ query_id: id, subject_ref: extract.enterprise.code, procedure_code: procedure, by_id: by, compared_with: comparedWith, content: JSON.stringify(extract), at: extract.at }).execute();
}

type Kept = { readonly extract: RegisterExtract; readonly by: string; readonly comparedWith: string | null };

/** The newest answers of an enterprise for a procedure since an instant. Served by register_extract_newest. */
export async function keptExtracts(db: Db, { code, procedure, since }: { readonly code: string; readonly procedure: string; readonly since: Temporal.Instant }): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`select content as extract, by_id as by, compared_with as "comparedWith" from dossiers.register_extract where subject_ref = ${code} and procedure_code = ${procedure} and at >= ${since.toString()} order by at desc limit 20`.execute(db);
  return rows;
}

/** Removes answers older than an instant: filings have taken what they needed. Served by register_extract_old. @returns how many went */
export async function forgetExtracts(db: Db, past: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ readonly gone: string }>`with gone as (delete from dossiers.register_extract where at < ${past.toString()} returning 1) select count(*) as gone from gone`.execute(db);
  return Number(rows[0]?.gone ?? 0);
}
