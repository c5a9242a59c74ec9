// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { FigureKind } from '../rules/figures.ts';
import { reformDb } from './tables.ts';

/** A row of the dated figures; `through` its last day. */
export type FigureRow = {
  readonly id: string; readonly kind: string; readonly value: number; readonly watchedFrom: string | null; readonly from: string; readonly through: string | null; readonly source: string; readonly unsure: string | null;
  readonly enteredBy: string | null; readonly enteredAt: Temporal.Instant | null;
};

/** Every figure that ever held, newest first of its kind. */
export async function allFigures(db: Db): Promise<readonly FigureRow[]> {
  const rows = await reformDb(db).selectFrom('reform.figure').selectAll().orderBy('kind').orderBy('valid_from', 'desc').execute();
  return rows.map((row) => ({ id: row.id, kind: row.kind, value: Number(row.value), watchedFrom: row.watched_from, from: row.valid_from, through: row.valid_until, source: row.source, unsure: row.unsure, enteredBy: row.entered_by, enteredAt: row.entered_at }));
}

/** The figure of a kind that holds on a day, among `rows`. */
export const figureOn = (rows: readonly FigureRow[], kind: FigureKind, day: string): FigureRow | undefined =>
  rows.find((row) => row.kind === kind && row.from <= day && (row.through === null || (row.through >= day && row.through >= row.from)));
