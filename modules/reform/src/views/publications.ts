// SPDX-License-Identifier: EUPL-1.2
import { type PublishedVersion, catalogueChanges, handledBy, versionsPublished } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type OfficeCalendar, officeCalendar } from '@motcua/deadlines';
import { sourceTitle } from '@motcua/legal';
import { agencyNames } from '@motcua/organisation';
import type { z } from 'zod';
import type { Changes, Publications, Statistics } from '../contract.ts';
import { clockOf, leadOf, workingDaysAfter } from '../rules/clock.ts';
import { issuerOf } from '../rules/issuer.ts';
import { type FigureKind, unitOf } from '../rules/figures.ts';
import { figureKindNames } from '../contract/figures.ts';
import { allFigures, figureOn } from '../store/figures.ts';
import { reformDb } from '../store/tables.ts';

const agenciesShown = 3;

type Ground = { readonly calendar: OfficeCalendar | null; readonly today: string; /** The number that held on the day of the decision. */
  readonly days: (kind: FigureKind, day: string) => number | null };

/** How early the ministry decided before the first day of effect, and when its data were seen here; null of what was there when the catalogue was first filled. */
function ministryClocks(versions: readonly PublishedVersion[], { calendar, today, days }: Ground): Publications['lists'][number]['ministry'] {
  const dated = versions.filter(({ isFirst }) => !isFirst);
  const [effect] = dated.map(({ validFrom }) => validFrom).toSorted();
  const [seen] = dated.map(({ enteredOn }) => enteredOn).toSorted();
  const day = versions[0]?.decisionDay ?? '';
  return effect === undefined || seen === undefined ? null : {
    lead: leadOf({ earliest: workingDaysAfter(calendar, day, days('lead-ministry', day)), validFrom: effect }), entry: clockOf({ due: workingDaysAfter(calendar, day, days('entry-ministry', day)), doneOn: seen, today }),
  };
}

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
      decision: number, day, ministry: ministryClocks(versions, { calendar, today, days }), procedures: versions.map(({ code, name }) => ({ code, name })), agencies: handlers.slice(0, agenciesShown).map(nameOf),
      clock: clockOf({ due: workingDaysAfter(calendar, day, days('list', day)), doneOn: done?.decision_day ?? null, today }),
      published: done === undefined ? null : { number: done.decision_number, day: done.decision_day, publicOn: done.public_on, by: done.by_name },
      entry: done === undefined ? null : clockOf({ due: workingDaysAfter(calendar, done.decision_day, days('entry-province', done.decision_day)), doneOn: done.public_on, today }),
    };
  });
}

/** Thời hạn công bố: what ministries published and the province owes a list of, what the province published itself, and who is late. */
export async function publications(db: Db, { today, mayEnter, scopes }: { readonly today: string; readonly mayEnter: boolean; readonly scopes: readonly string[] }): Promise<Publications> {
  const figures = await allFigures(db);
  const clocks = figureKindNames.filter((kind) => unitOf(kind) === 'working-day').flatMap((kind) => { const row = figureOn(figures, kind, today); return row === undefined ? [] : [{ kind, row }]; });
  const watchedFrom = figureOn(figures, 'list', today)?.watchedFrom ?? today;
  const until = Temporal.PlainDate.from(today).add({ years: 1 }).toString();
  const calendar = await officeCalendar(db, scopes, { from: watchedFrom, until, around: today });
  const versions = await versionsPublished(db, { since: watchedFrom, handled: true });
  const ground: Ground = { calendar, today, days: (kind, day) => figureOn(figures, kind, day)?.value ?? null };
  const lists = await listsOf(db, versions.filter(({ publishedBy }) => publishedBy === null), ground);
  const own = versions.flatMap(({ publishedBy, decisionDay, code, name, version, decision, validFrom, enteredOn }) => (publishedBy === null || decisionDay === null ? [] : [{
    code, name, version, decision, day: decisionDay, validFrom, enteredOn, by: publishedBy, issuer: issuerOf(decision), lead: leadOf({ earliest: workingDaysAfter(calendar, decisionDay, ground.days(`lead-${issuerOf(decision)}`, decisionDay)), validFrom }),
    entry: clockOf({ due: workingDaysAfter(calendar, decisionDay, ground.days(`entry-${issuerOf(decision)}`, decisionDay)), doneOn: enteredOn, today }),
  }]));
  return { today, mayEnter, watchedFrom, late: lists.filter(({ clock }) => clock.state === 'late').length, lists, own, rules: clocks.map(({ kind, row: { value, source, unsure } }) => ({ kind, workingDays: value, basis: sourceTitle(source), unsure })) };
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
