// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { letGo } from '@motcua/documents';
import { lockBatch } from './batches.ts';
import { backFileDb } from './tables.ts';

/** How long pictures are kept that nobody works on; days. */
export const keptDays = 30;

const lapsed = `Quá ${String(keptDays)} ngày không ai dùng: ảnh đã hủy, cần thì quét lại.`;

type Round = { readonly at: Temporal.Instant; readonly limit: number };

/** Batches somebody worked on since then: an act on a scan or the end of a line. */
const isWorkedOn = (since: string) => sql<boolean>`(exists (select from back_files.part o where o.batch_id = p.batch_id and coalesce(o.touched_at, o.at) >= ${since}::timestamptz) or exists (select from back_files.line_end o where o.batch_id = p.batch_id and o.at >= ${since}::timestamptz))`;

/** Pages of papers that are in vaults or of dropped batches; pages put aside or of no line, after their time; and of a line that waits, when nobody worked on its batch for so long. Served by part_with_pictures. */
async function oldParts(db: Db, { at, limit }: Round, only?: string): Promise<readonly { readonly id: string; readonly batch: string; readonly isOpen: boolean }[]> {
  const since = at.subtract({ hours: keptDays * 24 }).toString();
  const { rows } = await sql<{ id: string; batch: string; isOpen: boolean }>`select p.id, p.batch_id as batch, p.aside_reason is null and e.way is null as "isOpen" from back_files.part p left join back_files.line_end e on e.batch_id = p.batch_id and e.no = p.line_no
    where p.let_go_at is null ${only === undefined ? sql`` : sql`and p.id = ${only}::uuid`} and (e.way = 'digitised' or exists (select from back_files.batch_end b where b.batch_id = p.batch_id)
      or (coalesce(p.touched_at, p.at) < ${since}::timestamptz and (p.aside_reason is not null or p.line_no is null or not ${isWorkedOn(since)}))) order by p.at, p.id limit ${limit}`.execute(db);
  return rows;
}

/** Files of which no page is kept any more, and those that could not be read, after their time. */
async function oldFiles(db: Db, { at, limit }: Round): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select s.id from back_files.scan s where s.let_go_at is null and (exists (select from back_files.batch_end b where b.batch_id = s.batch_id)
    or (s.state = 'read' and not exists (select from back_files.part p where p.scan_id = s.id and p.let_go_at is null)) or (s.state = 'failed' and s.at < ${at.subtract({ hours: keptDays * 24 }).toString()}::timestamptz)) order by s.at, s.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Lets go of the pictures of batches that are needed no more, each in a transaction of its own. @returns how many papers and files */
export async function letGoOfPictures(db: Db, round: Round): Promise<number> {
  const at = round.at.toString();
  const parts = await oldParts(db, round);
  for (const { id, batch } of parts) {
    await inTransaction(db, async (tx) => {
      await lockBatch(tx, batch);
      // Somebody may have taken it up a moment ago.
      const [still] = await oldParts(tx, round, id);
      if (still === undefined) return;
      await backFileDb(tx).deleteFrom('back_files.part_page').where('part_id', '=', id).execute();
      await backFileDb(tx).updateTable('back_files.part').set({ let_go_at: at, ...still.isOpen ? { aside_reason: lapsed, by_name: 'Máy' } : {} }).where('id', '=', id).execute();
      await letGo(tx, { ownerKind: 'back-file-part', ownerRef: id });
    });
  }
  const files = await oldFiles(db, round);
  for (const id of files) {
    await inTransaction(db, async (tx) => {
      await backFileDb(tx).updateTable('back_files.scan').set({ let_go_at: at }).where('id', '=', id).execute();
      await letGo(tx, { ownerKind: 'back-file-scan', ownerRef: id });
    });
  }
  return parts.length + files.length;
}
