// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { digitisedPaper, readDocument, type ScannedPage, scanToMend, storeDocument } from '@motcua/documents';
import { type LifecycleRefusal, signedPaper, signerOf, signingOutside } from '@motcua/dossiers';
import { newId, type Officer, ok, refuse, type Result } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { enterPapers, heldAlready, nextCode } from '@motcua/vault';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import { backFileDesks } from '../permissions.ts';
import { type Cells, cellNames, type OldPaper } from '../rules/line.ts';
import { type Batch, findBatch, lockBatch, numberOf } from '../store/batches.ts';
import { endLine, findLine, type StoredLine } from '../store/lines.ts';
import { addComparison, asidePart, comparisonOf, type KeptPage, pagesOfPart, partOfLine, type StoredPart } from '../store/scans.ts';
import { mendLine } from './mend-line.ts';

type Place = { readonly batch: string; readonly no: number; readonly officer: Officer };
type Outcome<Done> = Result<Done, BackFileRefusal>;
type Ready = { readonly line: StoredLine; readonly paper: OldPaper; readonly part: StoredPart };

/** A line that has its scan and nothing to mend. */
async function readyLine(tx: Db, { batch, no }: Place): Promise<Outcome<Ready>> {
  const [line, part] = [await findLine(tx, batch, no), await partOfLine(tx, batch, no)];
  if (line === undefined) return refuse({ code: 'back-file-unknown' });
  if (line.end !== null) return refuse({ code: 'back-file-ended', no });
  if (line.paper === null) return refuse({ code: 'back-file-cells', faults: line.faults });
  return part === undefined ? refuse({ code: 'back-file-no-scan', no }) : ok({ line, paper: line.paper, part });
}

const scanFaults = ({ pages }: StoredPart, kept: readonly KeptPage[], pagesOnPaper: number): ReturnType<typeof scanToMend> =>
  (pages === 0 ? [{ path: 'scan', label: 'Bản quét', text: 'Bản quét không có trang nào. Quét lại giấy này.' }] : scanToMend({ pagesOnPaper, bearsNotes: false, withNotes: null }, { pages: kept }, undefined));

const isChanged = (before: Cells, after: Cells): boolean => cellNames.some((name) => before[name] !== after[name]);

/**
 * Đối chiếu: the officer looked at scan and line, counted the pages of the paper, and put right what the line said wrong.
 *
 * @error back-file-unknown, back-file-ended, back-file-cells, back-file-changed, back-file-no-scan
 * @error back-file-scan - pages are missing or have too few dots
 */
export async function compareLine(ctx: BackFileContext, { cells, version, part, pagesOnPaper, ...place }: Place & { readonly cells: Cells; readonly version: number; readonly part: string; readonly pagesOnPaper: number }): Promise<Outcome<{ readonly no: number }>> {
  if (await findBatch(ctx.db, place.batch, backFileDesks(place.officer)) === undefined) return refuse({ code: 'back-file-unknown' });
  return inTransaction(ctx.db, async (tx) => {
    await lockBatch(tx, place.batch);
    const [before, scan] = [await findLine(tx, place.batch, place.no), await partOfLine(tx, place.batch, place.no)];
    if (before === undefined) return refuse({ code: 'back-file-unknown' });
    if (before.end !== null) return refuse({ code: 'back-file-ended', no: place.no });
    if (scan === undefined) return refuse({ code: 'back-file-no-scan', no: place.no });
    if (before.version !== version || scan.id !== part) return refuse({ code: 'back-file-changed', who: before.byName });
    const faults = scanFaults(scan, await pagesOfPart(tx, part), pagesOnPaper);
    if (faults.length > 0) return refuse({ code: 'back-file-scan', faults });
    if (isChanged(before.cells, cells)) {
      const mended = await mendLine({ ...ctx, db: tx }, { ...place, cells, version });
      if (!mended.ok) return mended;
    }
    const ready = await readyLine(tx, place);
    if (!ready.ok) return ready;
    const at = ctx.clock.now();
    await addComparison(tx, { id: newId(at), batch: place.batch, no: place.no, version: ready.value.line.version, part, pages: pagesOnPaper, by: place.officer, at });
    return ok({ no: place.no });
  });
}

type Order = Ready & { readonly batch: Batch; readonly officer: Officer };

async function withPictures(ctx: BackFileContext, tx: Db, part: string): Promise<readonly ScannedPage[]> {
  const pages = await pagesOfPart(tx, part);
  return Promise.all(pages.map(async ({ documentId, ...page }) => ({ ...page, words: [...page.words], jpeg: (await readDocument(tx, ctx.files, documentId))?.bytes ?? new Uint8Array() })));
}

const refused = (refusal: LifecycleRefusal): { readonly ok: false; readonly error: BackFileRefusal } => refuse({ code: 'act-refused', refusal });

