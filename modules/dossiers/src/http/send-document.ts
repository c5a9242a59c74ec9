// SPDX-License-Identifier: EUPL-1.2
import { type Reader, type Shown, type StoredDocument, attachmentHeader, markedCopy, openDocument } from '@motcua/documents';
import { type Actor, officeDay } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import type { FastifyReply } from 'fastify';
import type { DossierContext } from '../context.ts';
import type { Dossier } from '../model.ts';
import { identityPapers } from '../views/identity-papers.ts';
import { readable } from '../views/one.ts';
import { refused } from './answer.ts';

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

/** How an officer sees an identity paper: marked with who opened it for what, and only so. */
function markedFor(ctx: DossierContext, { by, purpose, dossier, at }: Opened): (document: StoredDocument) => Promise<Shown | null> {
  return async ({ bytes, mediaType, name }) => {
    const agency = by.agency === null ? undefined : await findAgency(ctx.db, by.agency);
    const copy = await markedCopy(bytes, mediaType, { who: by.name, agency: agency?.name ?? '', purpose: purposeWords[purpose] ?? purpose, only: `Chỉ dùng cho hồ sơ ${dossier.code}`, at });
    return copy === null ? null : { bytes: copy, mediaType: 'application/pdf', name: `${name.replace(/\.[^.]+$/u, '')}.pdf` };
  };
}

const refusals = { 'document-quarantined': 'document-quarantined', 'document-not-shown': 'document-not-shown', 'document-unknown': 'dossier-unknown' } as const;

/** Whether a file is a paper of our own in a dossier: its result, or for officers the draft with initials and papers made while it was solved. */
export function isOurs({ result, sheet, working = [] }: Dossier, asked: { readonly id: string; readonly actor: Actor }): boolean {
  return result?.documentId === asked.id || (asked.actor.kind === 'officer' && (sheet?.documentId === asked.id || working.some(({ file }) => file.id === asked.id)));
}

/** Sends a file of a dossier to whoever may read the dossier, and writes it down for the owner. An officer sees an identity paper under a mark of its purpose. */
export async function sendDocument(ctx: DossierContext, reply: FastifyReply, asked: { readonly actor: Actor; readonly code: string; readonly id: string; readonly purpose: string; readonly version?: string | undefined }): Promise<FastifyReply> {
  const found = await readable(ctx.db, asked.actor, asked.code);
  if (!found.ok) return refused(reply, found.error);
  const { dossier } = found.value;
  const paper = dossier.papers.find(({ documents }) => documents.some(({ id }) => id === asked.id));
  const by = paper !== undefined || isOurs(dossier, asked) ? readerOf(asked.actor, dossier) : null;
  if (by === null) return refused(reply, { code: 'dossier-unknown' });
  const at = ctx.clock.now();
  const isMarked = by.kind === 'officer' && paper !== undefined && (await identityPapers(ctx.db, dossier, officeDay(at).toString()))(paper.name);
  const opened = await openDocument(ctx.db, ctx.files, { id: asked.id, by, purpose: asked.purpose, at, version: asked.version, show: isMarked ? markedFor(ctx, { by, purpose: asked.purpose, dossier, at }) : undefined });
  if (!opened.ok) return refused(reply, { code: refusals[opened.error.code] });
  const file = opened.value;
  // Uploads are hostile until proven otherwise: never run in our origin. A marked copy is made for one opening and is kept nowhere.
  return reply.header('content-type', file.mediaType).header('content-disposition', attachmentHeader(file.name)).header('cache-control', 'private, no-store').header('content-security-policy', "default-src 'none'; sandbox").send(Buffer.from(file.bytes));
}
