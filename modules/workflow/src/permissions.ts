// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

const publishers: readonly Role[] = ['procedure-controller', 'province-administrator'];
const writers: readonly Role[] = [...publishers, 'agency-administrator'];
const readers: readonly Role[] = [...writers, 'province-leader', 'leader', 'one-stop-head', 'division-head'];

/** The acts the routes on processes name, and who holds each. Drafting and publishing one goes by bản soạn. */
export const processActs = {
  'process.read': { roles: readers, citizens: false, partners: false },
  'process.import': { roles: publishers, citizens: false, partners: false },
  'process.try': { roles: writers, citizens: false, partners: false },
} as const;
