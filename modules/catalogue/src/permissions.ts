// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

const readers: readonly Role[] = ['agency-administrator', 'province-administrator', 'procedure-controller', 'one-stop-head', 'leader'];
const choosers: readonly Role[] = ['province-administrator'];

const controllers: readonly Role[] = ['procedure-controller', 'province-administrator'];
const keepers: readonly Role[] = [...controllers, 'agency-administrator'];

/** The acts the routes on the catalogue itself name, and who holds each. */
export const catalogueActs = {
  'catalogue.read': { roles: [...keepers, 'province-leader', 'leader', 'one-stop-head'], citizens: false, partners: false },
  'national-update.read': { roles: controllers, citizens: false, partners: false },
  'national-update.upload': { roles: controllers, citizens: false, partners: false },
  'national-update.decide': { roles: controllers, citizens: false, partners: false },
  'paper-kind.enter': { roles: controllers, citizens: false, partners: false },
  'component-kind.confirm': { roles: keepers, citizens: false, partners: false },
  'handling.enter': { roles: keepers, citizens: false, partners: false },
} as const satisfies Readonly<Record<string, { readonly roles: readonly Role[]; readonly citizens: boolean; readonly partners: boolean }>>;

/** The acts the routes on ways of counting time name, and who holds each. */
export const ruleActs = {
  'deadline-rule.read': { roles: readers, citizens: false, partners: false },
  'deadline-rule.choose': { roles: choosers, citizens: false, partners: false },
} as const;
