// SPDX-License-Identifier: EUPL-1.2
/** What travels about processes, and the step table as it runs in the browser and on the server alike. Needs no Node and no database. */
import { roles } from '@motcua/kernel/actor';
import { ChangedLine } from '@motcua/proposals/contract';
import { z } from 'zod';
import { recordChoices } from './internal/record-choices.ts';

export { durationWords, messageWords } from './drawing/account.ts';
export { decisionTable } from './drawing/decision.ts';
export { editDrawing, editXml, editing } from './drawing/edit.ts';
export { drawingOf, modelDescriptor } from './drawing/tree.ts';
export { readTable } from './drawing/table.ts';
export { roleWords } from './lint/role-words.ts';
export { processMessages, taskActs, taskSignatures } from './model.ts';
export { stepProperties } from './drawing/model.ts';
export type { BranchRow, BranchWay, EditNote, EditRefusal, Edited, ProcessTable, StepProperty, StepRow, DrawingEdit, TableEdit, TableRow } from './drawing/model.ts';

const text = z.string();
const Texts = z.object({ name: text, actor: text, content: text, role: text, unit: text, agency: text, hours: text, budget: text, form: text, output: text, signature: text, citizenLabel: text, act: text, returnTo: text, each: text });

/** One row of the list of processes. */
export const ProcessRow = z.object({
  key: z.string(), name: z.string(), version: z.number().int(), validFrom: z.string(), steps: z.number().int(), hours: z.number().describe('working hours along the longest way'), running: z.number().int().describe('dossiers that run by it, of any version'),
});
export type ProcessRow = z.infer<typeof ProcessRow>;

/** GET /api/processes */
export const ProcessPage = z.object({ processes: z.array(ProcessRow), next: z.string().nullable() });

export const ProcessVersion = z.object({
  version: z.number().int(), name: z.string(), validFrom: z.string(), publishedAt: z.string(), publishedBy: z.string(), decision: z.object({ number: z.string(), date: z.string() }).nullable(),
  steps: z.number().int(), hours: z.number(), running: z.number().int(), isInForce: z.boolean(),
});
export type ProcessVersion = z.infer<typeof ProcessVersion>;

/** A step as it is shown; texts of the model, '' when absent. */
export const ShownStep = Texts.extend({ kind: z.literal('step'), id: z.string(), no: z.number().int(), depth: z.number().int().describe('how many groups of steps it stands in'), returns: z.array(z.string()) });
const ShownBranch = z.object({ kind: z.literal('branch'), id: z.string(), text: z.string(), depth: z.number().int() });

const Named = z.object({ code: z.string(), name: z.string() });

/** GET /api/processes/:key */
export const ProcessView = z.object({
  key: z.string(), name: z.string(), symbol: z.string(), procedures: z.array(Named), used: z.object({ count: z.number().int(), first: z.array(Named) }).describe('procedures that are handled by it here'), versions: z.array(ProcessVersion),
  shown: z.number().int().describe('version whose rows these are'), rows: z.array(z.union([ShownStep, ShownBranch])),
});
export type ProcessView = z.infer<typeof ProcessView>;

/** GET /api/processes/:key/versions/:version: BPMN 2.0 as it was published. */
export const ProcessModel = z.object({ key: z.string(), version: z.number().int(), name: z.string(), xml: z.string() });

const Value = z.union([z.string().max(500), z.number(), z.boolean()]);
export const SimulationChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('complete'), task: z.string().max(200), variables: z.record(z.string().max(60), Value) }),
  z.object({ kind: z.literal('return'), task: z.string().max(200), to: z.string().max(200) }),
  z.object({ kind: z.literal('timer'), timer: z.string().max(200) }),
  z.object({ kind: z.literal('message'), message: z.string().max(60) }),
]);
export type SimulationChoice = z.infer<typeof SimulationChoice>;

/** GET /api/processes/:key/difference: from one published version to another. */
export const ProcessDifference = z.object({ from: z.number().int(), to: z.number().int(), lines: z.array(ChangedLine) });

/** POST /api/process-simulations: nothing is stored. */
export const SimulationAsked = z.object({
  xml: z.string().max(1_900_000), agency: z.string().max(40).describe('the agency that solves'), receivedAt: z.iso.datetime({ offset: true }), procedure: z.string().max(60).nullable(),
  variables: z.record(z.string().max(60), Value).default({}), choices: z.array(SimulationChoice).max(400),
});

const Question = z.object({ variable: z.string(), kind: z.enum(['yes-no', 'choice', 'number', 'text', 'list']), choices: z.array(z.string()) });
export const Simulation = z.object({
  agencyName: z.string(),
  steps: z.array(z.object({
    node: z.string(), name: z.string(), role: z.enum(roles), agency: z.string(), unit: z.string().nullable(), hours: z.number().nullable(), budget: z.string().nullable(), from: z.string(), due: z.string().nullable(),
    citizenReads: z.string().nullable(), form: z.string().nullable(), output: z.string(), signature: z.string(), left: z.object({ how: z.enum(['done', 'returned', 'taken-back']), at: z.string() }).nullable(),
  })),
  waiting: z.array(z.object({ node: z.string(), questions: z.array(Question), returns: z.array(z.object({ node: z.string(), name: z.string() })) })),
  timers: z.array(z.object({ node: z.string(), name: z.string(), due: z.string() })), messages: z.array(z.string()).describe('what would let it go on when it came'),
  ended: z.boolean(), at: z.string(), plannedHours: z.number(), late: z.boolean().describe('stands after what would be promised'), promisedAt: z.string().nullable().describe('what the procedure\'s time limit would promise; null when it has none in figures'),
});
export type Simulation = z.infer<typeof Simulation>;

/** A file of tables that was handed in. */
export const ProcessImportRow = z.object({ id: z.string(), fileName: z.string(), by: z.string(), at: z.string(), records: z.number().int(), open: z.number().int().describe('contradictions nobody has decided about'), published: z.number().int() });
export const ProcessImports = z.object({ imports: z.array(ProcessImportRow) });

/** POST /api/process-imports: the text of a JSON file in the form of data/internal-procedures. */
export const TablesHandedIn = z.object({ clientKey: z.uuid(), fileName: z.string().trim().min(1).max(300), text: z.string().max(1_900_000) });

/** GET /api/process-imports/:id */
export const ProcessImportView = z.object({
  id: z.string(), fileName: z.string(), by: z.string(), at: z.string(), mayPublish: z.boolean().describe('is not who handed it in'),
  records: z.array(z.object({
    place: z.number().int(), id: z.string(), name: z.string(), refusal: z.string().nullable(), questions: z.array(z.string()), notes: z.array(z.string()), publishedVersion: z.number().int().nullable(), fault: z.string().nullable(),
    decision: z.object({ choice: z.enum(recordChoices), note: z.string().nullable(), by: z.string(), at: z.string() }).nullable(),
  })),
});
export type ProcessImportView = z.infer<typeof ProcessImportView>;

/** POST /api/process-imports/:id/decisions */
export const RecordDecided = z.object({ clientKey: z.uuid(), place: z.number().int().min(1).max(2000), choice: z.enum(recordChoices), note: z.string().trim().max(1000).nullable() });
/** POST /api/process-imports/:id/publication */
export const TablesPublished = z.object({ validFrom: z.iso.date() });
export const PublicationLeft = z.object({ left: z.number().int().describe('records still to be published: press again') });
