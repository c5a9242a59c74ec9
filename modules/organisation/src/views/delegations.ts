// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Result } from '@motcua/kernel';
import type { DelegationRow } from '../contract.ts';
import { type AuthorityRefusal, type AuthorityRegister, type Delegation, type DelegationKind, type SigningAuthority, headOn, signatories, signingAuthority } from '../rules/signing-authority.ts';
import { organisationDb } from '../store/tables.ts';

type Case = { readonly agency: string; readonly procedure: string; readonly day: string };

const above = (agency: string) => sql`(with recursive line as (
  select code, parent_code from organisation.agency where code = ${agency} union all select a.code, a.parent_code from organisation.agency a join line l on l.parent_code = a.code) select code from line)`;

/** Headships and delegations that can bear on papers of an agency: its own, and the written authorisations from above to its heads. */
async function registerOf(db: Db, agency: string): Promise<AuthorityRegister> {
  const heads = await sql<{ agency: string; id: string; name: string; title: string; collective: string | null; from: string; until: string | null }>`
    select h.agency_code as agency, o.id, o.name, h.title, h.collective, h.valid_from as "from", h.valid_until as until
    from organisation.headship h join organisation.officer o on o.id = h.officer_id where h.agency_code in ${above(agency)} order by h.valid_from desc`.execute(db);
  const held = await sql<Omit<Delegation, 'delegator' | 'delegate'> & { delegator_id: string; delegator_name: string; delegate_id: string; delegate_name: string }>`
    select d.id, d.kind, d.agency_code as agency, d.delegator_id, r.name as delegator_name, d.delegate_id, e.name as delegate_name, d.delegate_title as "delegateTitle", d.number,
      d.issued_on as "issuedOn", d.procedures, d.valid_from as "from", d.valid_through as through, v.revoked_from as "revokedFrom", coalesce(v.competence_moved, false) as "competenceMoved"
    from organisation.delegation d join organisation.officer r on r.id = d.delegator_id join organisation.officer e on e.id = d.delegate_id
      left join organisation.delegation_revocation v on v.delegation_id = d.id
    where d.agency_code = ${agency} or (d.kind = 'TUQ' and d.agency_code in ${above(agency)} and d.delegate_id in (select officer_id from organisation.headship where agency_code = ${agency}))
    order by d.valid_from desc, d.id`.execute(db);
  return {
    headships: heads.rows.map(({ id, name, ...head }) => ({ ...head, officer: { id, name } })),
    delegations: held.rows.map(({ delegator_id, delegator_name, delegate_id, delegate_name, ...one }) => ({ ...one, delegator: { id: delegator_id, name: delegator_name }, delegate: { id: delegate_id, name: delegate_name } })),
  };
}

/**
 * In which right an officer signs a paper of an agency in a procedure on a day (kiểm tra thẩm quyền lúc ký).
 *
 * @error the reasons of `AuthorityRefusal`, with document, day and who may sign
 */
export async function authorityToSign(db: Db, asked: Case & { readonly officer: string }): Promise<Result<SigningAuthority, AuthorityRefusal>> {
  return signingAuthority(await registerOf(db, asked.agency), asked);
}

/** Who may sign for an agency in a procedure on a day, and who heads it. */
export async function signatoriesOf(db: Db, asked: Case): Promise<{ readonly head: { readonly name: string; readonly title: string } | null; readonly signatories: ReturnType<typeof signatories> }> {
  const register = await registerOf(db, asked.agency);
  const head = headOn(register, asked.agency, asked.day);
  return { head: head === undefined ? null : { name: head.officer.name, title: head.title }, signatories: signatories(register, asked) };
}

type Asked = { readonly agencies: readonly string[] | null; readonly state?: DelegationRow['state'] | undefined; readonly day: string };

