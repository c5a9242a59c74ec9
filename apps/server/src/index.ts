// SPDX-License-Identifier: EUPL-1.2
/** The server as programs beside it see it: the command line and the tests. */
export { readConfig } from './config.ts';
export type { Config } from './config.ts';
export { CannotOpen, openInstallation } from './installation.ts';
export type { Installation } from './installation.ts';
export { accessTable, buildApp } from './app.ts';
export { serve } from './serve.ts';
export type { Running } from './serve.ts';
export { loadDemonstration, demonstrationPassword } from './demonstration/load.ts';
export { simulateWeeks } from './demonstration/simulate.ts';
export { generateDossiers } from './demonstration/generate.ts';
