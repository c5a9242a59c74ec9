// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { HeadList } from '../contract.ts';

type Head = HeadList['heads'][number];

/** Who heads an agency, headed it, and will: newest first. */
export async function headsOf(db: Db, agency: string, day: string): Promise<Head[]> {
  const { rows } = await sql<Omit<Head, 'officer' | 'standing'> & { officer_id: string; officer_name: string }>`
    select h.id, h.officer_id, o.name as officer_name, h.title, h.collective, h.document_number as "documentNumber", h.valid_from as "from", h.valid_until - 1 as through
    from organisation.headship h join organisation.officer o on o.id = h.officer_id where h.agency_code = ${agency} order by h.valid_from desc limit 100`.execute(db);
  return rows.map(({ officer_id, officer_name, ...head }) => ({
    ...head, officer: { id: officer_id, name: officer_name }, standing: head.from > day ? 'coming' as const : head.through !== null && head.through < day ? 'past' as const : 'in-force' as const,
  }));
}

/** The agency a line of the register of heads is about. */
export async function agencyOfHead(db: Db, id: string): Promise<string | undefined> {
  return (await sql<{ agency: string }>`select agency_code as agency from organisation.headship where id = ${id}`.execute(db)).rows[0]?.agency;
}
