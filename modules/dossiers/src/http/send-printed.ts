// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { openDocument } from '@motcua/documents';
import type { Actor } from '@motcua/kernel';
import type { FastifyReply } from 'fastify';
import type { DossierContext } from '../context.ts';
import { type PaperName, PaperNames } from '../contract.ts';
import { betweenOffices, headedAs, issueOf } from '../lifecycle/issued-papers.ts';
import type { Dossier } from '../model.ts';
import { printPaper } from '../papers/print.ts';
import { notePrinted } from '../store/printed-files.ts';
import { readable } from '../views/one.ts';
import { DossierPath, refused, sentPdf } from './answer.ts';
import type { lookedLog } from './looked.ts';
import { readerOf } from './send-document.ts';

export const PrintedPath = DossierPath.extend({ paper: PaperNames });

/** The file a paper was signed as; null for one that is printed from the ledger. */
function keptFile(dossier: Dossier, paper: PaperName): string | null {
  if (paper === 'result') return dossier.result?.documentId ?? null;
  return paper === 'extension' ? issueOf(dossier, 'extension')?.documentId ?? null : null;
}

/** A kept paper of ours, opened by somebody and written down for its owner. */
async function openedFile(ctx: DossierContext, { actor, dossier, id }: { readonly actor: Actor; readonly dossier: Dossier; readonly id: string }): Promise<Uint8Array | null> {
  const by = readerOf(actor, dossier);
  const opened = by === null ? null : await openDocument(ctx.db, ctx.files, { id, by, purpose: actor.kind === 'officer' ? 'handling' : 'own', at: ctx.clock.now() });
  return opened?.ok === true ? opened.value.bytes : null;
}

/** Prints a paper of a dossier for whoever may read it: a file that was signed is opened and written down, an officer's look at any paper is one at its dossier. */
export async function sendPrinted(ctx: DossierContext, reply: FastifyReply, asked: { readonly actor: Actor; readonly code: string; readonly paper: PaperName; readonly looked?: ReturnType<typeof lookedLog> }): Promise<FastifyReply> {
  const found = await readable(ctx.db, asked.actor, asked.code);
  if (!found.ok) return refused(reply, found.error);
  const { dossier } = found.value;
  if (asked.actor.kind === 'citizen' && betweenOffices.has(asked.paper)) return refused(reply, { code: 'dossier-unknown' });
  await asked.looked?.atDossier(asked.actor, dossier);
  const kept = keptFile(dossier, asked.paper);
  const pdf = kept === null ? await printPaper(ctx, ctx.db, { ...found.value, paper: asked.paper }) : await openedFile(ctx, { ...asked, dossier, id: kept });
  const head = headedAs(dossier, asked.paper);
  if (kept === null && pdf !== null && head !== null) await notePrinted(ctx.db, createHash('sha256').update(pdf).digest('hex'), { dossier: dossier.id, kind: asked.paper, ...head });
  return sentPdf(reply, pdf, `${asked.paper}-${dossier.code}.pdf`);
}
