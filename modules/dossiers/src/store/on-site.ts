// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { OnSite } from '../model.ts';

type Line = { readonly agency: string; readonly procedure: string; readonly class: 'five' | 'three' | 'none'; readonly from: string; readonly documentNumber: string };

const inForce = (day: string) => sql`select distinct on (agency, procedure_code) agency, procedure_code as procedure, class, valid_from as "from", document_number as "documentNumber"
  from dossiers.on_site_class where valid_from <= ${day} order by agency, procedure_code, valid_from desc`;

/** The class of a procedure at an agency on a day; null when it is not done on site. */
export async function onSiteOf(db: Db, asked: { readonly agency: string; readonly procedure: string; readonly day: string }): Promise<OnSite | null> {
  const { rows: [line] } = await sql<Line>`select * from (${inForce(asked.day)}) c where agency = ${asked.agency} and procedure = ${asked.procedure}`.execute(db);
  return line === undefined || line.class === 'none' ? null : { class: line.class, documentNumber: line.documentNumber };
}

/** Every class in force on a day, of all agencies or one. */
export async function classesOn(db: Db, day: string, agency?: string): Promise<readonly Line[]> {
  return (await sql<Line>`select * from (${inForce(day)}) c where ${agency === undefined ? sql`true` : sql`agency = ${agency}`} and class <> 'none'`.execute(db)).rows;
}

export type Target = { readonly share: number; readonly strict: boolean; readonly since: string; readonly through: string | null; readonly source: string; readonly unsure: string | null };

/** The phases of the target, oldest first. */
export async function targets(db: Db): Promise<readonly Target[]> {
  return (await sql<Target>`select share::float8 as share, strict, valid_from as since, valid_until as through, source, unsure from dossiers.on_site_target where valid_until is null or valid_until >= valid_from order by valid_from`.execute(db)).rows;
}

/** Enters classes of procedures of an agency from a day on; the same day again is refused by the key. */
export async function enterClasses(db: Db, lines: readonly (Omit<Line, 'class'> & { readonly id: string; readonly class: Line['class']; readonly by: string; readonly at: string })[]): Promise<void> {
  await sql`insert into dossiers.on_site_class (id, agency, procedure_code, class, valid_from, document_number, entered_by, entered_at) values ${sql.join(lines.map((line) =>
    sql`(${line.id}, ${line.agency}, ${line.procedure}, ${line.class}, ${line.from}, ${line.documentNumber}, ${line.by}, ${line.at})`))}`.execute(db);
}
