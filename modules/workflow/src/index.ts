// SPDX-License-Identifier: EUPL-1.2
/**
 * Workflow: quy trình điện tử.
 *
 * Reads a BPMN 2.0 model, refuses what it would not run rightly, and runs it: a pure step from state and command to state and effects.
 * Hides BPMN, FEEL, joins, timers, versions. Does not know what a dossier is: tasks name a role, a place and an act, the caller does the rest.
 */
export { compileProcess } from './definition/compile-process.ts';
export { begin, complete, deliver, fireTimer } from './rules/steps.ts';
export { returnTo } from './rules/return-to.ts';
export { moveVersion } from './rules/move-version.ts';
export type { MappedStep, MoveFault } from './rules/move-version.ts';
export { moveInstance, outdatedProcesses, runningOnOther } from './store/versions.ts';
export { activeTasks, awaitedMessages, progress } from './rules/progress.ts';
export { publishProcess, getDefinition, definitionInForce } from './store/definitions.ts';
export { messageWords } from './drawing/account.ts';
export { questionsBehind } from './simulation/questions.ts';
export type { Question } from './simulation/questions.ts';
export { readTable } from './drawing/table.ts';
export type { StepRow, TableRow } from './drawing/model.ts';
export { plannedHours } from './lint/plan.ts';
export { roleWords } from './lint/role-words.ts';
export type { PublishedProcess, Publication } from './store/definitions.ts';
export { startInstance, loadAllForUpdate, loadForUpdate, loadInstance, save, saveAll, dueTimers, cancelTimers } from './store/instances.ts';
export type { ProcessInstance, DueTimer, ChangedMeanwhile, NoSuchProcess, Started } from './store/instances.ts';
export { fromInternalProcedure } from './internal/from-internal-procedure.ts';
export type { DrawnProcedure } from './internal/from-internal-procedure.ts';
export { readInternalProcedure } from './internal/model.ts';
export { fromLinkedGroup } from './internal/from-linked-group.ts';
export { linkedShape, plannedSteps } from './rules/linked-shape.ts';
export type { LinkedNode, PlannedStep } from './rules/linked-shape.ts';
export { importInternalProcedures } from './internal/import-internal-procedures.ts';
export type { ImportReport } from './internal/import-internal-procedures.ts';
export type { InternalProcedure, InternalStep } from './internal/model.ts';
export { processNames, publishedKeys, rolesAsked } from './store/processes.ts';
export { processKind } from './proposal/kind.ts';
export { processActs } from './permissions.ts';
export type { ProcessNeighbours } from './neighbours.ts';
export type { Surroundings } from './lint/surroundings.ts';
export { judgeSuiteTest } from './conformance/judge.ts';
export type { SuiteTest, Verdict } from './conformance/judge.ts';
export { conformancePage, countVerdicts, readSuite } from './conformance/suite.ts';
export type { Judged } from './conformance/suite.ts';
export { taskActs, taskSignatures } from './model.ts';
export type {
  Effect, Flow, JsonValue, ProcessDefinition, ProcessNode, ProcessRefusal, ProcessState, PublicationFault, Step, TaskAct, TaskCreated,
  TaskProperties, TaskSignature, Token, Variables,
} from './model.ts';
