// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { checkDocuments, readDocument } from '@motcua/documents';
import type { Officer } from '@motcua/kernel';
import type { ArchiveDesk } from '../model.ts';
import { verifyPackage } from '../package/verify-package.ts';
import { digestOf } from '../package/write-package.ts';
import { archiveDb } from '../store/tables.ts';
import { signedBy } from './hand-in.ts';

type Item = { readonly dossier: string; readonly document: string; readonly sha256: string };
type Found = { readonly dossier: string; readonly verdict: 'intact' | 'repaired' | 'broken'; readonly text: string };

/** Packages a run reads: more would keep the person waiting. */
const aRun = 200;

async function longestUnread(db: Db, agencies: readonly string[] | null): Promise<readonly Item[]> {
  return archiveDb(db).selectFrom('archive.item as i').innerJoin('archive.batch as b', 'b.id', 'i.batch_id').leftJoin('archive.tombstone as t', 't.dossier_id', 'i.dossier_id').leftJoin('archive.package_check as c', 'c.dossier_id', 'i.dossier_id')
    .select(['i.dossier_id as dossier', 'i.document_id as document', 'i.sha256']).where('t.dossier_id', 'is', null).$if(agencies !== null, (query) => query.where('b.agency', 'in', agencies ?? []))
    .groupBy(['i.dossier_id', 'i.document_id', 'i.sha256']).orderBy(({ fn }) => fn.max('c.at'), (order) => order.asc().nullsFirst()).orderBy('i.dossier_id').limit(aRun).execute();
}

async function readAgain(ctx: ArchiveDesk, { dossier, document, sha256 }: Item, file: 'whole' | 'repaired' | 'lost'): Promise<Found> {
  if (file === 'lost') return { dossier, verdict: 'broken', text: ctx.secondCopy === null ? 'Tệp mất hoặc hỏng; chưa có bản thứ hai để lấy lại.' : 'Tệp mất hoặc hỏng, bản thứ hai cũng vậy.' };
  const kept = await readDocument(ctx.db, ctx.files, document);
  if (kept === undefined || digestOf(kept.bytes) !== sha256) return { dossier, verdict: 'broken', text: 'Gói khác với gói ghi trong biên bản.' };
  const report = verifyPackage(kept.bytes, { trust: { roots: [] }, at: ctx.clock.now() });
  if (report.verdict === 'broken') return { dossier, verdict: 'broken', text: report.faults[0]?.text ?? 'Không đọc lại được gói.' };
  return { dossier, verdict: file === 'repaired' ? 'repaired' : 'intact', text: file === 'repaired' ? 'Tệp mất hoặc hỏng, đã lấy lại từ bản thứ hai.' : signedBy(report.signer) };
}

/**
 * Kiểm tra toàn vẹn: the packages longest unread are read again; a file that is missing or altered is brought back from the second copy. Everything found is kept. The same press again answers the same.
 *
 * @param asked.agency - null: of every agency
 */
export async function checkPackages(ctx: ArchiveDesk, { key, agency, officer }: { readonly key: string; readonly agency: string | null; readonly officer: Officer }): Promise<{ readonly id: string; readonly checked: number; readonly repaired: number; readonly broken: number }> {
  const before = await archiveDb(ctx.db).selectFrom('archive.check_run').select(['id', 'checked', 'repaired', 'broken']).where('id', '=', key).executeTakeFirst();
  if (before !== undefined) return before;
  const items = await longestUnread(ctx.db, agency === null ? null : [agency]);
  const files = await checkDocuments(ctx.db, ctx.files, { documents: items.map(({ document }) => document), second: ctx.secondCopy });
  const found: Found[] = [];
  for (const item of items) found.push(await readAgain(ctx, item, files.get(item.document) ?? 'lost'));
  const count = (verdict: Found['verdict']): number => found.filter((one) => one.verdict === verdict).length;
  const done = { id: key, checked: items.length, repaired: count('repaired'), broken: count('broken') };
  const at = ctx.clock.now();
  await inTransaction(ctx.db, async (tx) => {
    await archiveDb(tx).insertInto('archive.check_run').values({ ...done, agency, by_id: officer.id, by_name: officer.name, at }).execute();
    if (found.length > 0) await archiveDb(tx).insertInto('archive.package_check').values(found.map(({ dossier, verdict, text }) => ({ run_id: key, dossier_id: dossier, at, verdict, text }))).execute();
  });
  return done;
}
