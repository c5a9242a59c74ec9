// SPDX-License-Identifier: EUPL-1.2
/**
 * Dossiers: hồ sơ thủ tục hành chính, từ nộp đến trả.
 *
 * Answers: where does a dossier stand, whose turn is it, by when; and does the acts that move it.
 * Hides the ledger and its projections, the lifecycle, the counting of codes and numbers, and what each paper says.
 */
export { calendarShelf } from './clock/calendars.ts';
export { periodShelf } from './clock/periods.ts';
export { digitisingShelf } from './store/digitising-rules.ts';
export type { CalendarShelf } from './clock/calendars.ts';
export type { DossierContext, KeysElsewhere } from './context.ts';
export type { BusinessRegister, Enterprise, EnterpriseAnswer, EnterpriseAsked, EnterprisePurpose, PopulationAnswer, PopulationAsked, PopulationPerson, PopulationRegister } from './registers.ts';
export type { DryRunItem } from './dry-run/dry-run.ts';
export { takeIn, accept } from './commands/accept.ts';
export { requestSupplement, supplement } from './commands/supplement.ts';
export { refuseDossier, withdraw, stop, close } from './commands/endings.ts';
export { databaseClock } from './store/database-clock.ts';
export { confirmIdentity, requestIdentity } from './commands/identity.ts';
export { assign, release, completeStep, sendBack, consult, answerConsultation, requestPayment, pay } from './commands/handle.ts';
export { classOnSite } from './commands/on-site.ts';
export { approve, issue, returnResult } from './commands/decide.ts';
export { sendUpstream } from './commands/send-upstream.ts';
export { readLinkedGroups, setLinkedGroup } from './store/linked-members.ts';
export type { LinkedMember } from './store/linked-members.ts';
export { extend, proposeExtension } from './commands/extend.ts';
export { decideWish, wish } from './commands/wishes.ts';
export { correct } from './commands/correct.ts';
export { decideChange } from './commands/decide-change.ts';
export { reissue } from './commands/reissue.ts';
export { planCheck, recordCheck } from './commands/checks.ts';
export { confirmPapers, handOverPapers, returnPapers } from './commands/papers.ts';
export { confirmDelivery, handToPost, packForPost, trackPost } from './commands/post.ts';
export { moveOriginals } from './commands/originals.ts';
export { recordSecret } from './commands/secret-papers.ts';
export { addToScan, digitise } from './commands/digitise.ts';
export { workingTitles } from './lifecycle/working-papers.ts';
export { digitiseWorking } from './commands/digitise-working.ts';
export { scanWatch } from './commands/take-in-scans.ts';
export { beginScan, findScan } from './store/scans.ts';
export { acknowledge, decline, sendAgain } from './commands/transfer.ts';
export { checkPaper } from './commands/check-paper.ts';
export { writeMessage } from './commands/message.ts';
export { confirmJointDraft, declineJointDraft, nameCoApplicant, recordConfirmation, removeCoApplicant } from './commands/joint-draft.ts';
export { beginDraft, saveDraft, fileDraft } from './commands/draft.ts';
export { fileFromPartner } from './commands/partner-filing.ts';
export { bulkAppend } from './commands/bulk-append.ts';
export type { WrittenLife } from './commands/bulk-append.ts';
export { eventsOf as ledgerOf } from './store/ledger.ts';
export type { DossierEvent } from './events.ts';
export { renewPaperStamps } from './commands/renew-stamps.ts';
export { fireDueTimers, dropOldDrafts } from './commands/due-timers.ts';
export { dropOldLooks } from './commands/drop-old-looks.ts';
export { deemOverdue } from './commands/deem-overdue.ts';
export { escalateDue } from './commands/escalate.ts';
export { replay } from './commands/replay.ts';
export type { Difference } from './commands/replay.ts';
export { officerDossier, ownDossier, publicStanding, readable } from './views/one.ts';
export { workOf, searchDossiers } from './views/lists.ts';
export { changeCalendar, previewCalendarChange } from './commands/change-calendar.ts';
export type { CalendarRefused } from './commands/change-calendar.ts';
export type { ObservedDurations } from './views/observed-durations.ts';
export { observedDurations } from './views/observed-durations.ts';
export type { ProcedureExperience } from './views/experience.ts';
export { experienceOf } from './views/experience.ts';
export { redactDossier } from './commands/redact.ts';
export { retentionRules } from './store/retention.ts';
export type { RetentionRule } from './store/retention.ts';
export { chainBreak, closedByCode, closedDossiers, sealedLedger } from './views/closed.ts';
export type { ClosedDossier, SealedEvent } from './views/closed.ts';
export { placed, standingOn } from './rules/dated-tables.ts';
export { figuresToday } from './views/figures.ts';
export { filingStart } from './views/filing-start.ts';
export { lookIntoVault } from './commands/look-into-vault.ts';
export { printPaper } from './papers/print.ts';
export { grants, holdersOf, mayDo, routeActs } from './permissions.ts';
export { dossierActs } from './contract.ts';
export type { LifecycleRefusal } from './lifecycle/refusal.ts';
