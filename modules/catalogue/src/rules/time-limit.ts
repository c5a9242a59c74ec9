// SPDX-License-Identifier: EUPL-1.2
import type { Channel, Procedure, PublishedTime } from '../model.ts';

/** A time limit (thời hạn giải quyết) in the units of the deadline engine. */
export type TimeLimit = { readonly value: number; readonly unit: 'working-day' | 'working-hour' | 'calendar-day' | 'month' };

const inUnits = ({ value, unit }: PublishedTime): TimeLimit | null => {
  if (value === null || value <= 0) return null;
  switch (unit) {
    // A part of a working day is told in hours: 0.5 day is 4 hours of the 8 that internal procedures count.
    case 'WORKING_DAY': return Number.isInteger(value) ? { value, unit: 'working-day' } : { value: Math.ceil(value * 8), unit: 'working-hour' };
    case 'DAY': return { value: Math.ceil(value), unit: 'calendar-day' };
    case 'HOUR': return { value: Math.ceil(value), unit: 'working-hour' };
    case 'MONTH': return { value: Math.ceil(value), unit: 'month' };
    case 'YEAR': return { value: Math.ceil(value * 12), unit: 'month' };
    case 'OTHER': return null;
  }
};

/**
 * The time limit that binds a dossier: that of its circumstance, else that of the channel it came by, else that of the counter.
 *
 * @returns null when the publication leaves it to a note: then a person must say it, with the reason
 * @legal nd-118-2025/d17k3
 */
export function timeLimitOf(procedure: Procedure, chosen: { readonly channel: Channel; readonly circumstance: string | null }): TimeLimit | null {
  const circumstance = procedure.circumstances.find(({ name }) => name === chosen.circumstance);
  const times = [
    circumstance?.time,
    procedure.methods.find(({ channel }) => channel === chosen.channel)?.time,
    procedure.methods.find(({ channel }) => channel === 'DIRECT')?.time,
    ...procedure.methods.map(({ time }) => time),
  ];
  for (const time of times) {
    const limit = time === undefined || time === null ? null : inUnits(time);
    if (limit !== null) return limit;
  }
  return null;
}
