// SPDX-License-Identifier: EUPL-1.2
import type { Officer, Role } from '@motcua/kernel';

const readers: readonly Role[] = ['one-stop-head', 'division-head', 'leader', 'records-clerk', 'procedure-controller', 'province-leader', 'agency-administrator', 'province-administrator'];
const clerks: readonly Role[] = ['agency-administrator', 'province-administrator'];
const held = (roles: readonly Role[]) => ({ roles, citizens: false, partners: false });

/** The acts the routes of this module name, and who holds each. Registers hold no dossier: administrators keep them. */
export const registerActs = { 'register.read': held(readers), 'delegation.enter': held(clerks) } as const;

const everywhere: readonly Role[] = ['procedure-controller', 'province-leader', 'province-administrator'];

/** The agencies whose registers an officer reads; null for all of the province. */
export function readsRegistersOf({ postings }: Officer): readonly string[] | null {
  if (postings.some(({ role }) => everywhere.includes(role))) return null;
  return [...new Set(postings.filter(({ role }) => readers.includes(role)).map(({ agency }) => agency))];
}

/** Whether an officer keeps the registers of an agency. */
export function keepsRegistersOf({ postings }: Officer, agency: string): boolean {
  return postings.some((posting) => posting.role === 'province-administrator' || (posting.role === 'agency-administrator' && posting.agency === agency));
}
