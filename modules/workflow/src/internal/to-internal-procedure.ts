// SPDX-License-Identifier: EUPL-1.2
import { ok, type Result } from '@motcua/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import { child, children, text } from '../definition/read-model.ts';
import type { StepRow } from '../drawing/model.ts';
import { tableOf } from '../drawing/table.ts';
import { type Drawing, elementOf, openDrawing } from '../drawing/tree.ts';
import type { PublicationFault } from '../model.ts';
import { hoursOf, roleOf } from './steps-of.ts';

type Duration = { readonly text: string; readonly value: number | null; readonly unit: string };

/** A step as data/internal-procedures writes it; what is not known is left out. */
export type TableStep = {
  readonly no: string; readonly content: string; readonly actor: string; readonly role_hint?: string; readonly duration?: Duration; readonly duration_shared_with?: string;
  readonly sub_step_of?: string; readonly output?: string; readonly stage?: string; readonly online_level?: string; readonly fee?: string; readonly note?: string;
};

/** An internal procedure in the keys of data/internal-procedures. */
export type TableRecord = {
  readonly id: string; readonly province: string; readonly agency_code: string; readonly decision: { readonly number: string; readonly date: string }; readonly field: string;
  readonly procedure_codes: readonly string[]; readonly procedure_codes_source?: string; readonly name: string; readonly case: string | null; readonly time_limit_text: string | null;
  readonly steps: readonly TableStep[]; readonly totals: readonly { readonly label: string; readonly after_step: string; readonly text: string }[];
  readonly check: { readonly sum_of_step_hours: number; readonly stated_total_hours: number | null; readonly match: boolean | null };
};

/** What a process drawn in the product does not say of itself. */
export type RecordHead = Pick<TableRecord, 'id' | 'province' | 'agency_code' | 'decision'>;

const hintOf = new Map(Object.entries(roleOf).toReversed().map(([hint, role]) => [role, hint]));

/** What the decision said, kept in the model; null for what was drawn anew. */
function sourceIn(element: ModdleElement | null, type: string): ModdleElement | null {
  const extension = element === null ? null : child(element, 'extensionElements');
  return extension === null ? null : children(extension, 'values').find(({ $type }) => $type === type) ?? null;
}

const orNull = (source: ModdleElement | null, name: string): string | null => (source === null || text(source, name) === '' ? null : text(source, name));
const hoursIn = (written: string): number | null => (written === '' ? null : Number(written.replace(',', '.')));

function statedDuration(source: ModdleElement | null): Duration | null {
  const [said, value, unit] = [orNull(source, 'durationText'), orNull(source, 'durationValue'), orNull(source, 'durationUnit')];
  return said === null || unit === null ? null : { text: said, value: value === null ? null : Number(value), unit };
}

/** The words of the decision while the hours are what it says; else the hours of the process. */
function durationOf(row: StepRow, source: ModdleElement | null): Duration | null {
  const stated = statedDuration(source);
  const hours = hoursIn(row.hours);
  if (source !== null && hoursOf({ duration: stated }) === hours) return stated;
  if (hours === null) return { text: 'Không tính thời gian', value: null, unit: 'NONE' };
  return { text: `${String(hours).replace('.', ',')} giờ làm việc`, value: hours, unit: 'WORKING_HOUR' };
}

function sharedWith(row: StepRow, source: ModdleElement | null, users: readonly { readonly row: StepRow; readonly no: string }[]): string | null {
  if (row.budget === '') return null;
  const stated = orNull(source, 'sharedWith');
  if (stated !== null && row.budget === `Bước ${stated}`) return stated;
  const stating = users.find(({ row: other }) => other.budget === row.budget && other.hours !== '');
  return stating === undefined || stating.row.id === row.id ? null : stating.no;
}

const given = (pairs: Readonly<Record<string, unknown>>): object => Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== null));

function stepsOf(drawing: Drawing): readonly TableStep[] {
  const rows = tableOf(drawing).rows.filter((row) => row.kind === 'step').map((row) => {
    const source = sourceIn(elementOf(drawing, row.id), 'motcua:StepSource');
    return { row, source, no: orNull(source, 'no') ?? String(row.no) };
  });
  return rows.map(({ row, source, no }) => {
    const hint = orNull(source, 'roleHint');
    const keepsRole = source !== null && (roleOf[hint ?? ''] ?? 'handling-officer') === row.role;
    return {
      no, content: row.content === '' ? row.name : row.content, actor: row.actor,
      ...given({
        role_hint: keepsRole ? hint : [...hintOf].find(([role]) => role === row.role)?.[1] ?? 'SPECIALIST', duration: durationOf(row, source), duration_shared_with: sharedWith(row, source, rows),
        sub_step_of: orNull(source, 'subStepOf'), output: row.output === '' ? null : row.output, stage: orNull(source, 'stage'), online_level: orNull(source, 'onlineLevel'), fee: orNull(source, 'fee'), note: orNull(source, 'note'),
      }),
    };
  });
}

/** The totals the decision states; when the hours were changed since, the sum of the steps. */
function totalsOf(steps: readonly TableStep[], drawing: Drawing, source: ModdleElement | null): Pick<TableRecord, 'totals' | 'check'> {
  const sum = (each: readonly { readonly duration?: Duration }[]): number => each.reduce((total, { duration }) => total + (hoursOf({ duration: duration ?? null }) ?? 0), 0);
  const now = sum(steps);
  const said = tableOf(drawing).rows.map(({ id }) => statedDuration(sourceIn(elementOf(drawing, id), 'motcua:StepSource'))).map((duration) => (duration === null ? {} : { duration }));
  const stated = hoursIn(orNull(source, 'statedHours') ?? '');
  if (source !== null && sum(said) === now) {
    const totals = children(source, 'totals').map((total) => ({ label: text(total, 'label'), after_step: text(total, 'afterStep'), text: text(total, 'text') }));
    return { totals, check: { sum_of_step_hours: now, stated_total_hours: stated, match: stated === null ? null : stated === now } };
  }
  return { totals: [{ label: 'Tổng', after_step: steps.at(-1)?.no ?? '', text: `${String(now).replace('.', ',')} giờ làm việc` }], check: { sum_of_step_hours: now, stated_total_hours: now, match: true } };
}

/**
 * A process as a record of the published tables (quy trình nội bộ): what was read from a decision and not changed since stands as the decision has it.
 *
 * @param head - what stands at the head of a process that was drawn in the product
 * @legal nd-118-2025/internal-procedures
 */
export async function toInternalProcedure(xml: string, head: RecordHead): Promise<Result<TableRecord, readonly PublicationFault[]>> {
  const opened = await openDrawing(xml);
  if (!opened.ok) return opened;
  const drawing = opened.value;
  const { process } = drawing;
  const source = sourceIn(process, 'motcua:DecisionSource');
  const own = (name: string): string | null => orNull(source, name);
  const steps = stepsOf(drawing);
  const codesSource = own('codesSource');
  return ok({
    id: own('record') ?? head.id, province: own('province') ?? head.province, agency_code: own('agencyCode') ?? head.agency_code,
    decision: { number: own('number') ?? head.decision.number, date: own('date') ?? head.decision.date }, field: own('field') ?? '',
    procedure_codes: text(process, 'motcua:procedures').split(',').map((code) => code.trim()).filter((code) => code !== ''), ...(codesSource === null ? {} : { procedure_codes_source: codesSource }),
    name: own('name') ?? text(process, 'name'), case: own('circumstance'), time_limit_text: own('timeLimit'), steps, ...totalsOf(steps, drawing, source),
  });
}
