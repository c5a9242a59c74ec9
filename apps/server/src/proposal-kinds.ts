// SPDX-License-Identifier: EUPL-1.2
import { eformKind } from '@motcua/eforms';
import type { Clock } from '@motcua/kernel';
import type { ProposalKind } from '@motcua/proposals';

/** What may be drafted in the product, each by its owner. */
export const proposalKinds = ({ clock }: { readonly clock: Clock }): readonly ProposalKind[] => [eformKind({ clock })];
