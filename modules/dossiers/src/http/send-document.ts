// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { type PurposeMark, type Reader, type Shown, type StoredDocument, askedRange, attachmentHeader, markedCopy, openDocument, openInParts } from '@motcua/documents';
import { type Actor, ok, officeDay, refuse, type Result } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import type { FastifyReply } from 'fastify';
import type { DossierContext } from '../context.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { Dossier } from '../model.ts';
import { identityPapers } from '../views/identity-papers.ts';
import { readable } from '../views/one.ts';
import { refused } from './answer.ts';
import { purposeSaid } from './looked.ts';

/** Who opens a paper, as the log says it: an officer with the agency he reads for. */
export function readerOf(actor: Actor, { agencies }: Dossier): Reader | null {
  if (actor.kind === 'citizen' || actor.kind === 'partner') return { kind: actor.kind, ref: actor.id, name: actor.name, agency: null };
  if (actor.kind !== 'officer') return null;
  const involved: readonly string[] = Object.values(agencies);
  const posting = actor.postings.find(({ agency }) => involved.includes(agency)) ?? actor.postings[0];
  return { kind: 'officer', ref: actor.id, name: actor.name, agency: posting?.agency ?? null };
}

const purposeWords: Readonly<Record<string, string>> = { 'handling': 'Giải quyết hồ sơ', 'supervision': 'Kiểm tra, giám sát', 'applicant-asked': 'Người nộp đề nghị', 'complaint': 'Giải quyết phản ánh, khiếu nại' };

type Opened = { readonly by: Reader; readonly purpose: string; readonly dossier: Dossier; readonly at: Temporal.Instant };

/** What stands across a copy that is opened by somebody for a purpose. @param only - what alone it may be used for */
export async function markFor(ctx: DossierContext, { by, purpose, only, at }: { readonly by: Reader; readonly purpose: string; readonly only: string; readonly at: Temporal.Instant }): Promise<PurposeMark> {
  const agency = by.agency === null ? undefined : await findAgency(ctx.db, by.agency);
  return { who: by.name, agency: agency?.name ?? '', purpose: purposeWords[purpose] ?? purpose, only, at };
}

/** How an officer sees an identity paper: marked with who opened it for what, and only so. */
function markedFor(ctx: DossierContext, { by, purpose, dossier, at }: Opened): (document: StoredDocument) => Promise<Shown | null> {
  return async ({ bytes, mediaType, name }) => {
    const copy = await markedCopy(bytes, mediaType, await markFor(ctx, { by, purpose, only: `Chỉ dùng cho hồ sơ ${dossier.code}`, at }));
    return copy === null ? null : { bytes: copy, mediaType: 'application/pdf', name: `${name.replace(/\.[^.]+$/u, '')}.pdf` };
  };
}

/** Why a file was not opened, as a refusal of ours. */
export const openingRefusals = { 'document-quarantined': 'document-quarantined', 'document-not-shown': 'document-not-shown', 'document-unknown': 'dossier-unknown' } as const;

/** Whether a file is a paper of our own in a dossier: its result, or for officers the draft with initials and papers made while it was solved. */
export function isOurs({ result, sheet, working = [] }: Dossier, asked: { readonly id: string; readonly actor: Actor }): boolean {
  return result?.documentId === asked.id || (asked.actor.kind === 'officer' && (sheet?.documentId === asked.id || working.some(({ file }) => file.id === asked.id)));
}

/** A file somebody asks for. `version`: the hash of one of its versions; the newest when not said. */
export type AskedFile = { readonly actor: Actor; readonly code: string; readonly id: string; readonly purpose: string; readonly version?: string | undefined };

/** Who may open a file of a dossier, and how: `show` makes the marked copy an officer sees of an identity paper; undefined: it is shown as it is. */
export async function openingOf(ctx: DossierContext, asked: AskedFile): Promise<Result<Omit<Parameters<typeof openDocument>[2], 'isFurther'>, LifecycleRefusal>> {
  const found = await readable(ctx.db, asked.actor, asked.code);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const paper = dossier.papers.find(({ documents }) => documents.some(({ id }) => id === asked.id));
  const by = paper !== undefined || isOurs(dossier, asked) ? readerOf(asked.actor, dossier) : null;
  if (by === null) return refuse({ code: 'dossier-unknown' });
  const [at, purpose] = [ctx.clock.now(), purposeSaid(asked.actor, asked.purpose)];
  const isMarked = by.kind === 'officer' && paper !== undefined && (await identityPapers(ctx.db, dossier, officeDay(at).toString()))(paper.name);
  return ok({ id: asked.id, by, purpose, at, version: asked.version, show: isMarked ? markedFor(ctx, { by, purpose, dossier, at }) : undefined });
}

/** Sends a file of a dossier to whoever may read the dossier, and writes it down for the owner. An officer sees an identity paper under a mark of its purpose. */
export async function sendDocument(ctx: DossierContext, reply: FastifyReply, asked: AskedFile): Promise<FastifyReply> {
  const opening = await openingOf(ctx, asked);
  if (!opening.ok) return refused(reply, opening.error);
  if (opening.value.show === undefined) return sendParts(ctx, reply, opening.value);
  const opened = await openDocument(ctx.db, ctx.files, opening.value);
  if (!opened.ok) return refused(reply, { code: openingRefusals[opened.error.code] });
  // A marked copy is made for one opening and is kept nowhere: it is sent whole.
  return asFile(reply, opened.value).send(Buffer.from(opened.value.bytes));
}

/** Uploads are hostile until proven otherwise: never run in our origin. */
const asFile = (reply: FastifyReply, { mediaType, name }: { readonly mediaType: string; readonly name: string }): FastifyReply =>
  reply.header('content-type', mediaType).header('content-disposition', attachmentHeader(name)).header('cache-control', 'private, no-store').header('content-security-policy', "default-src 'none'; sandbox");

async function* following(first: IteratorResult<Uint8Array>, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let piece = first; piece.done !== true; piece = await pieces.next()) yield piece.value;
}

type Opening = Omit<Parameters<typeof openInParts>[2], 'isFurther'>;

/** Sends a file as it is decrypted, or the part of it a viewer asks for: its first page is there before its last. */
async function sendParts(ctx: DossierContext, reply: FastifyReply, opening: Opening): Promise<FastifyReply> {
  const { range, 'if-range': ifRange } = reply.request.headers;
  const opened = await openInParts(ctx.db, ctx.files, { ...opening, isFurther: range !== undefined && !/^bytes=0-/u.test(range) });
  if (!opened.ok) return refused(reply, { code: openingRefusals[opened.error.code] });
  const { size, sha256, part } = opened.value;
  const tag = `"${sha256}"`;
  // A part of another version would not fit what the reader has.
  const wanted = ifRange === undefined || ifRange === tag ? askedRange(range, size) : 'whole';
  reply.header('accept-ranges', 'bytes').header('etag', tag);
  if (wanted === 'beyond') return reply.code(416).header('content-range', `bytes */${String(size)}`).send();
  const { from, to } = wanted === 'whole' ? { from: 0, to: size } : wanted;
  const pieces = part({ from, to })[Symbol.asyncIterator]();
  // A store that cannot be reached is said in words, not by an answer that breaks off.
  const first = await pieces.next();
  if (wanted !== 'whole') reply.code(206).header('content-range', `bytes ${String(from)}-${String(to - 1)}/${String(size)}`);
  return asFile(reply, opened.value).header('content-length', String(to - from)).send(Readable.from(following(first, pieces)));
}
