// SPDX-License-Identifier: EUPL-1.2
/** What travels about old papers being digitised. Safe in browsers. Days are ISO 8601 texts, instants ISO 8601. */
import { withKey } from '@motcua/dossiers/contract';
import { z } from 'zod';

const Agency = z.object({ code: z.string(), name: z.string() });

/** Where a line stands: bad: something is to mend; waiting: for its scan; scanned: to be compared; compared: to be signed; digitised: in the vault; held: the vault had it; aside: put aside. */
export const LineState = z.enum(['bad', 'waiting', 'scanned', 'compared', 'digitised', 'held', 'aside']);
export type LineState = z.infer<typeof LineState>;
const Counts = z.partialRecord(LineState, z.number().int());

const Batch = z.object({ id: z.uuid(), number: z.string(), title: z.string(), agency: z.string(), agencyName: z.string(), by: z.string(), at: z.string(), counts: Counts,
  dropped: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable().describe('nobody goes on with it') });
/** GET /api/back-files: the batches of the agencies one digitises for, newest first. */
export const BackFileBatches = z.object({ agencies: z.array(Agency), batches: z.array(Batch) });
export type BackFileBatches = z.infer<typeof BackFileBatches>;

/** POST /api/back-files; `clientKey` becomes the id. */
export const NewBackFileBatch = z.object({ clientKey: z.uuid(), agency: z.string().min(1).max(60), title: z.string().trim().min(3, 'Ghi tên lô, ít nhất 3 chữ, ví dụ «Hộ tịch 1998–2005».').max(200) });
export const BackFileBatchMade = z.object({ id: z.uuid() });

const cell = (most = 1000) => z.string().max(most);
/** The cells of a line, as they are written in the list. */
export const BackFileCells = z.object({ owner: cell(), ownerName: cell(), kind: cell(), number: cell(), issuedOn: cell(), validUntil: cell(), issuer: cell(), oldCode: cell(), bearsNotes: cell().default('').describe('«có»: the paper bears notes and is scanned twice') });
export type BackFileCells = z.infer<typeof BackFileCells>;
export const BackFileCell = BackFileCells.keyof();
export type BackFileCell = z.infer<typeof BackFileCell>;

/** A line of a batch. `ownerName` and the others as the list says them, meaning in `kindName`, days ISO. */
export const BackFileLine = z.object({
  no: z.number().int(), row: z.number().int().describe('line of the file'), version: z.number().int(), state: LineState, cells: BackFileCells, ownerName: z.string(), kindName: z.string().nullable(),
  faults: z.array(z.object({ field: BackFileCell, text: z.string() })), held: z.object({ code: z.string(), name: z.string(), at: z.string() }).nullable().describe('a paper of this kind and number is in the vault of the owner already'),
  bearsNotes: z.boolean().describe('it is scanned twice'), hasScan: z.boolean(), missing: z.array(z.enum(['scan', 'with-notes'])).describe('scans it waits for; with-notes: the second one of a paper that bears notes'),
  end: z.object({ way: z.enum(['aside', 'held', 'digitised']), reason: z.string(), code: z.string().nullable(), by: z.string(), at: z.string(), hasNotes: z.boolean().describe('a signed copy with the notes is kept by the agency') }).nullable(),
});
export type BackFileLine = z.infer<typeof BackFileLine>;

/** GET /api/back-files/:id */
export const BackFileQuery = z.object({ state: LineState.optional(), find: z.string().trim().max(200).optional().describe('part of owner, name, number or old code'), after: z.coerce.number().int().min(0).max(1_000_000).optional().describe('number of the last line of the page before') });
export const BackFileBatch = Batch.extend({ lines: z.array(BackFileLine), next: z.number().int().nullable(), total: z.number().int(),
  files: z.object({ queued: z.number().int(), read: z.number().int(), failed: z.number().int() }).describe('files of scans by how far they are'), unmatched: z.number().int().describe('scans that belong to no line yet'),
  keptUntil: z.string().nullable().describe('when pictures of unsigned papers are let go if nobody works on the batch; null: there are none'),
});
export type BackFileBatch = z.infer<typeof BackFileBatch>;

/** POST /api/back-files/:id/list: what giving a file came to. */
export const ListTaken = z.object({ good: z.number().int(), bad: z.number().int(), mended: z.number().int().describe('bad lines the file mended'), known: z.number().int().describe('lines given before, not taken again') });
export type ListTaken = z.infer<typeof ListTaken>;

/** PUT /api/back-files/:id/lines/:no */
export const LineMended = z.object({ version: z.number().int().positive(), cells: BackFileCells });
/** POST /api/back-files/:id/lines/:no/aside */
export const LineAside = z.object({ reason: z.string().trim().min(3, 'Ghi vì sao bỏ dòng này ra.').max(500) });
export const LineDone = z.object({ no: z.number().int() });

/** POST /api/back-files/:id/drop */
export const BatchDropped = z.object({ reason: z.string().trim().min(3, 'Ghi vì sao bỏ lô.').max(500) });

