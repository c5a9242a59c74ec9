// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

const readers: readonly Role[] = ['intake-officer', 'one-stop-head', 'handling-officer', 'division-head', 'leader', 'records-clerk', 'procedure-controller', 'province-leader', 'agency-administrator', 'province-administrator'];

/** The acts the routes of this module name, and who holds each: blank forms and samples hold nothing of anybody. */
export const formActs = { 'form.read': { roles: readers, citizens: false, partners: false } } as const;
