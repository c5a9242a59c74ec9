// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { setCredential } from '@motcua/access';
import { type Handling, importProcedures, searchProcedures, setFiling, setHandling } from '@motcua/catalogue';
import { type Db, inTransaction } from '@motcua/db-kit';
import { importHolidays, setOfficeHours } from '@motcua/deadlines';
import { issueSigningIdentity, testAuthorityOf } from '@motcua/documents';
import { readLinkedGroups, setLinkedGroup } from '@motcua/dossiers';
import { fold, newId, officeDay } from '@motcua/kernel';
import { findAgency, importAgencies, importPlaces, openOneStopShop, postOfficer, registerAgencies, registerDivisions } from '@motcua/organisation';
import { fromLinkedGroup, getDefinition, importInternalProcedures, publishProcess } from '@motcua/workflow';
import { z } from 'zod';
import type { Installation } from '../installation.ts';
import { loadAuthority } from './authority.ts';
import { publishForms } from './form-papers.ts';
import { confirmKinds } from './held-papers.ts';
import { loadPosts } from './posts.ts';
import { type Names, type Random, officers, personName, seeded } from './people.ts';
import { agencies, centre, communeDivisions, communes, departments, province, verticals } from './province.ts';

const data = path.resolve(import.meta.dirname, '../../../../data');
const json = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(data, file), 'utf8'));

/** All officers of the demonstration sign in with this password and the code shown on its help page. */
export const demonstrationPassword = 'mot-cua-trinh-dien';

const since = '2025-07-01';
const officeShifts = [['07:30', '11:30'], ['13:00', '17:00']] as const;

