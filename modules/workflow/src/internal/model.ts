// SPDX-License-Identifier: EUPL-1.2
import { cleanText, ok, refuse, type Result } from '@motcua/kernel';
import { z } from 'zod';

/** A text as people meant it, on one line. */
const Line = z.string().transform((text) => cleanText(text).replace(/\s+/gu, ' '));

const Step = z.object({
  no: z.string(), content: z.string().transform(cleanText), actor: Line, role_hint: z.string().optional(),
  duration: z.object({ text: z.string().transform(cleanText), value: z.number().nonnegative().nullable(), unit: z.string() }).optional(),
  duration_shared_with: z.string().optional(), sub_step_of: z.string().optional(), output: z.string().transform(cleanText).optional(),
  stage: z.string().transform(cleanText).optional(), online_level: z.string().transform(cleanText).optional(), fee: z.string().transform(cleanText).optional(), note: z.string().transform(cleanText).optional(),
});

const Procedure = z.object({
  id: z.string().regex(/^[\w.+-]{1,64}$/u), province: Line, agency_code: z.string(), decision: z.object({ number: Line, date: z.iso.date() }),
  field: Line, procedure_codes: z.array(z.string()), name: Line, case: Line.nullable(), steps: z.array(Step).min(1).max(200),
  totals: z.array(z.object({ label: Line, after_step: z.string().default(''), text: Line })), check: z.object({ stated_total_hours: z.number().nullable() }),
  time_limit_text: Line.nullish(), procedure_codes_source: Line.optional(),
});

/** One step of an internal procedure (quy trình nội bộ) as read from a provincial decision. */
export type InternalStep = {
  readonly no: string;
  readonly content: string;
  readonly actor: string;
  readonly roleHint: string | null;
  readonly duration: { readonly text: string; readonly value: number | null; readonly unit: string } | null;
  readonly sharedWith: string | null;
  readonly subStepOf: string | null;
  readonly output: string | null;
  readonly stage: string | null;
  readonly onlineLevel: string | null;
  readonly fee: string | null;
  readonly note: string | null;
};

/** An internal procedure: the steps in order, and the total the decision states. */
export type InternalProcedure = {
  readonly id: string;
  readonly province: string;
  readonly agencyCode: string;
  readonly decision: { readonly number: string; readonly date: string };
  readonly field: string;
  readonly procedureCodes: readonly string[];
  readonly name: string;
  readonly circumstance: string | null;
  readonly steps: readonly InternalStep[];
  readonly statedTotals: readonly { readonly label: string; readonly afterStep: string; readonly text: string }[];
  readonly statedTotalHours: number | null;
  readonly timeLimitText: string | null;
  /** Where the codes come from: the decision, or a match by name. */
  readonly codesSource: string | null;
};

/** Reads a record of data/internal-procedures; the refusal says in Vietnamese what is missing. */
export function readInternalProcedure(record: unknown): Result<InternalProcedure, string> {
  const read = Procedure.safeParse(record);
  if (!read.success) return refuse(`bản ghi thiếu hoặc sai: ${read.error.issues.slice(0, 3).map(({ path }) => path.join('.')).join(', ')}`);
  const { id, province, agency_code: agencyCode, decision, field, procedure_codes: procedureCodes, name, totals, check } = read.data;
  return ok({
    id, province, agencyCode, decision, field, procedureCodes, name, circumstance: read.data.case,
    statedTotals: totals.map(({ label, after_step: afterStep, text }) => ({ label, afterStep, text })), statedTotalHours: check.stated_total_hours,
    timeLimitText: read.data.time_limit_text ?? null, codesSource: read.data.procedure_codes_source ?? null,
    steps: read.data.steps.map((step) => ({
      no: step.no, content: step.content, actor: step.actor, roleHint: step.role_hint ?? null, duration: step.duration ?? null,
      sharedWith: step.duration_shared_with ?? null, subStepOf: step.sub_step_of ?? null, output: step.output ?? null,
      stage: step.stage ?? null, onlineLevel: step.online_level ?? null, fee: step.fee ?? null, note: step.note ?? null,
    })),
  });
}
