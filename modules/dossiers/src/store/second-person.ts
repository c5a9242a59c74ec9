// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Dossier } from '../model.ts';

/** What of an applicant says how to reach him, not who he is. */
const contact: ReadonlySet<string> = new Set(['applicant.phone', 'applicant.email']);

const kindOf = (name: string, isDeclaredIdentity: boolean): 'identity' | 'answers' | null => {
  if (contact.has(name)) return null;
  return name.startsWith('applicant.') || isDeclaredIdentity ? 'identity' : 'answers';
};

/**
 * Whether a rule that holds on `day` puts one of these changes of an accepted dossier to a second officer. What the form repeats of the applicant, his name,
 * number or birth date, is his identity too.
 */
export async function needsSecondPerson(tx: Db, { changed, dossier: { applicant, answers }, day }: { readonly changed: readonly string[]; readonly dossier: Pick<Dossier, 'applicant' | 'answers'>; readonly day: string }): Promise<boolean> {
  const identity: readonly unknown[] = [applicant.name, applicant.personalId, applicant.birthDate].filter((value) => value !== null);
  const kinds = [...new Set(changed.map((name) => kindOf(name, identity.includes(answers[name]))))].filter((kind) => kind !== null);
  if (kinds.length === 0) return false;
  const { rows } = await sql`select from dossiers.second_person_rule where kind = any(${kinds}) and valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) limit 1`.execute(tx);
  return rows.length > 0;
}
