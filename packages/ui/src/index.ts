// SPDX-License-Identifier: EUPL-1.2
/**
 * The parts every screen is made of. They receive values and report what a person did; they fetch nothing and know no route.
 *
 * Hides colours, sizes, signs, keyboard behaviour and what screen readers are told.
 * Plain HTML where the browser already knows how; React Aria only for the choice of a place.
 */
export { Words, useWords } from './words.ts';
export { Icon, Mark } from './icons.tsx';
export type { IconName } from './icons.tsx';
export { dossierStatuses, isShownStatus, wordOf, lookOf } from './status.ts';
export type { ShownStatus, DueState, Reader, Tone } from './status.ts';
export { dueWords, owedInList, shownStatusOf, intervalsOf } from './clock-words.ts';
export type { ShownClock } from './clock-words.ts';
export { Asked } from './components/asked.tsx';
export { Button, LinkButton, Kbd, ActBar } from './components/button.tsx';
export { Field, TextField, DateField, MoneyField, PersonalIdField, TextArea, Select, Problem, fieldId } from './components/fields.tsx';
export type { FieldProps, Choice } from './components/fields.tsx';
export { RadioGroup, CheckboxGroup, Checkbox } from './components/choices.tsx';
export { WhileLoading, lazy } from './components/lazy.tsx';
export { ErrorSummary, Message, MessageArea, EmptyState, Skeleton } from './components/messages.tsx';
export type { FieldFault, MessageTone } from './components/messages.tsx';
export { Tag, StatusTag, DueText, Code, Moment, StepProgress, Timeline } from './components/marks.tsx';
export type { TimelineEntry } from './components/marks.tsx';
export { ReturnDay } from './components/return-day.tsx';
export { ForecastDialog } from './components/forecast.tsx';
export type { ForecastAnswer } from './components/forecast.tsx';
export type { ReturnDayProps, ReturnInterval } from './components/return-day.tsx';
export { DataTable } from './components/table.tsx';
export type { Column } from './components/table.tsx';
export { WorkList } from './components/work-list.tsx';
export type { WorkGroup } from './components/work-list.tsx';
export { Dialog } from './components/dialog.tsx';
export { SessionEnding } from './components/session-ending.tsx';
export { FileList, Upload } from './components/file-upload.tsx';
export type { ListedFile, FileState } from './components/file-upload.tsx';
export { PaperAnswered } from './components/paper-answered.tsx';
export { FileAdviceLines } from './components/file-advice.tsx';
export { LinkedGroup } from './components/linked-group.tsx';
export { AddressField, addressText } from './components/address-field.tsx';
export type { AddressValue, SearchPlaces } from './components/address-field.tsx';
export { EformFields } from './components/eform.tsx';
export type { EformField } from './components/eform.tsx';
export { PartyFields, emptyParty } from './components/party-fields.tsx';
export { MandateFields, emptyMandate, readMandate } from './components/mandate-fields.tsx';
export type { MandateTyped } from './components/mandate-fields.tsx';
export { declaredFacts } from './declared-facts.ts';
export { withKnown, knownNames, papersFor, offersChoice } from './known-answers.ts';
export { answerSourceWords, differencesOf, shownSources, takenOver, withSources } from './prefilled.ts';
export type { Prefilled } from './prefilled.ts';
export { EnterpriseAnswer, EnterpriseCard, RegisterDifferences } from './components/enterprise.tsx';
export { typedParty, readParty } from './party-typed.ts';
export type { PartyTyped } from './components/party-fields.tsx';
export { SkipLink, DemonstrationStrip, Brand, Page, Section, Facts } from './components/page.tsx';
export type { Fact } from './components/page.tsx';
export { FeeQuestions, feeQuery, noFeeAnswers } from './components/fee-questions.tsx';
export type { FeeAnswers } from './components/fee-questions.tsx';
export { PriceLines } from './components/price-lines.tsx';
export { Thread } from './components/thread.tsx';
