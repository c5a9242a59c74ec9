// SPDX-License-Identifier: EUPL-1.2
import { handlingsOf, searchProcedures } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { addWorkingTime } from '@motcua/deadlines';
import { type DossierContext, type LifecycleRefusal, calendarShelf, digitisingShelf, periodShelf } from '@motcua/dossiers';
import { type Officer, type Result, fixedClock, officeDay } from '@motcua/kernel';
import { messageShelf } from '@motcua/messages';
import { communesOf, findOfficer, provinces } from '@motcua/organisation';
import type { Installation } from '../installation.ts';
import { fillVaults } from './held-papers.ts';
import { givenNames } from './load.ts';
import { type DemoOfficer, type Names, type Random, officers, seeded } from './people.ts';
import { type Life, arrive } from './life.ts';
import { centre, communes, departments } from './province.ts';

/** Everything a simulated day works with. */
export type Stage = {
  readonly ctx: DossierContext; readonly db: Db; readonly random: Random; readonly names: Names; readonly places: readonly [DemoPlace, ...DemoPlace[]];
  readonly commonProcedures: readonly [string, ...string[]]; readonly departmentProcedures: ReadonlyMap<string, readonly string[]>;
  readonly officerWith: (role: string, agency: string) => Officer | undefined;
  /** Notes an act that was refused: a life that goes wrong is seen, not passed over. */
  readonly did: (outcome: Result<unknown, LifecycleRefusal>) => boolean;
  /** The moment `minutes` of working time after `from`, by the calendar of an agency. */
  readonly workingLater: (agency: string, from: Temporal.Instant, minutes: number) => Promise<Temporal.Instant>;
};

export type DemoPlace = { readonly province: string; readonly provinceName: string; readonly commune: string; readonly communeName: string };

/** The procedures people come for most, by their published codes' names. */
const wanted = ['lien thong thu tuc hanh chinh ve dang ky khai sinh, dang ky thuong tru', 'dang ky khai sinh', 'dang ky ket hon', 'chung thuc ban sao', 'xac nhan tinh trang hon nhan', 'thanh lap ho kinh doanh', 'gia han giay phep xay dung', 'dang ky khai tu', 'tro cap', 'dat dai'];

async function rosterOf(db: Db, day: string): Promise<ReadonlyMap<DemoOfficer, Officer>> {
  const roster = new Map<DemoOfficer, Officer>();
  for (const person of officers) {
    const found = await findOfficer(db, { login: person.login }, day);
    if (found !== undefined) roster.set(person, found);
  }
  return roster;
}

async function homes(db: Db, random: Random): Promise<readonly [DemoPlace, ...DemoPlace[]]> {
  const found: DemoPlace[] = [];
  for (const province of (await provinces(db)).filter(() => random.chance(0.5))) {
    for (const commune of (await communesOf(db, province.code)).slice(0, 12)) found.push({ province: province.code, provinceName: province.name, commune: commune.code, communeName: commune.name });
  }
  const [first, ...others] = found;
  if (first === undefined) throw new Error('no administrative units are loaded');
  return [first, ...others];
}

