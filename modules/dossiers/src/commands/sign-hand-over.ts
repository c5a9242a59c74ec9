// SPDX-License-Identifier: EUPL-1.2
import { type SigningIdentity, readDocument, signingIdentityOf, storeDocument } from '@motcua/documents';
import { type Db, inTransaction } from '@motcua/db-kit';
import { type Officer, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { HandOverNote } from '../model.ts';
import { slipOf } from '../papers/hand-over-note.ts';
import { signedPaper } from '../papers/sign.ts';
import { paperDesks } from '../permissions.ts';
import { findNote } from '../store/hand-over.ts';
import { type HandOverSide, type HandOverSignature, type NoteLine, addSignature, noteLines, signaturesOn } from '../store/hand-over-signatures.ts';
import type { Outcome } from './perform.ts';

type Asked = { readonly actor: Officer; readonly id: string };
type Ready = { readonly side: HandOverSide; readonly note: HandOverNote; readonly before: readonly HandOverSignature[]; readonly lines: readonly NoteLine[] };

/** Which side an officer signs for, when it is its turn: who handed over, and then who answered once every dossier was answered. */
function sideOf(actor: Officer, { note, lines, before }: Omit<Ready, 'side'>): Outcome<HandOverSide> {
  const desks = paperDesks(actor);
  const signed = (side: HandOverSide): boolean => before.some((one) => one.side === side);
  const [gave, took] = [desks.handOver.includes(note.from) && lines.some(({ byId }) => byId === actor.id), desks.receive.includes(note.to) && lines.some(({ answer }) => answer?.byId === actor.id)];
  if (gave && !signed('giver') && !signed('receiver')) return ok('giver');
  if (!took) return refuse({ code: 'note-not-to-sign', why: gave ? 'signed' : 'other-side' });
  if (signed('receiver')) return refuse({ code: 'note-not-to-sign', why: 'signed' });
  return lines.every(({ answer }) => answer !== null) ? ok('receiver') : refuse({ code: 'note-not-to-sign', why: 'not-all-answered' });
}

const reasonOf = ({ side, lines }: Ready): string => {
  if (side === 'giver') return `Bàn giao giấy của ${String(lines.length)} hồ sơ`;
  const received = lines.filter(({ answer }) => answer?.received === true).length;
  return received === lines.length ? `Nhận đủ giấy của ${String(received)} hồ sơ` : `Nhận đủ giấy của ${String(received)} hồ sơ, trả lại ${String(lines.length - received)} hồ sơ`;
};

async function readyFor(db: Db, { actor, id }: Asked): Promise<Outcome<Ready>> {
  const note = await findNote(db, id);
  const desks = paperDesks(actor);
  if (note === undefined || (!desks.handOver.includes(note.from) && !desks.receive.includes(note.to))) return refuse({ code: 'dossier-unknown' });
  const about = { note, before: await signaturesOn(db, [id]), lines: await noteLines(db, id) };
  const side = sideOf(actor, about);
  return side.ok ? ok({ ...about, side: side.value }) : side;
}

/** The slip to be signed: the file the other side signed, or the slip as the ledger makes it. */
async function slipToSign(ctx: DossierContext, ready: Ready): Promise<Pick<HandOverSignature, 'places'> & { readonly pdf: Uint8Array } | null> {
  const { before, note } = ready;
  const last = before.at(-1);
  if (last === undefined) return slipOf(ctx, ctx.db, note);
  const kept = await readDocument(ctx.db, ctx.files, last.documentId);
  return kept === undefined ? null : { pdf: kept.bytes, places: last.places };
}

async function signed(ctx: DossierContext, { actor, id }: Asked, { ready, signer }: { readonly ready: Ready; readonly signer: SigningIdentity }): Promise<Outcome<HandOverSide>> {
  const at = ctx.clock.now();
  const slip = await slipToSign(ctx, ready);
  if (slip === null) return refuse({ code: 'no-such-paper' });
  const { side, note } = ready;
  const place = slip.places[side];
  const file = await signedPaper(ctx, slip.pdf, { signer, reason: reasonOf(ready), at, isLast: side === 'receiver', ...(place === undefined ? {} : { appearance: place }) });
  if (!file.ok) return file;
  return inTransaction(ctx.db, async (tx): Promise<Outcome<HandOverSide>> => {
    // Another signature of the same note waits here, and then finds this one.
    await findNote(tx, id, true);
    if ((await signaturesOn(tx, [id])).length !== ready.before.length) return refuse({ code: 'note-not-to-sign', why: 'signed' });
    const stored = await storeDocument(tx, ctx.files, { ownerKind: 'hand-over-note', ownerRef: id, bytes: file.value, name: `${note.number.replace(/[/\\]/gu, '-')}.pdf`, mediaType: 'application/pdf', purpose: 'issued', by: actor.name, at });
    if (!stored.ok) return refuse({ code: stored.error.code });
    await addSignature(tx, { noteId: id, side, documentId: stored.value.id, places: slip.places, officer: { id: actor.id, name: actor.name }, at });
    return ok(side);
  });
}

/**
 * Ký số phiếu bàn giao: who handed the papers over signs first, who answered for the last dossier of the note signs when all are answered; the second signature goes on the file of the first. The acts themselves stand without it.
 *
 * @error note-not-to-sign - not this officer's side, not all dossiers answered, or signed already
 * @error no-certificate - the officer has no key kept here: the act alone confirms, and the slip says so
 * @legal nd-118-2025/d18
 */
export async function signHandOver(ctx: DossierContext, asked: Asked): Promise<Outcome<HandOverSide>> {
  const ready = await readyFor(ctx.db, asked);
  if (!ready.ok) return ready;
  const signer = await signingIdentityOf(ctx.db, ctx.secret, { kind: 'officer', ref: asked.actor.id, at: ctx.clock.now() });
  return signer === undefined ? refuse({ code: 'no-certificate', who: asked.actor.name }) : signed(ctx, asked, { ready: ready.value, signer });
}
