// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';

/**
 * A UUID of version 7: sorts by the moment it was made, so that rows made together lie together.
 *
 * @param at - the moment to put in front, milliseconds of the epoch
 */
export function newId(at: Temporal.Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.epochMilliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
