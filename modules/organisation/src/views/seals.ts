// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { ok, refuse, type Result } from '@motcua/kernel';
import type { SealRow, SigningHours } from '../contract.ts';

/** A seal as the act that uses it names it. */
export type Seal = { readonly id: string; readonly name: string; readonly kind: 'main' | 'second' };

/** Why a seal is not put on a paper. */
export type SealRefusal = { readonly reason: 'unknown' | 'out-of-use' | 'custodian'; readonly who: string };

type SealLine = Seal & { readonly agency: string; readonly custodian_id: string; readonly custodian: string; readonly in_use: boolean };

const seals = (day: string) => sql`select s.id, s.agency_code as agency, s.name, s.kind, s.custodian_id, o.name as custodian, (s.valid_from <= ${day} and (s.valid_through is null or s.valid_through >= ${day})) as in_use
  from organisation.seal s join organisation.officer o on o.id = s.custodian_id`;

/** The seals of an agency an officer keeps and may put on a paper on a day, the main one first. */
export async function sealsKeptBy(db: Db, asked: { readonly agency: string; readonly officer: string; readonly day: string }): Promise<readonly Seal[]> {
  const { rows } = await sql<SealLine>`select * from (${seals(asked.day)}) s where agency = ${asked.agency} and custodian_id = ${asked.officer} and in_use order by kind, name`.execute(db);
  return rows.map(({ id, name, kind }) => ({ id, name, kind }));
}

/**
 * The seal a paper of an agency gets: the one named, which only its custodian uses; else the main one, which the system puts on as the agency's signature.
 *
 * @returns null when the agency has registered none: then the digital signature stands alone
 */
export async function sealFor(db: Db, asked: { readonly agency: string; readonly seal: string | null; readonly officer: string; readonly day: string }): Promise<Result<Seal | null, SealRefusal>> {
  const { rows } = await sql<SealLine>`select * from (${seals(asked.day)}) s where agency = ${asked.agency} order by in_use desc, kind, name`.execute(db);
  if (asked.seal === null) {
    const main = rows.find(({ kind, in_use: inUse }) => kind === 'main' && inUse);
    return ok(main === undefined ? null : { id: main.id, name: main.name, kind: main.kind });
  }
  const named = rows.find(({ id }) => id === asked.seal);
  if (named === undefined) return refuse({ reason: 'unknown', who: '' });
  if (!named.in_use) return refuse({ reason: 'out-of-use', who: named.name });
  return named.custodian_id === asked.officer ? ok({ id: named.id, name: named.name, kind: named.kind }) : refuse({ reason: 'custodian', who: named.custodian });
}

/** A seal of the register, with who keeps it; undefined when there is none of this id. */
export async function registeredSeal(db: Db, id: string, day: string): Promise<(Seal & { readonly agency: string; readonly custodian: { readonly id: string; readonly name: string } }) | undefined> {
  const { rows: [seal] } = await sql<SealLine>`select * from (${seals(day)}) s where id = ${id}`.execute(db);
  return seal === undefined ? undefined : { id: seal.id, name: seal.name, kind: seal.kind, agency: seal.agency, custodian: { id: seal.custodian_id, name: seal.custodian } };
}

/** Sổ con dấu: the seals of some agencies (null: of all). */
export async function listSeals(db: Db, { agencies, day }: { readonly agencies: readonly string[] | null; readonly day: string }): Promise<readonly SealRow[]> {
  const { rows } = await sql<Omit<SealRow, 'custodian'> & { custodian_id: string; custodian_name: string }>`
    select s.id, s.agency_code as agency, a.name as "agencyName", s.kind, s.name, k.name as "keptAtName", s.custodian_id, o.name as custodian_name, s.registration_number as "registrationNumber", s.registered_on as "registeredOn",
      s.permission_number as "permissionNumber", s.valid_from as "from", s.valid_through as through, (s.valid_from <= ${day} and (s.valid_through is null or s.valid_through >= ${day})) as "inUse"
    from organisation.seal s join organisation.agency a on a.code = s.agency_code join organisation.agency k on k.code = s.kept_at join organisation.officer o on o.id = s.custodian_id
    where ${agencies === null ? sql`true` : sql`(s.agency_code = any(${[...agencies]}) or s.kept_at = any(${[...agencies]}))`} order by s.agency_code, s.kind, s.name limit 500`.execute(db);
  return rows.map(({ custodian_id: id, custodian_name: name, ...row }) => ({ ...row, custodian: { id, name } }));
}

/** The agency that keeps the register line of a seal, a timetable line, a posting or an absence; undefined when there is none of this id. */
export async function keeperOf(db: Db, register: 'seal' | 'signing-hours' | 'posting', id: string): Promise<string | undefined> {
  const line = { 'seal': sql`select agency_code as agency from organisation.seal`, 'signing-hours': sql`select place_code as agency from organisation.signing_hours`, 'posting': sql`select agency_code as agency from organisation.posting` }[register];
  return (await sql<{ agency: string }>`${line} where id = ${id}`.execute(db)).rows[0]?.agency;
}

type Hours = SigningHours['hours'];

/** Lịch ký: who signs where on which day of the week; lines that are over are left out. */
export async function signingHours(db: Db, { place, day, weekday }: { readonly place: string | undefined; readonly day: string; readonly weekday: number }): Promise<Hours> {
  const { rows } = await sql<Omit<Hours[number], 'officer'> & { officer_id: string; officer_name: string }>`
    select h.id, h.officer_id, o.name as officer_name, o.title, h.place_code as place, a.name as "placeName", h.weekday, to_char(h.from_time, 'HH24:MI') as "from", to_char(h.until_time, 'HH24:MI') as until,
      h.valid_from as "validFrom", h.valid_through as through, (h.weekday = ${weekday}::int and h.valid_from <= ${day}) as today,
      exists (select from organisation.absence x where x.officer_id = h.officer_id and x.first_day <= ${day} and x.last_day >= ${day}) as absent
    from organisation.signing_hours h join organisation.officer o on o.id = h.officer_id join organisation.agency a on a.code = h.place_code
    where (h.valid_through is null or h.valid_through >= ${day}) and ${place === undefined ? sql`true` : sql`h.place_code = ${place}`} order by h.place_code, h.weekday, h.from_time limit 500`.execute(db);
  return rows.map(({ officer_id: id, officer_name: name, ...row }) => ({ ...row, officer: { id, name } }));
}
