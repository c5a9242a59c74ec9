// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@motcua/kernel';

const publishers: readonly Role[] = ['procedure-controller', 'province-administrator'];
const writers: readonly Role[] = [...publishers, 'agency-administrator'];

/** The acts the routes on bản soạn name, and who holds each. */
export const proposalActs = {
  'proposal.read': { roles: [...writers, 'province-leader', 'leader', 'one-stop-head'], citizens: false, partners: false },
  'proposal.write': { roles: writers, citizens: false, partners: false },
  'proposal.publish': { roles: publishers, citizens: false, partners: false },
} as const;
