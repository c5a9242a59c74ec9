// SPDX-License-Identifier: EUPL-1.2
import type { Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { z } from 'zod';
import type { ArchiveChecks } from '../contract.ts';
import type { ArchiveDesk } from '../model.ts';
import { reach } from '../permissions.ts';
import { archiveDb } from '../store/tables.ts';
import { agenciesOf } from './agencies.ts';

const newest = 20;

/** Các lần kiểm tra toàn vẹn, newest first, each with the packages that were not whole. */
export async function checks(ctx: ArchiveDesk, officer: Officer): Promise<z.infer<typeof ArchiveChecks>> {
  const scope = reach(officer, 'archive.read', ctx.province);
  const holds = reach(officer, 'archive.check', ctx.province);
  const tables = archiveDb(ctx.db);
  const runs = await tables.selectFrom('archive.check_run').selectAll().$if(scope !== null, (query) => query.where('agency', 'in', [...scope ?? [], ''])).orderBy('at', 'desc').orderBy('id').limit(newest).execute();
  const found = runs.length === 0 ? [] : await tables.selectFrom('archive.package_check as c').innerJoin('archive.item as i', 'i.dossier_id', 'c.dossier_id').select(['c.run_id', 'i.code', 'c.verdict', 'c.text']).where('c.run_id', 'in', runs.map(({ id }) => id)).where('c.verdict', '<>', 'intact').orderBy('i.code').execute();
  const nameOf = await agencyNames(ctx.db, runs.flatMap(({ agency }) => (agency === null ? [] : [agency])));
  return {
    agencies: await agenciesOf(ctx, holds), mayCheck: holds?.length !== 0, mayCheckAll: holds === null, hasSecondCopy: ctx.secondCopy !== null,
    runs: runs.map(({ id, agency, by_name: by, at, checked, repaired, broken }) => ({ id, agencyName: agency === null ? null : nameOf(agency), who: { by, at: at.toString() }, checked, repaired, broken, found: found.filter(({ run_id: run }) => run === id).map(({ code, verdict, text }) => ({ code, verdict, text })) })),
  };
}
