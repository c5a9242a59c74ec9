// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { HandOverNotes } from '../contract.ts';
import { paperDesks } from '../permissions.ts';
import { type HandOverSignature, type NoteRow, notesSince, signaturesOn } from '../store/hand-over-signatures.ts';

const [days, most] = [30, 100];

const signatureView = (one: HandOverSignature | undefined): { readonly who: string; readonly at: string } | null => (one === undefined ? null : { who: one.officer.name, at: one.at.toString() });

function noteView({ id, at, ...row }: NoteRow, { signatures, officer, nameOf }: { readonly signatures: readonly HandOverSignature[]; readonly officer: Officer; readonly nameOf: (agency: string) => string }): HandOverNotes['notes'][number] {
  const [giver, receiver] = (['giver', 'receiver'] as const).map((side) => signatures.find((one) => one.noteId === id && one.side === side));
  const maySign = giver === undefined && receiver === undefined && row.givers.includes(officer.id) ? true : receiver === undefined && row.answered === row.dossiers && row.receivers.includes(officer.id);
  return { id, number: row.number, fromName: nameOf(row.from), toName: nameOf(row.to), at: at.toString(), dossiers: row.dossiers, answered: row.answered, gaveBy: row.giver, tookBy: row.receiver, giver: signatureView(giver), receiver: signatureView(receiver), maySign };
}

/** Phiếu bàn giao gần đây: the notes of the officer's desks, how far each was answered and who signed it. */
export async function handOverNotes(ctx: DossierContext, db: Db, officer: Officer): Promise<HandOverNotes> {
  const desks = paperDesks(officer);
  const rows = await notesSince(db, { from: desks.handOver, to: desks.receive, since: ctx.clock.now().subtract({ hours: days * 24 }), limit: most });
  const signatures = await signaturesOn(db, rows.map(({ id }) => id));
  const nameOf = await agencyNames(db, rows.flatMap(({ from, to }) => [from, to]));
  return { notes: rows.map((row) => noteView(row, { signatures, officer, nameOf })) };
}
