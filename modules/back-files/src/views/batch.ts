// SPDX-License-Identifier: EUPL-1.2
import { sql } from '@motcua/db-kit';
import { doubtsOf, textOf, valuesIn } from '@motcua/documents';
import { fold, type Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { heldAlready } from '@motcua/vault';
import type { BackFileBatch, BackFileLine, LineState, LineToCompare } from '../contract.ts';
import type { BackFileContext } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import { compareWith } from '../rules/compare.ts';
import type { CellFault, Cells, OldPaper } from '../rules/line.ts';
import { type Batch, findBatch, numberOf } from '../store/batches.ts';
import { keptDays } from '../store/let-go.ts';
import { type Comparison, comparisonOf, fileCounts, keptSince, pagesOfPart, partsOfLine, type StoredPart, unmatchedCount } from '../store/scans.ts';
import { countsOf, shownBatch } from './batches.ts';
import { isOfNow, missingScans, standing, stateOf } from './line-state.ts';

const aPage = 50;

type Row = {
  readonly no: number; readonly row: number; readonly version: number; readonly state: LineState; readonly cells: Cells; readonly paper: OldPaper | null; readonly faults: readonly CellFault[];
  readonly way: 'aside' | 'held' | 'digitised' | null; readonly reason: string | null; readonly code: string | null; readonly endBy: string | null; readonly endAt: Temporal.Instant | null; readonly hasScan: boolean; readonly hasNotes: boolean; readonly missing: readonly ('scan' | 'with-notes')[];
};

/** Lines as screens show them, each with the paper its vault holds already. One question however many they are. */
async function shownLines({ db }: Pick<BackFileContext, 'db'>, rows: readonly Row[]): Promise<BackFileLine[]> {
  const open = rows.flatMap(({ paper, way }) => (paper === null || paper.number === null || way !== null ? [] : [{ owner: paper.owner.ref, kind: paper.kind, number: paper.number }]));
  const held = await heldAlready(db, open);
  return rows.map(({ no, row, version, state, cells, paper, faults, way, reason, code, endBy, endAt, hasScan, hasNotes, missing }) => {
    const there = paper === null || way !== null ? undefined : held(paper.owner.ref, paper.kind, paper.number);
    return {
      no, row, version, state, cells, ownerName: cells.ownerName, kindName: paper?.kindName ?? null, faults: [...faults], bearsNotes: paper?.bearsNotes ?? false, hasScan, missing: way === null ? [...missing] : [], held: there === undefined ? null : { code: there.code, name: there.name, at: there.at },
      end: way === null ? null : { way, reason: reason ?? '', code, by: endBy ?? '', at: endAt?.toString() ?? '', hasNotes },
    };
  });
}

/** The columns `shownLines` needs, of `standing`. */
const shownColumns = sql`l.no, l.source_row as row, l.version, ${stateOf} as state, l.cells, l.paper, l.faults, e.way, e.reason, e.code, e.by_name as "endBy", e.at as "endAt", p.id is not null as "hasScan", e.notes_document_id is not null as "hasNotes", ${missingScans} as missing`;

type Asked = { readonly officer: Officer; readonly id: string; readonly state?: LineState | undefined; readonly find?: string | undefined; readonly after?: number | undefined };

/** Who a list names that is shown, for the log of looks: owners whose number can be one. */
export const ownersIn = (lines: readonly { readonly cells: Cells }[]): readonly string[] => [...new Set(lines.map(({ cells }) => cells.owner).filter((owner) => /^\d{10,12}(-\d{3})?$/u.test(owner)))];

/** Một lô: its lines, fifty a page by their number; undefined when there is none within reach. */
export async function batchPage(ctx: BackFileContext, { officer, id, state, find = '', after = 0 }: Asked): Promise<BackFileBatch | undefined> {
  const batch = await findBatch(ctx.db, id, backFileDesks(officer));
  if (batch === undefined) return undefined;
  const { rows } = await sql<Row>`select ${shownColumns} from ${standing} where l.batch_id = ${id}::uuid and l.no > ${after}
    ${state === undefined ? sql`` : sql`and ${stateOf} = ${state}`} ${find === '' ? sql`` : sql`and position(${fold(find)} in l.folded) > 0`} order by l.no limit ${aPage + 1}`.execute(ctx.db);
  const [nameOf, counts, lines, files, unmatched] = await Promise.all([agencyNames(ctx.db, [batch.agency]), countsOf(ctx, [id]), shownLines(ctx, rows.slice(0, aPage)), fileCounts(ctx.db, id), unmatchedCount(ctx.db, id)]);
  const since = await keptSince(ctx.db, id);
  const known = counts.get(id) ?? {};
  return { ...shownBatch(batch, known, nameOf(batch.agency)), lines, next: rows.length > aPage ? lines.at(-1)?.no ?? null : null, total: Object.values(known).reduce((sum, n) => sum + n, 0), files, unmatched, keptUntil: since === null || batch.dropped !== null ? null : since.add({ hours: keptDays * 24 }).toString() };
}

async function partShown({ db }: Pick<BackFileContext, 'db'>, part: StoredPart | undefined): Promise<{ readonly shown: LineToCompare['part']; readonly text: string }> {
  if (part === undefined) return { shown: null, text: '' };
  const pages = (await pagesOfPart(db, part.id)).map((page, index) => ({ page: index + 1, dpi: Math.round(page.dpi), doubts: [...doubtsOf(page)], text: textOf(page) }));
  return { shown: { id: part.id, fileName: part.fileName, pages }, text: pages.map(({ text }) => text).join('\n') };
}

/** A batch with one of its lines; undefined when either is not within reach. */
async function lineIn(ctx: BackFileContext, { officer, id, no }: { readonly officer: Officer; readonly id: string; readonly no: number }): Promise<{ readonly batch: Batch; readonly row: Row } | undefined> {
  const batch = await findBatch(ctx.db, id, backFileDesks(officer));
  if (batch === undefined) return undefined;
  const { rows: [row] } = await sql<Row>`select ${shownColumns} from ${standing} where l.batch_id = ${id}::uuid and l.no = ${no}`.execute(ctx.db);
  return row === undefined ? undefined : { batch, row };
}

const isOf = ({ part, notesPart }: Comparison, scan: LineToCompare['part'], notes: LineToCompare['part']): boolean => part === scan?.id && notesPart === (notes?.id ?? null);

/** Đối chiếu một giấy: its scan beside what the line says, with what was read as proposals. */
export async function lineToCompare(ctx: BackFileContext, asked: { readonly officer: Officer; readonly id: string; readonly no: number }): Promise<{ readonly agency: string; readonly shown: LineToCompare } | undefined> {
  const found = await lineIn(ctx, asked);
  if (found === undefined) return undefined;
  const { batch, row } = found;
  const scans = await partsOfLine(ctx.db, batch.id, row.no);
  const [[line], part, second, compared, next] = await Promise.all([
    shownLines(ctx, [row]), partShown(ctx, scans.scan), partShown(ctx, scans.withNotes), comparisonOf(ctx.db, batch.id, row.no),
    sql<{ no: number }>`select l.no from ${standing} where l.batch_id = ${batch.id}::uuid and l.no > ${row.no} and ${stateOf} = 'scanned' order by l.no limit 1`.execute(ctx.db),
  ]);
  if (line === undefined) return undefined;
  const [scan, notes] = [part.shown, second.shown];
  const isNow = compared !== undefined && compared.version === row.version && isOf(compared, scan, notes);
  return { agency: batch.agency, shown: {
    batch: { id: batch.id, number: numberOf(batch), title: batch.title }, line, next: next.rows[0]?.no ?? null, part: scan, withNotes: notes, seen: row.paper === null || scan === null ? [] : [...compareWith(row.paper, part.text, valuesIn(part.text))],
    comparedBy: isNow ? compared.byName : null, isMine: isNow && compared.byId === asked.officer.id && line.end === null,
  } };
}

/** The lines an officer compared as they stand now, that wait for his signature. */
export async function comparedBy({ db }: Pick<BackFileContext, 'db'>, batch: string, officer: string): Promise<readonly number[]> {
  const { rows } = await sql<{ no: number }>`select l.no from ${standing} where l.batch_id = ${batch}::uuid and e.way is null and l.paper is not null
    and (select c.by_id from back_files.comparison c where ${isOfNow} order by c.at desc, c.id desc limit 1) = ${officer} order by l.no`.execute(db);
  return rows.map(({ no }) => no);
}
