// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { DossierEvent } from '../events.ts';

/** The one text of a JSON value: members in the order of their names, so that jsonb's own order does not matter. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The hash of an event: over the hash before it and its whole canonical text. */
export function hashOf(previous: Uint8Array | null, { dossierId, seq, at, type, by, data }: DossierEvent): Buffer {
  return createHash('sha256').update(previous ?? Buffer.alloc(32)).update(canonical({ dossierId, seq, at: Temporal.Instant.from(at).toString(), type, by, data })).digest();
}
