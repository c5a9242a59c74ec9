// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { agencyNames, findAgency } from '@motcua/organisation';
import { type HandOverNoteView, renderHandOverNote } from '@motcua/statutory-forms';
import type { DossierContext } from '../context.ts';
import { paperDesks } from '../permissions.ts';
import { findNote, noteLines } from '../store/hand-over.ts';
import { foldedEach } from '../store/ledger.ts';
import { headOf } from './head.ts';
import { handOverNoteLetter } from './letters.ts';
import { ownOr } from './own-layout.ts';

/** Phiếu bàn giao as PDF, for either side of it; null for a note that is not there or not the officer's. */
export async function printHandOverNote(ctx: DossierContext, db: Db, { officer, id }: { readonly officer: Officer; readonly id: string }): Promise<Uint8Array | null> {
  const note = await findNote(db, id);
  const desks = paperDesks(officer);
  if (note === undefined || (!desks.handOver.includes(note.from) && !desks.receive.includes(note.to))) return null;
  const lines = await noteLines(db, id);
  const dossiers = new Map((await foldedEach(db, lines.map(({ dossierId }) => dossierId))).map((dossier) => [dossier.id, dossier]));
  const [first] = lines;
  const leading = first === undefined ? undefined : dossiers.get(first.dossierId);
  if (first === undefined || leading === undefined) return null;
  const nameOf = await agencyNames(db, [note.from, note.to]);
  const head = await headOf(ctx, db, leading, { kind: 'hand-over-note', number: note.number, issuedAt: first.at.toString() });
  const view: HandOverNoteView = {
    ...head, dossierCode: '', from: nameOf(note.from), to: (await findAgency(db, note.to))?.name ?? note.to, handedOverBy: first.by,
    lines: lines.map(({ dossierId, count }) => {
      const dossier = dossiers.get(dossierId);
      return { code: dossier?.code ?? '', procedure: dossier?.procedure.name ?? '', applicant: dossier?.applicant.name ?? '', count };
    }),
  };
  return ownOr(ctx, db, { letter: handOverNoteLetter(view), dossier: null, agency: note.from, head }, () => renderHandOverNote(view));
}
