// SPDX-License-Identifier: EUPL-1.2
import { readDocument, storeDocument } from '@motcua/documents';
import { type Db, inTransaction } from '@motcua/db-kit';
import { type Officer, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { HandOverNote } from '../model.ts';
import { slipOf } from '../papers/hand-over-note.ts';
import { keysOf, signedPaper, signerOf } from '../papers/sign.ts';
import { paperDesks } from '../permissions.ts';
import { findNote } from '../store/hand-over.ts';
import { type HandOverSide, type HandOverSignature, type NoteLine, addSignature, noteLines, signaturesOn } from '../store/hand-over-signatures.ts';
import type { Outcome } from './perform.ts';
import type { ToSign } from './sign-elsewhere.ts';
import { type SigningAct, signingOutside } from './sign-outside.ts';

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
async function slipToSign(ctx: DossierContext, tx: Db, { before, note }: Ready): Promise<Pick<HandOverSignature, 'places'> & { readonly pdf: Uint8Array } | null> {
  const last = before.at(-1);
  if (last === undefined) return slipOf(ctx, tx, note);
  const kept = await readDocument(tx, ctx.files, last.documentId);
  return kept === undefined ? null : { pdf: kept.bytes, places: last.places };
}

async function signed(ctx: DossierContext, tx: Db, { actor, id }: Asked): Promise<Outcome<HandOverSide>> {
  // Another signature of the same note waits here, and then finds this one.
  await findNote(tx, id, true);
  const ready = await readyFor(tx, { actor, id });
  if (!ready.ok) return ready;
  const at = ctx.clock.now();
  const signer = await signerOf(ctx, tx, { kind: 'officer', ref: actor.id, at });
  if (signer === undefined) return refuse({ code: 'no-certificate', who: actor.name });
  const slip = await slipToSign(ctx, tx, ready.value);
  if (slip === null) return refuse({ code: 'no-such-paper' });
  const { side, note } = ready.value;
  const place = slip.places[side];
  const file = await signedPaper(ctx, slip.pdf, { signer, reason: reasonOf(ready.value), at, isLast: side === 'receiver', ...(place === undefined ? {} : { appearance: place }) });
  if (!file.ok) return file;
  const stored = await storeDocument(tx, ctx.files, { ownerKind: 'hand-over-note', ownerRef: id, bytes: file.value, name: `${note.number.replace(/[/\\]/gu, '-')}.pdf`, mediaType: 'application/pdf', purpose: 'issued', by: actor.name, at });
  if (!stored.ok) return refuse({ code: stored.error.code });
  await addSignature(tx, { noteId: id, side, documentId: stored.value.id, places: slip.places, officer: { id: actor.id, name: actor.name }, at });
  return ok(side);
}

/**
 * Ký số phiếu bàn giao: who handed the papers over signs first, who answered for the last dossier of the note signs when all are answered; the second signature goes on the file of the first. The acts themselves stand without it.
 *
 * @error note-not-to-sign - not this officer's side, not all dossiers answered, or signed already
 * @error no-certificate - the officer has no key kept here: one elsewhere is chosen, or the act alone confirms and the slip says so
 * @legal nd-118-2025/d18
 */
export const signHandOver = (ctx: DossierContext, asked: Asked): Promise<Outcome<HandOverSide>> => signingOutside(ctx, handOverSigning(asked));

const handOverSigning = (asked: Asked): SigningAct<HandOverSide> => ({ act: (ctx) => inTransaction(ctx.db, (tx) => signed(ctx, tx, asked)) });

/** The same, for who signs with a key that is not kept here. */
export async function slipToSignElsewhere(ctx: DossierContext, asked: Asked): Promise<ToSign> {
  return { code: (await findNote(ctx.db, asked.id))?.number ?? '', act: handOverSigning(asked), admitted: () => readyFor(ctx.db, asked) };
}

/**
 * Signs a slip behind the act that hands over or answers. Who also has keys elsewhere chooses one himself: nothing is signed for him.
 *
 * @returns why it was not signed, in words; null: it was
 */
export async function signedBehind(ctx: DossierContext, asked: Asked): Promise<LifecycleRefusal | null> {
  const { elsewhere } = await keysOf(ctx, ctx.db, asked.actor.id);
  if (elsewhere) return { code: 'key-to-choose' };
  const outcome = await signHandOver(ctx, asked);
  return outcome.ok ? null : outcome.error;
}
