// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { OpeningPurpose } from './openings.ts';

/** POST /api/dossiers/:code/revocation: the result counts no more, by which decision and why. */
export const Revocation = z.object({
  clientKey: z.uuid(), version: z.number().int().positive(), number: z.string().trim().min(1).max(100).describe('số quyết định thu hồi'), reason: z.string().trim().min(1).max(2000),
});

const optionalLine = (max: number) => z.string().trim().min(1).max(max).optional();
const OptionalDay = z.iso.date().optional();
/** In the address of POST /api/my/vault/uploads, whose body is the file: what the owner says of the paper. `organisation`: into the vault of one that is represented. */
export const OwnUpload = z.object({
  kind: z.string().trim().min(1, 'Chọn loại giấy.').max(60), number: optionalLine(100), issuer: optionalLine(300), issuedOn: OptionalDay, validUntil: OptionalDay,
  organisation: z.string().trim().regex(/^\d{10}(-\d{3})?$/u, 'Mã tổ chức có 10 chữ số.').optional(),
});
/** GET /api/my/paper-kinds: kinds an owner may choose from. */
export const KindsToChoose = z.object({ kinds: z.array(z.object({ code: z.string(), name: z.string() })) });
/** GET /api/drafts/:id/own-uploads: papers uploaded by the owner that may be attached to the draft in one press. */
export const OwnUploads = z.object({ papers: z.array(z.object({ entry: z.uuid(), name: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable(), validUntil: z.string().nullable(), uploadedAt: z.string(), fits: z.array(z.number().int()).describe('components of its kind'), named: z.array(z.number().int()).describe('components of no known kind that are called so'), open: z.array(z.number().int()).describe('other components of no known kind') })) });
export type OwnUploads = z.infer<typeof OwnUploads>;
/** POST /api/drafts/:id/own-uploads */
export const OwnUploadTaken = z.object({ entry: z.uuid(), paperNo: z.number().int().min(1).max(999) });
/** In the address of GET /api/my/viewers: who looked at the data of an organisation that is represented. */
export const WhoseViewers = z.object({ organisation: z.string().regex(/^\d{10}(-\d{3})?$/u, 'Mã tổ chức có 10 chữ số.').optional() });

/** What an officer looked at somebody's data for. */
export const ViewPurpose = z.enum([...OpeningPurpose.options, 'intake', 'reuse', 'representation', 'representatives-kept', 'digitising', 'cleansing']);
export type ViewPurpose = z.infer<typeof ViewPurpose>;

/** The lists in which officers see whose dossiers there are. */
export const SeenList = z.enum(['work', 'search', 'figures', 'owed', 'book', 'transfers', 'papers', 'post', 'copies']);
export type SeenList = z.infer<typeof SeenList>;

/** GET /api/my/viewers: who looked at my data and papers across everything, newest first. */
export const Viewers = z.object({
  viewers: z.array(z.object({
    at: z.string(), who: z.string(), agencyName: z.string().nullable(), what: z.enum(['dossier', 'person', 'vault', 'paper', 'list', 'back-file', 'back-file-scan', 'register']), list: SeenList.nullable().describe('the list it was seen in; one line an officer, dossier, list and day'), paper: z.string().nullable(), dossier: z.string().nullable().describe('code of the dossier it was for'), purpose: ViewPurpose,
  })),
});
export type Viewers = z.infer<typeof Viewers>;
