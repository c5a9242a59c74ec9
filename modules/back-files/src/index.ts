// SPDX-License-Identifier: EUPL-1.2
/**
 * Back-files: số hóa hồ sơ cũ theo lô.
 *
 * Takes lists of old papers with their faults, line by line, and says where each line stands.
 * Hides how lists are read and mended.
 */
export { giveList, openBatch } from './commands/give-list.ts';
export { mendLine, putAside } from './commands/mend-line.ts';
export { batchPage } from './views/batch.ts';
export { backFileActs } from './permissions.ts';
export type { BackFileContext } from './model.ts';
