// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { placed, standingOn } from '@motcua/dossiers';
import { type Officer, type Result, newId, officeDay, ok, refuse } from '@motcua/kernel';
import type { z } from 'zod';
import type { NewFigure } from '../contract/figures.ts';
import { figureFault, readFigure, unitOf } from '../rules/figures.ts';
import { allFigures } from '../store/figures.ts';
import { reformDb } from '../store/tables.ts';

/** Why a figure was not entered or ended: which field, or no such row. */
export type FigureRefusal = { readonly code: 'figure-bad'; readonly field: 'value' | 'from' | 'through'; readonly text: string } | { readonly code: 'figure-unknown' };

const bad = (field: 'value' | 'from' | 'through', text: string): Result<never, FigureRefusal> => refuse({ code: 'figure-bad', field, text });

// One writer at a time: what follows what is decided by looking at all of a kind.
const lock = async (tx: Db): Promise<void> => { await sql`select pg_advisory_xact_lock(hashtextextended('reform.figure', 0))`.execute(tx); };

const endOn = async (tx: Db, id: string, through: string): Promise<void> => { await reformDb(tx).updateTable('reform.figure').set({ valid_until: through }).where('id', '=', id).execute(); };

/**
 * Thêm một số từ một ngày: the row of the same kind before it ends the day before. What was decided before keeps what it was counted with.
 *
 * @error figure-bad - a number that is none, a day that is past, a row that begins on that day already
 */
export async function enterFigure(db: Db, asked: z.infer<typeof NewFigure>, { by, at }: { readonly by: Officer; readonly at: Temporal.Instant }): Promise<Result<{ readonly id: string }, FigureRefusal>> {
  const value = readFigure(asked.kind, asked.value);
  if (value === null) return bad('value', figureFault[unitOf(asked.kind)]);
  if (asked.from < officeDay(at).toString()) return bad('from', 'Ngày đầu là hôm nay hoặc sau hôm nay: việc trước đó giữ số đã dùng.');
  return inTransaction(db, async (tx): Promise<Result<{ readonly id: string }, FigureRefusal>> => {
    await lock(tx);
    const same = (await allFigures(tx)).filter(({ kind }) => kind === asked.kind);
    if (same.some(({ from, through }) => from === asked.from && (through === null || through >= from))) return bad('from', 'Đã có dòng từ chính ngày đó. Chọn ngày khác; dòng cũ không sửa được.');
    const { through, cut } = placed(same, asked.from);
    const before = cut === null ? undefined : same.find(({ from, through: last }) => from === cut.from && (last === null || last >= from));
    if (before !== undefined && cut !== null) await endOn(tx, before.id, cut.through);
    const id = newId(at);
    const watchedFrom = same.find((row) => row.watchedFrom !== null)?.watchedFrom ?? null;
    await reformDb(tx).insertInto('reform.figure').values({
      id, kind: asked.kind, value: BigInt(value), watched_from: watchedFrom, valid_from: asked.from, valid_until: through, source: asked.source, unsure: asked.unsure === '' ? null : asked.unsure, entered_by: by.name, entered_at: at,
    }).execute();
    return ok({ id });
  });
}

/**
 * Kết thúc sau ngày cuối; a row that has not begun is taken back.
 *
 * @error figure-unknown - no such row, or it is past; figure-bad - a last day before today, or after the row ends already
 */
export async function endFigure(db: Db, asked: { readonly id: string; readonly through: string }, at: Temporal.Instant): Promise<Result<{ readonly id: string }, FigureRefusal>> {
  const today = officeDay(at).toString();
  return inTransaction(db, async (tx): Promise<Result<{ readonly id: string }, FigureRefusal>> => {
    await lock(tx);
    const rows = await allFigures(tx);
    const row = rows.find(({ id }) => id === asked.id);
    const standing = row === undefined ? 'past' : standingOn(row, today);
    if (row === undefined || standing === 'past') return refuse({ code: 'figure-unknown' });
    if (standing === 'coming') {
      const dayBefore = Temporal.PlainDate.from(row.from).subtract({ days: 1 }).toString();
      const before = rows.find(({ kind, id, through }) => kind === row.kind && id !== row.id && through === dayBefore);
      await endOn(tx, row.id, dayBefore);
      // The row it would have followed goes on as if nothing had come after it.
      if (before !== undefined) await sql`update reform.figure set valid_until = ${row.through} where id = ${before.id}`.execute(tx);
      return ok({ id: row.id });
    }
    if (asked.through < today || (row.through !== null && asked.through > row.through)) return bad('through', 'Ngày cuối từ hôm nay đến ngày dòng này hết.');
    await endOn(tx, row.id, asked.through);
    return ok({ id: row.id });
  });
}
