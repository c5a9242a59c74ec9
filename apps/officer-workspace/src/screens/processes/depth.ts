// SPDX-License-Identifier: EUPL-1.2
/** How far in a row of a step table stands: a group of steps is read as one. */
export const depthClass = (depth: number): string => (depth === 0 ? '' : ` is-inside depth-${String(Math.min(depth, 3))}`);
