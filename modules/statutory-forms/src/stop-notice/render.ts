// SPDX-License-Identifier: EUPL-1.2
import type { StopNoticeView } from '../model.ts';

/** Prints the paper as PDF/A, A5. */
export function renderStopNotice(_view: StopNoticeView): Promise<Uint8Array> {
  return Promise.reject(new Error('not built yet'));
}
