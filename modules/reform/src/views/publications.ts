// SPDX-License-Identifier: EUPL-1.2
import { type PublishedVersion, catalogueChanges, handledBy, versionsPublished } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type OfficeCalendar, officeCalendar } from '@motcua/deadlines';
import { agencyNames } from '@motcua/organisation';
import type { z } from 'zod';
import type { Changes, Publications, Statistics } from '../contract.ts';
import { clockOf, leadOf, workingDaysAfter } from '../rules/clock.ts';
import { reformDb } from '../store/tables.ts';

const agenciesShown = 3;

type Rule = { readonly kind: string; readonly working_days: number; readonly watched_from: string; readonly source: string; readonly unsure: string | null };

const rulesOn = (db: Db, day: string): Promise<Rule[]> => reformDb(db).selectFrom('reform.clock_rule').select(['kind', 'working_days', 'watched_from', 'source', 'unsure'])
  .where('valid_from', '<=', day).where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', day)])).orderBy('id').execute();

type Ground = { readonly calendar: OfficeCalendar | null; readonly today: string; readonly days: (kind: string) => number };

/** The decisions of ministries whose procedures are handled here, with the list the province owes. */
async function listsOf(db: Db, imported: readonly PublishedVersion[], { calendar, today, days }: Ground): Promise<Publications['lists']> {
  const known = await reformDb(db).selectFrom('reform.list_publication').selectAll().execute();
  const groups = Map.groupBy(imported.filter(({ decision, decisionDay, type }) => decision !== null && decisionDay !== null && type === 'STANDARD'), ({ decision, decisionDay }) => `${decisionDay ?? ''} ${decision ?? ''}`);
  const agencies = await handledBy(db, imported.map(({ code }) => code), today);
  const nameOf = await agencyNames(db, [...agencies.values()].flat());
  return [...groups.values()].map((versions) => {
    const [{ decision, decisionDay } = { decision: null, decisionDay: null }] = versions;
    const [number, day] = [decision ?? '', decisionDay ?? ''];
    const done = known.find((row) => row.ministry_decision === number && row.ministry_day === day);
    const handlers = [...new Set(versions.flatMap(({ code }) => agencies.get(code) ?? []))];
    return {
      decision: number, day, procedures: versions.map(({ code, name }) => ({ code, name })), agencies: handlers.slice(0, agenciesShown).map(nameOf),
      clock: clockOf({ due: workingDaysAfter(calendar, day, days('list')), doneOn: done?.decision_day ?? null, today }),
      published: done === undefined ? null : { number: done.decision_number, day: done.decision_day, publicOn: done.public_on, by: done.by_name },
      entry: done === undefined ? null : clockOf({ due: workingDaysAfter(calendar, done.decision_day, days('entry-province')), doneOn: done.public_on, today }),
    };
  });
}

/** Thời hạn công bố: what ministries published and the province owes a list of, what the province published itself, and who is late. */
export async function publications(db: Db, { today, mayEnter, scopes }: { readonly today: string; readonly mayEnter: boolean; readonly scopes: readonly string[] }): Promise<Publications> {
  const rules = await rulesOn(db, today);
  const watchedFrom = rules.find(({ kind }) => kind === 'list')?.watched_from ?? today;
  const until = Temporal.PlainDate.from(today).add({ years: 1 }).toString();
  const calendar = await officeCalendar(db, scopes, { from: watchedFrom, until, around: today });
  const versions = await versionsPublished(db, { since: watchedFrom, handled: true });
  const ground: Ground = { calendar, today, days: (kind) => rules.find((rule) => rule.kind === kind)?.working_days ?? 5 };
  const lists = await listsOf(db, versions.filter(({ publishedBy }) => publishedBy === null), ground);
  const own = versions.flatMap(({ publishedBy, decisionDay, code, name, version, decision, validFrom, enteredOn }) => (publishedBy === null || decisionDay === null ? [] : [{
    code, name, version, decision, day: decisionDay, validFrom, enteredOn, by: publishedBy, lead: leadOf({ earliest: workingDaysAfter(calendar, decisionDay, ground.days('lead-province')), validFrom }),
    entry: clockOf({ due: workingDaysAfter(calendar, decisionDay, ground.days('entry-province')), doneOn: enteredOn, today }),
  }]));
  return { today, mayEnter, watchedFrom, late: lists.filter(({ clock }) => clock.state === 'late').length, lists, own, rules: rules.map(({ kind, working_days: workingDays, source, unsure }) => ({ kind, workingDays, basis: source, unsure })) };
}

/** How many procedures were new, changed and abolished in each of the last twelve months. */
export async function changeStatistics(db: Db, today: string): Promise<z.infer<typeof Statistics>> {
  const first = Temporal.PlainDate.from(today).with({ day: 1 });
  const months = Array.from({ length: 12 }, (_, back) => first.subtract({ months: back }).toString().slice(0, 7));
  const changes = await catalogueChanges(db, { from: `${months.at(-1) ?? ''}-01`, until: first.add({ months: 1 }).toString() });
  const count = (month: string, kind: string): number => changes.filter((change) => change.kind === kind && change.day.startsWith(month)).length;
  return { months: months.map((month) => ({ month, new: count(month, 'new'), changed: count(month, 'changed'), abolished: count(month, 'abolished') })) };
}

/** The procedures behind one number of the statistics. */
export async function changesIn(db: Db, { month, kind }: { readonly month: string; readonly kind: 'new' | 'changed' | 'abolished' }): Promise<z.infer<typeof Changes>> {
  const from = Temporal.PlainDate.from(`${month}-01`);
  const changes = await catalogueChanges(db, { from: from.toString(), until: from.add({ months: 1 }).toString() });
  return { changes: changes.filter((change) => change.kind === kind) };
}
