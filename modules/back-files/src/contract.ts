// SPDX-License-Identifier: EUPL-1.2
/** What travels about old papers being digitised. Safe in browsers. Days are ISO 8601 texts, instants ISO 8601. */
import { z } from 'zod';

const Agency = z.object({ code: z.string(), name: z.string() });

/** Where a line stands: bad: something is to mend; waiting: for its scan; scanned: to be compared; compared: to be signed; digitised: in the vault; held: the vault had it; aside: put aside. */
export const LineState = z.enum(['bad', 'waiting', 'scanned', 'compared', 'digitised', 'held', 'aside']);
export type LineState = z.infer<typeof LineState>;
const Counts = z.partialRecord(LineState, z.number().int());

const Batch = z.object({ id: z.uuid(), number: z.string(), title: z.string(), agency: z.string(), agencyName: z.string(), by: z.string(), at: z.string(), counts: Counts });
/** GET /api/back-files: the batches of the agencies one digitises for, newest first. */
export const BackFileBatches = z.object({ agencies: z.array(Agency), batches: z.array(Batch) });
export type BackFileBatches = z.infer<typeof BackFileBatches>;

/** POST /api/back-files; `clientKey` becomes the id. */
export const NewBackFileBatch = z.object({ clientKey: z.uuid(), agency: z.string().min(1).max(60), title: z.string().trim().min(3, 'Ghi tên lô, ít nhất 3 chữ, ví dụ «Hộ tịch 1998–2005».').max(200) });
export const BackFileBatchMade = z.object({ id: z.uuid() });

const cell = (most = 1000) => z.string().max(most);
/** The cells of a line, as they are written in the list. */
export const BackFileCells = z.object({ owner: cell(), ownerName: cell(), kind: cell(), number: cell(), issuedOn: cell(), validUntil: cell(), issuer: cell(), oldCode: cell() });
export type BackFileCells = z.infer<typeof BackFileCells>;
export const BackFileCell = BackFileCells.keyof();
export type BackFileCell = z.infer<typeof BackFileCell>;

/** A line of a batch. `ownerName` and the others as the list says them, meaning in `kindName`, days ISO. */
export const BackFileLine = z.object({
  no: z.number().int(), row: z.number().int().describe('line of the file'), version: z.number().int(), state: LineState, cells: BackFileCells, ownerName: z.string(), kindName: z.string().nullable(),
  faults: z.array(z.object({ field: BackFileCell, text: z.string() })), held: z.object({ code: z.string(), name: z.string(), at: z.string() }).nullable().describe('a paper of this kind and number is in the vault of the owner already'),
  end: z.object({ way: z.enum(['aside', 'held', 'digitised']), reason: z.string(), code: z.string().nullable(), by: z.string(), at: z.string() }).nullable(),
});
export type BackFileLine = z.infer<typeof BackFileLine>;

/** GET /api/back-files/:id */
export const BackFileQuery = z.object({ state: LineState.optional(), find: z.string().trim().max(200).optional().describe('part of owner, name, number or old code'), after: z.coerce.number().int().min(0).max(1_000_000).optional().describe('number of the last line of the page before') });
export const BackFileBatch = Batch.extend({ lines: z.array(BackFileLine), next: z.number().int().nullable(), total: z.number().int() });
export type BackFileBatch = z.infer<typeof BackFileBatch>;

/** POST /api/back-files/:id/list: what giving a file came to. */
export const ListTaken = z.object({ good: z.number().int(), bad: z.number().int(), mended: z.number().int().describe('bad lines the file mended'), known: z.number().int().describe('lines given before, not taken again') });
export type ListTaken = z.infer<typeof ListTaken>;

/** PUT /api/back-files/:id/lines/:no */
export const LineMended = z.object({ version: z.number().int().positive(), cells: BackFileCells });
/** POST /api/back-files/:id/lines/:no/aside */
export const LineAside = z.object({ reason: z.string().trim().min(3, 'Ghi vì sao bỏ dòng này ra.').max(500) });
export const LineDone = z.object({ no: z.number().int() });
