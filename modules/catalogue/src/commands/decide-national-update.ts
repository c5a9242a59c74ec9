// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, isUniqueViolation, sql } from '@motcua/db-kit';
import { type Officer, type Result, officeDay, ok, refuse } from '@motcua/kernel';
import type { DecidedRow } from '../contract/national-updates.ts';
import type { Procedure } from '../model.ts';
import { decisionOf } from '../rules/decision-of.ts';
import { catalogueDb } from '../store/tables.ts';
import { newestVersions } from '../store/versions.ts';
import { abolishProcedure, publishVersion } from './publish-version.ts';

/** Why nothing of a press was done. */
export type NationalRefusal = { readonly code: 'national-update-unknown' | 'national-update-second-person' | 'national-update-press-used' | 'national-update-day-passed' };

/** What was chosen, by whom; the same client key again answers what became of it the first time. */
export type Chosen = { readonly id: string; readonly clientKey: string; readonly codes: readonly string[]; readonly by: Pick<Officer, 'id' | 'name'>; readonly at: Temporal.Instant };

/** How the chosen are to be published; `decision` for what is abolished and for records that state none. */
export type Approving = { readonly validFrom: string; readonly decision: { readonly number: string; readonly date: string } | null };

type Item = { readonly code: string; readonly kind: 'new' | 'changed' | 'gone'; readonly state: 'open' | 'approved' | 'rejected'; readonly base_version: number | null; readonly content: Procedure | null };
type Decided = Result<readonly DecidedRow[], NationalRefusal>;

/** One press on a batch: locked, by a second person, each chosen row by itself. */
async function decide(db: Db, { id, clientKey, codes, by, at }: Chosen, kind: 'approval' | 'rejection', one: (tx: Db, item: Item, file: string) => Promise<Result<number | null, string>>): Promise<Decided> {
  return inTransaction(db, async (tx): Promise<Decided> => {
    const tables = catalogueDb(tx);
    const batch = await tables.selectFrom('catalogue.national_update').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (batch === undefined) return refuse({ code: 'national-update-unknown' });
    const pressed = await tables.selectFrom('catalogue.national_update_press').selectAll().where('id', '=', clientKey).executeTakeFirst();
    if (pressed !== undefined) return pressed.update_id === id && pressed.kind === kind && pressed.by_id === by.id ? ok(pressed.results) : refuse({ code: 'national-update-press-used' });
    if (batch.by_id === by.id) return refuse({ code: 'national-update-second-person' });
    const results: DecidedRow[] = [];
    for (const code of new Set(codes)) {
      const item = await tables.selectFrom('catalogue.national_update_item').select(['code', 'kind', 'state', 'base_version', 'content']).where('update_id', '=', id).where('code', '=', code).executeTakeFirst();
      results.push(item === undefined ? { code, ok: false, version: null, text: 'Thủ tục này không có trong lần cập nhật.' } : await decideRow(tx, { id, by, at }, item, (within) => one(within, item, batch.file_name)));
    }
    await tables.insertInto('catalogue.national_update_press').values({ id: clientKey, update_id: id, kind, results: JSON.stringify(results), by_id: by.id, by_name: by.name, at }).execute();
    return ok(results);
  });
}

/** What one row did not get through leaves nothing behind and does not keep the others. */
async function decideRow(tx: Db, { id, by, at }: Pick<Chosen, 'id' | 'by' | 'at'>, { code, state }: Item, act: (tx: Db) => Promise<Result<number | null, string>>): Promise<DecidedRow> {
  if (state !== 'open') return { code, ok: false, version: null, text: state === 'approved' ? 'Đã được duyệt trước đó.' : 'Đã bị từ chối trước đó.' };
  await sql`savepoint before_row`.execute(tx);
  const outcome = await attempt(() => act(tx));
  if (!outcome.ok) await sql`rollback to savepoint before_row`.execute(tx);
  await sql`release savepoint before_row`.execute(tx);
  if (!outcome.ok) await catalogueDb(tx).updateTable('catalogue.national_update_item').set({ note: outcome.error }).where('update_id', '=', id).where('code', '=', code).execute();
  else await catalogueDb(tx).updateTable('catalogue.national_update_item').set({ decided_by: by.name, decided_at: at, version: outcome.value }).where('update_id', '=', id).where('code', '=', code).execute();
  return outcome.ok ? { code, ok: true, version: outcome.value, text: null } : { code, ok: false, version: null, text: outcome.error };
}

async function attempt(act: () => Promise<Result<number | null, string>>): Promise<Result<number | null, string>> {
  try {
    return await act();
  } catch (fault) {
    if (isUniqueViolation(fault)) return refuse('Vừa có người công bố một bản khác của thủ tục này. Tải tệp lên lại để so với bản ấy.');
    throw fault;
  }
}

async function publishItem(tx: Db, { code, kind, base_version, content }: Item, { file, asked, by, at }: { readonly file: string; readonly asked: Approving } & Pick<Chosen, 'by' | 'at'>): Promise<Result<number, string>> {
  const newest = (await newestVersions(tx, [code])).get(code);
  if ((newest?.version ?? null) !== base_version) return refuse('Danh mục đã có bản khác từ khi so. Tải tệp lên lại hoặc lấy lại từ cơ sở dữ liệu quốc gia để so với bản ấy.');
  const decision = content === null ? asked.decision : decisionOf(content) ?? asked.decision;
  if (decision === null) return refuse(kind === 'gone' ? 'Bãi bỏ cần số và ngày quyết định.' : 'Bản ghi chưa ghi đủ số và ngày quyết định công bố. Ghi quyết định khi duyệt.');
  const publishing = { decision, validFrom: asked.validFrom, by, at };
  const done = content === null
    ? await abolishProcedure(tx, code, { ...publishing, reason: `Không còn trong danh mục quốc gia (${file})` })
    : await publishVersion(tx, content, { ...publishing, nationalFile: `Dữ liệu quốc gia: ${file}` });
  return done.ok ? ok(done.value.version) : refuse(done.error.map(({ text }) => text).join(' '));
}

/**
 * Duyệt: what was chosen is published from a day on, what is gone is abolished. Dossiers in hand keep their version.
 *
 * @error national-update-second-person - who uploaded may not approve
 * @error a row that does not go through says why and stays open; the others are published
 */
export async function approveNationalUpdate(db: Db, chosen: Chosen, asked: Approving): Promise<Decided> {
  if (asked.validFrom < officeDay(chosen.at).toString()) return refuse({ code: 'national-update-day-passed' });
  return decide(db, chosen, 'approval', async (tx, item, file) => {
    const done = await publishItem(tx, item, { file, asked, by: chosen.by, at: chosen.at });
    if (done.ok) await settle(tx, chosen.id, item.code, { state: 'approved', note: null });
    return done;
  });
}

/** Từ chối: what was chosen stays as it is here, with the reason. */
export async function rejectNationalUpdate(db: Db, chosen: Chosen, reason: string): Promise<Decided> {
  return decide(db, chosen, 'rejection', async (tx, { code }) => {
    await settle(tx, chosen.id, code, { state: 'rejected', note: reason });
    return ok(null);
  });
}

async function settle(tx: Db, id: string, code: string, set: { readonly state: 'approved' | 'rejected'; readonly note: string | null }): Promise<void> {
  await catalogueDb(tx).updateTable('catalogue.national_update_item').set(set).where('update_id', '=', id).where('code', '=', code).execute();
}
