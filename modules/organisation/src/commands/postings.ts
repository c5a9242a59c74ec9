// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { newId, ok, refuse, roles, type Result } from '@motcua/kernel';
import type { NewAbsence, NewPosting } from '../contract.ts';
import { organisationDb } from '../store/tables.ts';
import { type By, type EntryFault, type EntryRefusal, type UnknownProcedures, fault, noneUnknown, procedureFaults, unknownOf } from './entry.ts';

type Entered = Promise<Result<{ readonly id: string }, EntryRefusal>>;

/** The day after, for tables whose end is exclusive. */
const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

const people = (day: string): string => day.split('-').reverse().join('/');

/** The same officer in the same role at the same place and unit on days that overlap: a second row would say nothing new. */
async function overlapFaults(db: Db, { officer, role, agency, unit, from, through }: NewPosting): Promise<readonly EntryFault[]> {
  const rows = await organisationDb(db).selectFrom('organisation.posting').select(['valid_from', 'valid_until']).where('officer_id', '=', officer).where('role', '=', role).where('agency_code', '=', agency)
    .where('unit_code', 'is not distinct from', unit).orderBy('valid_from').execute();
  const row = rows.find((one) => (through === null || one.valid_from <= through) && (one.valid_until === null || one.valid_until > from));
  if (row === undefined) return [];
  const until = row.valid_until === null ? '' : ` đến hết ${people(Temporal.PlainDate.from(row.valid_until).subtract({ days: 1 }).toString())}`;
  return [fault('from', 'Từ ngày', `Người này đã được bố trí đúng vai trò này tại đây từ ${people(row.valid_from)}${until}. Kết thúc dòng ấy trước, hoặc chọn ngày khác.`)];
}

async function postingFaults(db: Db, post: NewPosting, by: By, unknownProcedures: UnknownProcedures): Promise<readonly EntryFault[]> {
  return [
    ...await unknownOf(db, {
      agencies: [{ path: 'agency', label: 'Nơi làm việc', value: post.agency }, { path: 'homeAgency', label: 'Cơ quan cử', value: post.homeAgency }, { path: 'seat', label: 'Ngồi làm việc tại', value: post.seat }],
      people: [{ path: 'officer', label: 'Cán bộ', value: post.officer }, { path: 'backup', label: 'Người làm thay', value: post.backup }],
    }),
    ...(roles.some((role) => role === post.role) ? [] : [fault('role', 'Vai trò', 'Chọn một vai trò trong danh sách.')]),
    ...(post.officer === by.id ? [fault('officer', 'Cán bộ', 'Không tự bố trí cho chính mình. Nhờ người quản trị khác.')] : []),
    ...(post.backup === post.officer ? [fault('backup', 'Người làm thay', 'Người làm thay phải là người khác.')] : []),
    ...(post.through !== null && post.through < post.from ? [fault('through', 'Đến hết ngày', 'Ngày cuối đứng trước ngày đầu.')] : []),
    ...await overlapFaults(db, post),
    ...await procedureFaults(post.procedures, unknownProcedures),
    ...(post.procedures?.length === 0 ? [fault('procedures', 'Thủ tục', 'Chưa chọn thủ tục nào.')] : []),
  ];
}

/**
 * Bố trí, biệt phái: an official is posted to a place in a role, for all or some procedures, from–to, with a back-up.
 *
 * @error fields-to-mend
 */
export async function enterPosting(db: Db, post: NewPosting, by: By, unknownProcedures: UnknownProcedures = noneUnknown): Entered {
  const fields = await postingFaults(db, post, by, unknownProcedures);
  if (fields.length > 0) return refuse({ code: 'fields-to-mend', fields });
  const id = newId(by.at);
  await organisationDb(db).insertInto('organisation.posting').values({
    id, officer_id: post.officer, role: post.role, agency_code: post.agency, unit_code: post.unit, valid_from: post.from, valid_until: post.through === null ? null : dayAfter(post.through),
    home_agency_code: post.homeAgency, seat_agency_code: post.seat, procedures: post.procedures === null ? null : [...new Set(post.procedures)], backup_id: post.backup, document_number: post.documentNumber,
  }).execute();
  return ok({ id });
}

/** A posting ends after its last day. */
export async function endPosting(db: Db, { id, through }: { readonly id: string; readonly through: string }): Entered {
  const { numUpdatedRows } = await organisationDb(db).updateTable('organisation.posting').set({ valid_until: dayAfter(through) }).where('id', '=', id).where('valid_from', '<=', through).executeTakeFirst();
  return numUpdatedRows === 1n ? ok({ id }) : refuse({ code: 'entry-unknown' });
}

/** Who takes over a post while its holder is absent; null takes the back-up away. */
export async function setBackup(db: Db, { officer, agency, backup }: { readonly officer: string; readonly agency: string; readonly backup: string | null }): Promise<void> {
  await organisationDb(db).updateTable('organisation.posting').set({ backup_id: backup }).where('officer_id', '=', officer).where('agency_code', '=', agency).execute();
}

/** The people of an agency work at another place, the Centre say; null: at the agency itself. */
export async function setSeat(db: Db, { agency, seat }: { readonly agency: string; readonly seat: string | null }): Promise<void> {
  await organisationDb(db).updateTable('organisation.posting').set({ seat_agency_code: seat }).where('agency_code', '=', agency).execute();
}

/** Nghỉ, đi công tác: from the first day to the last the back-up of each post does its steps. */
export async function noteAbsence(db: Db, absence: NewAbsence, by: By): Entered {
  const posted = await organisationDb(db).selectFrom('organisation.posting').select('id').where('officer_id', '=', absence.officer).where('agency_code', '=', absence.agency).limit(1).executeTakeFirst();
  const fields = [
    ...(posted === undefined ? [fault('officer', 'Cán bộ', 'Chọn một người làm việc tại cơ quan đã chọn.')] : []),
    ...(absence.through < absence.from ? [fault('through', 'Đến hết ngày', 'Ngày cuối đứng trước ngày đầu.')] : []),
  ];
  if (fields.length > 0) return refuse({ code: 'fields-to-mend', fields });
  const id = newId(by.at);
  await organisationDb(db).insertInto('organisation.absence').values({ id, officer_id: absence.officer, first_day: absence.from, last_day: absence.through, reason: absence.reason, entered_by: by.id, entered_at: by.at.toString() }).execute();
  return ok({ id });
}

/** Back earlier: the absence ends after its last day; ended before it began, it never was. */
export async function endAbsence(db: Db, { id, through }: { readonly id: string; readonly through: string }): Entered {
  const from = organisationDb(db);
  const { numUpdatedRows } = await from.updateTable('organisation.absence').set({ last_day: through }).where('id', '=', id).where('first_day', '<=', through).executeTakeFirst();
  if (numUpdatedRows === 1n) return ok({ id });
  const { numDeletedRows } = await from.deleteFrom('organisation.absence').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n ? ok({ id }) : refuse({ code: 'entry-unknown' });
}
