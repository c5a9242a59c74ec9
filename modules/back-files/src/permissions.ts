// SPDX-License-Identifier: EUPL-1.2
import type { Officer, Role } from '@motcua/kernel';

const keepers: readonly Role[] = ['intake-officer', 'one-stop-head', 'handling-officer', 'records-clerk'];

/** The acts on old papers, and who holds each at his agency: those who digitise the papers of dossiers. */
export const backFileActs = {
  'back-files.keep': { roles: keepers, citizens: false, partners: false },
} as const satisfies Readonly<Record<string, { readonly roles: readonly Role[]; readonly citizens: boolean; readonly partners: boolean }>>;

/** The agencies whose old papers an officer digitises. */
export const backFileDesks = ({ postings }: Pick<Officer, 'postings'>): readonly string[] => [...new Set(postings.filter(({ role }) => keepers.includes(role)).map(({ agency }) => agency))];
