// SPDX-License-Identifier: EUPL-1.2
import type { ProposalView } from '@motcua/proposals/contract';
import type { IconName, Tone } from '@motcua/ui';

/** Tone and sign of each state of a bản soạn. */
export const stateTone: Readonly<Record<ProposalView['state'], { readonly tone: Tone; readonly sign: IconName }>> = {
  draft: { tone: 'celadon', sign: 'pencil' }, submitted: { tone: 'turmeric', sign: 'hourglass' }, published: { tone: 'leaf', sign: 'badge-check' }, withdrawn: { tone: 'ink', sign: 'undo-2' },
};