/** POST /api/back-files/:id/scans */
export const ScanGiven = z.object({ isNew: z.boolean().describe('false: the batch has this very file already') });
/** GET /api/back-files/:id/scans: files that wait or failed, and pages that belong to no line yet. */
export const BackFileScans = z.object({
  files: z.array(z.object({ id: z.uuid(), fileName: z.string(), state: z.enum(['queued', 'failed']), fault: z.enum(['unreadable', 'no-pages', 'storage', 'quarantined']).nullable(), tries: z.number().int() })),
  parts: z.array(z.object({ id: z.uuid(), fileName: z.string(), seq: z.number().int(), pages: z.number().int(), candidates: z.array(z.number().int()).describe('lines it may belong to'), keptUntil: z.string() })),
});
export type BackFileScans = z.infer<typeof BackFileScans>;
/** POST /api/back-files/:id/waiting-scans: scans of the scanner's folder, in their order. */
export const WaitingTaken = z.object({ scans: z.array(z.uuid()).min(1, 'Chọn ít nhất một bản quét.').max(50, 'Mỗi lần nhận nhiều nhất 50 bản quét.'), isPile: z.boolean().describe('the files are one pile in this order, as of a scanner that writes a file a page') });
export const WaitingFates = z.object({ results: z.array(z.object({ scan: z.uuid(), fileName: z.string().nullable(), fate: z.enum(['taken', 'gone', 'known']).describe('gone: it does not wait any more; known: the batch has this very file') })) });
export type WaitingFates = z.infer<typeof WaitingFates>;
/** POST /api/back-files/:id/parts/:part/line; null takes the pages from their line. */
export const PartAssignment = z.object({ no: z.number().int().min(1).max(1_000_000).nullable(), withNotes: z.boolean().default(false).describe('it is the second scan, with the notes') });
export const PartAside = z.object({ reason: z.string().trim().min(3, 'Ghi vì sao bỏ bản quét.').max(500) });
export const PartDone = z.object({ part: z.uuid() });

const Seen = z.object({ field: z.enum(['ownerName', 'number', 'issuedOn']), verdict: z.enum(['agrees', 'differs', 'unread']), read: z.string().nullable().describe('what was read instead; a proposal') });
const Scan = z.object({ id: z.uuid(), fileName: z.string(), pages: z.array(z.object({ page: z.number().int(), dpi: z.number().int(), doubts: z.array(z.enum(['too-few-dots', 'hard-to-read', 'nothing-read'])), text: z.string() })) });
/** GET /api/back-files/:id/lines/:no: a line beside its scans; their pictures are gone once it is signed. */
export const LineToCompare = z.object({
  batch: z.object({ id: z.uuid(), number: z.string(), title: z.string() }), line: BackFileLine, next: z.number().int().nullable().describe('the next line to be compared'),
  part: Scan.nullable(), withNotes: Scan.nullable().describe('the second scan, of a paper that bears notes'),
  seen: z.array(Seen), comparedBy: z.string().nullable(), isMine: z.boolean().describe('compared by whoever asks, as it stands: may be signed'),
});
export type LineToCompare = z.infer<typeof LineToCompare>;
/** POST /api/back-files/:id/lines/:no/comparison */
export const LineCompared = z.object({ version: z.number().int().positive(), part: z.uuid(), withNotes: z.uuid().nullable().default(null).describe('the second scan'), pagesOnPaper: z.number().int().min(1).max(999), cells: BackFileCells });
/** POST /api/back-files/:id/signing: one press, each paper with its own signature. `lines` null: all this officer compared, at most 50. */
export const LinesToSign = z.object({ lines: z.array(z.number().int().min(1).max(1_000_000)).min(1).max(50).nullable() });
/** POST /api/back-files/:id/elsewhere-signing: the same with a key that is not kept here; answered with the batch of signings to wait for. */
export const LinesToSignElsewhere = LinesToSign.extend(withKey);
export const LinesSigned = z.object({ results: z.array(z.object({ no: z.number().int(), code: z.string().nullable(), refused: z.string().nullable() })), left: z.number().int().describe('compared by this officer and not signed yet') });
export type LinesSigned = z.infer<typeof LinesSigned>;
/** GET /api/back-files/:id/cover-sheets */
export const CoverQuery = z.object({ from: z.coerce.number().int().min(1).max(1_000_000).optional(), to: z.coerce.number().int().min(1).max(1_000_000).optional() });

const FindingKind = z.enum(['names', 'two-vaults', 'days', 'number']);
const CleansingChoice = z.enum(['one-right', 'both-right', 'left']);
const Place = z.object({ what: z.enum(['dossier', 'line', 'vault']), text: z.string(), href: z.string().nullable() });
/** GET /api/cleansing: what contradicts itself within reach, a hundred at most; decided ones are open again when something else is seen. */
export const Cleansing = z.object({
  total: z.number().int(), byAgency: z.array(z.object({ agency: z.string(), agencyName: z.string(), count: z.number().int() })),
  findings: z.array(z.object({ kind: FindingKind, subject: z.string(), title: z.string(), agencies: z.array(z.string()).describe('by name'), mayDecide: z.boolean(), values: z.array(z.object({ value: z.string(), ownerName: z.string(), places: z.array(Place) })) })),
  decisions: z.array(z.object({ kind: FindingKind, subject: z.string(), choice: CleansingChoice, value: z.string().nullable(), reason: z.string(), by: z.string(), at: z.string() })).describe('newest first'),
});
export type Cleansing = z.infer<typeof Cleansing>;
/** POST /api/cleansing/decisions */
export const CleansingDecision = z.object({ clientKey: z.uuid(), kind: FindingKind, subject: z.string().trim().min(1).max(300), choice: CleansingChoice, value: z.string().max(300).nullable().describe('what is right; null unless one is'), reason: z.string().trim().min(5, 'Ghi căn cứ hoặc lý do, ít nhất 5 chữ.').max(1000) });
export const CleansingDecided = z.object({ id: z.uuid() });
