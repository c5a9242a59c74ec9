// SPDX-License-Identifier: EUPL-1.2
import type { DecisionTable } from '@motcua/decisions/contract';
import type { Role } from '@motcua/kernel/actor';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type Variables = Readonly<Record<string, JsonValue>>;

/** Which act on the subject finishes a task; `linked`: another subject of its own finishes it, in an agency of its own. */
export const taskActs = ['accept', 'forward', 'appraise', 'approve', 'sign', 'number', 'return', 'consult', 'linked'] as const;
export type TaskAct = (typeof taskActs)[number];

/** `initial`: the person vouches for the draft before it is put to who signs (ký nháy). */
export const taskSignatures = ['none', 'initial', 'personal', 'agency'] as const;
export type TaskSignature = (typeof taskSignatures)[number];

/** What may come to a process from outside: something that happened to its subject. */
export const processMessages = ['supplemented', 'paid', 'identity-confirmed', 'consultation-answered', 'papers-received'] as const;

/** What a user task says in the namespace http://motcua.vn/bpmn (resources/motcua.json). */
export type TaskProperties = {
  readonly role: Role;
  /** Unit code, or name of a variable that holds one; null: the whole agency. */
  readonly unit: string | null;
  /** `competent` (default), `receiving`, or an agency's code. */
  readonly agency: string;
  /** Budget in working hours; null: none of its own. */
  readonly hours: number | null;
  /** Name of a budget several tasks share, as a sub-process does: its hours, stated on one of them, run from the first; null: its own. */
  readonly budget: string | null;
  /** Stage words for the citizen; null: not shown. */
  readonly citizenLabel: string | null;
  /** Number of the statutory paper produced («01», «02»). */
  readonly form: string | null;
  readonly signature: TaskSignature;
  readonly act: TaskAct | null;
  /** Earlier tasks it may be sent back to. */
  readonly returnTo: readonly string[];
};

export type NodeKind =
  | 'start' | 'end' | 'terminate' | 'user-task' | 'exclusive' | 'parallel' | 'timer' | 'boundary-timer'
  // Work that is not a person's of ours: waits until the caller says it is done.
  | 'task'
  // A table that answers by the variables: nobody is asked.
  | 'decision'
  // Sub-processes and calls: a scope of their own.
  | 'activity'
  | 'inclusive' | 'complex' | 'event-based' | 'catch' | 'throw' | 'boundary' | 'link';

/** What an event waits for or throws. `name`: message, signal, code of an error or escalation ('' catches any), condition in FEEL, activity to compensate. */
export type Trigger = { readonly kind: 'message' | 'signal' | 'error' | 'escalation' | 'condition' | 'compensation' | 'cancel'; readonly name: string };

/** What repeats an activity. Conditions are FEEL. */
export type Loop =
  | { readonly kind: 'while'; readonly isBefore: boolean; readonly condition: string | null; readonly most: number | null }
  | {
    readonly kind: 'many'; readonly isSequential: boolean; readonly cardinality: string; readonly until: string | null;
    /** One instance for each item of a list, which the instance sees under a name; absent: as many as `cardinality` says. */
    readonly each?: { readonly list: string; readonly as: string };
    /** What each instance throws, or the first only. */
    readonly throws: readonly { readonly when: 'each' | 'first'; readonly trigger: Trigger }[];
    /** Conditions that end the whole and what is thrown then. */
    readonly complex: readonly { readonly condition: string; readonly trigger: Trigger }[];
  };

export type Flow = { readonly id: string; readonly from: string; readonly to: string; readonly condition: string | null };

export type ProcessNode = {
  readonly id: string;
  readonly name: string;
  readonly kind: NodeKind;
  readonly out: readonly Flow[];
  /** Ids of the incoming flows. */
  readonly incoming: readonly string[];
  readonly defaultFlow: string | null;
  readonly task: TaskProperties | null;
  /** Boundary timers of a task. */
  readonly boundary: readonly string[];
  /** Task a boundary timer is attached to. */
  readonly host: string | null;
  readonly interrupting: boolean;
  /** ISO 8601 duration of a timer. */
  readonly duration: string | null;
  /** What the wider BPMN needs; absent on nodes of a plain process. */
  readonly more?: NodeMore;
};

export type NodeMore = {
  readonly triggers: readonly Trigger[];
  /** All triggers must come, not any one. */
  readonly isParallel: boolean;
  readonly loop: Loop | null;
  readonly startQuantity: number;
  readonly completionQuantity: number;
  /** Scope the activity opens: its own id, or the process it calls. */
  readonly body: string | null;
  /** Activity that undoes the one a compensation event is attached to. */
  readonly undo: string | null;
  /** Where a link goes on. */
  readonly linkTo: string | null;
  /** When a complex gateway fires, over `activationCount`. */
  readonly activation: string | null;
  /** How often a timer fires; 1 when it is no cycle. */
  readonly times: number;
  /** The table of a decision, its inputs and outputs named after variables. */
  readonly decision?: DecisionTable;
  /** The scope is compensated when cancelled. */
  readonly isTransaction: boolean;
};

/** Where a scope begins, and the event sub-processes that listen while it runs. */
export type Body = { readonly starts: readonly string[]; readonly listeners: readonly { readonly start: string; readonly subProcess: string }[] };

