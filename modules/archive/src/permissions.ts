// SPDX-License-Identifier: EUPL-1.2
import type { Officer, Role } from '@motcua/kernel';

const clerks: readonly Role[] = ['records-clerk'];
const deciders: readonly Role[] = ['leader', 'province-leader'];
const givers: readonly Role[] = ['records-clerk', 'handling-officer', 'one-stop-head', 'division-head'];
const readers: readonly Role[] = [...givers, ...deciders];

/** The acts of the archive, and who holds each. Giving and receiving, proposing and deciding are never one person's. */
export const archiveActs = {
  'archive.read': { roles: readers, citizens: false, partners: false },
  'archive.open': { roles: [...clerks, 'division-head', ...deciders], citizens: false, partners: false },
  'archive.hand-in': { roles: givers, citizens: false, partners: false },
  'archive.receive': { roles: clerks, citizens: false, partners: false },
  'archive.check': { roles: clerks, citizens: false, partners: false },
  'archive.propose-destruction': { roles: clerks, citizens: false, partners: false },
  'archive.decide-destruction': { roles: deciders, citizens: false, partners: false },
} as const satisfies Readonly<Record<string, { readonly roles: readonly Role[]; readonly citizens: boolean; readonly partners: boolean }>>;

/** An act of the archive. */
export type ArchiveAct = keyof typeof archiveActs;

/** Whose dossiers an act is about: agencies, or null for every agency, which is for those posted at the province itself. */
export function reach({ postings }: Pick<Officer, 'postings'>, act: ArchiveAct, province: string): readonly string[] | null {
  const held: readonly Role[] = archiveActs[act].roles;
  const at = postings.filter(({ role }) => held.includes(role)).map(({ agency }) => agency);
  return at.includes(province) ? null : [...new Set(at)];
}

/** Whether an act reaches the dossiers of one agency. */
export const reaches = (scope: readonly string[] | null, agency: string): boolean => scope === null || scope.includes(agency);
