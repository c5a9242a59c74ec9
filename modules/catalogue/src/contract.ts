// SPDX-License-Identifier: EUPL-1.2
/** What travels about procedures. Safe in browsers. */
import { notCountable, startingPoints } from '@motcua/deadlines/contract';
import { z } from 'zod';
import { PublishedTime } from './model.ts';

export { ControlPage, ControlProcedure, ControlRow, HandlingChoices } from './contract/control.ts';
export { NationalLineState, NationalRoundDone } from './contract/national-line.ts';
export { NationalDecided, NationalFaults, NationalItems, NationalUpdateEntered, NationalUpdateView, NationalUpdates } from './contract/national-updates.ts';
export { FormPapers } from './contract/form-papers.ts';
export { ComponentKinds, ComponentsConfirmed, ConfirmedCount, PaperKind, PaperKindSaved, PaperKindStored, PaperKinds } from './contract/paper-kinds.ts';
export { FeeTable, Price } from './fees-model.ts';
export { priceOf } from './rules/price.ts';
export { Checklist, ProcedureChecklist } from './checklist-model.ts';
export { Guide } from './guide-model.ts';
export { guideOfProcedure } from './rules/guide-of-procedure.ts';
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

const RuleChannel = z.enum(['counter', 'online', 'post']).nullable().describe('null: every way of filing');

/** How time counts: what a ready-made set and a dated rule both say. */
const Counting = z.object({
  mode: z.enum(['by-day', 'by-hour']), firstDayCounted: z.boolean(), cutoff: z.string().nullable(), hoursPerDay: z.number(), onSupplement: z.enum(['restart', 'pause']),
  lastMinutes: z.number().int(), countsFrom: z.string().nullable(), start: z.enum(startingPoints), startElsewhere: z.enum(startingPoints), startByPost: z.enum(startingPoints),
  notCounted: z.array(z.enum(notCountable)).describe('left out of the count'), basis: z.string().describe('the article it rests on'), unsure: z.string().nullable(),
});

const RuleProcedure = z.object({ code: z.string(), name: z.string() }).nullable().describe('null: all procedures');

/** GET /api/deadline-rules: ready-made sets, dated rules newest first, who chose what. */
export const DeadlineRulesView = z.object({
  today: z.string(), mayChoose: z.boolean(), sets: z.array(Counting.extend({ key: z.string(), name: z.string() })),
  rules: z.array(Counting.extend({ id: z.number().int(), procedure: RuleProcedure, channel: RuleChannel, validFrom: z.string(), setName: z.string().nullable(), firstAppointment: z.number().int().nullable(), mayWithdraw: z.boolean() })),
  log: z.array(z.object({ id: z.string(), kind: z.enum(['chosen', 'withdrawn']), by: z.string(), at: z.string(), decision: z.string(), setName: z.string(), procedure: RuleProcedure, channel: RuleChannel, validFrom: z.string() })),
});
export type DeadlineRulesView = z.infer<typeof DeadlineRulesView>;

/** POST /api/deadline-rules/previews */
export const RuleChoice = z.object({
  set: z.string().max(60), procedure: z.string().trim().min(1).max(60).nullable(), channel: RuleChannel, validFrom: z.iso.date(),
  firstAppointment: z.number().int().min(1).max(3650).nullable().describe('Hẹn lần 1 (land), in units of the limit'),
});
export type RuleChoice = z.infer<typeof RuleChoice>;

const decided = { clientKey: z.uuid(), decision: z.string().trim().min(3).max(500).describe('the decision it rests on, or the reason') };

/** POST /api/deadline-rules/choices */
export const RuleChoiceAsked = RuleChoice.extend(decided);
/** POST /api/deadline-rules/choices/:id/withdrawal */
export const RuleWithdrawalAsked = z.object(decided);
export const RuleChosen = z.object({ id: z.string() });

/** What a choice would change; instants null where no calendar is published so far. */
export const RuleChoiceEffects = z.object({
  receivedAt: z.string().describe('the examples suppose a dossier received then'), considered: z.number().int().describe('procedures looked at'), procedures: z.number().int().describe('that would count otherwise'),
  ownRules: z.number().int().describe('that keep a rule of their own'),
  samples: z.array(z.object({
    limit: z.object({ value: z.number(), unit: z.enum(['working-day', 'working-hour', 'calendar-day', 'month']) }), procedures: z.number().int(), example: z.string(),
    before: z.string().nullable(), after: z.string().nullable(), firstAppointment: z.string().nullable(),
  })),
});
export type RuleChoiceEffects = z.infer<typeof RuleChoiceEffects>;

/** GET /api/process-coverage: a pair is a procedure at an agency that handles it. */
export const ProcessCoverage = z.object({
  pairs: z.number().int(), published: z.number().int().describe('with an internal procedure of a decision'), model: z.number().int().describe('run by a general model'), missing: z.number().int().describe('whose process has no version'),
  rows: z.array(z.object({ code: z.string(), name: z.string(), process: z.string(), state: z.enum(['model', 'missing']), agencies: z.number().int(), first: z.array(z.string()).describe('names of the first agencies') })),
  next: z.string().nullable(),
});
export type ProcessCoverage = z.infer<typeof ProcessCoverage>;
