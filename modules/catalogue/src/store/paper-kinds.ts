// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { PaperKind } from '../contract/paper-kinds.ts';
import { catalogueDb } from './tables.ts';

/** A kind as its newest version says. */
export type StoredKind = PaperKind & { readonly version: number; readonly source: string; readonly by: string | null };

/** Every kind of the list, by name; retired ones too. */
export async function storedKinds(db: Db): Promise<readonly StoredKind[]> {
  const rows = await catalogueDb(db).selectFrom('catalogue.paper_kind').distinctOn('code').selectAll().orderBy('code').orderBy('version', 'desc').execute();
  return rows.map((row) => ({
    code: row.code, version: row.version, name: row.name, aliases: [...row.aliases], issuingBody: row.issuing_body, heldIn: row.held_in, validMonths: row.valid_months, procedure: row.procedure_code, retired: row.retired, source: row.source, by: row.by_name,
  })).toSorted((one, other) => one.name.localeCompare(other.name, 'vi'));
}

/** Adds a version of a kind. @returns false when somebody added that version meanwhile */
export async function addKind(tx: Db, kind: StoredKind, at: Temporal.Instant): Promise<boolean> {
  const added = await catalogueDb(tx).insertInto('catalogue.paper_kind').values({
    code: kind.code, version: kind.version, name: kind.name, aliases: kind.aliases, issuing_body: kind.issuingBody, held_in: kind.heldIn, valid_months: kind.validMonths, procedure_code: kind.procedure, retired: kind.retired, source: kind.source, by_name: kind.by, at,
  }).onConflict((conflict) => conflict.doNothing()).returning('code').executeTakeFirst();
  return added !== undefined;
}

/** What a person said of a component; `kind` null: none of the list. */
export type ConfirmedComponent = { readonly procedure: string; readonly name: string; readonly kind: string | null; readonly by: string };

/** What was confirmed, of one procedure or of all; names are without tone marks. */
export async function confirmedComponents(db: Db, procedure: string | null): Promise<readonly ConfirmedComponent[]> {
  const { rows } = await sql<ConfirmedComponent>`select distinct on (procedure_code, folded_name) procedure_code as procedure, folded_name as name, kind_code as kind, by_name as by
    from catalogue.component_kind where ${procedure === null ? sql`true` : sql`procedure_code = ${procedure}`} order by procedure_code, folded_name, line desc`.execute(db);
  return rows;
}

/** Adds what a person said of some components. */
export async function addConfirmed(tx: Db, lines: readonly ConfirmedComponent[], at: Temporal.Instant): Promise<void> {
  if (lines.length === 0) return;
  await catalogueDb(tx).insertInto('catalogue.component_kind').values(lines.map(({ procedure, name, kind, by }) => ({ procedure_code: procedure, folded_name: name, kind_code: kind, by_name: by, at }))).execute();
}
