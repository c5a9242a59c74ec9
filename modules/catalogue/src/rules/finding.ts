// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '@motcua/proposals';

export type { Finding } from '@motcua/proposals';

/** A finding that must be mended. */
export const must = (path: string, place: string, text: string): Finding => ({ path, place, text, blocks: true });

/** A finding a person may leave as it is. */
export const might = (path: string, place: string, text: string): Finding => ({ path, place, text, blocks: false });
