// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** What was never handed in: a draft, a scan being worked on, a scan nobody has taken. */
export type PassingOwner = { readonly ownerKind: 'draft' | 'scan' | 'scan-waiting' | 'back-file-scan' | 'back-file-part'; readonly ownerRef: string };

/** Lets files go that are needed no more (hủy khóa): their keys under this owner are destroyed, nobody opens them any more; the same content kept by somebody else stays theirs. Answers how many documents are gone. */
export async function letGo(tx: Db, { ownerKind, ownerRef }: PassingOwner): Promise<number> {
  const { rows } = await sql<{ readonly gone: string }>`select documents.let_go(${ownerKind}, ${ownerRef}) as gone`.execute(tx);
  return Number(rows[0]?.gone ?? 0);
}
