// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

const keepers: readonly Role[] = ['procedure-controller', 'province-administrator'];

/** The acts the routes on publication name, and who holds each. */
export const reformActs = {
  'publication.read': { roles: [...keepers, 'agency-administrator', 'province-leader', 'leader', 'one-stop-head'], citizens: false, partners: false },
  'publication.enter': { roles: keepers, citizens: false, partners: false },
} as const satisfies Readonly<Record<string, { readonly roles: readonly Role[]; readonly citizens: boolean; readonly partners: boolean }>>;
