// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type Variables = Readonly<Record<string, JsonValue>>;

/** Which act on the subject finishes a task; `linked`: another subject of its own finishes it, in an agency of its own. */
export const taskActs = ['accept', 'forward', 'appraise', 'approve', 'sign', 'number', 'return', 'consult', 'linked'] as const;
export type TaskAct = (typeof taskActs)[number];

export const taskSignatures = ['none', 'personal', 'agency'] as const;
export type TaskSignature = (typeof taskSignatures)[number];

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

export type NodeKind = 'start' | 'end' | 'terminate' | 'user-task' | 'exclusive' | 'parallel' | 'timer' | 'boundary-timer';

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
};

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
};

/** A place where the process waits. */
export type Token = { readonly node: string; readonly timers: Readonly<Record<string, string>> };

/** State of an instance: small plain JSON. `joins` counts, per parallel join and incoming flow, the branches that have arrived. */
export type ProcessState = {
  readonly format: 1;
  readonly seq: number;
  readonly tokens: Readonly<Record<string, Token>>;
  readonly joins: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly variables: Variables;
  readonly ended: boolean;
};

export type TaskCreated = TaskProperties & { readonly kind: 'task-created'; readonly taskId: string; readonly node: string; readonly name: string };

/** What the caller must do because of a step; rows in the same transaction. */
export type Effect =
  | TaskCreated
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
  'xml-broken', 'wrong-namespace', 'no-process', 'several-processes', 'no-start', 'several-starts', 'no-end', 'unsupported-element',
  'unreachable-node', 'dead-end', 'flow-broken', 'flow-without-condition', 'condition-not-readable', 'condition-misplaced', 'timer-not-readable',
  'boundary-misplaced', 'task-without-role', 'task-property-invalid', 'return-target-invalid', 'join-never-fires', 'cycle-without-task',
  'branches-multiply', 'too-large',
] as const;

/** Why a model is not published; `element` and `name` say where, `text` says it in Vietnamese with what to do. */
export type PublicationFault = {
  readonly code: (typeof publicationFaultCodes)[number];
  readonly element: string | null;
  readonly name: string | null;
  readonly text: string;
};
