// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { editXml } from '../drawing/edit.ts';
import { lineXml } from '../testing.ts';
import { fromInternalProcedure } from './from-internal-procedure.ts';
import { readInternalProcedure } from './model.ts';
import { toInternalProcedure, type TableRecord } from './to-internal-procedure.ts';

const head = { id: 'X', province: 'tỉnh thử', agency_code: 'Y99', decision: { number: '1/QĐ', date: '2026-11-20' } };

async function drawn(record: unknown): Promise<string> {
  const read = readInternalProcedure(record);
  if (!read.ok) throw new Error(read.error);
  return (await fromInternalProcedure(read.value)).xml;
}

async function exported(xml: string): Promise<TableRecord> {
  const record = await toInternalProcedure(xml, head);
  if (!record.ok) throw new Error(JSON.stringify(record.error));
  return record.value;
}

describe('nạp rồi xuất lại quy trình nội bộ (import and export of internal procedures)', () => {
  let records: readonly (TableRecord & Readonly<Record<string, unknown>>)[];
  beforeAll(async () => {
    records = JSON.parse(await readFile(path.join(import.meta.dirname, '../../../../data/internal-procedures/internal-procedures.json'), 'utf8')) as typeof records;
  });

  test('gives all 65 records back as they were read', async () => {
    const back = await Promise.all(records.map(async (record) => exported(await drawn(record))));

    expect(back.length).toBe(65);
    expect(back.map(readInternalProcedure)).toEqual(records.map(readInternalProcedure));
    expect(back.map(({ check }) => check)).toEqual(records.map(({ check }) => check));
  });

  test('says the hours of the process where they were changed, and its sum; the rest stays as the decision has it', async () => {
    const done = await editXml(await drawn(records[0]), { kind: 'set', id: 'Step_3', property: 'hours', value: '48' });

    const record = await exported(done.ok ? done.value.xml : '');

    expect(record.steps.map(({ duration }) => duration?.text)).toEqual(['0,5 ngày làm việc', '0,5 ngày làm việc', '48 giờ làm việc', '0,5 ngày làm việc', '01 ngày làm việc', '0,5 ngày làm việc', 'Không tính thời gian']);
    expect(record).toMatchObject({ id: 'H14-2022-01', totals: [{ text: '72 giờ làm việc' }], check: { sum_of_step_hours: 72, stated_total_hours: 72, match: true } });
  });

  test('writes what was drawn in the product with the head it is given', async () => {
    const record = await exported(lineXml('A', 'B'));

    expect(record).toMatchObject({ ...head, steps: [{ no: '1', content: 'A', role_hint: 'SPECIALIST' }, { no: '2' }] });
    expect(readInternalProcedure(record).ok).toBe(true);
  });
});
