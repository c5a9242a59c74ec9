// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { fieldsInUse, unknownProcedures } from '@motcua/catalogue';
import { type Db, inTransaction } from '@motcua/db-kit';
import { type Officer, newId, officeDay, ok, refuse } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { NewDatedRow } from '../contract.ts';
import type { FieldRefusal } from '../lifecycle/refusal.ts';
import { type DatedColumn, type DatedTable, type DatedTableName, datedTables, placed, standingOn } from '../rules/dated-tables.ts';
import { type DatedRow, addDatedRow, datedRows, endDatedRow, lockTable } from '../store/dated-tables.ts';
import type { Outcome } from './perform.ts';

type Entering = { readonly officer: Officer; readonly table: DatedTableName };
type Values = Readonly<Record<string, string>>;

/** What was typed, as it is kept: numbers with a dot, a tick as true or false. */
function tidy({ columns }: DatedTable, typed: Values): Values {
  return Object.fromEntries(columns.map(({ name, kind }) => {
    const value = (typed[name] ?? '').trim();
    if (kind === 'yes') return [name, value === 'yes' || value === 'true' ? 'true' : 'false'];
    return [name, kind === 'number' ? value.replace(',', '.') : value];
  }));
}

const shapes: Readonly<Partial<Record<DatedColumn['kind'], { readonly is: RegExp; readonly text: string }>>> = {
  number: { is: /^(?!0+(\.0+)?$)\d{1,7}(\.\d{1,4})?$/u, text: 'Ghi một số lớn hơn 0. Ví dụ 3 hoặc 0,5.' }, whole: { is: /^[1-9]\d{0,5}$/u, text: 'Ghi một số nguyên lớn hơn 0. Ví dụ 60.' }, hour: { is: /^([01]\d|2[0-3]):[0-5]\d$/u, text: 'Giờ có dạng 15:00.' },
};

function columnFault({ name, label, kind, optional = false, choices = [] }: DatedColumn, values: Values): readonly FieldRefusal[] {
  const value = values[name] ?? '';
  if (value === '') return optional ? [] : [{ path: `values.${name}`, label, text: `Chưa điền «${label}».` }];
  const shape = shapes[kind];
  if (shape !== undefined && !shape.is.test(value)) return [{ path: `values.${name}`, label, text: shape.text }];
  return kind === 'choice' && !choices.some((choice) => choice.value === value) ? [{ path: `values.${name}`, label, text: 'Chọn một mục trong danh sách.' }] : [];
}

/** What was sent and is no column of the table: left out unseen it could make a rule of one procedure a rule for all. */
function strangers({ columns }: DatedTable, typed: Values): readonly FieldRefusal[] {
  const known = new Set(columns.map(({ name }) => name));
  return Object.keys(typed).filter((name) => !known.has(name)).map((name) => ({ path: `values.${name}`, label: name, text: `Bảng này không có mục «${name}». Bỏ mục ấy, hoặc sửa tên mục.` }));
}

const labelIn = (table: DatedTable, column: string): string => table.columns.find(({ name }) => name === column)?.label ?? column;

async function faultsOf(db: Db, table: DatedTable, { source, values, day }: { readonly source: string | null; readonly values: Values; readonly day: string }): Promise<readonly FieldRefusal[]> {
  const labelOf = (column: string): string => labelIn(table, column);
  const [procedure, agency, field] = [values['procedure_code'] ?? '', values['agency_code'] ?? '', values['field_code'] ?? ''];
  return [
    ...table.columns.flatMap((column) => columnFault(column, values)),
    ...(procedure !== '' && (await unknownProcedures(db, [procedure])).length > 0 ? [{ path: 'values.procedure_code', label: labelOf('procedure_code'), text: 'Danh mục không có thủ tục này. Tìm lại bằng tên hoặc mã.' }] : []),
    ...(agency !== '' && await findAgency(db, agency) === undefined ? [{ path: 'values.agency_code', label: labelOf('agency_code'), text: 'Không có cơ quan này. Chọn lại cơ quan.' }] : []),
    ...(field !== '' && !(await fieldsInUse(db, day)).some(({ code }) => code === field) ? [{ path: 'values.field_code', label: labelOf('field_code'), text: 'Danh mục không có lĩnh vực này. Chọn một mục trong danh sách.' }] : []),
    ...(table.isSourceNeeded && (source ?? '') === '' ? [{ path: 'source', label: 'Căn cứ', text: 'Ghi văn bản, điều khoản làm căn cứ.' }] : []),
    ...(table.faults?.(values) ?? []).map(({ column, text }) => ({ path: `values.${column}`, label: labelOf(column), text })),
  ];
}

