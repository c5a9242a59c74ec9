// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { FeeAsked } from './fees.ts';
import { AnsweredOffer, ReuseChoice } from './reuse.ts';
import { BackDate, Mandate, Party, ReturnWay } from './parts.ts';
import { ItemAnswer, ItemSheets } from './supplements.ts';

/** GET /api/filing/:procedure?agency=: what the filing wizard and the counter need to begin. */
export const FilingStart = z.object({
  procedure: z.object({ code: z.string(), name: z.string(), version: z.number().int(), results: z.array(z.string()) }),
  agencies: z.array(z.object({ code: z.string(), name: z.string(), shop: z.string().describe('the one-stop shop that serves it') })).describe('agencies here that solve it'),
  anywhere: z.boolean().describe('may be filed and returned at any one-stop shop of the province'), shops: z.array(z.object({ code: z.string(), name: z.string() })).describe('where a result may be handed out'),
  enterprises: z.array(z.object({ code: z.string(), name: z.string() })).describe('postal enterprises of today'),
  eform: z.object({ key: z.string(), version: z.number().int(), definition: z.unknown().describe('EformDefinition of @motcua/eforms/contract') }),
  circumstances: z.array(z.string()),
  papers: z.array(z.object({ circumstance: z.string().nullable(), papers: z.array(z.object({ no: z.number().int(), code: z.string().nullable(), name: z.string(), originals: z.number(), copies: z.number(), required: z.boolean(), byForm: z.boolean().describe('the e-form is this paper: nobody hands it in') })) })),
  limit: z.string().nullable(), feeVnd: z.number().nullable(), online: z.boolean().describe('citizens may file it on this portal today'),
});
export type FilingStart = z.infer<typeof FilingStart>;

const typed = z.string().max(1000);

/** A person or organisation as it stands in the fields, readable or not: a half-typed day, a street without its commune. */
const PartyAsTyped = z.object({
  kind: z.enum(['person', 'organisation']), name: typed, personalId: typed, birthDate: typed, phone: typed, email: typed,
  address: z.object({ province: typed, provinceName: typed, commune: typed, communeName: typed, street: typed }).nullable(),
});

const MandateAsTyped = z.object({ kind: typed, number: typed, issuedOn: typed, issuedBy: typed, validUntil: typed, scope: z.array(typed).max(3) });
const ParcelToTyped = z.object({ name: typed, phone: typed, address: typed });

/** What a citizen has filled in so far; every part may be missing. `applicant` is what can be read of `applicantTyped`. */
export const DraftContent = z.object({
  agency: z.string().max(40).nullable(), circumstance: z.string().max(1000).nullable(), applicant: Party.partial().nullable(), applicantTyped: PartyAsTyped.nullable().optional(), forOther: z.boolean(),
  answers: z.record(z.string(), z.unknown()), returnWay: ReturnWay.nullable(),
  mandate: Mandate.partial().nullable().optional().describe('for another: by what right, as far as it can be read'), mandateTyped: MandateAsTyped.nullable().optional(),
  returningAgency: z.string().max(40).nullable().optional().describe('where the result is handed out; null: the shop that serves the agency'), returnTo: ParcelToTyped.nullable().optional().describe('by post: whom it goes to, as typed; null: the applicant'),
  fee: FeeAsked.optional().describe('what the fee table asks, as far as it was answered'),
  prefilled: z.record(z.string().max(100), z.object({ value: z.unknown(), source: z.string().max(300) })).optional().describe('answers that were filled in, with where each came from: shown beside the field while it stays so'),
  reuse: z.array(ReuseChoice).max(100).optional().describe('components the owner lets be taken from his own vault: choosing one is his consent, told beside it'),
});
export type DraftContent = z.infer<typeof DraftContent>;

/** Where a known answer comes from. */
const AnswerSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('population'), at: z.string() }), z.object({ kind: z.literal('business'), code: z.string(), at: z.string() }), z.object({ kind: z.literal('vault'), paper: z.string(), number: z.string() }),
  z.object({ kind: z.literal('dossier'), code: z.string(), day: z.string().describe('dd/mm/yyyy when that dossier was filed') }),
]);
export type AnswerSource = z.infer<typeof AnswerSource>;

/** GET /api/drafts/:id/known-answers: what is known already for the fields of this draft: of the population register, of papers in the vault, of the citizen's earlier dossiers. */
export const KnownAnswers = z.object({ answers: z.array(z.object({ name: z.string(), value: z.unknown(), source: AnswerSource })) });
export type KnownAnswers = z.infer<typeof KnownAnswers>;

/** POST /api/population-queries: the counter asks the population register of who stands there, for the form of one procedure. `outcome` unreachable: the form is filled in as before. */
export const PopulationQuery = z.object({ procedure: z.string().max(60), agency: z.string().max(40).describe('the counter\'s own agency'), solvingAgency: z.string().max(40), circumstance: z.string().max(1000).nullable(), person: z.object({ personalId: z.string().trim().regex(/^\d{12}$/u, 'Số định danh có 12 chữ số.'), name: z.string().trim().min(1).max(300), birthDate: z.iso.date().nullable() }) });
export const PopulationAnswers = KnownAnswers.extend({ outcome: z.enum(['found', 'no-match', 'unreachable', 'not-connected']), answered: z.array(AnsweredOffer).describe('papers that need not be handed in now') });
export type PopulationAnswers = z.infer<typeof PopulationAnswers>;

/** POST /api/drafts */
export const NewDraft = z.object({ procedure: z.string().max(60), content: DraftContent });
/** PUT /api/drafts/:id. 409 changed-meanwhile when another device saved since `revision`. */
export const SaveDraft = z.object({ revision: z.number().int().nonnegative(), content: DraftContent });
export const DraftSaved = z.object({ id: z.uuid(), revision: z.number().int(), savedAt: z.string() });

export const DraftFile = z.object({ id: z.uuid(), paperNo: z.number().int(), name: z.string(), size: z.number(), mediaType: z.string() });
/** GET /api/drafts/:id; POST /api/drafts/:id/files?paperNo= is multipart with one file. */
export const Draft = z.object({
  id: z.uuid(), procedure: z.string(), procedureName: z.string(), revision: z.number().int(), savedAt: z.string(), keptUntil: z.string(), content: DraftContent, files: z.array(DraftFile),
});
export type Draft = z.infer<typeof Draft>;
export const DraftList = z.object({ drafts: z.array(Draft.pick({ id: true, procedure: true, procedureName: true, savedAt: true, keptUntil: true })) });

/** POST /api/drafts/:id/submission: files it. 422 names every place that is still to be mended. */
export const Submission = z.object({ clientKey: z.uuid(), revision: z.number().int().nonnegative() });
export const Submitted = z.object({ code: z.string(), submittedAt: z.string(), answerBy: z.string().nullable() });

/** POST /api/my/dossiers/:code/supplements: answers each item; files were sent before by POST /api/my/dossiers/:code/files?paperNo=. */
export const SupplementAnswer = z.object({ clientKey: z.uuid(), version: z.number().int(), note: z.string().trim().max(3000).nullable(), answers: z.record(z.string(), z.unknown()).nullable(), items: z.array(ItemAnswer).max(50).optional(), backDate: BackDate.describe('at the counter only') });
/** POST /api/dossiers/:code/supplements: the same at the counter, with what was handed in on paper. */
export const CounterSupplement = SupplementAnswer.extend({ sheets: z.array(ItemSheets).max(50).default([]) });
