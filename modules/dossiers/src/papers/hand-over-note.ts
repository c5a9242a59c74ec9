// SPDX-License-Identifier: EUPL-1.2
import { type Place, readDocument } from '@motcua/documents';
import type { Db } from '@motcua/db-kit';
import { type Officer, officeMinuteText } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { type HandOverNoteView, renderHandOverNote } from '@motcua/statutory-forms';
import type { DossierContext } from '../context.ts';
import type { HandOverNote } from '../model.ts';
import { paperDesks } from '../permissions.ts';
import { findNote } from '../store/hand-over.ts';
import { type NoteLine, type SlipPlaces, noteLines, signaturesOn } from '../store/hand-over-signatures.ts';
import { foldedEach } from '../store/ledger.ts';
import { headOf } from './head.ts';
import { handOverNoteLetter } from './letters.ts';
import { printedOwn } from './own-layout.ts';
import { keysOf } from './sign.ts';

/** What stands where a side signs: the key it signs with, or that its act on the system confirms. */
async function sideNote(ctx: DossierContext, db: Db, { officer, at }: { readonly officer: string; readonly at: Temporal.Instant }): Promise<string> {
  const { here, elsewhere } = await keysOf(ctx, db, officer);
  return here || elsewhere ? '(Ký số)' : `(Không có khóa ký số: xác nhận bằng việc ghi trên hệ thống lúc ${officeMinuteText(at)})`;
}

/** Who answered for the last dossier of a note; undefined while one is left. */
const lastAnswer = (lines: readonly NoteLine[]): NoteLine['answer'] | undefined => (lines.some(({ answer }) => answer === null) ? undefined
  : lines.map(({ answer }) => answer).toSorted((one, other) => (one === null || other === null ? 0 : Temporal.Instant.compare(one.at, other.at))).at(-1));

async function viewOf(ctx: DossierContext, db: Db, note: HandOverNote): Promise<HandOverNoteView | null> {
  const lines = await noteLines(db, note.id);
  const dossiers = new Map((await foldedEach(db, lines.map(({ dossierId }) => dossierId))).map((dossier) => [dossier.id, dossier]));
  const [first] = lines;
  const leading = first === undefined ? undefined : dossiers.get(first.dossierId);
  if (first === undefined || leading === undefined) return null;
  const nameOf = await agencyNames(db, [note.from, note.to]);
  const head = await headOf(ctx, db, leading, { kind: 'hand-over-note', number: note.number, issuedAt: first.at.toString() });
  const taken = lastAnswer(lines);
  return {
    ...head, dossierCode: '', from: nameOf(note.from), to: nameOf(note.to), handedOverBy: first.by, receivedBy: taken?.by ?? '',
    giverNote: await sideNote(ctx, db, { officer: first.byId, at: first.at }),
    receiverNote: taken == null ? '(Ký số khi nhận; không có khóa thì xác nhận từng hồ sơ trên hệ thống)' : await sideNote(ctx, db, { officer: taken.byId, at: taken.at }),
    lines: lines.map(({ dossierId, count, stay }) => {
      const dossier = dossiers.get(dossierId);
      return { code: dossier?.code ?? '', procedure: dossier?.procedure.name ?? '', applicant: dossier?.applicant.name ?? '', count, stay };
    }),
  };
}

const plainPlace = ({ page, x, y, width, height }: Place): Place => ({ page, x, y, width, height });

/** Phiếu bàn giao as the ledger makes it now, and where each side signs on it; null where nothing is on the note. */
export async function slipOf(ctx: DossierContext, db: Db, note: HandOverNote): Promise<{ readonly pdf: Uint8Array; readonly places: SlipPlaces } | null> {
  const view = await viewOf(ctx, db, note);
  if (view === null) return null;
  const own = await printedOwn(ctx, db, { letter: handOverNoteLetter(view), dossier: null, agency: note.from, head: view });
  // A template of the province keeps no places: the signatures are there and are not seen on the page.
  if (own !== undefined) return { pdf: own.pdf, places: {} };
  const { pdf, places: { giver, receiver } } = await renderHandOverNote(view);
  return { pdf, places: { giver: plainPlace(giver), receiver: plainPlace(receiver) } };
}

/** Phiếu bàn giao as PDF, for either side of it: the file the sides signed, else as the ledger makes it; null for a note that is not there or not the officer's. */
export async function printHandOverNote(ctx: DossierContext, db: Db, { officer, id }: { readonly officer: Officer; readonly id: string }): Promise<Uint8Array | null> {
  const note = await findNote(db, id);
  const desks = paperDesks(officer);
  if (note === undefined || (!desks.handOver.includes(note.from) && !desks.receive.includes(note.to))) return null;
  const signed = (await signaturesOn(db, [id])).at(-1);
  const kept = signed === undefined ? undefined : await readDocument(db, ctx.files, signed.documentId);
  return kept?.bytes ?? (await slipOf(ctx, db, note))?.pdf ?? null;
}