const isSameRule = ({ key }: DatedTable, one: Values) => (other: DatedRow): boolean => key.every((column) => (other.values[column] ?? '') === (one[column] ?? ''));

/**
 * Thêm một dòng từ một ngày: the row of the same rule before it ends the day before, one after it sets its own last day; nothing is written over.
 *
 * @error fields-to-mend
 */
export async function enterDatedRow(ctx: DossierContext, { officer, table: name, body }: Entering & { readonly body: z.infer<typeof NewDatedRow> }): Promise<Outcome<{ readonly id: string }>> {
  const table = datedTables[name];
  const values = tidy(table, body.values);
  const source = body.source === '' ? null : body.source;
  const day = officeDay(ctx.clock.now()).toString();
  const isPast = body.from < day;
  const fields = [
    ...strangers(table, body.values), ...(isPast ? [{ path: 'from', label: 'Từ ngày', text: 'Ngày đầu là hôm nay hoặc sau hôm nay: việc đã làm giữ mốc đã tính.' }] : []), ...await faultsOf(ctx.db, table, { source, values, day }),
  ];
  if (fields.length > 0) return refuse({ code: 'fields-to-mend', fields });
  return inTransaction(ctx.db, async (tx): Promise<Outcome<{ readonly id: string }>> => {
    await lockTable(tx, table);
    const rows = await datedRows(tx, table);
    const same = rows.filter(isSameRule(table, values));
    const others = rows.filter((row) => !same.includes(row) && (row.through === null || row.through >= body.from));
    const clashes = table.clash?.(values, others.map((row) => row.values)) ?? [];
    if (clashes.length > 0) return refuse({ code: 'fields-to-mend', fields: clashes.map(({ column, text }) => ({ path: `values.${column}`, label: labelIn(table, column), text })) });
    if (same.some(({ from }) => from === body.from)) return refuse({ code: 'fields-to-mend', fields: [{ path: 'from', label: 'Từ ngày', text: 'Đã có dòng của quy định này từ chính ngày đó. Chọn ngày khác; dòng cũ không sửa được.' }] });
    const { through, cut } = placed(same, body.from);
    const before = cut === null ? undefined : same.find(({ from }) => from === cut.from);
    if (before !== undefined && cut !== null) await endDatedRow(tx, table, { id: before.id, through: cut.through });
    const at = ctx.clock.now();
    const id = newId(at);
    await addDatedRow(tx, table, { id, from: body.from, through, source, unsure: body.unsure === '' ? null : body.unsure, by: officer.name, at: at.toString(), values });
    return ok({ id });
  });
}

/**
 * Kết thúc một dòng sau ngày cuối; a row that has not begun is taken back, and the row it would have followed goes on. What was counted under it stays.
 *
 * @error no-such-row; fields-to-mend - a last day that is past, or after the row ends already
 */
export async function endRow(ctx: DossierContext, { table: name, id, through }: Omit<Entering, 'officer'> & { readonly id: string; readonly through: string }): Promise<Outcome<{ readonly id: string }>> {
  const table = datedTables[name];
  const today = officeDay(ctx.clock.now()).toString();
  return inTransaction(ctx.db, async (tx): Promise<Outcome<{ readonly id: string }>> => {
    await lockTable(tx, table);
    const rows = await datedRows(tx, table);
    const row = rows.find((one) => one.id === id);
    const standing = row === undefined ? 'past' : standingOn(row, today);
    if (row === undefined || standing === 'past') return refuse({ code: 'no-such-row' });
    if (standing === 'coming') {
      const dayBefore = Temporal.PlainDate.from(row.from).subtract({ days: 1 }).toString();
      const before = rows.find((one) => one.id !== row.id && one.through === dayBefore && one.from <= dayBefore && isSameRule(table, row.values)(one));
      await endDatedRow(tx, table, { id, through: dayBefore });
      // The row it would have followed goes on as if nothing had come after it.
      if (before !== undefined) await endDatedRow(tx, table, { id: before.id, through: row.through });
      return ok({ id });
    }
    if (through < today || (row.through !== null && through > row.through)) {
      return refuse({ code: 'fields-to-mend', fields: [{ path: 'through', label: 'Đến hết ngày', text: row.through === null ? 'Ngày cuối là hôm nay hoặc sau hôm nay.' : 'Ngày cuối từ hôm nay đến ngày dòng này đã hết.' }] });
    }
    await endDatedRow(tx, table, { id, through });
    return ok({ id });
  });
}