export function givenNames(): Names {
  const [first = 'An', ...others] = fs.readFileSync(path.join(data, 'names/given-names.csv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split(',')[0]?.normalize('NFC') ?? 'An').filter((name) => name.length > 1);
  return [first, ...others];
}

async function loadOrganisation(installation: Installation, random: Random, names: Names): Promise<void> {
  const { context: { db, clock }, secret } = installation;
  const at = clock.now();
  await registerAgencies(db, agencies.map((agency) => ({
    code: agency.code, name: agency.name, short_name: agency.short, parent_code: agency === province ? null : province.code, kind: agency.kind, place_code: null, phone: '0900 000 262',
    address: `Số 1 đường Trình Diễn, ${agency.short}`, code_format: 'DOTTED_2020', valid_from: since, valid_until: null, demonstration: true,
  })));
  const counters = [{ number: '01', subject: 'Hộ tịch, chứng thực' }, { number: '02', subject: 'Đất đai, xây dựng' }, { number: '03', subject: 'Các lĩnh vực khác' }];
  await openOneStopShop(db, { agency_code: centre.code, name: centre.name, address: 'Số 1 đường Trình Diễn, tỉnh Sông Mây', phone: '0900 000 262', takes_all_of_province: true, counters });
  for (const commune of communes) {
    await openOneStopShop(db, { agency_code: commune.code, name: commune.name.replace('UBND', 'Trung tâm Phục vụ hành chính công'), address: `Trụ sở ${commune.name}`, phone: '0900 000 262', takes_all_of_province: true, counters });
    await registerDivisions(db, commune.code, communeDivisions);
  }
  const authority = await testAuthorityOf(db, secret, at.subtract({ hours: 24 * 90 }));
  for (const { login, title, postings, signs, account } of officers) {
    const id = newId(at);
    const { name } = personName(random, names);
    await postOfficer(db, { id, login, name, title, phone: '0900 000 262', from: since, postings: postings.map((posting) => ({ ...posting, id: newId(at), unit: null })) });
    if (account) await setCredential(db, secret, { id, login, password: demonstrationPassword });
    const agency = agencies.find(({ code }) => code === postings[0]?.agency);
    // Who takes papers in signs what he digitises.
    if (signs || postings.some(({ role }) => role === 'intake-officer' || role === 'handling-officer')) await issueSigningIdentity(db, authority, { kind: 'officer', ref: id, name, organisation: agency?.name ?? '', secret, at: at.subtract({ hours: 24 * 80 }) });
  }
  for (const agency of [province, centre, ...departments, ...Object.values(verticals), ...communes]) await issueSigningIdentity(db, authority, { kind: 'agency', ref: agency.code, name: agency.name, organisation: agency.name, secret, at: at.subtract({ hours: 24 * 80 }) });
}

type Row = Handling & { readonly validFrom: string };

const formsByName: readonly (readonly [RegExp, string])[] = [
  [/^thu tuc dang ky khai sinh$/u, 'dang-ky-khai-sinh'], [/^thu tuc dang ky ket hon$/u, 'dang-ky-ket-hon'], [/chung thuc ban sao tu ban chinh/u, 'chung-thuc-ban-sao'], [/cap giay xac nhan tinh trang hon nhan/u, 'xac-nhan-tinh-trang-hon-nhan'],
  [/dang ky thanh lap ho kinh doanh/u, 'dang-ky-thanh-lap-ho-kinh-doanh'], [/gia han giay phep xay dung/u, 'gia-han-giay-phep-xay-dung'],
];

const formOf = (name: string): string => formsByName.find(([pattern]) => pattern.test(fold(name)))?.[1] ?? 'don-de-nghi';

const Published = z.object({ id: z.string(), procedure_codes: z.array(z.string()).catch([]) });

/** The real internal procedures a department may use: those that lead through approval to a return. */
async function publishedProcesses(installation: Installation): Promise<ReadonlyMap<string, string>> {
  const records = json('internal-procedures/internal-procedures.json');
  const byProcedure = new Map<string, string>();
  for (const { id, procedure_codes: codes } of z.array(Published).parse(records)) {
    const process = await getDefinition(installation.context.db, id);
    const acts = new Set([...process?.definition.nodes.values() ?? []].map(({ task }) => task?.act));
    if (!acts.has('approve') || !acts.has('return') || !acts.has('appraise')) continue;
    for (const code of codes) byProcedure.set(code, id);
  }
  return byProcedure;
}

/** Where the parts of a linked group are solved that the commune does not solve itself. */
const partAgencies: Readonly<Record<string, string>> = { '1.004222': verticals.police.code, '1.001939': verticals.insurance.code };

/** The linked groups, each with its process; how its parts go on is ours, and says so. */
async function loadLinkedGroups(db: Db, published: Temporal.Instant): Promise<void> {
  const rows: Row[] = [];
  for (const { process, ...group } of readLinkedGroups(json('linked-groups/groups.json'))) {
    const drawn = await publishProcess(db, { key: process, name: group.name, xml: await fromLinkedGroup({ id: process, ...group }), by: 'demonstration', at: published });
    if (!drawn.ok) throw new Error(`linked group ${group.code}: ${JSON.stringify(drawn.error)}`);
    await setLinkedGroup(db, { ...group, validFrom: since, members: group.members.map((member) => ({ ...member, agency: partAgencies[member.procedure] ?? 'solving' })) });
    for (const { procedure } of group.members) {
      const agency = partAgencies[procedure];
      if (agency !== undefined) rows.push({ procedureCode: procedure, agency, processKey: 'MC-SO-CHUAN', eformKey: 'don-de-nghi', unit: null, resultSymbol: 'GXN', ownModel: true, validFrom: since });
    }
  }
  await setHandling(db, rows);
}

async function loadHandlings(installation: Installation): Promise<void> {
  const { db, clock } = installation.context;
  const day = officeDay(clock.now()).toString();
  const groups = new Map(readLinkedGroups(json('linked-groups/groups.json')).map((group) => [group.code, group]));
  const published = await publishedProcesses(installation);
  const rows: Row[] = [];
  const { procedures: ofCommunes } = await searchProcedures(db, { day, level: 'COMMUNE', limit: 5000 });
  for (const { code, name, time } of ofCommunes) {
    const quick = time !== null && (time.unit === 'HOUR' || (time.unit === 'OTHER' && (time.value ?? 9) <= 1) || (time.unit === 'WORKING_DAY' && (time.value ?? 9) <= 1));
    for (const { code: agency } of communes) rows.push({ procedureCode: code, agency, processKey: groups.get(code)?.process ?? (quick ? 'MC-XA-NGAY' : 'MC-XA-CHUAN'), eformKey: groups.get(code)?.eform ?? formOf(name), unit: null, resultSymbol: 'QĐ-UBND', ownModel: true, validFrom: since });
  }
  const { procedures: ofProvince } = await searchProcedures(db, { day, level: 'PROVINCE', limit: 5000 });
  for (const { code, name, field } of ofProvince) {
    const process = published.get(code);
    const folded = fold(field ?? '');
    const department = departments.find(({ fields }) => fields.some((word) => folded.includes(word)));
    if (department !== undefined) rows.push({ procedureCode: code, agency: department.code, processKey: process ?? 'MC-SO-CHUAN', eformKey: formOf(name), unit: null, resultSymbol: `QĐ-${department.symbol}`, ownModel: process === undefined, validFrom: since });
  }
  await setHandling(db, rows);
}

/**
 * Loads the demonstration province into an empty installation: the real catalogue, units and calendars; fictional agencies and people.
 *
 * @returns false when it is there already
 */
export async function loadDemonstration(installation: Installation, seed: number, say: (line: string) => void): Promise<boolean> {
  const { context: { db, clock } } = installation;
  if (await findAgency(db, province.code) !== undefined) return false;
  const random = seeded(seed);
  const names = givenNames();
  // In force before the first simulated day.
  const published = Temporal.Instant.from(`${since}T00:00:00+07:00`);
  await inTransaction(db, async (tx) => {
    const inside: Installation = { ...installation, context: { ...installation.context, db: tx } };
    say('Nạp đơn vị hành chính và cơ quan…');
    await importPlaces(tx, path.join(data, 'admin-units'));
    await importAgencies(tx, path.join(data, 'agencies/agencies.csv'));
    say('Nạp lịch nghỉ, giờ làm việc…');
    await importHolidays(tx, json('holidays/vn-holidays-2018-2027.json'));
    const hours = await setOfficeHours(tx, { scope: 'VN', validFrom: '2018-01-01', cutoff: null, source: 'mặc định của bản trình diễn', shifts: { mon: officeShifts, tue: officeShifts, wed: officeShifts, thu: officeShifts, fri: officeShifts, sat: [], sun: [] } });
    if (!hours.ok) throw new Error(`office hours: ${hours.error.field}`);
    say('Nạp 4.739 thủ tục…');
    await importProcedures(tx, createInterface({ input: fs.createReadStream(path.join(data, 'procedures/procedures.jsonl.gz')).pipe(createGunzip()) }), { clock, source: 'data/procedures/procedures.jsonl.gz' });
    say('Nạp quy trình nội bộ, biểu mẫu…');
    for (const file of ['internal-procedures.json', 'own-models.json']) await importInternalProcedures(tx, json(`internal-procedures/${file}`), { by: 'demonstration', at: published, dryRun: false });
    say('Lập tỉnh trình diễn: cơ quan, cán bộ, chứng thư…');
    await loadOrganisation(inside, random, names);
    await loadLinkedGroups(tx, published);
    await loadHandlings(inside);
    await publishForms(tx, published, officeDay(clock.now()).toString());
    await confirmKinds(tx, published);
    await loadAuthority(inside);
    await loadPosts(inside);
    await setFiling(tx, { scope: province.code, procedure: null, validFrom: '2018-01-01', ownPortal: true, legal: 'bản trình diễn mở cả hai cách nộp' });
  });
  return true;
}
