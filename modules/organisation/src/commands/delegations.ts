// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, isUniqueViolation } from '@motcua/db-kit';
import { newId, ok, refuse, type Result } from '@motcua/kernel';
import type { z } from 'zod';
import type { NewDelegation, Revocation } from '../contract.ts';
import { type Delegation, headOn, lapsed } from '../rules/signing-authority.ts';
import { organisationDb } from '../store/tables.ts';
import { type By, type EntryFault, type EntryRefusal, type UnknownProcedures, fault, noneUnknown, procedureFaults, unknownOf } from './entry.ts';

/** What the entry itself says that the law does not allow. */
function contradictions({ kind, delegator, delegate, procedures, from, through, issuedOn, appraisal }: NewDelegation): readonly EntryFault[] {
  return [
    ...(delegator === delegate ? [fault('delegate', 'Người được giao ký', 'Người giao và người được giao phải là hai người.')] : []),
    ...(through !== null && through < from ? [fault('through', 'Đến hết ngày', 'Ngày cuối đứng trước ngày đầu. Kiểm tra lại hai ngày.')] : []),
    ...(from < issuedOn ? [fault('from', 'Từ ngày', 'Ngày bắt đầu đứng trước ngày ký văn bản. Việc giao ký không có hiệu lực trở về trước.')] : []),
    ...(kind === 'TUQ' && through === null ? [fault('through', 'Đến hết ngày', 'Ủy quyền (TUQ.) phải có thời hạn. Ghi ngày cuối theo văn bản.')] : []),
    ...(kind === 'TUQ' && procedures === null ? [fault('procedures', 'Thủ tục', 'Ủy quyền (TUQ.) phải giới hạn nội dung. Chọn từng thủ tục theo văn bản.')] : []),
    ...(procedures?.length === 0 ? [fault('procedures', 'Thủ tục', 'Chưa chọn thủ tục nào.')] : []),
    ...(appraisal !== null && appraisal.on > issuedOn ? [fault('appraisal.on', 'Ngày thẩm định', 'Thẩm định phải trước khi ký văn bản.')] : []),
  ];
}

type Held = Pick<Delegation, 'kind' | 'number' | 'from' | 'through' | 'revokedFrom'>;

/** What an officer was given to sign for an agency, newest first. */
const heldBy = (tx: Db, officer: string, agency: string): Promise<readonly Held[]> => organisationDb(tx).selectFrom('organisation.delegation as d').leftJoin('organisation.delegation_revocation as r', 'r.delegation_id', 'd.id')
  .select(['d.kind', 'd.number', 'd.valid_from as from', 'd.valid_through as through', 'r.revoked_from as revokedFrom']).where('d.delegate_id', '=', officer).where('d.agency_code', '=', agency).orderBy('d.valid_from', 'desc').execute();

const people = (day: string | null): string => (day ?? '').split('-').reverse().join('/');

/** «Văn bản 2/QC giao cho người này đã hết hạn từ 30/06/2026» */
function lapsedWords({ number, from, through, revokedFrom }: Held, why: NonNullable<ReturnType<typeof lapsed>>): string {
  const document = `Văn bản ${number} giao cho người này`;
  switch (why) {
    case 'revoked': return `${document} đã bị thu hồi từ ${people(revokedFrom)}, không còn hiệu lực`;
    case 'expired': return `${document} hết hiệu lực sau ${people(through)}, không còn hiệu lực`;
    case 'not-yet-valid': return `${document} từ ${people(from)} mới có hiệu lực, chưa có hiệu lực`;
  }
}

/** Whether the delegator may delegate: the head, or one who on that day signs by order (TL.) for the same agency and passes on to a deputy (KT.). A written authorisation is never passed on. */
async function delegatorFaults(tx: Db, { kind, agency, delegator, issuedOn }: NewDelegation): Promise<readonly EntryFault[]> {
  const heads = await organisationDb(tx).selectFrom('organisation.headship').select(['officer_id as id', 'valid_from as from', 'valid_until as until']).where('agency_code', '=', agency).execute();
  const head = headOn({ headships: heads.map(({ id, from, until }) => ({ agency, officer: { id, name: '' }, title: '', collective: null, from, until })) }, agency, issuedOn);
  if (head?.officer.id === delegator) return [];
  const held = await heldBy(tx, delegator, agency);
  const orders = held.filter((one) => one.kind === 'TL');
  if (kind === 'KT' && orders.some((one) => lapsed(one, issuedOn) === null)) return [];
  const [order] = orders;
  const ended = order === undefined ? null : lapsed(order, issuedOn);
  if (kind === 'KT' && order !== undefined && ended !== null) return [fault('delegator', 'Người giao', `${lapsedWords(order, ended)} vào ngày ký văn bản này nên người này không giao ký thay được. Chọn người đứng đầu, hoặc ghi văn bản giao mới trước.`)];
  if (held.some((one) => one.kind === 'TUQ')) return [fault('delegator', 'Người giao', 'Người này chỉ ký theo ủy quyền nên không được ủy quyền lại.')];
  return [fault('delegator', 'Người giao', 'Người này không phải người đứng đầu cơ quan vào ngày ký văn bản. Chọn người đứng đầu, hoặc ghi người đứng đầu trước.')];
}

