// SPDX-License-Identifier: EUPL-1.2
/**
 * Kernel: the few things every part needs and none of them owns.
 *
 * Results, clocks, identifiers, and the folding of Vietnamese text.
 * Knows nothing of dossiers, databases or the network.
 */
export { ok, refuse } from './result.ts';
export type { Result, Ok, Refused } from './result.ts';
export { systemClock, fixedClock } from './clock.ts';
export type { Clock } from './clock.ts';
export { newId } from './identifier.ts';
export { cleanText, fold, foldedWords } from './text.ts';
export { officeZone, officeDay, officeMinuteText, officeDayText } from './office-time.ts';
export { roles, machine, visitor } from './actor.ts';
export type { Actor, Officer, Citizen, Partner, Machine, Visitor, Role, Posting } from './actor.ts';
