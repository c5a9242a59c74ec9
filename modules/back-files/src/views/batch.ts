// SPDX-License-Identifier: EUPL-1.2
import { sql } from '@motcua/db-kit';
import { fold, type Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { heldAlready } from '@motcua/vault';
import type { BackFileBatch, BackFileLine, LineState } from '../contract.ts';
import type { BackFileContext } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import type { CellFault, Cells, OldPaper } from '../rules/line.ts';
import { findBatch } from '../store/batches.ts';
import { countsOf, shownBatch } from './batches.ts';
import { standing, stateOf } from './line-state.ts';

const aPage = 50;

type Row = {
  readonly no: number; readonly row: number; readonly version: number; readonly state: LineState; readonly cells: Cells; readonly paper: OldPaper | null; readonly faults: readonly CellFault[];
  readonly way: 'aside' | 'held' | 'digitised' | null; readonly reason: string | null; readonly code: string | null; readonly endBy: string | null; readonly endAt: Temporal.Instant | null;
};

/** Lines as screens show them, each with the paper its vault holds already. One question however many they are. */
async function shownLines({ db }: Pick<BackFileContext, 'db'>, rows: readonly Row[]): Promise<BackFileLine[]> {
  const open = rows.flatMap(({ paper, way }) => (paper === null || paper.number === null || way !== null ? [] : [{ owner: paper.owner.ref, kind: paper.kind, number: paper.number }]));
  const held = await heldAlready(db, open);
  return rows.map(({ no, row, version, state, cells, paper, faults, way, reason, code, endBy, endAt }) => {
    const there = paper === null || way !== null ? undefined : held(paper.owner.ref, paper.kind, paper.number);
    return {
      no, row, version, state, cells, ownerName: cells.ownerName, kindName: paper?.kindName ?? null, faults: [...faults], held: there === undefined ? null : { code: there.code, name: there.name, at: there.at },
      end: way === null ? null : { way, reason: reason ?? '', code, by: endBy ?? '', at: endAt?.toString() ?? '' },
    };
  });
}

/** The columns `shownLines` needs, of `standing`. */
const shownColumns = sql`l.no, l.source_row as row, l.version, ${stateOf} as state, l.cells, l.paper, l.faults, e.way, e.reason, e.code, e.by_name as "endBy", e.at as "endAt"`;

type Asked = { readonly officer: Officer; readonly id: string; readonly state?: LineState | undefined; readonly find?: string | undefined; readonly after?: number | undefined };

/** Who a list names that is shown, for the log of looks: owners whose number can be one. */
export const ownersIn = (lines: readonly { readonly cells: Cells }[]): readonly string[] => [...new Set(lines.map(({ cells }) => cells.owner).filter((owner) => /^\d{10,12}(-\d{3})?$/u.test(owner)))];

/** Một lô: its lines, fifty a page by their number; undefined when there is none within reach. */
export async function batchPage(ctx: BackFileContext, { officer, id, state, find = '', after = 0 }: Asked): Promise<BackFileBatch | undefined> {
  const batch = await findBatch(ctx.db, id, backFileDesks(officer));
  if (batch === undefined) return undefined;
  const { rows } = await sql<Row>`select ${shownColumns} from ${standing} where l.batch_id = ${id}::uuid and l.no > ${after}
    ${state === undefined ? sql`` : sql`and ${stateOf} = ${state}`} ${find === '' ? sql`` : sql`and position(${fold(find)} in l.folded) > 0`} order by l.no limit ${aPage + 1}`.execute(ctx.db);
  const [nameOf, counts, lines] = await Promise.all([agencyNames(ctx.db, [batch.agency]), countsOf(ctx, [id]), shownLines(ctx, rows.slice(0, aPage))]);
  const known = counts.get(id) ?? {};
  return { ...shownBatch(batch, known, nameOf(batch.agency)), lines, next: rows.length > aPage ? lines.at(-1)?.no ?? null : null, total: Object.values(known).reduce((sum, n) => sum + n, 0) };
}
