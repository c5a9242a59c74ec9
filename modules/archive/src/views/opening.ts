// SPDX-License-Identifier: EUPL-1.2
import { type Officer, ok, refuse, type Result } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { z } from 'zod';
import { openingOf } from '../commands/open.ts';
import type { ArchiveOpening } from '../contract.ts';
import type { ArchiveDesk, ArchiveRefusal } from '../model.ts';
import { listedDossier } from '../package/package-of.ts';
import { archiveDb } from '../store/tables.ts';
import { keptOf } from './due-list.ts';

const newest = 100;

/** What an opening shows: the list of documents of the dossier, until when it is kept, who looked into it before. */
export async function openingView(ctx: ArchiveDesk, { id, officer }: { readonly id: string; readonly officer: Officer }): Promise<Result<z.infer<typeof ArchiveOpening>, ArchiveRefusal>> {
  const opening = await openingOf(ctx, { id, officer });
  if (opening === undefined) return refuse({ code: 'archive-dossier-unknown', dossier: '' });
  const gone = await archiveDb(ctx.db).selectFrom('archive.tombstone').select('dossier_id').where('dossier_id', '=', opening.dossier).executeTakeFirst();
  if (gone !== undefined) return refuse({ code: 'archive-dossier-unknown', dossier: opening.code });
  const listed = await listedDossier(ctx, opening.dossier);
  if (!listed.ok) return listed;
  const { agency, code, title, endedOn, retention, lines } = listed.value;
  const openings = await archiveDb(ctx.db).selectFrom('archive.opening').select(['by_name', 'at', 'purpose', 'reason']).where('dossier_id', '=', opening.dossier).orderBy('at', 'desc').limit(newest).execute();
  const item = await archiveDb(ctx.db).selectFrom('archive.item').select('dossier_id').where('dossier_id', '=', opening.dossier).executeTakeFirst();
  return ok({
    id, code, title, agencyName: (await agencyNames(ctx.db, [agency]))(agency), endedOn, kept: keptOf(retention), isArchived: item !== undefined, lines: lines.map(({ document: _document, sha256: _sha256, ...line }) => line),
    openings: openings.map(({ by_name: by, at, purpose, reason }) => ({ by, at: at.toString(), purpose, reason })),
  });
}
