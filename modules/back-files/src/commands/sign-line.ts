// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { digitisedPaper, readDocument, type ScannedPage, storeDocument } from '@motcua/documents';
import { type LifecycleRefusal, signedPaper, signerOf, signingOutside, type ToSign } from '@motcua/dossiers';
import { newId, type Officer, ok, refuse, type Result } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { enterPapers, heldAlready, nextCode } from '@motcua/vault';
import type { BackFileContext, BackFileRefusal } from '../model.ts';
import type { OldPaper } from '../rules/line.ts';
import { type Batch, numberOf } from '../store/batches.ts';
import { endLine } from '../store/lines.ts';
import { asidePart, comparisonOf, pagesOfPart, partsOfLine, type StoredPart } from '../store/scans.ts';
import { type AtLine, type Ready, readyLine } from './compare-line.ts';
import { onLine } from './mend-line.ts';
import { type InBatch, onBatch, workingBatch } from './on-batch.ts';

type Outcome<Done> = Result<Done, BackFileRefusal>;
type Order = Ready & { readonly batch: Batch; readonly officer: Officer; readonly code: string; readonly at: Temporal.Instant };

async function withPictures(ctx: BackFileContext, tx: Db, part: string): Promise<readonly ScannedPage[]> {
  const pages = await pagesOfPart(tx, part);
  return Promise.all(pages.map(async ({ documentId, ...page }) => ({ ...page, words: [...page.words], jpeg: (await readDocument(tx, ctx.files, documentId))?.bytes ?? new Uint8Array() })));
}

const refused = (refusal: LifecycleRefusal): { readonly ok: false; readonly error: BackFileRefusal } => refuse({ code: 'act-refused', refusal });

/** One PDF/A of two layers made of a scan, signed by who compared it. */
async function signedFile(ctx: BackFileContext, tx: Db, { batch, line, paper, officer, code, at }: Order, scan: StoredPart): Promise<Outcome<Uint8Array>> {
  const signer = await signerOf(ctx, tx, { kind: 'officer', ref: officer.id, at });
  if (signer === undefined) return refused({ code: 'no-certificate', who: officer.name });
  const { pdf, ...seen } = await digitisedPaper(await withPictures(ctx, tx, scan.id), { publicOrigin: ctx.publicOrigin, tokenKey: ctx.tokenKey, code, subject: `${numberOf(batch)}.${String(line.no)}`, procedure: null, owner: paper.owner.ref, title: paper.kindName, agency: await agencyName(tx, batch), at });
  const signed = await signedPaper(ctx, pdf, { signer, reason: 'Số hóa hồ sơ cũ, đã đối chiếu với bản giấy', at, isLast: true, ...seen });
  return signed.ok ? signed : refused(signed.error);
}

const agencyName = async (tx: Db, { agency }: Batch): Promise<string> => (await findAgency(tx, agency))?.name ?? agency;

/** The copy with the notes: it stays with the agency, which alone may read what was noted on its paper. */
async function keptWithNotes(ctx: BackFileContext, tx: Db, order: Order): Promise<Outcome<string | undefined>> {
  if (order.withNotes === null) return ok(undefined);
  const signed = await signedFile(ctx, tx, order, order.withNotes);
  if (!signed.ok) return signed;
  const kept = await storeDocument(tx, ctx.files, { ownerKind: 'back-file-copy', ownerRef: order.batch.id, bytes: signed.value, name: `${order.code}.ghi-chu.pdf`, mediaType: 'application/pdf', purpose: 'digitised', by: order.officer.name, at: order.at });
  return kept.ok ? ok(kept.value.id) : refused({ code: kept.error.code });
}

/** The signed file in the vault of the owner, under his key, and the line ended with its code. */
async function intoVault(ctx: BackFileContext, tx: Db, order: Order): Promise<Outcome<{ readonly code: string }>> {
  const { batch, line, paper, part, officer, code, at } = order;
  const signed = await signedFile(ctx, tx, order, part);
  if (!signed.ok) return signed;
  const notes = await keptWithNotes(ctx, tx, order);
  if (!notes.ok) return notes;
  const kept = await storeDocument(tx, ctx.files, { ownerKind: paper.owner.kind, ownerRef: paper.owner.ref, bytes: signed.value, name: `${code}.pdf`, mediaType: 'application/pdf', purpose: 'vault', by: officer.name, at });
  if (!kept.ok) return refused({ code: kept.error.code });
  const id = newId(at);
  await enterPapers(tx, [{
    id, code, owner: paper.owner, kind: paper.kind, name: paper.kindName, origin: 'digitised', documentId: kept.value.id, dossier: null, agency: null, ...(paper.issuer === null ? {} : { issuer: paper.issuer }),
    number: paper.number, issuedOn: paper.issuedOn, validUntil: paper.validUntil, by: officer.name, at: at.toString(), source: { agency: batch.agency, words: `Số hóa hồ sơ cũ, lô ${numberOf(batch)}, ${await agencyName(tx, batch)}` },
  }]);
  await endLine(tx, { batch: batch.id, no: line.no, way: 'digitised', reason: '', entry: id, code, pages: part.pages, notes: notes.value }, { by: officer, at });
  return ok({ code });
}

