// SPDX-License-Identifier: EUPL-1.2
import type { ProposalKind } from '@motcua/proposals';

/** What may be drafted in the product, each by its owner. */
export const proposalKinds: readonly ProposalKind[] = [];
