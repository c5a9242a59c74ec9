// SPDX-License-Identifier: EUPL-1.2
/** One thing found in what is being written. `path`: dotted path in the content; `place`: where, in the reader's words; `blocks`: it is not published until mended. */
export type Finding = { readonly path: string; readonly place: string; readonly text: string; readonly blocks: boolean };

/** A finding that must be mended. */
export const must = (path: string, place: string, text: string): Finding => ({ path, place, text, blocks: true });

/** A finding a person may leave as it is. */
export const might = (path: string, place: string, text: string): Finding => ({ path, place, text, blocks: false });
