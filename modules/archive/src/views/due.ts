// SPDX-License-Identifier: EUPL-1.2
import { fieldCodes } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type ClosedDossier, closedDossiers, retentionRules } from '@motcua/dossiers';
import { officeDay } from '@motcua/kernel';
import { type Retention, retentionOf } from '../rules/retention.ts';
import { archiveDb } from '../store/tables.ts';

/** A closed dossier that is not in the archive yet; `retention` null: no rule was in force when it closed. */
export type DueDossier = ClosedDossier & { readonly endedOn: string; readonly retention: Retention | null };

const page = 500;

/**
 * Hồ sơ đến hạn nộp lưu: closed, not handed in, to be handed in by a day; the oldest first.
 *
 * @param asked.by - ISO day: those due by then
 * @param asked.agencies - null: of all
 */
export async function dueForHandIn(db: Db, asked: { readonly agencies: readonly string[] | null; readonly by: string; readonly now: Temporal.Instant; readonly limit: number }): Promise<readonly DueDossier[]> {
  const rules = await retentionRules(db);
  const due: DueDossier[] = [];
  let after: ClosedDossier | undefined;
  for (;;) {
    const closed = await closedDossiers(db, { agencies: asked.agencies, endedBefore: asked.now, limit: page, ...(after === undefined ? {} : { after }) });
    const there = closed.length === 0 ? [] : await archiveDb(db).selectFrom('archive.item').select('dossier_id').where('dossier_id', 'in', closed.map(({ id }) => id)).execute();
    const fields = await fieldCodes(db, [...new Set(closed.map(({ procedure }) => procedure))]);
    const handedIn = new Set(there.map(({ dossier_id: id }) => id));
    for (const dossier of closed.filter(({ id }) => !handedIn.has(id))) {
      const endedOn = officeDay(Temporal.Instant.from(dossier.endedAt)).toString();
      const retention = retentionOf(rules, { procedure: dossier.procedure, field: fields.get(dossier.procedure) ?? null, endedOn });
      if (retention === null || retention.handInBy <= asked.by) due.push({ ...dossier, endedOn, retention });
      if (due.length === asked.limit) return due;
    }
    after = closed.at(-1);
    if (closed.length < page) return due;
  }
}
