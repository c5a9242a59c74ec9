// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { FeePrice } from './fees.ts';
import { OfficerDossier } from './views.ts';
import { PaperNames } from './parts.ts';

const node = z.string().max(100);
const said = z.string().trim().min(1, 'Chưa ghi nội dung.').max(2000);

/** One choice at the bench: an act of somebody, what a partner does when asked, or time that passes. `node` is a step of the process. */
export const BenchChoice = z.discriminatedUnion('do', [
  z.object({ do: z.literal('accept') }),
  z.object({ do: z.literal('refuse'), reason: said }),
  z.object({ do: z.literal('request-supplement'), what: said }),
  z.object({ do: z.literal('supplement') }),
  z.object({ do: z.literal('step'), node, variables: z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()])) }),
  z.object({ do: z.literal('send-back'), node, to: node, reason: said }),
  z.object({ do: z.literal('approve'), node }),
  z.object({ do: z.literal('issue'), node }),
  z.object({ do: z.literal('consult'), agency: z.string().max(40) }),
  z.object({ do: z.literal('request-payment'), amountVnd: z.number().int().positive().max(1e12) }),
  z.object({ do: z.literal('request-identity') }),
  z.object({ do: z.literal('partner'), who: z.enum(['agency', 'payment', 'identity']), answer: z.enum(['answered', 'late', 'refused', 'broken']) }),
  z.object({ do: z.literal('return') }),
  z.object({ do: z.literal('wait'), until: z.iso.datetime({ offset: true }) }),
]);
export type BenchChoice = z.infer<typeof BenchChoice>;

/** POST /api/bench: a whole dossier on paper only; the choices so far are done again from the start, and nothing of it is kept. */
export const BenchAsked = z.object({
  procedure: z.string().max(60), agency: z.string().max(40), circumstance: z.string().max(1000).nullable(), channel: z.enum(['counter', 'online']),
  answers: z.record(z.string(), z.unknown()), startAt: z.iso.datetime({ offset: true }).nullable().describe('null: now'),
  proposals: z.array(z.uuid()).max(5).describe('bản soạn that count as published from that day on'),
  choices: z.array(BenchChoice).max(40),
});
export type BenchAsked = z.infer<typeof BenchAsked>;

/** POST /api/bench/papers: a paper as it would be printed now. */
export const BenchPaperAsked = BenchAsked.extend({ paper: PaperNames });

/** What may be done next, and who would do it; `officer` null: nobody holds the role there. */
export const BenchOffer = z.object({ do: z.enum(['accept', 'refuse', 'request-supplement', 'supplement', 'step', 'send-back', 'approve', 'issue', 'consult', 'request-payment', 'request-identity', 'partner', 'return']), node: z.string().nullable(), step: z.string().nullable(), partner: z.enum(['agency', 'payment', 'identity']).nullable(), officer: z.string().nullable(), role: z.string(), agency: z.string(), agencyName: z.string() });
export type BenchOffer = z.infer<typeof BenchOffer>;

export const BenchLine = z.object({ at: z.string(), refused: z.object({ title: z.string(), detail: z.string() }).nullable(), note: z.string().nullable() });

/** How the dossier stands after the choices; a choice refused ends the run, what came before it stands. */
export const BenchRun = z.object({
  at: z.string(), dossier: OfficerDossier.nullable().describe('null: it could not be taken in'), taken: BenchLine, lines: z.array(BenchLine), offers: z.array(BenchOffer),
  fee: FeePrice.nullable(), drafts: z.array(z.object({ title: z.string(), faults: z.array(z.string()) })), tookMs: z.number().int(),
});
export type BenchRun = z.infer<typeof BenchRun>;

/** POST /api/bench/samples: answers that fit a form, of a person who does not exist. */
export const BenchSampleAsked = BenchAsked.pick({ procedure: true, agency: true, proposals: true });
export const BenchSample = z.object({ answers: z.record(z.string(), z.unknown()), form: z.unknown().describe('EformDefinition'), circumstances: z.array(z.string()) });