const unknownPeople = (tx: Db, { agency, delegator, delegate }: NewDelegation): Promise<readonly EntryFault[]> => unknownOf(tx, {
  agencies: [{ path: 'agency', label: 'Cơ quan', value: agency }],
  people: [{ path: 'delegator', label: 'Người giao', value: delegator }, { path: 'delegate', label: 'Người được giao ký', value: delegate }],
});

/**
 * Vào sổ một văn bản ủy quyền, phân công ký.
 *
 * @param unknownProcedures - which of some procedure codes nobody knows; this module knows no catalogue
 * @error fields-to-mend - everything the entry contradicts, at once
 * @legal nd-30-2020/d13
 */
export function enterDelegation(db: Db, entry: NewDelegation, by: By, unknownProcedures: UnknownProcedures = noneUnknown): Promise<Result<{ readonly id: string }, EntryRefusal>> {
  return inTransaction(db, async (tx): Promise<Result<{ readonly id: string }, EntryRefusal>> => {
    const unknown = await unknownPeople(tx, entry);
    const fields = [...unknown, ...contradictions(entry), ...await procedureFaults(entry.procedures, unknownProcedures), ...(unknown.length > 0 ? [] : await delegatorFaults(tx, entry))];
    if (fields.length > 0) return refuse({ code: 'fields-to-mend', fields });
    const id = newId(by.at);
    await organisationDb(tx).insertInto('organisation.delegation').values({
      id, kind: entry.kind, agency_code: entry.agency, delegator_id: entry.delegator, delegate_id: entry.delegate, delegate_title: entry.delegateTitle, number: entry.number, issued_on: entry.issuedOn,
      legal_basis: entry.legalBasis, procedures: entry.procedures === null ? null : [...new Set(entry.procedures)], valid_from: entry.from, valid_through: entry.through,
      appraised_by: entry.appraisal?.by ?? null, appraised_on: entry.appraisal?.on ?? null, appraisal_number: entry.appraisal?.number ?? null, entered_by: by.id, entered_at: by.at.toString(),
    }).execute();
    return ok({ id });
  }).catch((thrown: unknown) => {
    if (!isUniqueViolation(thrown, 'delegation_by_number')) throw thrown;
    return refuse({ code: 'fields-to-mend', fields: [fault('number', 'Số văn bản', 'Văn bản này đã có trong sổ cho người này.')] });
  });
}

/**
 * Thu hồi: from its day on nothing is signed under the delegation; what was signed before stays signed.
 *
 * @error entry-unknown, revoked-already
 */
export async function revokeDelegation(db: Db, asked: z.infer<typeof Revocation> & { readonly id: string }, by: By): Promise<Result<{ readonly id: string }, EntryRefusal>> {
  const { id, from, number, reason, competenceMoved } = asked;
  const known = await organisationDb(db).selectFrom('organisation.delegation').select('issued_on').where('id', '=', id).executeTakeFirst();
  if (known === undefined) return refuse({ code: 'entry-unknown' });
  if (from < known.issued_on) return refuse({ code: 'fields-to-mend', fields: [fault('from', 'Thu hồi từ ngày', 'Ngày thu hồi đứng trước ngày ký văn bản.')] });
  const { numInsertedOrUpdatedRows: taken } = await organisationDb(db).insertInto('organisation.delegation_revocation')
    .values({ delegation_id: id, revoked_from: from, number, reason, competence_moved: competenceMoved, entered_by: by.id, entered_at: by.at.toString() })
    .onConflict((row) => row.column('delegation_id').doNothing()).executeTakeFirstOrThrow();
  return taken === 1n ? ok({ id }) : refuse({ code: 'revoked-already' });
}

/** Who heads an agency from a day on; the one before ends on that day. */
export async function appointHead(db: Db, head: { readonly agency: string; readonly officer: string; readonly title: string; readonly collective: string | null; readonly from: string; readonly at: Temporal.Instant }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const into = organisationDb(tx);
    await into.updateTable('organisation.headship').set({ valid_until: head.from }).where('agency_code', '=', head.agency).where('valid_until', 'is', null).where('valid_from', '<', head.from).execute();
    await into.insertInto('organisation.headship').values({ id: newId(head.at), agency_code: head.agency, officer_id: head.officer, title: head.title, collective: head.collective, valid_from: head.from, valid_until: null }).execute();
  });
}
