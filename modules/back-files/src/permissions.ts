// SPDX-License-Identifier: EUPL-1.2
import type { Officer, Role } from '@motcua/kernel';

const keepers: readonly Role[] = ['intake-officer', 'one-stop-head', 'handling-officer', 'records-clerk'];

/** Who watches over the data of the whole province. */
const watchers: readonly Role[] = ['procedure-controller', 'province-leader'];

/** The acts on old papers, and who holds each at his agency: those who digitise the papers of dossiers. */
export const backFileActs = {
  'back-files.keep': { roles: keepers, citizens: false, partners: false },
  'back-files.told': { roles: [], citizens: true, partners: false },
  'cleansing.read': { roles: [...keepers, 'leader', ...watchers], citizens: false, partners: false },
  'cleansing.decide': { roles: ['one-stop-head', 'records-clerk', 'leader'], citizens: false, partners: false },
} as const satisfies Readonly<Record<string, { readonly roles: readonly Role[]; readonly citizens: boolean; readonly partners: boolean }>>;

/** The agencies whose old papers an officer digitises. */
export const backFileDesks = ({ postings }: Pick<Officer, 'postings'>): readonly string[] => [...new Set(postings.filter(({ role }) => keepers.includes(role)).map(({ agency }) => agency))];

/** The agencies whose contradictions an officer sees or decides; null: every agency. */
export function cleansingReach({ postings }: Pick<Officer, 'postings'>, act: 'cleansing.read' | 'cleansing.decide'): readonly string[] | null {
  const roles: readonly Role[] = backFileActs[act].roles;
  const held = postings.filter(({ role }) => roles.includes(role));
  return held.some(({ role }) => watchers.includes(role)) ? null : [...new Set(held.map(({ agency }) => agency))];
}
