// SPDX-License-Identifier: EUPL-1.2
import { cleanText, roles } from '@motcua/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import { type PublicationFault, type TaskProperties, taskActs, taskSignatures } from '../model.ts';
import { fault } from './fault.ts';
import { text } from './read-model.ts';

type At = { readonly id: string; readonly name: string };

const orNull = (value: string): string | null => (value === '' ? null : cleanText(value));

function hoursOf(written: string): number | null {
  return written === '' ? null : /^\d{1,5}(?:[.,]\d{1,4})?$/u.test(written) ? Number(written.replace(',', '.')) : Number.NaN;
}

/** What a user task says in our namespace; pushes what is wrong and then answers null. */
export function taskProperties(element: ModdleElement, at: At, faults: PublicationFault[]): TaskProperties | null {
  const own = (name: string): string => text(element, `motcua:${name}`);
  const before = faults.length;
  const invalid = (name: string): void => { faults.push(fault('task-property-invalid', at, `motcua:${name}="${own(name)}"`)); };
  const role = roles.find((each) => each === own('role'));
  if (own('role') === '') faults.push(fault('task-without-role', at));
  else if (role === undefined) invalid('role');
  const hours = hoursOf(own('hours'));
  if (Number.isNaN(hours)) invalid('hours');
  const signature = own('signature') === '' ? 'none' : taskSignatures.find((each) => each === own('signature'));
  if (signature === undefined) invalid('signature');
  const act = own('act') === '' ? null : taskActs.find((each) => each === own('act'));
  if (act === undefined) invalid('act');
  if (faults.length > before || role === undefined || signature === undefined || act === undefined) return null;
  return {
    role, hours, signature, act, unit: orNull(own('unit')), agency: own('agency') === '' ? 'competent' : own('agency'),
    citizenLabel: orNull(own('citizenLabel')), form: orNull(own('form')),
    returnTo: own('returnTo').split(',').map((id) => id.trim()).filter((id) => id !== ''),
  };
}
