// SPDX-License-Identifier: EUPL-1.2
import { type Result, cleanText, ok, refuse } from '@motcua/kernel';
import { z } from 'zod';
import type { Procedure, PublishedTime } from '../model.ts';

const text = z.string().transform(cleanText);
const maybe = text.nullish().transform((value) => (value === undefined || value === '' ? null : value));
const count = z.number().int().nonnegative().catch(0);
// Names inside a record are missing now and then; the record is taken and the gap is listed (completeness).
const loose = text.nullish().transform((value) => value ?? '');
const named = z.object({ code: maybe, name: loose }).transform(({ code, name }) => ({ code, name: name === '' ? (code ?? '') : name }));
const list = <Item extends z.ZodType>(item: Item) => z.array(item).nullish().transform((items) => items ?? []);
const time: z.ZodType<PublishedTime | null> = z.object({
  value: z.number().positive().nullable().catch(null),
  unit: z.enum(['WORKING_DAY', 'DAY', 'HOUR', 'MONTH', 'YEAR', 'OTHER']).catch('OTHER'),
}).nullable().catch(null);
const groupNames = list(z.union([text, named.transform(({ name }) => name)]));

/** A record as the portal publishes it. What is missing becomes empty; what has another type is refused with its place. */
const PortalRecord = z.object({
  code: text.pipe(z.string().min(1).max(60)),
  name: text.pipe(z.string().min(1).max(4000)),
  type: text.catch('UNDETERMINED'),
  levels: list(text),
  online_level: text.catch('PARTIAL_OR_NONE'),
  non_territorial: z.boolean().catch(false),
  field: named.nullish(),
  issuing_agency: named.nullish(),
  decision: z.object({ number: maybe, date: maybe }).nullish(),
  executing_agencies: list(named), executing_groups: groupNames,
  competent_agencies: list(named), competent_groups: groupNames,
  coordinating_agencies: list(named),
  receiving_address: maybe,
  applicant_types: list(named),
  life_events: list(z.object({ name: loose })),
  steps: list(z.object({ name: maybe, text: loose })),
  methods: list(z.object({
    channel: z.enum(['DIRECT', 'ONLINE', 'POSTAL']), time, note: maybe,
    fees: list(z.object({ kind: z.enum(['FEE', 'SERVICE_FEE', 'PRICE_LEVEL']), amount: z.number().nullish(), currency: maybe, note: maybe })),
  })),
  cases: list(z.object({ code: maybe, name: loose, time })),
  dossier: list(z.object({
    case: maybe,
    components: list(z.object({
      code: maybe, name: loose, originals: count, copies: count, required: z.boolean().catch(false), e_form: z.boolean().catch(false),
      is_result_of_other: z.unknown().optional(), form_files: list(z.unknown()),
    })),
  })),
  results: list(named),
  legal_bases: list(named),
  conditions: maybe, keywords: maybe, note: maybe,
});

const ofGroups = (names: readonly string[]): { code: null; name: string }[] => names.map((name) => ({ code: null, name }));

const nameOf = (value: unknown): string | null => {
  if (typeof value === 'string') return cleanText(value) === '' ? null : cleanText(value);
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string') return cleanText(value.name);
  return null;
};

/** Why a record was not taken: which field, and what is wrong with it. */
export type RecordRefusal = { readonly code: string | null; readonly reasons: readonly string[] };

/**
 * Reads one published record into a procedure: letters composed (NFC), Đ for Ð, symbol-font characters as bullets.
 *
 * @error fields of another type, and a missing code or name, each named
 */
export function readRecord(record: unknown): Result<Procedure, RecordRefusal> {
  const read = PortalRecord.safeParse(record);
  if (!read.success) {
    const code = typeof record === 'object' && record !== null && 'code' in record && typeof record.code === 'string' ? record.code : null;
    return refuse({ code, reasons: read.error.issues.map((issue) => `${issue.path.join('.') || 'bản ghi'}: ${issue.message}`) });
  }
  const r = read.data;
  return ok({
    code: r.code, name: r.name.replace(/\s*\n\s*/gu, ' '), type: r.type, levels: r.levels, onlineLevel: r.online_level, nonTerritorial: r.non_territorial,
    field: r.field ?? null, issuingAgency: r.issuing_agency ?? null,
    decision: { number: r.decision?.number ?? null, date: r.decision?.date ?? null },
    executingAgencies: [...r.executing_agencies, ...ofGroups(r.executing_groups)],
    competentAgencies: [...r.competent_agencies, ...ofGroups(r.competent_groups)],
    coordinatingAgencies: r.coordinating_agencies,
    receivingAddress: r.receiving_address, applicantKinds: r.applicant_types, lifeEvents: r.life_events.flatMap(({ name }) => (name === '' ? [] : [name])),
    steps: r.steps,
    methods: r.methods.map((method) => ({ ...method, fees: method.fees.map((fee) => ({ ...fee, amount: fee.amount ?? null })) })),
    circumstances: r.cases,
    papers: r.dossier.map((group) => ({
      circumstance: group.case,
      papers: group.components.map((paper) => ({
        code: paper.code, name: paper.name, originals: paper.originals, copies: paper.copies, required: paper.required, eForm: paper.e_form,
        resultOfOther: nameOf(paper.is_result_of_other), forms: paper.form_files.flatMap((file) => nameOf(file) ?? []),
      })),
    })),
    results: r.results, legalBases: r.legal_bases, conditions: r.conditions, keywords: r.keywords, note: r.note,
  });
}
