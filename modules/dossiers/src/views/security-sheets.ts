// SPDX-License-Identifier: EUPL-1.2
import { type Officer, officeDay } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { SecuritySheets, SheetAccount } from '../contract.ts';
import { sheetOfficers, sheetStores } from '../permissions.ts';
import { writtenSheet } from '../rules/security-sheets.ts';
import { type SheetLogRow, lastCounts, sheetFigures, sheetLog } from '../store/sheet-accounts.ts';
import { sheetsLeft } from '../store/security-sheets.ts';
import { officersPrinting } from './sheet-officers.ts';
import { copyAgencies, writtenRuns } from './printed-copies.ts';

const ever = '2000-01-01T00:00:00Z';

function lineOf({ at, kind, series, first, last, digits, count, who, about }: SheetLogRow): SecuritySheets['lines'][number] {
  const sheets = kind === 'counted' ? series : `${writtenSheet({ series, number: first }, digits)}${last === first ? '' : `–${String(last).padStart(digits, '0')}`}`;
  return { at: at.toString(), kind, sheets, count, who, about };
}

/** Giấy bảo an: what the agencies of an officer received, used, spoiled and have left, who holds what, and the newest lines of the log. */
export async function securitySheets(ctx: DossierContext, officer: Officer): Promise<SecuritySheets> {
  const { db } = ctx;
  const now = ctx.clock.now();
  const readers = copyAgencies(officer);
  const stores = sheetStores(officer);
  // Who looks after the whole province reads the lists of copies; stores are an agency's own.
  const agencies = readers === 'all' ? stores : [...new Set([...readers, ...stores])];
  const [figures, left, counts, lines] = [await sheetFigures(db, { agencies, from: ever, until: now.add({ seconds: 1 }).toString() }), await sheetsLeft(db, agencies), await lastCounts(db, agencies), await sheetLog(db, agencies)];
  const nameOf = await agencyNames(db, new Set(agencies));
  const accounts = figures.map(({ agency, series, received, used, spoiled, left: remaining }): SheetAccount => {
    const own = left.filter((state) => state.agency === agency && state.series === series);
    const holders = [...new Map(own.flatMap(({ holder }) => (holder === null ? [] : [[holder.id, holder.name] as const])))];
    const counted = counts.find((count) => count.agency === agency && count.series === series);
    return {
      agency, agencyName: nameOf(agency), series, received, used, spoiled, left: remaining, store: [...writtenRuns(own.filter(({ holder }) => holder === null))],
      holders: holders.map(([id, name]) => { const held = own.filter(({ holder }) => holder?.id === id); return { name, runs: [...writtenRuns(held)], count: held.length }; }),
      counted: counted === undefined ? null : { at: counted.at.toString(), who: counted.who, expected: counted.expected, counted: counted.counted, note: counted.note },
    };
  });
  const day = officeDay(now).toString();
  return {
    accounts, lines: lines.map(lineOf),
    stores: await Promise.all(stores.map(async (agency) => ({ agency, name: nameOf(agency), officers: [...await officersPrinting(db, { agency, roles: sheetOfficers, day })] }))),
  };
}
