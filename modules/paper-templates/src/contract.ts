// SPDX-License-Identifier: EUPL-1.2
/** What travels about forms on paper and paper templates. Safe in browsers. */
import { z } from 'zod';
import { paperKinds } from './template/papers.ts';

/** GET /api/eforms: the forms and their versions, newest first. */
export const EformList = z.object({
  eforms: z.array(z.object({
    key: z.string(), title: z.string(), version: z.number().int(), fields: z.number().int(), filled: z.number().int().describe('fields that fill themselves'), minutes: z.number().int(),
    versions: z.array(z.object({ version: z.number().int(), publishedAt: z.string(), validFrom: z.string(), decision: z.string().nullable() })),
  })),
});
export type EformList = z.infer<typeof EformList>;

/** POST /api/eform-papers: prints a form that is still being written. */
export const EformTrial = z.object({ definition: z.unknown(), kind: z.enum(['blank', 'sample']) });

/** GET /api/paper-templates: the papers laid out here, each with its versions, newest first. */
export const TemplateList = z.object({
  templates: z.array(z.object({
    key: z.string(), title: z.string(), paper: z.enum(paperKinds), everyProcedure: z.boolean(), version: z.number().int(), agency: z.string().nullable().describe('null: every agency'), procedures: z.array(z.string()), eform: z.string().nullable(), file: z.string().describe('SHA-256 of the Word file'), validFrom: z.string(),
    versions: z.array(z.object({ version: z.number().int(), validFrom: z.string(), decision: z.string() })),
  })),
});
export type TemplateList = z.infer<typeof TemplateList>;

/** GET /api/paper-template-fields: what a template may name; `answers` are the fields of its e-form. */
export const DataDictionary = z.object({
  fields: z.array(z.object({ name: z.string(), means: z.string(), sample: z.string(), kind: z.enum(['text', 'list', 'place']), within: z.string().nullable().describe('the list whose entries have it') })),
  answers: z.array(z.object({ name: z.string(), means: z.string(), sample: z.string() })),
});
export type DataDictionary = z.infer<typeof DataDictionary>;

/** POST /api/paper-template-files: a Word file that was opened; `lines` is its text. */
export const UploadedTemplate = z.object({ sha256: z.string(), name: z.string(), size: z.number().int(), fields: z.array(z.string()), lines: z.array(z.string()) });
export type UploadedTemplate = z.infer<typeof UploadedTemplate>;

export { TemplateContent } from './template/content.ts';
export { isOfManyDossiers, paperKinds, paperKindTitles } from './template/papers.ts';
