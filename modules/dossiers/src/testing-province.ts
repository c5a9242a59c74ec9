// SPDX-License-Identifier: EUPL-1.2
/**
 * A small province to test in: the province, its Centre, a department, two communes, an officer for each role, a handful of real procedures.
 * Everything is entered by the real functions of the modules.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { importProcedures, setFiling, setHandling } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { importHolidays, setOfficeHours } from '@motcua/deadlines';
import { documentStore, issueSigningIdentity, testAuthorityOf, tokenKeyOf } from '@motcua/documents';
import { productEforms, publishEform } from '@motcua/eforms';
import { type Citizen, type Officer, type Role, fixedClock, newId, officeDay } from '@motcua/kernel';
import { messageShelf } from '@motcua/messages';
import { appointHead, findOfficer, openOneStopShop, postOfficer, registerAgencies } from '@motcua/organisation';
import { fromLinkedGroup, importInternalProcedures, publishProcess } from '@motcua/workflow';
import { calendarShelf } from './clock/calendars.ts';
import { periodShelf } from './clock/periods.ts';
import { digitisingShelf } from './store/digitising-rules.ts';
import type { DossierContext } from './context.ts';
import type { CounterIntake, Party } from './contract.ts';
import { readLinkedGroups, setLinkedGroup } from './store/linked-members.ts';

const data = path.resolve(import.meta.dirname, '../../../data');
const json = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(data, file), 'utf8'));

/** Agencies of the small province by what they are. */
export const places = { province: 'Y99', centre: 'Y99.01', department: 'Y99.02', commune: 'Y99.21', otherCommune: 'Y99.22' } as const;

/** Procedures of the small province; `group` links `births`, `residence` and `insurance`; `births` has no time limit in numbers, `workPermits` asks for 224 papers. */
export const procedures = { births: '1.001193', permits: '1.013227', workPermits: '1.014199', rail: '1.005123', group: '2.000986', residence: '1.004222', insurance: '1.001939' } as const;

/** Tuesday, 09:00 in the offices. */
export const startOfTest = Temporal.Instant.from('2026-11-17T09:00:00+07:00');

const since = '2025-07-01';

const kinds = { [places.province]: 'people-committee', [places.centre]: 'centre', [places.department]: 'department', [places.commune]: 'commune', [places.otherCommune]: 'commune' } as const;
const names: Readonly<Record<string, string>> = { [places.province]: 'UBND tỉnh Thử', [places.centre]: 'Trung tâm Phục vụ hành chính công tỉnh Thử', [places.department]: 'Sở Thử nghiệm', [places.commune]: 'UBND xã Một', [places.otherCommune]: 'UBND xã Hai' };

/** Login, agency, roles: one officer for each role at the commune, so that a role can be looked at alone. */
const posts: readonly (readonly [string, string, ...Role[]])[] = [
  ['tiepnhan', places.commune, 'intake-officer'], ['truongbophan', places.commune, 'one-stop-head'], ['chuyenvien', places.commune, 'handling-officer'], ['chuyenvien2', places.commune, 'handling-officer'],
  ['truongphong', places.commune, 'division-head'], ['lanhdao', places.commune, 'leader'], ['vanthu', places.commune, 'records-clerk'], ['thuquy', places.commune, 'cashier'], ['huongdan', places.commune, 'guide'],
  ['buuta', places.commune, 'postal-worker'], ['gopy', places.commune, 'consulted-officer'], ['quantri', places.commune, 'agency-administrator'],
  ['tiepnhan.tt', places.centre, 'intake-officer', 'one-stop-head', 'cashier'], ['chuyenvien.so', places.department, 'handling-officer', 'consulted-officer'], ['truongphong.so', places.department, 'division-head'],
  ['lanhdao.so', places.department, 'leader'], ['vanthu.so', places.department, 'records-clerk'], ['lanhdao.tinh', places.province, 'province-leader'], ['kiemsoat.tinh', places.province, 'procedure-controller'],
  ['quantri.tinh', places.province, 'province-administrator'], ['tiepnhan.hai', places.otherCommune, 'intake-officer', 'one-stop-head', 'cashier'], ['chuyenvien.hai', places.otherCommune, 'handling-officer', 'records-clerk', 'consulted-officer'],
  ['lanhdao.hai', places.otherCommune, 'leader'], ['phochutich', places.commune, 'leader'],
];

