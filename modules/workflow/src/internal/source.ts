// SPDX-License-Identifier: EUPL-1.2
import type { InternalProcedure, InternalStep } from './model.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

export const attribute = (text: string): string => text.replace(/[&<>"\n]/gu, (each) => escapes[each] ?? each);
export const body = (text: string): string => text.replace(/[&<>]/gu, (each) => escapes[each] ?? each);

/** Attributes that are there. */
export const attributesOf = (pairs: readonly (readonly [string, string | null])[], prefix = ''): string =>
  pairs.flatMap(([key, value]) => (value === null ? [] : [`${prefix}${key}="${attribute(value)}"`])).join(' ');

/** What the decision says of a step, as it stands there: kept beside what the process makes of it. */
export function stepSource({ no, stage, roleHint, duration, sharedWith, subStepOf, onlineLevel, fee, note }: InternalStep): string {
  return `<bpmn:extensionElements><motcua:stepSource ${attributesOf([
    ['no', no], ['stage', stage], ['roleHint', roleHint], ['durationText', duration?.text ?? null], ['durationValue', duration?.value == null ? null : String(duration.value)],
    ['durationUnit', duration?.unit ?? null], ['sharedWith', sharedWith], ['subStepOf', subStepOf], ['onlineLevel', onlineLevel], ['fee', fee], ['note', note],
  ])} /></bpmn:extensionElements>`;
}

/** The head of the table: which decision, of which province, for what, with the totals it states. */
export function decisionSource({ id, province, agencyCode, decision, field, codesSource, name, circumstance, timeLimitText, statedTotalHours, statedTotals }: InternalProcedure): string {
  const own = attributesOf([
    ['record', id], ['province', province], ['agencyCode', agencyCode], ['number', decision.number], ['date', decision.date], ['field', field], ['codesSource', codesSource], ['name', name],
    ['circumstance', circumstance], ['timeLimit', timeLimitText], ['statedHours', statedTotalHours === null ? null : String(statedTotalHours)],
  ]);
  const totals = statedTotals.map(({ label, afterStep, text }) => `<motcua:statedTotal ${attributesOf([['label', label], ['afterStep', afterStep], ['text', text]])} />`);
  return `<bpmn:extensionElements><motcua:decisionSource ${own}>${totals.join('')}</motcua:decisionSource></bpmn:extensionElements>`;
}
