// SPDX-License-Identifier: EUPL-1.2
/** For tests of what speaks to the catalogue: how a record is read, laid over what is here, and compared. */
export { readRecord } from './rules/read-record.ts';
export { differingParts, toldRecord } from './rules/told-record.ts';
