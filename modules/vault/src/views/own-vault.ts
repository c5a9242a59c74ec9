// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto';
import type { Db } from '@motcua/db-kit';
import { type DocumentStore, type Trust, issueToken, verificationUrl } from '@motcua/documents';
import { type Clock, officeDay } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { OwnVault, VaultPaper } from '../contract.ts';
import type { KeptPaper, VaultOwner } from '../model.ts';
import { stateOn } from '../rules/state.ts';
import { papersOf } from '../store/entries.ts';

/** What the questions about vaults work with. */
export type VaultContext = { readonly db: Db; readonly clock: Clock; readonly files: DocumentStore; readonly publicOrigin: string; readonly tokenKey: KeyObject; readonly trust?: (db: Db) => Promise<Trust> };

/** The text of the code a result is checked by; null for papers without one. */
export function checkUrlOf({ publicOrigin, tokenKey }: VaultContext, paper: KeptPaper, agencyName: string): string | null {
  if (paper.origin !== 'result' || paper.dossier === null) return null;
  return verificationUrl(publicOrigin, issueToken(tokenKey, { k: 'result', c: paper.dossier.code, d: { a: agencyName, n: paper.number ?? '' }, iat: Math.floor(Temporal.Instant.from(paper.at).epochMilliseconds / 1000) }));
}

const shown = (ctx: VaultContext, paper: KeptPaper, { day, nameOf }: { readonly day: string; readonly nameOf: (code: string) => string }): VaultPaper => {
  const agencyName = paper.agency === null ? paper.issuer ?? null : nameOf(paper.agency);
  return {
    id: paper.id, code: paper.code, kind: paper.kind, name: paper.name, origin: paper.origin, state: stateOn(paper, day), agencyName, dossier: paper.dossier?.code ?? null, source: paper.source?.words ?? null, number: paper.number, issuedOn: paper.issuedOn, validUntil: paper.validUntil,
    changes: paper.changes.flatMap(({ type, at, by, reason, number }) => (type === 'withdrawn' ? [] : [{ type, at, who: by, reason, number }])), checkHref: checkUrlOf(ctx, paper, agencyName ?? ''),
  };
};

/** Kho giấy tờ của tôi: every paper with how it stands today. */
export async function ownVault(ctx: VaultContext, owner: VaultOwner): Promise<OwnVault> {
  const papers = await papersOf(ctx.db, owner);
  const nameOf = await agencyNames(ctx.db, new Set(papers.flatMap(({ agency }) => (agency === null ? [] : [agency]))));
  const day = officeDay(ctx.clock.now()).toString();
  return { papers: papers.map((paper) => shown(ctx, paper, { day, nameOf })) };
}
