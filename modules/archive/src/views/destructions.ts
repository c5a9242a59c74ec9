// SPDX-License-Identifier: EUPL-1.2
import { type Officer, officeDay } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { destroyable } from '../commands/destroy.ts';
import type { Destructions } from '../contract.ts';
import type { ArchiveDesk } from '../model.ts';
import { reach, reaches } from '../permissions.ts';
import { archiveDb } from '../store/tables.ts';
import { agenciesOf } from './agencies.ts';

const newest = 50;
const aScreen = 200;

type Proposal = Destructions['proposals'][number];

/** Proposals within an officer's reach, the newest first; one of them when it is named. */
async function proposalsFor(ctx: ArchiveDesk, officer: Officer, id?: string): Promise<readonly Proposal[]> {
  const scope = reach(officer, 'archive.read', ctx.province);
  const decides = reach(officer, 'archive.decide-destruction', ctx.province);
  const tables = archiveDb(ctx.db);
  const rows = await tables.selectFrom('archive.destruction as d').leftJoin('archive.destruction_approval as a', 'a.destruction_id', 'd.id').leftJoin('archive.destruction_refusal as x', 'x.destruction_id', 'd.id').$if(id !== undefined, (query) => query.where('d.id', '=', id ?? ''))
    .select(['d.id', 'd.agency', 'd.no_complaint', 'd.by_id', 'd.by_name', 'd.at', 'a.decision_number', 'a.decision_date', 'a.by_name as decider', 'a.at as decidedAt', 'x.by_name as refuser', 'x.at as refusedAt', 'x.reason', 'x.withdrawn']).$if(scope !== null, (query) => query.where('d.agency', 'in', [...scope ?? [], ''])).orderBy('d.at', 'desc').orderBy('d.id').limit(newest).execute();
  const items = rows.length === 0 ? [] : await tables.selectFrom('archive.destruction_item as x').innerJoin('archive.item as i', 'i.dossier_id', 'x.dossier_id').leftJoin('archive.tombstone as t', 't.dossier_id', 'x.dossier_id')
    .select(['x.destruction_id', 'i.code', 'i.procedure_name', 'i.kept_until', 't.destroyed_at']).where('x.destruction_id', 'in', rows.map(({ id }) => id)).orderBy('i.code').execute();
  const nameOf = await agencyNames(ctx.db, rows.map(({ agency }) => agency));
  return rows.map((row) => {
    const isStanding = row.decider === null && row.refuser === null;
    return {
      id: row.id, agency: row.agency, agencyName: nameOf(row.agency), noComplaint: row.no_complaint, proposed: { by: row.by_name, at: row.at.toString() },
      decided: row.decider === null || row.decidedAt === null ? null : { by: row.decider, at: row.decidedAt.toString(), number: row.decision_number ?? '', date: row.decision_date ?? '' },
      refused: row.refuser === null || row.refusedAt === null ? null : { by: row.refuser, at: row.refusedAt.toString(), reason: row.reason ?? '', withdrawn: row.withdrawn ?? false },
      mayDecide: isStanding && row.by_id !== officer.id && reaches(decides, row.agency), mayWithdraw: isStanding && row.by_id === officer.id,
      dossiers: items.filter((one) => one.destruction_id === row.id).map(({ code, procedure_name: procedure, kept_until: keptUntil, destroyed_at: gone }) => ({ code, procedure, keptUntil, destroyedAt: row.decider === null ? null : gone?.toString() ?? null })),
    };
  });
}

/** One proposal, when the officer may see it. */
export const destructionOf = async (ctx: ArchiveDesk, officer: Officer, id: string): Promise<Proposal | undefined> => (await proposalsFor(ctx, officer, id))[0];

/** Hủy hồ sơ: what is kept long enough, what was proposed, decided and done; newest first. */
export async function destructions(ctx: ArchiveDesk, officer: Officer): Promise<Destructions> {
  const scope = reach(officer, 'archive.read', ctx.province);
  const proposes = reach(officer, 'archive.propose-destruction', ctx.province);
  const over = await destroyable(ctx.db, { agencies: scope, day: officeDay(ctx.clock.now()).toString(), limit: aScreen });
  const nameOf = await agencyNames(ctx.db, over.map(({ agency }) => agency));
  const agencies = await agenciesOf(ctx, scope);
  return {
    mayPropose: [...proposes ?? agencies.map(({ code }) => code)], agencies, proposals: [...await proposalsFor(ctx, officer)],
    over: over.map(({ code, procedure, agency, endedOn, keptUntil }) => ({ code, procedure, agency, agencyName: nameOf(agency), endedOn, keptUntil })),
  };
}
