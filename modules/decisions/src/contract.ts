// SPDX-License-Identifier: EUPL-1.2
/** What travels of decision tables. Safe in browsers: shapes alone, nothing is evaluated there. */
import { z } from 'zod';

/** How many rules, questions and characters a table may have: enough for the largest procedure (224 papers), few enough to look through. */
export const most = { rules: 600, inputs: 12, outputs: 8, choices: 60, cell: 300 } as const;

const Text = z.string().max(2000);
const Key = z.string().regex(/^[\p{L}_][\p{L}\p{N}_-]{0,59}$/u);

export const Input = z.object({
  id: Key, label: Text.describe('the question'), type: z.enum(['string', 'number', 'boolean']),
  choices: z.array(z.object({ value: z.string().min(1).max(100), label: Text })).max(most.choices).describe('what may be answered; empty for numbers'),
  hint: Text.nullable().describe('how to find out'),
});
export type Input = z.infer<typeof Input>;

export const Output = z.object({ id: Key, label: Text, type: z.enum(['string', 'number', 'boolean']) });
export type Output = z.infer<typeof Output>;

export const Rule = z.object({ id: Key, when: z.array(z.string().max(most.cell)).describe('one cell for each input; «-» is anything'), then: z.array(Text).describe('one value for each output, as it is read'), note: Text.nullable() });
export type Rule = z.infer<typeof Rule>;

export const hitPolicies = ['UNIQUE', 'FIRST', 'COLLECT'] as const;

/** A decision table (bảng quyết định): which rules hold for some answers, and what they say. */
export const DecisionTable = z.object({
  id: Key, name: Text, hitPolicy: z.enum(hitPolicies), inputs: z.array(Input).max(most.inputs), outputs: z.array(Output).min(1).max(most.outputs), rules: z.array(Rule).max(most.rules),
});
export type DecisionTable = z.infer<typeof DecisionTable>;

/** What was answered, by the id of the input; an input without an answer is not known. */
export type Answers = Readonly<Record<string, string | number | boolean>>;

/** One thing found in a table. `row` and `column` count from 1; column 0 is the rule as a whole. */
export type TableFinding = { readonly kind: 'unreadable' | 'unknown-value' | 'overlap' | 'gap' | 'never' | 'too-large' | 'shape'; readonly row: number; readonly column: number; readonly text: string; readonly blocks: boolean };
