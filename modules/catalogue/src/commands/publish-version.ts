// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Officer, type Result, newId, officeDay, officeDayText, ok, refuse } from '@motcua/kernel';
import type { Procedure } from '../model.ts';
import { type Finding, must } from '../rules/finding.ts';
import { firstDayFaults } from '../rules/first-day.ts';
import { countingOn, endVersionsBy, insertVersions, newestCounting, newestVersions } from '../store/versions.ts';
import { catalogueDb } from '../store/tables.ts';

type Publishing = {
  readonly decision: { readonly number: string; readonly date: string }; readonly validFrom: string;
  readonly by: Pick<Officer, 'id' | 'name'>; readonly at: Temporal.Instant;
  /** The file of the national database it came in; without it, it is published by the province itself. */
  readonly nationalFile?: string;
};

const day = (text: string): string => officeDayText(Temporal.PlainDate.from(text));

type Newest = { readonly version: number; readonly validFrom: string; readonly openStart: boolean; readonly validUntil: string | null };

const abolishedFault = ({ version, validUntil }: Newest, validFrom: string): readonly Finding[] => (validUntil !== null && validUntil > validFrom
  ? [must('validFrom', 'Ngày có hiệu lực', `Bản ${version} còn hiệu lực đến hết ngày trước ${day(validUntil)}. Chọn từ ngày ấy.`)] : []);

/**
 * Publishes the next version of a procedure: it counts from its day on, the one before until then. Dossiers in hand keep theirs.
 *
 * A version that would begin on that day or later is taken over: it ends on its own first day and counts on none, so that a mistake can be taken back.
 *
 * @error a day that has passed, one too far ahead, or one before an abolition takes effect
 * @legal nd-63-2010/d15
 */
export async function publishVersion(tx: Db, procedure: Procedure, { decision, validFrom, by, at, nationalFile }: Publishing): Promise<Result<{ readonly version: number }, readonly Finding[]>> {
  const newest = (await newestVersions(tx, [procedure.code])).get(procedure.code);
  const counting = await newestCounting(tx, procedure.code);
  const faults = [...firstDayFaults(validFrom, officeDay(at)), ...(counting === undefined ? [] : abolishedFault(counting, validFrom))];
  if (faults.length > 0) return refuse(faults);
  await endVersionsBy(tx, procedure.code, validFrom);
  const version = (newest?.version ?? 0) + 1;
  await insertVersions(tx, [{ procedure: { ...procedure, decision: { number: decision.number, date: decision.date } }, version, validFrom, openStart: false, at, source: nationalFile ?? `Quyết định ${decision.number}`, publishedBy: nationalFile === undefined ? by.name : null }]);
  return ok({ version });
}

/**
 * Bãi bỏ: from a day on nothing may be filed any more; dossiers in hand go on to their end. A version that would begin on that day or later is withdrawn: it counts on none.
 *
 * @error nothing to abolish, a day that has passed, or one on which the procedure does not count yet
 */
export async function abolishProcedure(tx: Db, code: string, { reason, ...publishing }: Publishing & { readonly reason: string }): Promise<Result<{ readonly version: number }, readonly Finding[]>> {
  const { decision, validFrom, by, at } = publishing;
  const newest = await newestCounting(tx, code);
  if (newest === undefined || newest.validUntil !== null) return refuse([must('code', 'Thủ tục', 'Thủ tục này không còn hiệu lực hoặc chưa có trong danh mục.')]);
  const ended = await countingOn(tx, code, validFrom) ?? (newest.validFrom > validFrom ? undefined : newest.version);
  const faults = [...firstDayFaults(validFrom, officeDay(at)), ...(ended === undefined ? [must('validFrom', 'Ngày bãi bỏ', `Thủ tục chưa có bản nào có hiệu lực vào ngày ấy. Bản ${newest.version} bắt đầu từ ${day(newest.validFrom)}; chọn từ ngày ấy trở đi.`)] : [])];
  if (faults.length > 0 || ended === undefined) return refuse(faults);
  await endVersionsBy(tx, code, validFrom);
  await catalogueDb(tx).insertInto('catalogue.abolition').values({
    id: newId(at), code, version: ended, valid_until: validFrom, decision_number: decision.number, decision_date: decision.date, reason, by_id: by.id, by_name: by.name, at,
  }).execute();
  return ok({ version: ended });
}
