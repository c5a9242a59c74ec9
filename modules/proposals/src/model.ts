// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Result } from '@motcua/kernel';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** One thing found by a check. `path`: dotted path in the content; `place`: where, in the reader's words; `blocks`: publishing is refused until it is mended. */
export type Finding = { readonly path: string; readonly place: string; readonly text: string; readonly blocks: boolean };

/** Content in words, for people and for the difference: a tree whose children are told apart by `key`. */
export type Part = { readonly key: string; readonly label: string; readonly text?: string; readonly parts?: readonly Part[] };

/** What is published: the content, on which decision, from which day on. */
export type Publication = {
  readonly key: string; readonly content: JsonValue; readonly decision: { readonly number: string; readonly date: string };
  readonly validFrom: string; readonly by: { readonly id: string; readonly name: string }; readonly at: Temporal.Instant;
};

/** Two people changed the same place otherwise; undefined: removed. `place`: where, in the reader's words, when its path does not say. */
export type Collision = { readonly path: string; readonly place?: string; readonly mine: JsonValue | undefined; readonly theirs: JsonValue | undefined };

/** What two people made of one content: what collides is listed, and stands as mine has it unless theirs was asked for. */
export type Merged = { readonly content: JsonValue; readonly collisions: readonly Collision[] };

/** What the owner of a kind of bản soạn gives. */
export type ProposalKind = {
  readonly kind: string;
  /** What such a thing is called: «Quy trình nội bộ». */
  readonly label: string;
  /** Shape only: a half-done content must be storable. What it returns is what is stored. */
  readonly read: (content: unknown) => Result<JsonValue, readonly Finding[]>;
  /** What a new subject begins with; null: there can be no new subject of this key. */
  readonly empty: (key: string) => JsonValue | null;
  /** The version in force, which a bản soạn begins from; null: none so far. */
  readonly current: (db: Db, key: string) => Promise<{ readonly version: number; readonly content: JsonValue } | null>;
  /** What a content that was brought along is compared with, when that is not the version in force of its own key. */
  readonly baseOf?: (db: Db, content: JsonValue) => Promise<JsonValue>;
  readonly title: (content: JsonValue) => string;
  /** Looked at while it is written, and asked again at submission and publication. */
  readonly check: (db: Db, draft: { readonly key: string; readonly content: JsonValue; readonly base: JsonValue | null }) => Promise<readonly Finding[]>;
  readonly describe: (content: JsonValue) => Promise<readonly Part[]> | readonly Part[];
  /** What the content answers to one question: what the tests of a pack are made of. The shape of `given` is the owner's. */
  readonly prove?: (content: JsonValue, given: JsonValue) => Promise<JsonValue>;
  /** Questions worth asking of the content, each with a name. */
  readonly questions?: (content: JsonValue) => readonly { readonly name: string; readonly given: JsonValue }[];
  /** Files a content names and does not hold: what travels with it in a pack. `keep` looks at them as at any upload, and stores what it has not got. */
  readonly luggage?: {
    readonly of: (db: Db, content: JsonValue) => Promise<JsonValue>;
    readonly keep: (db: Db, luggage: JsonValue, entry: { readonly by: { readonly id: string; readonly name: string }; readonly at: Temporal.Instant }) => Promise<readonly Finding[]>;
  };
  /** Brings together what two people made of one content, where its parts are not those of its JSON; how a content is merged when absent. */
  readonly merge?: (sides: { readonly base: JsonValue | null; readonly mine: JsonValue; readonly theirs: JsonValue }, takeTheirs: readonly string[]) => Promise<Merged>;
  /** Words for a path of the content, shown where two writers collide; the path itself when absent. */
  readonly placeOf?: (content: JsonValue, path: string) => string;
  /** Stores the next version, in the transaction of the publication. Dossiers in hand must stay with theirs. */
  readonly publish: (tx: Db, publication: Publication) => Promise<Result<{ readonly version: number }, readonly Finding[]>>;
};

export const proposalStates = ['draft', 'submitted', 'published', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Why an act on a bản soạn was not done. */
export type ProposalRefusal =
  | { readonly code: 'proposal-unknown' }
  | { readonly code: 'proposal-kind-unknown' }
  | { readonly code: 'proposal-changed'; readonly by: string; readonly at: string }
  | { readonly code: 'proposal-not-editable'; readonly state: ProposalState }
  | { readonly code: 'proposal-not-submitted'; readonly state: ProposalState }
  | { readonly code: 'proposal-second-person' }
  | { readonly code: 'proposal-behind'; readonly version: number }
  | { readonly code: 'proposal-day-passed' }
  | { readonly code: 'proposal-day-far' }
  | { readonly code: 'proposal-decision-day' }
  | { readonly code: 'proposal-findings'; readonly findings: readonly Finding[] };
