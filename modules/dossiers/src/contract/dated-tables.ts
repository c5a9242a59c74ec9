// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const day = z.iso.date().refine((text) => text >= '2015-01-01' && text < '2200-01-01', 'Ngày ngoài khoảng ghi được. Kiểm tra lại năm.');

export const DatedTableNames = z.enum(['periods', 'supplement-reasons', 'late-causes', 'paper-rules', 'on-site-targets', 'deemed-consent', 'deemed-outcomes', 'second-person', 'number-series', 'escalation-rules', 'retention-rules', 'digitising-rules', 'certified-copies', 'digitising-fees', 'security-papers', 'travel-rules', 'hand-over-signing', 'check-alarms', 'identity-papers', 'register-papers', 'register-codes']);

const Column = z.object({
  name: z.string(), label: z.string(), kind: z.enum(['text', 'long', 'number', 'whole', 'hour', 'choice', 'yes', 'procedure', 'agency']), optional: z.boolean(), hint: z.string().nullable(), choices: z.array(z.object({ value: z.string(), label: z.string() })),
});
/** Days are inclusive; `through` null: while it lasts. `entered` null: came with the program. `values` by column, as typed; `shown` as read. */
const Row = z.object({
  id: z.uuid(), from: z.string(), through: z.string().nullable(), standing: z.enum(['in-force', 'coming', 'past']), source: z.string().nullable(), unsure: z.string().nullable(),
  entered: z.object({ who: z.string(), at: z.string() }).nullable(), shown: z.record(z.string(), z.string()),
});

/** GET /api/dated-tables: what there is to keep. */
export const DatedTableList = z.object({ tables: z.array(z.object({ name: DatedTableNames, title: z.string() })) });
/** GET /api/dated-tables/:name: columns and rows of one table, newest first. */
export const DatedTableView = z.object({ name: DatedTableNames, title: z.string(), about: z.string(), sourceNeeded: z.boolean(), mayEnter: z.boolean(), columns: z.array(Column), rows: z.array(Row) });
export type DatedTableView = z.infer<typeof DatedTableView>;

/** POST /api/dated-tables/:name: a row from a day on; the row of the same rule before it ends the day before. */
export const NewDatedRow = z.object({ from: day, source: z.string().trim().max(500).nullable(), unsure: z.string().trim().max(1000).nullable(), values: z.record(z.string().max(60), z.string().trim().max(3000)) });
/** POST /api/dated-tables/:name/:id/end: the row ends after its last day; one that has not begun is taken back. */
export const EndDatedRow = z.object({ through: day });
/** GET /api/dated-tables/:name/touched?procedure=: how many open dossiers a row would count for from now on; `more`: at least so many. */
export const TouchedQuery = z.object({ procedure: z.string().max(60).optional() });
export const Touched = z.object({ open: z.number().int(), more: z.boolean() });
