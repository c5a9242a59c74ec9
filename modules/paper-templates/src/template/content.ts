// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { paperKinds } from './papers.ts';

/** A template as it is written (bản soạn mẫu giấy). `lines`: the text of its file, for reading and for the difference. */
export const TemplateContent = z.strictObject({
  title: z.string().max(300), paper: z.enum(paperKinds).default('result'), everyProcedure: z.boolean().default(false).describe('for every procedure; then none is listed'), agency: z.string().max(40).nullable(), procedures: z.array(z.string().max(60)).max(500), eform: z.string().max(80).nullable(),
  file: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/u), name: z.string().max(300), size: z.number().int().nonnegative(), lines: z.array(z.string().max(5000)).max(3000) }).nullable(),
});
export type TemplateContent = z.infer<typeof TemplateContent>;
