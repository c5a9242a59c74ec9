// SPDX-License-Identifier: EUPL-1.2
/** What travels about bản soạn. Safe in browsers. */
import { z } from 'zod';

/** A run of words of a text that changed. */
export const ChangedWords = z.object({ text: z.string(), is: z.enum(['same', 'added', 'removed']) });
export type ChangedWords = z.infer<typeof ChangedWords>;

/** One line of a difference; `depth` 0 is a part of the whole. `inside`: something under it changed. */
export const ChangedLine = z.object({
  path: z.string(), depth: z.number().int(), label: z.array(ChangedWords), change: z.enum(['same', 'added', 'removed', 'changed', 'moved', 'inside']), words: z.array(ChangedWords),
});
export type ChangedLine = z.infer<typeof ChangedLine>;

export const Finding = z.object({ path: z.string(), place: z.string(), text: z.string(), blocks: z.boolean().describe('publishing is refused until it is mended') });
export type Finding = z.infer<typeof Finding>;

const State = z.enum(['draft', 'submitted', 'published', 'withdrawn']);

export const ProposalRow = z.object({
  id: z.string(), kind: z.string(), kindLabel: z.string(), key: z.string(), title: z.string(), state: State, changedBy: z.string(), changedAt: z.string(),
  validFrom: z.string().nullable(), publishedVersion: z.number().int().nullable(),
});
export type ProposalRow = z.infer<typeof ProposalRow>;

export const ProposalPage = z.object({ proposals: z.array(ProposalRow), next: z.string().nullable() });

/** GET /api/proposals/:id */
export const ProposalView = ProposalRow.extend({
  revision: z.number().int(), content: z.unknown(), baseVersion: z.number().int().nullable().describe('version it was begun from; null: a new subject'),
  currentVersion: z.number().int().nullable().describe('version in force now: another than the base means somebody published meanwhile'),
  mayBegin: z.boolean(), mayWrite: z.boolean(), mayPublish: z.boolean().describe('holds the act and is not who submitted'), decision: z.object({ number: z.string(), date: z.string() }).nullable(),
  findings: z.array(Finding),
  history: z.array(z.object({ id: z.string(), kind: z.enum(['begun', 'submitted', 'returned', 'published', 'withdrawn', 'rebased']), note: z.string().nullable(), by: z.string(), at: z.string() })),
});
export type ProposalView = z.infer<typeof ProposalView>;

/** POST /api/proposals: the open one of the subject when there is one. */
export const ProposalBegun = z.object({ kind: z.string().max(40), key: z.string().trim().min(1).max(120), content: z.unknown().optional().describe('what to begin from instead of the version in force') });

/** PUT /api/proposals/:id/content */
export const ContentSaved = z.object({ revision: z.number().int().min(0).max(1_000_000_000).describe('the one that was seen'), content: z.unknown() });
export const SavedAnswer = z.object({ revision: z.number().int(), findings: z.array(Finding) });

/** POST /api/proposals/:id/merges: what becomes of mine and theirs; nothing is saved. */
export const MergeAsked = ContentSaved.extend({ takeTheirs: z.array(z.string().max(400)).max(2000).describe('paths of collisions at which theirs is taken') });
export const MergeAnswer = z.object({
  revision: z.number().int(), by: z.string(), at: z.string(), content: z.unknown(),
  collisions: z.array(z.object({ path: z.string(), place: z.string(), mine: z.string(), theirs: z.string() })),
  difference: z.array(ChangedLine).describe('from theirs to the merged one'),
});
export type MergeAnswer = z.infer<typeof MergeAnswer>;

/** POST /api/proposals/:id/rebasing: the version published meanwhile becomes the base. */
export const RebaseAsked = z.object({ clientKey: z.uuid(), revision: z.number().int() });

const pressed = { clientKey: z.uuid(), revision: z.number().int() };
/** POST /api/proposals/:id/submission */
export const SubmissionAsked = z.object({ ...pressed, note: z.string().trim().max(2000).nullable() });
/** POST /api/proposals/:id/return and /withdrawal */
export const EndingAsked = z.object({ ...pressed, note: z.string().trim().min(3).max(2000).describe('why') });
/** POST /api/proposals/:id/publication */
export const PublicationAsked = z.object({
  ...pressed, decision: z.object({ number: z.string().trim().min(1).max(100), date: z.iso.date() }), validFrom: z.iso.date(),
});
export const ActAnswer = z.object({ state: State, publishedVersion: z.number().int().nullable() });

/** GET /api/proposals/:id/difference */
export const DifferenceView = z.object({ lines: z.array(ChangedLine), from: z.number().int().nullable() });
export type DifferenceView = z.infer<typeof DifferenceView>;
