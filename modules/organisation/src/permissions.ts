// SPDX-License-Identifier: EUPL-1.2
import type { Officer, Role } from '@motcua/kernel';

const keepers: readonly Role[] = ['agency-administrator', 'province-administrator'];
const heads: readonly Role[] = ['one-stop-head', 'division-head', 'leader'];
const readers: readonly Role[] = [...heads, 'records-clerk', 'procedure-controller', 'province-leader', ...keepers];
const shop: readonly Role[] = ['guide', 'intake-officer'];
const held = (roles: readonly Role[]) => ({ roles, citizens: false, partners: false });

/** The acts the routes of this module name, and who holds each. Registers hold no dossier: administrators keep them. */
export const registerActs = {
  'register.read': held(readers), 'delegation.enter': held(keepers), 'seal.enter': held(keepers), 'posting.enter': held(keepers), 'headship.enter': held(keepers),
  'timetable.read': held([...readers, ...shop]), 'timetable.enter': held([...keepers, 'one-stop-head']), 'absence.enter': held([...keepers, ...heads]),
} as const;

const everywhere: readonly Role[] = ['procedure-controller', 'province-leader', 'province-administrator'];

/** The agencies whose registers an officer reads; null for all of the province. */
export function readsRegistersOf({ postings }: Officer): readonly string[] | null {
  if (postings.some(({ role }) => everywhere.includes(role))) return null;
  return [...new Set(postings.filter(({ role }) => readers.includes(role)).map(({ agency }) => agency))];
}

const ofAct: Readonly<Record<keyof typeof registerActs, readonly Role[]>> = {
  'register.read': readers, 'delegation.enter': keepers, 'seal.enter': keepers, 'posting.enter': keepers, 'headship.enter': keepers, 'timetable.read': readers, 'timetable.enter': [...keepers, 'one-stop-head'], 'absence.enter': [...keepers, ...heads],
};

/** The agencies an officer may enter for in a register; «*» for all. */
export function entersFor({ postings }: Officer, act: keyof typeof registerActs): string[] {
  return [...new Set(postings.filter(({ role }) => ofAct[act].includes(role)).map(({ role, agency }) => (role === 'province-administrator' ? '*' : agency)))];
}

/** Whether an officer keeps a seal: its custodian, or who enters it in the register. */
export const mayKeepSeal = (officer: Officer, seal: { readonly agency: string; readonly custodian: { readonly id: string } }): boolean => seal.custodian.id === officer.id || mayEnter(officer, 'seal.enter', seal.agency);

/** Whether an officer may enter for an agency in a register. */
export function mayEnter(officer: Officer, act: keyof typeof registerActs, agency: string): boolean {
  const places = entersFor(officer, act);
  return places.includes('*') || places.includes(agency);
}
