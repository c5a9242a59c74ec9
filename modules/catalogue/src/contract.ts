// SPDX-License-Identifier: EUPL-1.2
/** What travels about procedures. Safe in browsers. */
import { z } from 'zod';
import { PublishedTime } from './model.ts';

export { byCircumstance } from './rules/circumstances.ts';
export type { PaperHeading, PapersByCircumstance } from './rules/circumstances.ts';
export { Procedure, PublishedTime, RequiredPaper, PaperGroup, Method, Fee, Channel, mandatoryParts } from './model.ts';

export const ProcedureRow = z.object({
  code: z.string(),
  name: z.string(),
  field: z.string().nullable(),
  levels: z.array(z.string()),
  onlineLevel: z.string(),
  time: PublishedTime.nullable(),
  fee: z.number().nullable().describe('đồng; null when nothing is published'),
  handledHere: z.boolean().describe('an agency of this province has a process and a form for it'),
});
export type ProcedureRow = z.infer<typeof ProcedureRow>;

export const ProcedurePage = z.object({ procedures: z.array(ProcedureRow), next: z.string().nullable() });

export const HandlingAgency = z.object({ agency: z.string(), agencyName: z.string(), eform: z.string(), process: z.string(), ownModel: z.boolean() });
export type HandlingAgency = z.infer<typeof HandlingAgency>;
