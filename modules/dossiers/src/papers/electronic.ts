// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { documentsOf, readDocument, signPdf, signingIdentityOf, storeDocument } from '@motcua/documents';
import type { DossierContext } from '../context.ts';
import type { Channel, ReissuablePaper } from '../contract.ts';
import { issueOf } from '../lifecycle/issued-papers.ts';
import type { Dossier } from '../model.ts';

/** Filed without coming to a counter: its papers travel as files. */
const withoutPaper: ReadonlySet<Channel> = new Set(['online', 'kiosk', 'national-portal']);

const reasons: Readonly<Record<Exclude<ReissuablePaper, 'extension'>, string>> = {
  'receipt': 'Tiếp nhận hồ sơ và hẹn trả kết quả', 'supplement-request': 'Yêu cầu bổ sung, hoàn thiện hồ sơ', 'refusal': 'Từ chối tiếp nhận, giải quyết hồ sơ', 'stop-notice': 'Thông báo dừng giải quyết hồ sơ',
};

/** Where the signed copy of an issued paper is kept: a number is given once, and so is what it says. */
const kept = (dossier: Dossier): { readonly ownerKind: string; readonly ownerRef: string } => ({ ownerKind: 'issued-paper', ownerRef: dossier.id });

async function keptCopy(ctx: DossierContext, db: Db, dossier: Dossier, name: string): Promise<Uint8Array | null> {
  const copy = (await documentsOf(db, kept(dossier))).find((one) => one.name === name);
  return copy === undefined ? null : (await readDocument(db, ctx.files, copy.id))?.bytes ?? null;
}

/**
 * A paper to the applicant. Of a dossier that came without paper it is signed by the agency that received it, at the first asking, and stays as it was signed;
 * on paper it is printed for the officer's own hand. An agency without a certificate gives the paper to be signed by hand.
 *
 * @legal nd-118-2025/d17
 */
export async function asIssued(ctx: DossierContext, db: Db, { dossier, paper }: { readonly dossier: Dossier; readonly paper: keyof typeof reasons }, print: () => Promise<Uint8Array | null>): Promise<Uint8Array | null> {
  const issue = issueOf(dossier, paper);
  if (issue === null || !withoutPaper.has(dossier.channel)) return print();
  const name = `${issue.number.replace(/[/\\]/gu, '-')}.pdf`;
  const copy = await keptCopy(ctx, db, dossier, name);
  if (copy !== null) return copy;
  const at = ctx.clock.now();
  const [pdf, signer] = [await print(), await signingIdentityOf(db, ctx.secret, { kind: 'agency', ref: dossier.agencies.receiving, at })];
  if (pdf === null || signer === undefined) return pdf;
  const signed = await signPdf(pdf, { signer, reason: reasons[paper], at });
  const stored = await storeDocument(db, ctx.files, { ...kept(dossier), bytes: signed, name, mediaType: 'application/pdf', purpose: 'issued', by: issue.by.name, at });
  // A signed copy that cannot be kept is not given out: the next asking would give another.
  return stored.ok ? signed : pdf;
}
