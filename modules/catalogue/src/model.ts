// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** Time limit as published: a number and a unit; `OTHER` leaves it to the note. */
export const PublishedTime = z.object({
  value: z.number().nullable(),
  unit: z.enum(['WORKING_DAY', 'DAY', 'HOUR', 'MONTH', 'YEAR', 'OTHER']),
});
export type PublishedTime = z.infer<typeof PublishedTime>;

const Named = z.object({ code: z.string().nullable(), name: z.string() });

export const Channel = z.enum(['DIRECT', 'ONLINE', 'POSTAL']);
export type Channel = z.infer<typeof Channel>;

export const Fee = z.object({
  kind: z.enum(['FEE', 'SERVICE_FEE', 'PRICE_LEVEL']).describe('FEE = phí, SERVICE_FEE = lệ phí'),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  note: z.string().nullable(),
});

export const Method = z.object({ channel: Channel, time: PublishedTime.nullable(), note: z.string().nullable(), fees: z.array(Fee) });

export const RequiredPaper = z.object({
  code: z.string().nullable(),
  name: z.string(),
  originals: z.number().int(),
  copies: z.number().int(),
  required: z.boolean(),
  eForm: z.boolean(),
  resultOfOther: z.string().nullable(),
  forms: z.array(z.string()).describe('names of the form files'),
});
export type RequiredPaper = z.infer<typeof RequiredPaper>;

export const PaperGroup = z.object({ circumstance: z.string().nullable(), papers: z.array(RequiredPaper) });

/** A procedure (thủ tục hành chính) as one version publishes it. */
export const Procedure = z.object({
  code: z.string(),
  name: z.string(),
  type: z.string(),
  levels: z.array(z.string()),
  onlineLevel: z.string(),
  onlineReason: z.string().optional().describe('why it is offered online only in part'),
  nonTerritorial: z.boolean(),
  field: Named.nullable(),
  issuingAgency: Named.nullable(),
  decision: z.object({ number: z.string().nullable(), date: z.string().nullable() }),
  executingAgencies: z.array(Named),
  competentAgencies: z.array(Named),
  coordinatingAgencies: z.array(Named),
  receivingAddress: z.string().nullable(),
  applicantKinds: z.array(Named),
  lifeEvents: z.array(z.string()),
  steps: z.array(z.object({ name: z.string().nullable(), text: z.string() })),
  methods: z.array(Method),
  circumstances: z.array(z.object({ code: z.string().nullable(), name: z.string(), time: PublishedTime.nullable() })),
  papers: z.array(PaperGroup),
  sets: z.number().int().positive().optional().describe('số lượng bộ hồ sơ'),
  results: z.array(Named),
  legalBases: z.array(Named),
  conditions: z.string().nullable(),
  keywords: z.string().nullable(),
  note: z.string().nullable(),
});
export type Procedure = z.infer<typeof Procedure>;

/** The mandatory parts of a published procedure (Nghị định 63/2010/NĐ-CP Điều 8): key → is it there. */
export const mandatoryParts = ['name', 'steps', 'methods', 'papers', 'paper-names', 'time', 'applicants', 'agency', 'results', 'legal-bases', 'decision'] as const;
export type MandatoryPart = (typeof mandatoryParts)[number];
