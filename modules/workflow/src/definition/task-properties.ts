// SPDX-License-Identifier: EUPL-1.2
import { cleanText, roles } from '@motcua/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import { type PublicationFault, type TaskProperties, taskActs, taskSignatures } from '../model.ts';
import { fault } from './fault.ts';
import { text } from './read-model.ts';

type At = { readonly id: string; readonly name: string };

const orNull = (value: string): string | null => (value === '' ? null : cleanText(value));

/** Steps that end by a signature or a seal of their own, or without a draft to vouch for. */
const neverInitialled: ReadonlySet<string> = new Set(['accept', 'approve', 'sign', 'number', 'return', 'consult', 'linked']);

function hoursOf(written: string): number | null {
  return written === '' ? null : /^\d{1,5}(?:[.,]\d{1,4})?$/u.test(written) ? Number(written.replace(',', '.')) : Number.NaN;
}

/** What a user task says in our namespace; pushes what is wrong and then answers null. */
export function taskProperties(element: ModdleElement, at: At, faults: PublicationFault[]): TaskProperties | null {
  const own = (name: string): string => text(element, `motcua:${name}`);
  const before = faults.length;
  const invalid = (name: string): void => { faults.push(fault('task-property-invalid', at, `motcua:${name}="${own(name)}"`)); };
  const oneOf = <Value extends string, Empty>(name: string, values: readonly Value[], empty: Empty): Value | Empty | undefined => {
    const found = own(name) === '' ? empty : values.find((each) => each === own(name));
    if (found === undefined && own(name) !== '') invalid(name);
    return found;
  };
  if (own('role') === '') faults.push(fault('task-without-role', at));
  const role = oneOf('role', roles, undefined);
  const signature = oneOf('signature', taskSignatures, 'none' as const);
  const act = oneOf('act', taskActs, null);
  const hours = hoursOf(own('hours'));
  if (Number.isNaN(hours)) invalid('hours');
  if (signature === 'initial' && typeof act === 'string' && neverInitialled.has(act)) invalid('signature');
  if (faults.length > before || role === undefined || signature === undefined || act === undefined) return null;
  return {
    role, hours, signature, act, unit: orNull(own('unit')), agency: own('agency') === '' ? 'competent' : own('agency'),
    citizenLabel: orNull(own('citizenLabel')), form: orNull(own('form')), budget: orNull(own('budget')),
    returnTo: own('returnTo').split(',').map((id) => id.trim()).filter((id) => id !== ''),
  };
}
