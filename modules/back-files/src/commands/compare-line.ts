// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { scanToMend } from '@motcua/documents';
import { newId, ok, refuse, type Result } from '@motcua/kernel';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { type Cells, cellNames, type OldPaper, saysNotes } from '../rules/line.ts';
import { findLine, type StoredLine } from '../store/lines.ts';
import { addComparison, pagesOfPart, partsOfLine, type StoredPart } from '../store/scans.ts';
import { mendLine, onLine } from './mend-line.ts';
import type { InBatch } from './on-batch.ts';

/** A line an officer works on. */
export type AtLine = InBatch & { readonly no: number };
type Outcome<Done> = Result<Done, BackFileRefusal>;
/** A line that has its scans and nothing to mend; `withNotes`: the second scan of a paper that bears notes. */
export type Ready = { readonly line: StoredLine; readonly paper: OldPaper; readonly part: StoredPart; readonly withNotes: StoredPart | null };

/**
 * A line that has its scans and nothing to mend.
 *
 * @error back-file-unknown, back-file-ended, back-file-cells, back-file-no-scan
 */
export async function readyLine(tx: Db, { batch, no }: AtLine): Promise<Outcome<Ready>> {
  const [line, scans] = [await findLine(tx, batch, no), await partsOfLine(tx, batch, no)];
  if (line === undefined) return refuse({ code: 'back-file-unknown' });
  if (line.end !== null) return refuse({ code: 'back-file-ended', no });
  if (line.paper === null) return refuse({ code: 'back-file-cells', faults: line.faults });
  if (scans.scan === undefined) return refuse({ code: 'back-file-no-scan', no });
  return ok({ line, paper: line.paper, part: scans.scan, withNotes: line.paper.bearsNotes ? scans.withNotes ?? null : null });
}

/** What is wrong with the scans of a paper, by the rule of the counter: pages, dots, and a second scan where it bears notes. */
async function scanFaults(tx: Db, { part, withNotes }: Pick<Ready, 'part'> & { readonly withNotes: StoredPart | null }, said: { readonly pagesOnPaper: number; readonly bearsNotes: boolean }): Promise<ReturnType<typeof scanToMend>> {
  if (part.pages === 0 || withNotes?.pages === 0) return [{ path: part.pages === 0 ? 'scan' : 'withNotes', label: 'Bản quét', text: 'Bản quét không có trang nào. Quét lại giấy này.' }];
  const second = withNotes === null ? undefined : { pages: await pagesOfPart(tx, withNotes.id) };
  return scanToMend({ ...said, withNotes: withNotes?.id ?? null }, { pages: await pagesOfPart(tx, part.id) }, said.bearsNotes ? second : undefined);
}

const isChanged = (before: Cells, after: Cells): boolean => cellNames.some((name) => before[name] !== after[name]);

type Compared = AtLine & { readonly cells: Cells; readonly version: number; readonly part: string; /** The second scan that was looked at. */ readonly withNotes: string | null; readonly pagesOnPaper: number };

/**
 * Đối chiếu: the officer looked at scans and line, counted the pages of the paper, and put right what the line said wrong.
 *
 * @error back-file-unknown, back-file-dropped, back-file-ended, back-file-cells, back-file-changed, back-file-no-scan
 * @error back-file-scan - pages are missing or have too few dots, or the paper bears notes and was scanned once
 */
export function compareLine(ctx: BackFileContext, { cells, version, part, withNotes, pagesOnPaper, ...place }: Compared): Promise<Outcome<{ readonly no: number }>> {
  return onLine(ctx, place, async (tx, before) => {
    const scans = await partsOfLine(tx, place.batch, place.no);
    if (scans.scan === undefined) return refuse({ code: 'back-file-no-scan', no: place.no });
    if (before.version !== version || scans.scan.id !== part || (scans.withNotes?.id ?? null) !== withNotes) return refuse({ code: 'back-file-changed', who: before.byName });
    const faults = await scanFaults(tx, { part: scans.scan, withNotes: scans.withNotes ?? null }, { pagesOnPaper, bearsNotes: saysNotes(cells.bearsNotes) === true });
    if (faults.length > 0) return refuse({ code: 'back-file-scan', faults });
    if (isChanged(before.cells, cells)) {
      const mended = await mendLine({ ...ctx, db: tx }, { ...place, cells, version });
      if (!mended.ok) return mended;
    }
    const ready = await readyLine(tx, place);
    if (!ready.ok) return ready;
    const at = ctx.clock.now();
    await addComparison(tx, { id: newId(at), batch: place.batch, no: place.no, version: ready.value.line.version, part, notesPart: ready.value.withNotes?.id ?? null, pages: pagesOnPaper, by: place.officer, at });
    return ok({ no: place.no });
  });
}
