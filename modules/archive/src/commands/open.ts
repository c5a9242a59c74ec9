// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { sealedLedger } from '@motcua/dossiers';
import { type Officer, officeDay, ok, refuse, type Result } from '@motcua/kernel';
import { viewingLog } from '@motcua/vault';
import type { ArchiveDesk, ArchiveRefusal } from '../model.ts';
import { reach, reaches } from '../permissions.ts';
import { archiveDb } from '../store/tables.ts';
import { closedNamed, notClosed } from '../views/closed-named.ts';

type Asked = { readonly key: string; readonly code: string; readonly purpose: 'handling' | 'supervision' | 'applicant-asked' | 'complaint'; readonly reason: string; readonly officer: Officer };

/**
 * Khai thác một hồ sơ đã kết thúc: says who looks and why, for the archive and for the owners, before anything is shown.
 *
 * @error archive-dossier-unknown - no dossier of that code within reach, or it was destroyed; not-closed - it is still open
 */
export async function openArchived(ctx: ArchiveDesk, { key, code, purpose, reason, officer }: Asked): Promise<Result<{ readonly id: string }, ArchiveRefusal>> {
  const at = ctx.clock.now();
  const found = await closedNamed(ctx.db, code);
  if (found === undefined) return refuse(await notClosed(ctx.db, { code, scope: reach(officer, 'archive.open', ctx.province) }));
  if (found.destroyed || !reaches(reach(officer, 'archive.open', ctx.province), found.agency)) return refuse({ code: 'archive-dossier-unknown', dossier: code });
  const dossier = (await sealedLedger(ctx.db, found.id))?.dossier;
  if (dossier === undefined) return refuse({ code: 'archive-dossier-unknown', dossier: code });
  const agency = officer.postings[0]?.agency ?? null;
  const owners = new Set([dossier.applicant.personalId, ...(dossier.coApplicants ?? []).map(({ party }) => party.personalId)]);
  await inTransaction(ctx.db, async (tx) => {
    const written = await archiveDb(tx).insertInto('archive.opening').values({ id: key, dossier_id: found.id, code: found.code, by_id: officer.id, by_name: officer.name, agency, purpose, reason, at }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if ((written.numInsertedOrUpdatedRows ?? 0n) === 0n) return;
    await viewingLog()(tx, [...owners].map((owner) => ({ owner, officer: { id: officer.id, name: officer.name }, agency, subject: 'dossier', dossier: found.code, purpose, at })));
  });
  return ok({ id: key });
}

/** An opening of today by this officer: what may still be looked at under it. */
export async function openingOf(ctx: ArchiveDesk, { id, officer }: { readonly id: string; readonly officer: Officer }): Promise<{ readonly dossier: string; readonly code: string; readonly purpose: Asked['purpose'] } | undefined> {
  const row = await archiveDb(ctx.db).selectFrom('archive.opening').select(['dossier_id', 'code', 'purpose', 'at']).where('id', '=', id).where('by_id', '=', officer.id).executeTakeFirst();
  return row === undefined || !officeDay(row.at).equals(officeDay(ctx.clock.now())) ? undefined : { dossier: row.dossier_id, code: row.code, purpose: row.purpose };
}
