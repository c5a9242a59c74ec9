// SPDX-License-Identifier: EUPL-1.2
/**
 * Back-files: số hóa hồ sơ cũ theo lô.
 *
 * Takes lists of old papers with their faults, line by line, matches scans to lines, and puts what was compared and signed into the vaults of the owners.
 * Hides how lists are read and mended, how files of scans are parted and read.
 */
export { claimScan } from './store/scans.ts';
export { giveScan, readQueuedScans } from './commands/take-scans.ts';
export { letGoOfBackFiles } from './commands/let-go.ts';
export { backFileActs } from './permissions.ts';
export type { BackFileContext } from './model.ts';
