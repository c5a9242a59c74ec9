// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

const makers: readonly Role[] = ['procedure-controller', 'province-administrator'];

/** The acts the routes on packs name, and who holds each. */
export const packActs = {
  'pack.read': { roles: [...makers, 'agency-administrator'], citizens: false, partners: false },
  'pack.make': { roles: makers, citizens: false, partners: false },
  'pack.trust': { roles: ['province-administrator'], citizens: false, partners: false },
} as const satisfies Readonly<Record<string, { readonly roles: readonly Role[]; readonly citizens: boolean; readonly partners: boolean }>>;
