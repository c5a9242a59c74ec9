// SPDX-License-Identifier: EUPL-1.2
/** «4», «0,5»: hours in a table, as they are written in Vietnamese. */
export const hoursText = (hours: number | string): string => String(hours).replace('.', ',');