async function stageOf(installation: Installation, clock: ReturnType<typeof fixedClock>, { seed, refusals }: { readonly seed: number; readonly refusals: Map<string, number> }): Promise<Stage> {
  const { db } = installation.context;
  const random = seeded(seed);
  const { otherClock: _ofTheMachine, ...context } = installation.context;
  const ctx: DossierContext = { ...context, clock, calendars: calendarShelf(clock), periods: periodShelf(clock), digitising: digitisingShelf(clock), messages: messageShelf(clock) };
  const day = officeDay(clock.now()).toString();
  const roster = await rosterOf(db, day);
  const common: string[] = [];
  for (const text of wanted) common.push(...(await searchProcedures(db, { day, text, level: 'COMMUNE', handledOnly: true, limit: 3 })).procedures.map(({ code }) => code));
  const [first, ...others] = common;
  if (first === undefined) throw new Error('no procedure is handled here');
  const { procedures } = await searchProcedures(db, { day, level: 'PROVINCE', handledOnly: true, limit: 3000 });

  const departmentProcedures = new Map<string, string[]>(departments.map(({ code }) => [code, []]));
  for (const { code, time } of procedures) {
    if (time === null || time.unit === 'OTHER' || (time.value ?? 0) > 30) continue;
    for (const { agency } of await handlingsOf(db, code, officeDay(clock.now()).toString())) departmentProcedures.get(agency)?.push(code);
  }
  return {
    ctx, db, random, names: givenNames(), places: await homes(db, random), commonProcedures: [first, ...others], departmentProcedures,
    officerWith: (role, agency) => [...roster].find(([person]) => person.postings.some((posting) => posting.role === role && posting.agency === agency))?.[1],
    did: (outcome) => {
      if (!outcome.ok) refusals.set(JSON.stringify(outcome.error), (refusals.get(JSON.stringify(outcome.error)) ?? 0) + 1);
      return outcome.ok;
    },
    workingLater: async (agency, from, minutes) => {
      const calendar = await ctx.calendars.of(db, agency);
      const later = calendar === null ? null : addWorkingTime({ calendar: calendar.compiled, from, minutes: Math.max(1, Math.round(minutes)) });
      return later?.ok === true ? later.value : from.add({ minutes: Math.max(1, Math.round(minutes)) });
    },
  };
}

/** Weeks of past days the dossiers come in over. */
const weeks = 5;

/**
 * Lets the province live: dossiers come in over the past weeks and every step is an act of the system, done by an officer or a citizen at
 * a simulated moment. What would happen after now does not happen: so dossiers stand in every state. The same seed gives the same lives.
 *
 * @returns acts done, and those refused with how often
 */
export async function simulateWeeks(installation: Installation, asked: { readonly dossiers: number; readonly seed: number; readonly progress?: (done: number) => void }): Promise<{ readonly acts: number; readonly refusals: ReadonlyMap<string, number> }> {
  const until = installation.context.clock.now();
  const start = until.subtract({ hours: weeks * 7 * 24 });
  const clock = fixedClock(start);
  const refusals = new Map<string, number>();
  const stage = await stageOf(installation, clock, { seed: asked.seed, refusals });
  // Long enough before the simulated weeks to be over when they begin.
  if (asked.dossiers > 0) {
    clock.set(await stage.workingLater((communes[0] ?? centre).code, start.subtract({ hours: 24 * 14 }), 30));
    await fillVaults(stage, clock);
    clock.set(start);
  }
  const agenda: { readonly at: Temporal.Instant; readonly life: Life }[] = [];
  const plan = (life: Life, at: Temporal.Instant): void => {
    if (Temporal.Instant.compare(at, until) > 0) return;
    const place = agenda.findIndex((other) => Temporal.Instant.compare(other.at, at) > 0);
    agenda.splice(place === -1 ? agenda.length : place, 0, { at, life });
  };
  const [someDepartment = centre, ...otherDepartments] = departments.filter(({ code }) => (stage.departmentProcedures.get(code)?.length ?? 0) > 0);
  for (let at = 0; at < asked.dossiers; at += 1) {
    const busiest = communes[0] ?? centre;
    const agency = stage.random.chance(0.2) ? busiest : stage.random.chance(0.5) ? stage.random.pick([busiest, ...communes]) : stage.random.pick([someDepartment, ...otherDepartments]);
    // More come late than early: a living office has more open dossiers than a museum.
    const share = 1 - stage.random.next() ** 3;
    const wait = 1 + stage.random.whole(200);
    let arrival = until;
    for (let earlier = 0; Temporal.Instant.compare(arrival, until) >= 0; earlier += 1) {
      const raw = start.add({ minutes: Math.floor(share * until.since(start).total('minutes')) }).subtract({ hours: 12 * earlier });
      arrival = await stage.workingLater(agency.code, raw, wait);
    }
    plan(arrive(stage, agency), arrival);
  }
  let acts = 0;
  for (let next = agenda.shift(); next !== undefined; next = agenda.shift()) {
    clock.set(next.at);
    const following = await next.life();
    acts += 1;
    if (following !== null) plan(following.life, following.at);
    if (acts % 50 === 0) asked.progress?.(acts);
  }
  return { acts, refusals };
}
