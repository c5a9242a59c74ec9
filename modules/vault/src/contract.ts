// SPDX-License-Identifier: EUPL-1.2
/** What travels about a vault (kho giấy tờ). Safe in browsers. Days and instants are ISO 8601 texts. */
import { z } from 'zod';

export const VaultState = z.enum(['in-force', 'expired', 'replaced', 'revoked']);
export type VaultState = z.infer<typeof VaultState>;
export const VaultOrigin = z.enum(['result', 'certified-copy', 'digitised', 'own-upload']);
export type VaultOrigin = z.infer<typeof VaultOrigin>;

/** What happened to a paper: replaced, revoked by the agency that issued it, called wrong by its owner. */
export const VaultChange = z.object({ type: z.enum(['replaced', 'revoked', 'disputed']), at: z.string(), who: z.string(), reason: z.string(), number: z.string().nullable().describe('of the decision that revokes') });

/** A paper of one's own vault. */
export const VaultPaper = z.object({
  id: z.uuid(), code: z.string(), kind: z.string(), name: z.string(), origin: VaultOrigin, state: VaultState, agencyName: z.string().nullable(), dossier: z.string().nullable().describe('code of the dossier it came from'), source: z.string().nullable().describe('where a paper without a dossier came from'), number: z.string().nullable(),
  issuedOn: z.string().nullable(), validUntil: z.string().nullable().describe('null: no end'), changes: z.array(VaultChange).describe('oldest first'), checkHref: z.string().nullable().describe('page that says whether it is genuine; null: it has no code'),
});
export type VaultPaper = z.infer<typeof VaultPaper>;

const Day = z.iso.date();
/** A representation (người đại diện của tổ chức). */
export const Representation = z.object({
  id: z.uuid(), organisation: z.string(), organisationName: z.string(), person: z.string(), personName: z.string(), capacity: z.enum(['legal-representative', 'authorised']), document: z.string(),
  from: z.string(), until: z.string().nullable(), by: z.string(), at: z.string(), endedAt: z.string().nullable(), endedBecause: z.string().nullable(),
});
export type Representation = z.infer<typeof Representation>;

const OrganisationCode = z.string().trim().regex(/^\d{10}(-\d{3})?$/u, 'Mã tổ chức có 10 chữ số, chi nhánh thêm gạch nối và 3 chữ số.');
/** GET /api/organisations/:code/representatives */
export const OrganisationPath = z.object({ code: OrganisationCode });
/** Who an organisation has or had as representatives, newest first. */
export const Representatives = z.object({ representatives: z.array(Representation) });
export type Representatives = z.infer<typeof Representatives>;
/** POST /api/organisations/:code/representatives: an officer saw the paper that says so, and the paper of identity. */
export const NewRepresentation = z.object({
  organisationName: z.string().trim().min(1, 'Ghi tên tổ chức.').max(300), person: z.string().trim().regex(/^\d{12}$/u, 'Số định danh có 12 chữ số.'), personName: z.string().trim().min(1, 'Ghi họ tên người đại diện.').max(200),
  capacity: Representation.shape.capacity, document: z.string().trim().min(1, 'Ghi giấy tờ đã xem: loại, số, ngày.').max(300), from: Day, until: Day.nullable(),
});
/** POST /api/representations/:id/end */
export const RepresentationEnd = z.object({ reason: z.string().trim().min(1, 'Ghi lý do thôi đại diện.').max(500) });

/** In the address of one's vault: `organisation`, the code of one that is represented; absent: one's own. */
export const WhoseVault = z.object({ organisation: OrganisationCode.optional() });
/** GET /api/my/organisations: whose vaults open besides one's own. */
export const OwnOrganisations = z.object({ organisations: z.array(Representation.pick({ organisation: true, organisationName: true, capacity: true, until: true })) });
export type OwnOrganisations = z.infer<typeof OwnOrganisations>;

/** GET /api/my/vault: all of it, newest first. */
export const OwnVault = z.object({ papers: z.array(VaultPaper) });
export type OwnVault = z.infer<typeof OwnVault>;

/** GET /api/my/vault-notices: old papers that came into one's vault, or that of an organisation one represents; one a batch, newest first, for sixty days. */
export const VaultNotices = z.object({ notices: z.array(z.object({ batch: z.string(), organisation: z.object({ code: z.string(), name: z.string() }).nullable(), at: z.string().describe('when the last of them did'), title: z.string(), text: z.string() })) });
export type VaultNotices = z.infer<typeof VaultNotices>;

/** POST /api/my/vault/:id/disputes: the owner says a paper is wrong. */
export const Dispute = z.object({ text: z.string().trim().min(5, 'Ghi rõ giấy sai ở đâu.').max(2000) });
