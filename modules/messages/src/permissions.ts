// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

const readers: readonly Role[] = ['procedure-controller', 'province-administrator', 'agency-administrator', 'intake-officer', 'one-stop-head', 'handling-officer', 'division-head', 'leader', 'province-leader'];

/** The acts the routes of this module name, and who holds each. */
export const messageActs = { 'message-text.read': { roles: readers, citizens: false, partners: false } } as const;
