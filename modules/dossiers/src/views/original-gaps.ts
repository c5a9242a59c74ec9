// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { OriginalGaps } from '../contract.ts';
import { originalGapDesks } from '../permissions.ts';
import { originalGapRows } from '../store/original-gaps.ts';
import { agenciesOf, viewOf } from './originals.ts';

/** Most papers one page shows. */
const most = 300;

/** Giấy gốc cần xử lý: papers lost, late on their way, or left behind by dossiers that ended, with who had each last. */
export async function originalGaps(ctx: DossierContext, db: Db, officer: Officer): Promise<OriginalGaps> {
  const now = ctx.clock.now();
  const kept = await ctx.periods.of(db, { key: 'return-originals', procedure: null, at: now });
  const rows = await originalGapRows(db, { agencies: originalGapDesks(officer), now, endedBefore: kept?.unit === 'calendar-day' ? now.subtract({ hours: Math.round(24 * kept.value) }) : null, limit: most + 1 });
  const nameOf = await agencyNames(db, [...agenciesOf(rows)]);
  return { keptDays: kept?.unit === 'calendar-day' ? kept.value : null, more: rows.length > most, gaps: rows.slice(0, most).map(({ code, kind, until, ...row }) => ({ ...viewOf(row, code, nameOf), code, kind, until: until?.toString() ?? null })) };
}