/** A published model, read once: nodes by id and what can be known before any instance runs. Treat as opaque. */
export type ProcessDefinition = {
  readonly processId: string;
  readonly name: string;
  readonly start: string;
  readonly nodes: ReadonlyMap<string, ProcessNode>;
  /** Nodes that come after a node, without the flows that go back. */
  readonly after: ReadonlyMap<string, ReadonlySet<string>>;
  /** User tasks on the main path, in order: what «bước 3 trong 6» counts. */
  readonly mainPath: readonly string[];
  /** Scopes by their id; absent in a plain process, which has one. */
  readonly bodies?: ReadonlyMap<string, Body>;
  /** The sub-process a node stands in, where it stands in one. */
  readonly within?: ReadonlyMap<string, string>;
  /** The nodes as if sub-processes were opened up: what leads into one leads to its start, its ends lead on from it. */
  readonly opened?: ReadonlyMap<string, ProcessNode>;
};

/** A place where the process waits, or a scope that is open. `scope`: the token of the scope it stands in. */
export type Token = {
  readonly node: string;
  readonly timers: Readonly<Record<string, string>>;
  readonly scope?: string;
  /** The repeated activity as a whole: its instances stand in it as in a scope. */
  readonly loop?: { readonly total: number; readonly begun: number; readonly done: number; readonly items?: readonly JsonValue[] };
  /** What of a list this instance is for, and the name it is seen under. */
  readonly item?: { readonly name: string; readonly value: JsonValue };
  /** Listens while its scope runs; does not keep it alive. */
  readonly isListening?: true;
  /** What of its triggers has come, or holds. */
  readonly caught?: readonly string[];
  /** How often its timers still fire, by node. */
  readonly left?: Readonly<Record<string, number>>;
  /** Activities still to be undone, the last done first. */
  readonly undoing?: readonly Undo[];
  /** The finished scope an event sub-process undoes. */
  readonly of?: string;
};

/** An activity that is done and could be undone: `place` was its token, `scope` the scope it stood in. */
export type Undo = { readonly node: string; readonly place: string; readonly scope: string | null };

/** State of an instance: small plain JSON. `joins` counts, per parallel join and incoming flow, the branches that have arrived. */
export type ProcessState = {
  readonly format: 1;
  readonly seq: number;
  readonly tokens: Readonly<Record<string, Token>>;
  readonly joins: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly variables: Variables;
  readonly ended: boolean;
  /** What could be undone, in the order it was done. */
  readonly undoable?: readonly Undo[];
};

export type TaskCreated = TaskProperties & { readonly kind: 'task-created'; readonly taskId: string; readonly node: string; readonly name: string };

/** What the caller must do because of a step; rows in the same transaction. */
export type Effect =
  | TaskCreated
  | { readonly kind: 'work-created'; readonly taskId: string; readonly node: string; readonly name: string }
  | { readonly kind: 'message-sent' | 'signal-sent'; readonly node: string; readonly name: string }
  | { readonly kind: 'failed'; readonly node: string; readonly code: string }
  | { readonly kind: 'task-completed' | 'task-cancelled'; readonly taskId: string; readonly node: string }
  | { readonly kind: 'timer-set'; readonly timerId: string; readonly node: string; readonly taskId: string | null; readonly durationIso: string }
  | { readonly kind: 'timer-cancelled' | 'timer-fired'; readonly timerId: string; readonly node: string }
  | { readonly kind: 'finished'; readonly node: string };

export type Step = { readonly state: ProcessState; readonly effects: readonly Effect[] };

/** Why a step was not done; the state is as it was. */
export type ProcessRefusal =
  | { readonly code: 'finished-already' }
  | { readonly code: 'no-such-task'; readonly taskId: string }
  | { readonly code: 'no-such-timer'; readonly timerId: string }
  | { readonly code: 'return-not-allowed'; readonly node: string; readonly to: string }
  | { readonly code: 'no-path'; readonly node: string; readonly name: string }
  | { readonly code: 'step-limit'; readonly node: string; readonly name: string }
  | { readonly code: 'stuck-at-join'; readonly node: string; readonly name: string };

export const publicationFaultCodes = [
  'xml-broken', 'wrong-namespace', 'no-process', 'several-processes', 'call-unknown', 'call-in-circle', 'no-start', 'several-starts', 'no-end', 'unsupported-element',
  'unreachable-node', 'dead-end', 'flow-broken', 'flow-without-condition', 'condition-not-readable', 'condition-misplaced', 'timer-not-readable',
  'boundary-misplaced', 'task-without-role', 'task-property-invalid', 'return-target-invalid', 'join-never-fires', 'cycle-without-task',
  'branches-multiply', 'against-standard', 'too-large', 'too-many-situations', 'error-not-caught', 'repetition-invalid', 'message-unknown', 'decision-invalid',
] as const;

/** Why a model is not published; `element` and `name` say where, `text` says it in Vietnamese with what to do. */
export type PublicationFault = {
  readonly code: (typeof publicationFaultCodes)[number];
  readonly element: string | null;
  readonly name: string | null;
  readonly text: string;
};
