// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { type Result, newId, ok, refuse } from '@motcua/kernel';
import type { NewHeadship } from '../contract.ts';
import { organisationDb } from '../store/tables.ts';
import { type By, type EntryFault, type EntryRefusal, fault, unknownOf } from './entry.ts';

type Entered = Promise<Result<{ readonly id: string }, EntryRefusal>>;

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

async function faultsOf(tx: Db, head: NewHeadship, by: By): Promise<readonly EntryFault[]> {
  const same = await organisationDb(tx).selectFrom('organisation.headship').select('id').where('agency_code', '=', head.agency).where('valid_from', '=', head.from).executeTakeFirst();
  return [
    ...await unknownOf(tx, { agencies: [{ path: 'agency', label: 'Cơ quan', value: head.agency }], people: [{ path: 'officer', label: 'Người đứng đầu', value: head.officer }] }),
    ...(head.officer === by.id ? [fault('officer', 'Người đứng đầu', 'Không tự ghi cho chính mình. Nhờ người quản trị khác.')] : []),
    ...(same === undefined ? [] : [fault('from', 'Từ ngày', 'Đã có người đứng đầu từ chính ngày này. Chọn ngày khác; dòng cũ không sửa được.')]),
  ];
}

/**
 * Người đứng đầu cơ quan từ một ngày: whoever headed it before ends the day before; a head already known to follow sets the last day.
 *
 * @error fields-to-mend
 */
export function enterHead(db: Db, head: NewHeadship, by: By): Entered {
  return inTransaction(db, async (tx): Entered => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`head ${head.agency}`}, 0))`.execute(tx);
    const fields = await faultsOf(tx, head, by);
    if (fields.length > 0) return refuse({ code: 'fields-to-mend', fields });
    const into = organisationDb(tx);
    const next = await into.selectFrom('organisation.headship').select('valid_from').where('agency_code', '=', head.agency).where('valid_from', '>', head.from).orderBy('valid_from').limit(1).executeTakeFirst();
    await into.updateTable('organisation.headship').set({ valid_until: head.from }).where('agency_code', '=', head.agency).where('valid_from', '<', head.from)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', head.from)])).execute();
    const id = newId(by.at);
    await into.insertInto('organisation.headship').values({
      id, agency_code: head.agency, officer_id: head.officer, title: head.title, collective: head.collective, valid_from: head.from, valid_until: next?.valid_from ?? null, document_number: head.documentNumber, entered_by: by.id, entered_at: by.at.toString(),
    }).execute();
    return ok({ id });
  });
}

/** A head leaves after the last day; nobody follows until another is entered. */
export async function endHead(db: Db, { id, through, today }: { readonly id: string; readonly through: string; readonly today: string }): Entered {
  if (through < today) return refuse({ code: 'fields-to-mend', fields: [fault('through', 'Đến hết ngày', 'Ngày cuối là hôm nay hoặc sau hôm nay.')] });
  const { numUpdatedRows } = await organisationDb(db).updateTable('organisation.headship').set({ valid_until: dayAfter(through) }).where('id', '=', id).where('valid_from', '<=', through)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', dayAfter(through))])).executeTakeFirst();
  return numUpdatedRows === 1n ? ok({ id }) : refuse({ code: 'entry-unknown' });
}