type Row = {
  id: string; kind: DelegationKind; agency: string; agency_name: string; delegator_id: string; delegator_name: string; delegate_id: string; delegate_name: string; delegate_title: string;
  number: string; issued_on: string; legal_basis: string; procedures: string[] | null; valid_from: string; valid_through: string | null; appraised_by: string | null; appraised_on: string | null; appraisal_number: string | null;
  revoked_from: string | null; revocation_number: string | null; reason: string | null; entered_by: string; state: DelegationRow['state']; days_left: number | null;
};

/** Lines the register shows at once: a province has some hundreds in force. */
const most = 500;

/** Sổ ủy quyền: the register of some agencies (null: of all), newest first, each with its state on a day. */
export async function listDelegations(db: Db, { agencies, state, day }: Asked): Promise<readonly DelegationRow[]> {
  const { rows } = await sql<Row>`select * from (
    select d.id, d.kind, d.agency_code as agency, a.name as agency_name, d.delegator_id, r.name as delegator_name, d.delegate_id, e.name as delegate_name, d.delegate_title, d.number, d.issued_on, d.legal_basis,
      d.procedures, d.valid_from, d.valid_through, d.appraised_by, d.appraised_on, d.appraisal_number, v.revoked_from, v.number as revocation_number, v.reason, w.name as entered_by, d.entered_at,
      case when v.revoked_from <= ${day} then 'revoked' when d.valid_from > ${day} then 'not-yet-valid' when d.valid_through < ${day} then 'expired' else 'in-force' end as state,
      case when v.revoked_from <= ${day} or d.valid_from > ${day} or d.valid_through < ${day} then null else d.valid_through - ${day}::date end as days_left
    from organisation.delegation d join organisation.agency a on a.code = d.agency_code join organisation.officer r on r.id = d.delegator_id join organisation.officer e on e.id = d.delegate_id
      join organisation.officer w on w.id = d.entered_by left join organisation.delegation_revocation v on v.delegation_id = d.id
    where ${agencies === null ? sql`true` : sql`d.agency_code = any(${[...agencies]})`}) lines
    where ${state === undefined ? sql`true` : sql`state = ${state}`} order by entered_at desc, id limit ${most}`.execute(db);
  return rows.map((row) => ({
    id: row.id, kind: row.kind, agency: row.agency, agencyName: row.agency_name, delegator: { id: row.delegator_id, name: row.delegator_name }, delegate: { id: row.delegate_id, name: row.delegate_name }, delegateTitle: row.delegate_title,
    number: row.number, issuedOn: row.issued_on, legalBasis: row.legal_basis, procedures: row.procedures, from: row.valid_from, through: row.valid_through,
    appraisal: row.appraised_by === null ? null : { by: row.appraised_by, on: row.appraised_on, number: row.appraisal_number },
    revocation: row.revoked_from === null ? null : { from: row.revoked_from, number: row.revocation_number ?? '', reason: row.reason ?? '' }, state: row.state, daysLeft: row.days_left, enteredBy: row.entered_by,
  }));
}

/** The agency whose register holds a delegation; undefined when there is none of this id. */
export async function agencyOfDelegation(db: Db, id: string): Promise<string | undefined> {
  return (await organisationDb(db).selectFrom('organisation.delegation').select('agency_code as agency').where('id', '=', id).executeTakeFirst())?.agency;
}

/** Who is posted at an agency on a day, with roles. */
export async function officersAt(db: Db, agency: string, day: string): Promise<readonly { readonly id: string; readonly name: string; readonly title: string; readonly roles: readonly string[] }[]> {
  return organisationDb(db).selectFrom('organisation.posting as p').innerJoin('organisation.officer as o', 'o.id', 'p.officer_id')
    .select(({ fn }) => ['o.id', 'o.name', 'o.title', fn.agg<string[]>('array_agg', ['p.role']).as('roles')])
    .where('p.agency_code', '=', agency).where('p.valid_from', '<=', day).where((where) => where.or([where('p.valid_until', 'is', null), where('p.valid_until', '>', day)]))
    .groupBy(['o.id', 'o.name', 'o.title', 'o.login']).orderBy('o.login').execute();
}
