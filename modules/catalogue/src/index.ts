// SPDX-License-Identifier: EUPL-1.2
/**
 * Catalogue: danh mục thủ tục hành chính.
 *
 * Answers: what does a procedure ask for, in which version, who handles it here and how, how does its time count,
 * and where is it filed. Hides the records of the national portal with their defects, versions and dates.
 */
export { importProcedures } from './commands/import-procedures.ts';
export type { ImportedProcedures } from './commands/import-procedures.ts';
export { searchProcedures, procedureOn, procedureVersion, procedureVersions, abolitionOf, unknownProcedures, fieldCodes, fieldsInUse, lifeEventsInUse } from './views/procedures.ts';
export { legalBasisWords } from './rules/legal-basis-words.ts';
export { abolitionKind } from './kinds/abolition-kind.ts';
export { companionKinds } from './kinds/companion-kinds.ts';
export { procedureKind } from './kinds/procedure-kind.ts';
export { checklistOn } from './views/checklists.ts';
export { catalogueChanges, daysOfEffect, decisionsOn, versionsPublished } from './views/publications.ts';
export type { DayOfEffect, PublishedVersion } from './views/publications.ts';
export { nationalRoundIfDue } from './commands/national-round.ts';
export { sendPublished } from './commands/national-outbox.ts';
export type { LineContext } from './commands/national-round.ts';
export type { LineFault, ListedProcedure, NationalLine, Sending } from './national-line.ts';
export { guideOn } from './views/guides.ts';
export { guideAnswer } from './rules/guide-answer.ts';
export { componentKind, componentKindOrSure, componentKinds, paperKinds } from './views/paper-kinds.ts';
export { formPapers, papersUnsaid } from './views/form-papers.ts';
export { looksLikeForm, placesOfForm } from './rules/form-papers.ts';
export { confirmComponents } from './commands/keep-paper-kinds.ts';
export type { ComponentKindOf } from './views/paper-kinds.ts';
export type { PaperKind } from './contract/paper-kinds.ts';
export { confirmedComponents } from './store/paper-kinds.ts';
export { priceUnder } from './views/prices.ts';
export { abolishProcedure, publishVersion } from './commands/publish-version.ts';
export type { ProcedureSearch, PublishedProcedure } from './views/procedures.ts';
export { findHandling, handledBy, handlingsOf, handledAt, handledCounts, handledEverywhere, proceduresUsing, setHandling, filesOnOwnPortal, setFiling } from './views/handling.ts';
export type { Handling } from './views/handling.ts';
export { deadlineRuleOf, deadlineRules } from './views/deadline-rules.ts';
export { chooseRuleSet, withdrawRuleChoice } from './commands/choose-rule-set.ts';
export type { PublishedInternalProcedure } from './views/internal-procedure.ts';
export { internalProcedures } from './views/internal-procedure.ts';
export { processNeighbours } from './views/process-neighbours.ts';
export { catalogueActs, ruleActs } from './permissions.ts';
export type { DatedRule, DeadlineRule, RuleChannel, RuleSet } from './views/deadline-rules.ts';
export { timeLimitOf } from './rules/time-limit.ts';
export type { TimeLimit } from './rules/time-limit.ts';
export { byCircumstance } from './rules/circumstances.ts';
export { missingParts } from './rules/completeness.ts';
export { Procedure } from './model.ts';
export type { RequiredPaper, Channel } from './model.ts';