/** The signed file in the vault of the owner, under his key, and the line ended with its code. */
async function intoVault(ctx: BackFileContext, tx: Db, { batch, line, paper, part, officer }: Order): Promise<Outcome<{ readonly code: string }>> {
  const at = ctx.clock.now();
  const signer = await signerOf(ctx, tx, { kind: 'officer', ref: officer.id, at });
  if (signer === undefined) return refused({ code: 'no-certificate', who: officer.name });
  const code = await nextCode(tx, paper.owner, paper.kind, []);
  const agency = (await findAgency(tx, batch.agency))?.name ?? batch.agency;
  const { pdf, ...seen } = await digitisedPaper(await withPictures(ctx, tx, part.id), { publicOrigin: ctx.publicOrigin, tokenKey: ctx.tokenKey, code, subject: `${numberOf(batch)}.${String(line.no)}`, procedure: null, owner: paper.owner.ref, title: paper.kindName, agency, at });
  const signed = await signedPaper(ctx, pdf, { signer, reason: 'Số hóa hồ sơ cũ, đã đối chiếu với bản giấy', at, isLast: true, ...seen });
  if (!signed.ok) return refused(signed.error);
  const kept = await storeDocument(tx, ctx.files, { ownerKind: paper.owner.kind, ownerRef: paper.owner.ref, bytes: signed.value, name: `${code}.pdf`, mediaType: 'application/pdf', purpose: 'vault', by: officer.name, at });
  if (!kept.ok) return refused({ code: kept.error.code });
  const id = newId(at);
  await enterPapers(tx, [{
    id, code, owner: paper.owner, kind: paper.kind, name: paper.kindName, origin: 'digitised', documentId: kept.value.id, dossier: null, agency: null, ...(paper.issuer === null ? {} : { issuer: paper.issuer }),
    number: paper.number, issuedOn: paper.issuedOn, validUntil: paper.validUntil, by: officer.name, at: at.toString(), source: { agency: batch.agency, words: `Số hóa hồ sơ cũ, lô ${numberOf(batch)}, ${agency}` },
  }]);
  await endLine(tx, { batch: batch.id, no: line.no, way: 'digitised', reason: '', entry: id, code, pages: part.pages }, { by: officer, at });
  return ok({ code });
}

/** A line this officer compared as it stands now. */
async function comparedLine(tx: Db, place: Place): Promise<Outcome<Ready>> {
  const ready = await readyLine(tx, place);
  if (!ready.ok) return ready;
  const { line, part, paper } = ready.value;
  const compared = await comparisonOf(tx, place.batch, place.no);
  if (compared === undefined || compared.version !== line.version || compared.part !== part.id || compared.byId !== place.officer.id) return refuse({ code: 'back-file-not-compared', no: place.no });
  const there = paper.number === null ? undefined : (await heldAlready(tx, [{ owner: paper.owner.ref, kind: paper.kind, number: paper.number }]))(paper.owner.ref, paper.kind, paper.number);
  return there === undefined ? ready : refuse({ code: 'back-file-held', no: place.no, held: there.code });
}

/**
 * Ký một giấy cũ: whoever compared it signs one PDF/A of two layers, and it is in the vault of its owner.
 *
 * @error back-file-unknown, back-file-ended, back-file-no-scan, act-refused
 * @error back-file-not-compared - this officer did not compare it, or it changed since
 * @error back-file-held - the vault holds this paper already
 * @legal tt-01-2023/d7
 */
export async function signLine(given: BackFileContext, place: Place): Promise<Outcome<{ readonly code: string }>> {
  const batch = await findBatch(given.db, place.batch, backFileDesks(place.officer));
  if (batch === undefined) return refuse({ code: 'back-file-unknown' });
  const done = await signingOutside<Outcome<{ readonly code: string }>>(given, { act: (ctx) => inTransaction(ctx.db, async (tx) => {
    await lockBatch(tx, batch.id);
    const compared = await comparedLine(tx, place);
    return ok(compared.ok ? await intoVault(ctx, tx, { ...compared.value, batch, officer: place.officer }) : compared);
  }) });
  return done.ok ? done.value : refused(done.error);
}

/**
 * Kho đã có: the paper of the line is in the vault of its owner, so it is not digitised again.
 *
 * @error back-file-unknown, back-file-ended, back-file-cells
 * @error back-file-not-held - the vault holds no such paper
 */
export async function takeAsHeld(ctx: BackFileContext, place: Place): Promise<Outcome<{ readonly no: number }>> {
  if (await findBatch(ctx.db, place.batch, backFileDesks(place.officer)) === undefined) return refuse({ code: 'back-file-unknown' });
  return inTransaction(ctx.db, async (tx) => {
    await lockBatch(tx, place.batch);
    const line = await findLine(tx, place.batch, place.no);
    if (line === undefined) return refuse({ code: 'back-file-unknown' });
    if (line.end !== null) return refuse({ code: 'back-file-ended', no: place.no });
    const { paper } = line;
    const there = paper?.number == null ? undefined : (await heldAlready(tx, [{ owner: paper.owner.ref, kind: paper.kind, number: paper.number }]))(paper.owner.ref, paper.kind, paper.number);
    if (there === undefined) return refuse({ code: 'back-file-not-held', no: place.no });
    const part = await partOfLine(tx, place.batch, place.no);
    if (part !== undefined) await asidePart(tx, { id: part.id, reason: `Kho đã có giấy này, mã ${there.code}`, by: place.officer.name });
    await endLine(tx, { batch: place.batch, no: place.no, way: 'held', reason: '', entry: there.id, code: there.code, pages: null }, { by: place.officer, at: ctx.clock.now() });
    return ok({ no: place.no });
  });
}