/** The paper of a line the vault of its owner holds already. */
const heldOf = async (tx: Db, { owner, kind, number }: OldPaper): Promise<{ readonly id: string; readonly code: string } | undefined> => (number === null ? undefined : (await heldAlready(tx, [{ owner: owner.ref, kind, number }]))(owner.ref, kind, number));

/** A line this officer compared as it stands now, with all its scans. */
async function comparedLine(tx: Db, place: AtLine): Promise<Outcome<Ready>> {
  const ready = await readyLine(tx, place);
  if (!ready.ok) return ready;
  const { line, part, paper, withNotes } = ready.value;
  if (paper.bearsNotes && withNotes === null) return refuse({ code: 'back-file-notes-missing', no: place.no });
  const compared = await comparisonOf(tx, place.batch, place.no);
  if (compared === undefined || compared.version !== line.version || compared.part !== part.id || compared.notesPart !== (withNotes?.id ?? null) || compared.byId !== place.officer.id) return refuse({ code: 'back-file-not-compared', no: place.no });
  const there = await heldOf(tx, paper);
  return there === undefined ? ready : refuse({ code: 'back-file-held', no: place.no, held: there.code });
}

type Signed = Outcome<{ readonly code: string }>;
/** Papers that enter vaults with a line and are not there yet. */
type Alongside = readonly Pick<OldPaper, 'owner' | 'kind'>[];

/** Signs a compared line and puts it into the vault; `tell` hears of its paper before it is signed. */
const signedLine = (ctx: BackFileContext, place: AtLine, { alongside, tell }: { readonly alongside: Alongside; readonly tell: (paper: OldPaper) => void }): Promise<Signed> => onBatch(ctx, place, async (tx, batch) => {
  const compared = await comparedLine(tx, place);
  if (!compared.ok) return compared;
  const { paper, withNotes } = compared.value;
  if (ctx.chosenKey !== undefined && withNotes !== null) return refuse({ code: 'back-file-notes-key', no: place.no });
  tell(paper);
  return intoVault(ctx, tx, { ...compared.value, batch, officer: place.officer, code: await nextCode(tx, paper.owner, paper.kind, alongside), at: ctx.clock.now() });
});

/**
 * Ký một giấy cũ: whoever compared it signs one PDF/A of two layers, and it is in the vault of its owner; of a paper that bears notes a second one with them.
 *
 * @error back-file-unknown, back-file-dropped, back-file-ended, back-file-no-scan, act-refused
 * @error back-file-notes-missing - the paper bears notes and was scanned once
 * @error back-file-not-compared - this officer did not compare it, or it changed since
 * @error back-file-held - the vault holds this paper already
 * @legal tt-01-2023/d7
 */
export async function signLine(given: BackFileContext, place: AtLine): Promise<Signed> {
  const done = await signingOutside<Signed>(given, { act: async (ctx) => ok(await signedLine(ctx, place, { alongside: [], tell: () => undefined })) });
  return done.ok ? done.value : refused(done.error);
}

/**
 * The same for lines one confirmation signs with a key that is not kept here. All are made ready before anybody is asked: each counts the papers before it that are not in their vaults yet, so its code is the same when it is written.
 *
 * @param told - a refusal as the signing keeps it
 * @error back-file-unknown, back-file-dropped
 * @error back-file-notes-key - the paper bears notes: two files, and the key confirms one a paper
 */
export async function linesToSign({ db }: BackFileContext, { lines, told, ...place }: InBatch & { readonly lines: readonly number[]; readonly told: (refusal: BackFileRefusal) => LifecycleRefusal }): Promise<Outcome<readonly ToSign[]>> {
  const found = await workingBatch(db, place);
  if (!found.ok) return found;
  const entering = new Map<number, OldPaper>();
  const answered = <Done>(outcome: Outcome<Done>): Result<Done, LifecycleRefusal> => outcome.ok ? outcome : refuse(told(outcome.error));
  return ok([...new Set(lines)].map((no, order, all) => ({
    code: `${numberOf(found.value)}.${String(no)}`,
    admitted: async () => answered(await comparedLine(db, { ...place, no })),
    act: { act: async (ctx) => {
      const alongside = all.slice(0, order).flatMap((before) => entering.get(before) ?? []);
      const signed = await signedLine(ctx, { ...place, no }, { alongside, tell: (paper) => { entering.set(no, paper); } });
      if (signed.ok) entering.delete(no);
      return answered(signed);
    } },
  })));
}

/**
 * Kho đã có: the paper of the line is in the vault of its owner, so it is not digitised again.
 *
 * @error back-file-unknown, back-file-dropped, back-file-ended, back-file-cells
 * @error back-file-not-held - the vault holds no such paper
 */
export const takeAsHeld = (ctx: BackFileContext, place: AtLine): Promise<Outcome<{ readonly no: number }>> => onLine(ctx, place, async (tx, line) => {
  const there = line.paper === null ? undefined : await heldOf(tx, line.paper);
  if (there === undefined) return refuse({ code: 'back-file-not-held', no: place.no });
  const [by, at] = [place.officer, ctx.clock.now()];
  for (const { id } of (await partsOfLine(tx, place.batch, place.no)).all) await asidePart(tx, { id, reason: `Kho đã có giấy này, mã ${there.code}`, by: by.name, at });
  await endLine(tx, { batch: place.batch, no: place.no, way: 'held', reason: '', entry: there.id, code: there.code, pages: null }, { by, at });
  return ok({ no: place.no });
});
