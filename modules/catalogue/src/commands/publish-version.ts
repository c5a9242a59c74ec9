// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Officer, type Result, newId, officeDay, officeDayText, ok, refuse } from '@motcua/kernel';
import type { Procedure } from '../model.ts';
import { type Finding, must } from '../rules/finding.ts';
import { endVersion, insertVersions, newestVersions } from '../store/versions.ts';
import { catalogueDb } from '../store/tables.ts';

type Publishing = {
  readonly decision: { readonly number: string; readonly date: string }; readonly validFrom: string;
  readonly by: Pick<Officer, 'id' | 'name'>; readonly at: Temporal.Instant;
};

const day = (text: string): string => officeDayText(Temporal.PlainDate.from(text));

/** What stands against beginning or ending on a day, when `newest` is the newest version kept. */
function dayFaults(newest: { readonly version: number; readonly validFrom: string; readonly openStart: boolean; readonly validUntil: string | null } | undefined, validFrom: string, today: string): readonly Finding[] {
  if (validFrom < today) return [must('validFrom', 'Ngày có hiệu lực', 'Ngày này đã qua. Chọn từ hôm nay trở đi: hồ sơ đã nộp giữ bản cũ.')];
  if (newest === undefined) return [];
  if (!newest.openStart && newest.validFrom > validFrom) return [must('validFrom', 'Ngày có hiệu lực', `Bản ${newest.version} đã công bố, có hiệu lực từ ${day(newest.validFrom)}. Chọn từ ngày ấy trở đi.`)];
  return newest.validUntil !== null && newest.validUntil > validFrom ? [must('validFrom', 'Ngày có hiệu lực', `Bản ${newest.version} còn hiệu lực đến hết ngày trước ${day(newest.validUntil)}. Chọn từ ngày ấy.`)] : [];
}

/**
 * Publishes the next version of a procedure: it counts from its day on, the one before until then. Dossiers in hand keep theirs.
 *
 * Two on one day: the later counts, so that a mistake of the morning can be taken back.
 *
 * @error a day that has passed, or before one published earlier begins
 * @legal nd-63-2010/d15
 */
export async function publishVersion(tx: Db, procedure: Procedure, { decision, validFrom, by, at }: Publishing): Promise<Result<{ readonly version: number }, readonly Finding[]>> {
  const newest = (await newestVersions(tx, [procedure.code])).get(procedure.code);
  const faults = dayFaults(newest, validFrom, officeDay(at).toString());
  if (faults.length > 0) return refuse(faults);
  if (newest !== undefined) await endVersion(tx, { code: newest.code, version: newest.version, until: validFrom });
  const version = (newest?.version ?? 0) + 1;
  await insertVersions(tx, [{ procedure: { ...procedure, decision: { number: decision.number, date: decision.date } }, version, validFrom, openStart: false, at, source: `Quyết định ${decision.number}`, publishedBy: by.name }]);
  return ok({ version });
}

/**
 * Bãi bỏ: from a day on nothing may be filed any more; dossiers in hand go on to their end.
 *
 * @error nothing to abolish, a day that has passed, or a version that begins later
 */
export async function abolishProcedure(tx: Db, code: string, { reason, ...publishing }: Publishing & { readonly reason: string }): Promise<Result<{ readonly version: number }, readonly Finding[]>> {
  const { decision, validFrom, by, at } = publishing;
  const newest = (await newestVersions(tx, [code])).get(code);
  if (newest === undefined || newest.validUntil !== null) return refuse([must('code', 'Thủ tục', 'Thủ tục này không còn hiệu lực hoặc chưa có trong danh mục.')]);
  const faults = dayFaults(newest, validFrom, officeDay(at).toString());
  if (faults.length > 0) return refuse(faults);
  await endVersion(tx, { code, version: newest.version, until: validFrom });
  await catalogueDb(tx).insertInto('catalogue.abolition').values({
    id: newId(at), code, version: newest.version, valid_until: validFrom, decision_number: decision.number, decision_date: decision.date, reason, by_id: by.id, by_name: by.name, at,
  }).execute();
  return ok({ version: newest.version });
}
