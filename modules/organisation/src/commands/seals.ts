// SPDX-License-Identifier: EUPL-1.2
import { type Db, isUniqueViolation } from '@motcua/db-kit';
import { newId, ok, refuse, type Result } from '@motcua/kernel';
import type { NewSeal, NewSigningHours } from '../contract.ts';
import { organisationDb } from '../store/tables.ts';
import { type By, type EntryRefusal, fault, unknownOf } from './entry.ts';

type Entered = Promise<Result<{ readonly id: string }, EntryRefusal>>;

/**
 * Đăng ký con dấu: a seal of an agency, where it is kept and by whom.
 *
 * @error fields-to-mend
 * @legal nd-99-2016/seals
 */
export async function registerSeal(db: Db, seal: NewSeal, by: By): Entered {
  const fields = [
    ...await unknownOf(db, { agencies: [{ path: 'agency', label: 'Cơ quan', value: seal.agency }, { path: 'keptAt', label: 'Nơi giữ', value: seal.keptAt }], people: [{ path: 'custodian', label: 'Người giữ', value: seal.custodian }] }),
    ...(seal.kind === 'second' && seal.permissionNumber === null ? [fault('permissionNumber', 'Văn bản cho phép', 'Con dấu thứ hai phải có văn bản cho phép của cơ quan có thẩm quyền.')] : []),
    ...(seal.from < seal.registeredOn ? [fault('from', 'Dùng từ ngày', 'Chưa dùng con dấu trước ngày đăng ký.')] : []),
  ];
  if (fields.length > 0) return refuse({ code: 'fields-to-mend', fields });
  const id = newId(by.at);
  try {
    await organisationDb(db).insertInto('organisation.seal').values({
      id, agency_code: seal.agency, kind: seal.kind, name: seal.name, kept_at: seal.keptAt, custodian_id: seal.custodian, registration_number: seal.registrationNumber, registered_on: seal.registeredOn,
      permission_number: seal.permissionNumber, valid_from: seal.from, valid_through: null, entered_by: by.id, entered_at: by.at.toString(),
    }).execute();
  } catch (thrown) {
    if (!isUniqueViolation(thrown)) throw thrown;
    return refuse({ code: 'fields-to-mend', fields: [fault('registrationNumber', 'Số đăng ký', 'Số đăng ký này đã có trong sổ của cơ quan.')] });
  }
  return ok({ id });
}

/** A seal goes out of use after its last day. */
export async function endSeal(db: Db, { id, through }: { readonly id: string; readonly through: string }): Entered {
  const { numUpdatedRows } = await organisationDb(db).updateTable('organisation.seal').set({ valid_through: through }).where('id', '=', id).where('valid_from', '<=', through).executeTakeFirst();
  return numUpdatedRows === 1n ? ok({ id }) : refuse({ code: 'entry-unknown' });
}

const padded = (time: string): string => time.padStart(5, '0');

/** Lịch ký: a leader signs at a one-stop shop, one day of the week. */
export async function setSigningHours(db: Db, hours: NewSigningHours, by: By): Entered {
  const [from, until] = [padded(hours.from), padded(hours.until)];
  const fields = [
    ...await unknownOf(db, { agencies: [{ path: 'place', label: 'Nơi ký', value: hours.place }], people: [{ path: 'officer', label: 'Lãnh đạo', value: hours.officer }] }),
    ...(until <= from ? [fault('until', 'Đến giờ', 'Giờ cuối đứng trước giờ đầu.')] : []),
    ...(hours.through !== null && hours.through < hours.validFrom ? [fault('through', 'Đến hết ngày', 'Ngày cuối đứng trước ngày đầu.')] : []),
  ];
  if (fields.length > 0) return refuse({ code: 'fields-to-mend', fields });
  const id = newId(by.at);
  await organisationDb(db).insertInto('organisation.signing_hours').values({
    id, officer_id: hours.officer, place_code: hours.place, weekday: hours.weekday, from_time: from, until_time: until, valid_from: hours.validFrom, valid_through: hours.through, entered_by: by.id, entered_at: by.at.toString(),
  }).execute();
  return ok({ id });
}

/** A line of the timetable ends after its last day. */
export async function endSigningHours(db: Db, { id, through }: { readonly id: string; readonly through: string }): Entered {
  const { numUpdatedRows } = await organisationDb(db).updateTable('organisation.signing_hours').set({ valid_through: through }).where('id', '=', id).where('valid_from', '<=', through).executeTakeFirst();
  return numUpdatedRows === 1n ? ok({ id }) : refuse({ code: 'entry-unknown' });
}
