// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

const keepers: readonly Role[] = ['procedure-controller', 'province-administrator'];

const readers: readonly Role[] = [...keepers, 'agency-administrator', 'province-leader', 'leader', 'one-stop-head'];

/** The acts the routes of control name, and who holds each. A sheet is approved as every bản soạn is published. */
export const reformActs = {
  'publication.read': { roles: readers, citizens: false, partners: false },
  'publication.enter': { roles: keepers, citizens: false, partners: false },
  'figure.enter': { roles: keepers, citizens: false, partners: false },
  'review.read': { roles: readers, citizens: false, partners: false },
  'review.plan': { roles: keepers, citizens: false, partners: false },
  'review.write': { roles: [...keepers, 'agency-administrator'], citizens: false, partners: false },
} as const satisfies Readonly<Record<string, { readonly roles: readonly Role[]; readonly citizens: boolean; readonly partners: boolean }>>;
