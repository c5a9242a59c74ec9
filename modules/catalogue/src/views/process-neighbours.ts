// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { addWorkingTime, calendarCounting, type CompiledCalendar, compileCalendar, computeDeadline, type OfficeCalendar, officeCalendar } from '@motcua/deadlines';
import { officeDay } from '@motcua/kernel';
import { agencyLine, agencyNames, findAgency, findOfficer, postsOn, shopServing } from '@motcua/organisation';
import type { ProcessNeighbours, Surroundings } from '@motcua/workflow';
import { takeUpProcess } from '../commands/take-up-process.ts';
import { timeLimitOf } from '../rules/time-limit.ts';
import { deadlineRuleOf } from './deadline-rules.ts';
import { procedureOn } from './procedures.ts';

const ofCounter = { channel: 'DIRECT', circumstance: null } as const;

async function procedureNames(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; name: string }>`select distinct on (code) code, name from catalogue.procedure where code = any(${[...codes]}) order by code, version desc`.execute(db);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

type Used = { readonly procedure: string; readonly agency: string };

/** Where procedures are handled by the process of a key on a day, and where those named are handled at all. */
async function usesOf(db: Db, { key, codes, day }: { readonly key: string; readonly codes: readonly string[]; readonly day: string }): Promise<readonly Used[]> {
  const { rows } = await sql<Used>`select procedure_code as procedure, agency_code as agency from
    (select distinct on (procedure_code, agency_code) procedure_code, agency_code, process_key from catalogue.handling where valid_from <= ${day} order by procedure_code, agency_code, valid_from desc) h
    where process_key = ${key} or procedure_code = any(${[...codes]}) order by procedure_code, agency_code`.execute(db);
  return rows;
}

const usesNamed = 10;

const usedFor: ProcessNeighbours['usesOf'] = async (db, key, day) => {
  const codes = [...new Set((await usesOf(db, { key, codes: [], day })).map(({ procedure }) => procedure))];
  const names = await procedureNames(db, codes.slice(0, usesNamed));
  return { count: codes.length, first: codes.slice(0, usesNamed).map((code) => ({ code, name: names.get(code) ?? '' })) };
};

/** More than these are not looked at one by one: the limits of a model that serves everything say nothing of the model. */
const mostProcedures = 40;

async function surroundings(db: Db, asked: { readonly key: string; readonly codes: readonly string[]; readonly words: readonly string[]; readonly day: string }): Promise<Surroundings> {
  const uses = await usesOf(db, asked);
  const codes = asked.codes.length > 0 ? asked.codes : [...new Set(uses.map(({ procedure }) => procedure))];
  const procedures: Surroundings['procedures'][number][] = [];
  for (const code of codes.slice(0, mostProcedures)) {
    const found = await procedureOn(db, code, asked.day);
    if (found !== undefined) procedures.push({ code, name: found.procedure.name, limit: timeLimitOf(found.procedure, ofCounter) });
  }
  const named = asked.words.filter((word) => word !== 'competent' && word !== 'receiving' && word !== '');
  const solving = [...new Set(uses.map(({ agency }) => agency))];
  const posted = await postsOn(db, asked.day, { agencies: [...solving, ...named] });
  const at = (agencies: readonly string[]): Surroundings['places'] extends ReadonlyMap<string, infer Places> ? Places : never => posted.filter(({ agency }) => agencies.includes(agency));
  return { procedures, places: new Map([['competent', at(solving)], ['receiving', await postsOn(db, asked.day, 'shops')], ...named.map((word) => [word, at([word])] as const)]) };
}

type Counted = { readonly office: OfficeCalendar; readonly compiled: CompiledCalendar };

async function calendarOf(db: Db, agency: string, from: Temporal.Instant): Promise<Counted | null> {
  const line = (await agencyLine(db, agency)).map(({ code }) => code);
  const day = officeDay(from);
  const office = await officeCalendar(db, [...line, 'VN'], { from: day.subtract({ days: 7 }).toString(), until: day.add({ years: 2 }).toString(), around: day.toString() });
  return office === null ? null : { office, compiled: compileCalendar(office) };
}

/** What the limit of a procedure would promise, received at the counter. */
async function promised(db: Db, procedure: string | null, { calendar, receivedAt }: { readonly calendar: Counted | null; readonly receivedAt: Temporal.Instant }): Promise<Temporal.Instant | null> {
  const found = procedure === null ? undefined : await procedureOn(db, procedure, officeDay(receivedAt).toString());
  const limit = found === undefined ? null : timeLimitOf(found.procedure, ofCounter);
  if (procedure === null || limit === null || calendar === null) return null;
  const { mode, firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes, countsFrom, notCounted } = await deadlineRuleOf(db, { procedure, channel: 'counter', day: officeDay(receivedAt).toString() });
  const { returnAt } = computeDeadline({ id: '', receivedAt: receivedAt.toString(), limit, mode, calendar: calendarCounting(calendar.office, notCounted), events: [], rules: { firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes, countsFrom } });
  return returnAt === null ? null : Temporal.Instant.from(returnAt);
}

const timeOf: ProcessNeighbours['timeOf'] = async (db, { agency, words, procedure, receivedAt }) => {
  const shop = await shopServing(db, agency) ?? agency;
  const codeOf = (word: string): string => (word === 'competent' || word === '' ? agency : word === 'receiving' ? shop : word);
  const codes = [...new Set([agency, shop, ...words.map(codeOf)])];
  const calendars = new Map<string, Counted | null>();
  for (const code of codes) calendars.set(code, await calendarOf(db, code, receivedAt));
  const names = await agencyNames(db, codes);
  return {
    promisedAt: await promised(db, procedure, { calendar: calendars.get(agency) ?? null, receivedAt }), nameOf: (word) => names(codeOf(word)),
    counting: (word, from, hours) => {
      const calendar = calendars.get(codeOf(word));
      const due = calendar == null ? null : addWorkingTime({ calendar: calendar.compiled, from, minutes: Math.round(hours * 60) });
      return due?.ok === true ? due.value : null;
    },
  };
};

/** Who publishes without being a person. */
const machines: Readonly<Record<string, string>> = { demonstration: 'Bản trình diễn', import: 'Nạp bằng dòng lệnh' };

/** What processes ask of procedures, agencies, people and calendars. `province`: the agency the installation works for. */
export async function processNeighbours(db: Db, province: string): Promise<ProcessNeighbours> {
  const agency = await findAgency(db, province);
  return {
    procedureNames, surroundings, timeOf, usesOf: usedFor, takeUp: takeUpProcess, recordHead: { province: (agency?.name ?? province).replace(/^(UBND|Ủy ban nhân dân) /u, ''), agency_code: province },
    personName: async (asked, id) => (/^[0-9a-f-]{36}$/u.test(id) ? (await findOfficer(asked, { id }, '9999-12-31'))?.name ?? id : machines[id] ?? id),
  };
}
