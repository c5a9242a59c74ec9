// SPDX-License-Identifier: EUPL-1.2
import { fieldsInUse } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { sourceTitle } from '@motcua/legal';
import type { DatedTableView } from '../contract.ts';
import { type DatedColumn, type DatedTableName, datedTables, standingOn } from '../rules/dated-tables.ts';
import { datedRows } from '../store/dated-tables.ts';

/** A column with what may be chosen in it: fields are a choice like any other. */
async function chosenFrom(db: Db, columns: readonly DatedColumn[], day: string): Promise<readonly (Omit<DatedColumn, 'kind'> & { readonly kind: Exclude<DatedColumn['kind'], 'field'> })[]> {
  const fields = columns.some(({ kind }) => kind === 'field') ? await fieldsInUse(db, day) : [];
  const choices = fields.map(({ code, name }) => ({ value: code, label: name })).toSorted((one, other) => one.label.localeCompare(other.label, 'vi'));
  return columns.map(({ kind, ...column }) => (kind === 'field' ? { ...column, kind: 'choice', choices } : { ...column, kind }));
}

type Shown = Awaited<ReturnType<typeof chosenFrom>>[number];

function shownAs({ kind, choices = [] }: Shown, value: string): string {
  switch (kind) {
    case 'choice': return choices.find((choice) => choice.value === value)?.label ?? value;
    case 'yes': return value === 'true' ? 'Có' : 'Không';
    case 'hour': return value.slice(0, 5);
    case 'number': return value.replace('.', ',');
    case 'text': case 'long': case 'whole': case 'procedure': case 'agency': return value;
  }
}

/** What a row says, by column: a number with its unit, and the unit not once more. */
function shownRow(columns: readonly Shown[], values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const said = (column: Shown): string => shownAs(column, values[column.name] ?? '');
  return Object.fromEntries(columns.map((column) => {
    const unit = columns.find(({ unitOf }) => unitOf === column.name);
    return [column.name, column.unitOf !== undefined ? '' : unit === undefined ? said(column) : `${said(column)} ${said(unit)}`];
  }));
}

/** A dated table as its screen shows it: what is in force, what comes, what is past. */
export async function datedTableView(db: Db, { name, day, mayEnter }: { readonly name: DatedTableName; readonly day: string; readonly mayEnter: boolean }): Promise<DatedTableView> {
  const table = datedTables[name];
  const [rows, columns] = [await datedRows(db, table), await chosenFrom(db, table.columns, day)];
  return {
    name, title: table.title, about: table.about, sourceNeeded: table.isSourceNeeded, mayEnter,
    columns: columns.map(({ optional = false, hint = null, choices = [], unitOf: _unitOf, ...column }) => ({ ...column, optional, hint, choices: [...choices] })),
    rows: rows.map(({ id, from, through, source, unsure, enteredBy, enteredAt, values }) => ({
      id, from, through, standing: standingOn({ from, through }, day), source: source === null ? null : sourceTitle(source), unsure, entered: enteredBy === null || enteredAt === null ? null : { who: enteredBy, at: enteredAt.toString() },
      shown: shownRow(columns, values),
    })),
  };
}
