// SPDX-License-Identifier: EUPL-1.2
/** Builders of tests: a small province in which acts can be done, and a walk through a dossier's life. */
export * from './testing-process.ts';
export * from './testing-province.ts';
export * from './testing-walk.ts';
export { scanOf } from './testing-scans.ts';
