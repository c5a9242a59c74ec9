// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** A paper of a vault that contradicts another, or the calendar. `agency`: who entered it, when no dossier says so. */
export type DoubtfulPaper = { readonly id: string; readonly code: string; readonly owner: string; readonly kind: string; readonly name: string; readonly number: string | null; readonly issuedOn: string | null; readonly validUntil: string | null; readonly dossier: string | null; readonly agency: string | null };

const most = 500;
const columns = sql`e.id, e.code, e.owner_ref as owner, e.kind, e.name, e.number, e.issued_on as "issuedOn", e.valid_until as "validUntil", e.dossier_code as dossier, e.source_agency as agency`;
const counts = sql`e.origin <> 'own-upload' and not exists (select from vault.change c where c.entry_id = e.id and c.type <> 'disputed')`;
const plain = sql`lower(regexp_replace(e.number, '\\s+', '', 'g'))`;

/** Papers of one kind and number in the vaults of different owners, where no dossier gave one result to several. `agencies`: at least one of them was entered there; null: whoever entered them. */
export async function inSeveralVaults(db: Db, agencies: readonly string[] | null): Promise<readonly DoubtfulPaper[]> {
  const { rows } = await sql<DoubtfulPaper>`
    with several as (select e.kind, ${plain} as number from vault.entry e where e.number is not null and ${counts} group by 1, 2
      having count(distinct e.owner_ref) > 1 and count(distinct coalesce(e.dossier_id, e.id)) > 1 and ${agencies === null ? sql`true` : sql`bool_or(e.source_agency = any(${[...agencies]}::text[]))`} order by 1, 2 limit ${most})
    select ${columns} from vault.entry e join several s on s.kind = e.kind and s.number = ${plain} where ${counts} order by e.kind, ${plain}, e.owner_ref limit ${most}`.execute(db);
  return rows;
}

/** Papers whose days cannot be: issued after they were entered, ending before they were issued, or digitised without any day. @param agencies - that entered them; null: whoever did */
export async function withOddDays(db: Db, agencies: readonly string[] | null): Promise<readonly DoubtfulPaper[]> {
  const { rows } = await sql<DoubtfulPaper>`select ${columns} from vault.entry e where ${counts} and ${agencies === null ? sql`true` : sql`e.source_agency = any(${[...agencies]}::text[])`}
    and (e.issued_on > (e.at at time zone 'Asia/Ho_Chi_Minh')::date or e.valid_until < e.issued_on or (e.origin = 'digitised' and e.issued_on is null)) order by e.code limit ${most}`.execute(db);
  return rows;
}