export const officerLogins: readonly string[] = posts.map(([login]) => login);

/** The small province, open for acts. */
export type SmallProvince = {
  readonly ctx: DossierContext;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly secret: Uint8Array;
  /** Officers by login. @throws when there is none */
  readonly officer: (login: string) => Officer;
  readonly remove: () => void;
};

async function enterOrganisation(db: Db, secret: Uint8Array): Promise<void> {
  const at = startOfTest;
  await registerAgencies(db, Object.entries(kinds).map(([code, kind]) => ({
    code, name: names[code] ?? code, short_name: null, parent_code: code === places.province ? null : places.province, kind, place_code: null, phone: '0900000262', address: 'Số 1 đường Thử',
    code_format: 'DOTTED_2020', valid_from: since, valid_until: null, demonstration: true,
  })));
  for (const shop of [places.centre, places.commune, places.otherCommune]) {
    await openOneStopShop(db, { agency_code: shop, name: `Bộ phận Một cửa ${names[shop] ?? ''}`, address: 'Số 1 đường Thử', phone: '0900000262', takes_all_of_province: shop === places.centre, counters: [] });
  }
  const authority = await testAuthorityOf(db, secret, at.subtract({ hours: 24 * 400 }));
  const [from, organisation] = [at.subtract({ hours: 24 * 300 }), 'Thử nghiệm'];
  for (const [login, agency, ...roles] of posts) {
    const id = newId(at);
    await postOfficer(db, { id, login, name: `Cán bộ ${login}`, title: roles.includes('leader') ? 'Lãnh đạo' : 'Công chức', phone: null, from: since, postings: roles.map((role) => ({ id: newId(at), role, agency, unit: null })) });
    if (login.startsWith('lanhdao') && roles.includes('leader')) await appointHead(db, { agency, officer: id, title: agency === places.department ? 'Giám đốc' : 'Chủ tịch', collective: agency === places.department ? null : 'Ủy ban nhân dân', from: since, at });
    if (roles.includes('leader')) await issueSigningIdentity(db, authority, { kind: 'officer', ref: id, name: `Cán bộ ${login}`, organisation, secret, at: from });
  }
  for (const ref of [places.province, places.department, places.commune, places.otherCommune]) await issueSigningIdentity(db, authority, { kind: 'agency', ref, name: names[ref] ?? ref, organisation, secret, at: from });
}

let publishedLines: readonly string[] | undefined;

/** The published records of the procedures we use, as they stand in the catalogue's file. */
function recordLines(): readonly string[] {
  publishedLines ??= gunzipSync(fs.readFileSync(path.join(data, 'procedures/procedures.jsonl.gz'))).toString('utf8').split('\n')
    .filter((line) => Object.values(procedures).some((code) => line.startsWith(`{"code":"${code}"`) || line.startsWith(`{"code": "${code}"`)));
  return publishedLines;
}

async function enterProcedures(db: Db): Promise<void> {
  const at = Temporal.Instant.from(`${since}T00:00:00+07:00`);
  await importProcedures(db, recordLines(), { clock: { now: () => at }, source: 'test' });
  await importInternalProcedures(db, json('internal-procedures/own-models.json'), { by: 'test', at, dryRun: false });
  for (const form of await productEforms()) await publishEform(db, form, { by: 'test', at });
  const handled = { unit: null, resultSymbol: 'QĐ-UBND', ownModel: true, validFrom: since, eformKey: 'don-de-nghi' };
  await setHandling(db, [
    { ...handled, procedureCode: procedures.births, agency: places.commune, processKey: 'MC-XA-NGAY', eformKey: 'dang-ky-khai-sinh' },
    { ...handled, procedureCode: procedures.permits, agency: places.commune, processKey: 'MC-XA-CHUAN' },
    { ...handled, procedureCode: procedures.permits, agency: places.otherCommune, processKey: 'MC-XA-CHUAN' },
    { ...handled, procedureCode: procedures.workPermits, agency: places.department, processKey: 'MC-SO-CHUAN', resultSymbol: 'GP-STN' },
    { ...handled, procedureCode: procedures.rail, agency: places.department, processKey: 'MC-SO-CHUAN', resultSymbol: 'GP-STN' },
    { ...handled, procedureCode: procedures.group, agency: places.commune, processKey: 'MC-LT-KHAI-SINH', eformKey: 'dang-ky-khai-sinh' },
    { ...handled, procedureCode: procedures.residence, agency: places.commune, processKey: 'MC-XA-CHUAN' },
    { ...handled, procedureCode: procedures.insurance, agency: places.otherCommune, processKey: 'MC-XA-CHUAN' },
  ]);
  for (const { process, ...group } of readLinkedGroups(json('linked-groups/groups.json'))) {
    const published = await publishProcess(db, { key: process, name: group.name, xml: await fromLinkedGroup({ id: process, ...group }), by: 'test', at });
    if (!published.ok) throw new Error(JSON.stringify(published.error));
    await setLinkedGroup(db, { ...group, validFrom: since, members: group.members.map((member) => ({ ...member, agency: member.procedure === procedures.insurance ? places.otherCommune : 'solving' })) });
  }
  await setFiling(db, { scope: places.province, procedure: null, validFrom: '2018-01-01', ownPortal: true, legal: 'test' });
}

