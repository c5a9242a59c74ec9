// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

const writers: readonly Role[] = ['procedure-controller', 'province-administrator', 'agency-administrator'];
const readers: readonly Role[] = [...writers, 'intake-officer', 'one-stop-head', 'handling-officer', 'division-head', 'leader', 'records-clerk', 'province-leader'];

/** The acts the routes of this module name, and who holds each. Blank forms are everybody's. */
export const paperTemplateActs = {
  'eform.print': { roles: [], citizens: true, partners: true, everybody: true },
  'eform.read': { roles: readers, citizens: false, partners: false },
  'paper-template.read': { roles: readers, citizens: false, partners: false },
  'paper-template.write': { roles: writers, citizens: false, partners: false },
  'eform.try': { roles: writers, citizens: false, partners: false },
} as const;
