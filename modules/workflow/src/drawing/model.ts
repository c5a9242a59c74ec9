// SPDX-License-Identifier: EUPL-1.2
/** What a step says that a person may change from the step table. */
export const stepProperties = [
  'name', 'actor', 'content', 'role', 'unit', 'agency', 'hours', 'budget', 'form', 'output', 'signature', 'citizenLabel', 'act', 'returnTo', 'each',
] as const;
export type StepProperty = (typeof stepProperties)[number];

/** A step of the table (bảng bước): texts as they stand in the model, '' when absent. `no` is its place in the order, from 1; `depth` how many sub-processes it stands in; `each` the list for whose items it is done. */
export type StepRow = { readonly kind: 'step'; readonly id: string; readonly no: number; readonly depth: number; readonly returns: readonly string[] } & Readonly<Record<StepProperty, string>>;

/** A way out of a branching: `condition` in FEEL, '' for none. */
export type BranchWay = { readonly flow: string; readonly condition: string; readonly isDefault: boolean; readonly to: string };

/** What only the diagram can express, with an account in words. */
export type BranchRow = {
  readonly kind: 'branch'; readonly id: string; readonly name: string; readonly text: string; readonly depth: number;
  readonly what: 'choice' | 'some' | 'some-join' | 'fork' | 'join' | 'race' | 'timer' | 'task-timer' | 'message' | 'signal' | 'edge' | 'throw' | 'group' | 'call' | 'decision' | 'other';
  /** Only of a choice, of one way or of some. */
  readonly ways: readonly BranchWay[];
  /** ISO 8601 duration; only of timers. */
  readonly duration: string;
  /** What came to the dossier that is waited for; only of messages. */
  readonly message: string;
  /** The table of a decision, as it is written; only of decisions. */
  readonly decision: string;
  /** The published process that is called, and the version of it that stands in the file; only of calls. */
  readonly called: { readonly key: string; readonly version: number } | null;
};

export type TableRow = StepRow | BranchRow;

/** A process as a table: the form provincial decisions use. `procedures` are codes with commas. */
export type ProcessTable = { readonly name: string; readonly symbol: string; readonly procedures: string; /** Only other processes call it; it handles no procedure by itself. */ readonly calledOnly: boolean; readonly rows: readonly TableRow[] };

/** A change of the table, done on the BPMN model itself. `set-called` takes a published process, as its BPMN file, into this one. */
export type TableEdit = DrawingEdit | { readonly kind: 'set-called'; readonly id: string; readonly key: string; readonly version: number; readonly name: string; readonly xml: string };

/** What can be done on an open model without reading another. */
export type DrawingEdit =
  | { readonly kind: 'set'; readonly id: string; readonly property: StepProperty; readonly value: string }
  | { readonly kind: 'set-process'; readonly property: 'name' | 'symbol' | 'procedures' | 'calledOnly'; readonly value: string }
  | { readonly kind: 'set-way'; readonly flow: string; readonly condition: string; readonly isDefault: boolean }
  | { readonly kind: 'set-timer'; readonly id: string; readonly duration: string }
  | { readonly kind: 'set-message'; readonly id: string; readonly message: string }
  | { readonly kind: 'set-decision'; readonly id: string; readonly name: string; readonly table: string }
  | { readonly kind: 'add'; readonly after: string; readonly name: string }
  | { readonly kind: 'duplicate'; readonly id: string; readonly name: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'move'; readonly id: string; readonly by: -1 | 1 };

/** What an edit did beside what was asked: `at` could no longer be sent back to `to`, which now stands behind it or is gone. */
export type EditNote = { readonly code: 'return-dropped'; readonly at: string; readonly to: string };

/** A model after an edit, with its table; `focus` is the element to look at. */
export type Edited = { readonly xml: string; readonly table: ProcessTable; readonly focus: string | null; readonly notes: readonly EditNote[] };

/** Why an edit was not done; the model is as it was. */
export type EditRefusal = 'not-readable' | 'no-such-element' | 'at-the-edge' | 'in-a-branch' | 'last-step';