const shifts = [['07:30', '11:30'], ['13:00', '17:00']] as const;

/** Makes the small province in an empty, migrated database. */
export async function smallProvince(db: Db): Promise<SmallProvince> {
  const secret = Buffer.alloc(32, 7);
  await importHolidays(db, json('holidays/vn-holidays-2018-2027.json'));
  await setOfficeHours(db, { scope: 'VN', validFrom: '2018-01-01', cutoff: null, source: 'test', shifts: { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts, sat: [], sun: [] } });
  await enterOrganisation(db, secret);
  await enterProcedures(db);
  const clock = fixedClock(startOfTest);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-documents-'));
  const { key } = await tokenKeyOf(db, secret, startOfTest);
  const officers = new Map<string, Officer>();
  for (const login of officerLogins) {
    const found = await findOfficer(db, { login }, officeDay(startOfTest).toString());
    if (found !== undefined) officers.set(login, found);
  }
  return {
    clock, secret,
    ctx: { db, clock, files: documentStore({ folder, secret }), calendars: calendarShelf(clock), periods: periodShelf(clock), digitising: digitisingShelf(clock), messages: messageShelf(clock), province: places.province, publicOrigin: 'http://localhost:8080', tokenKey: key, secret, demonstration: true },
    officer: (login) => {
      const found = officers.get(login);
      if (found === undefined) throw new Error(`no officer ${login}`);
      return found;
    },
    remove: () => { fs.rmSync(folder, { recursive: true, force: true }); },
  };
}

/** A person with nothing special; the number belongs to nobody. */
export function aParty(about: Partial<Party> = {}): Party {
  return { kind: 'person', name: 'Nguyễn Văn Mẫu', personalId: '000095012345', birthDate: '1995-01-23', address: { province: null, commune: null, text: 'Thôn Thử, xã Một' }, phone: '0900000123', email: null, ...about };
}

/** A citizen signed in. */
export function aCitizen(about: Partial<Citizen> = {}): Citizen {
  return { kind: 'citizen', id: 'mau', name: 'Nguyễn Văn Mẫu', personalId: '000095012345', ...about };
}

/** Answers the form «Đơn đề nghị» takes. */
export const plainAnswers: Readonly<Record<string, unknown>> = {
  requesterName: 'Nguyễn Văn Mẫu', requesterId: '000095012345', requesterPhone: '0900000123', onBehalf: 'self', request: 'Đề nghị giải quyết theo quy định.', promise: true,
  requesterAddress: { province: '66', provinceName: 'Tỉnh Thử', commune: '24000', communeName: 'Xã Một', street: 'Thôn Thử' },
};

/** An intake at the commune's counter; `permits` asks for papers that are all in order. */
export function anIntake(about: Partial<CounterIntake> = {}): CounterIntake {
  return {
    clientKey: randomUUID(), procedure: procedures.permits, circumstance: null, receivingAgency: places.commune, solvingAgency: places.commune, returningAgency: places.commune, channel: 'counter',
    applicant: aParty(), submitter: null, authorisation: null, answers: { ...plainAnswers }, papers: Array.from({ length: 300 }, (_, at) => ({ no: at + 1, state: 'ok' as const, originals: 1, copies: 0, remark: null })),
    returnWay: 'counter', fee: { amountVnd: 0, way: 'none' }, limitOverride: null, outcome: { kind: 'accept' }, ...about,
  };
}
