// SPDX-License-Identifier: EUPL-1.2
import { strFromU8, unzipSync } from 'fflate';
import type { Inspection, Limits } from './model.ts';

const mostParts = 2_000;
const mostRatio = 300;
const forgiven = 1024 * 1024;
/** Parts that do something by themselves or carry another file. */
const activeParts = /vbaProject|vbaData|macrosheets\/|activeX|ctrlProps|embeddings\/|oleObject|afchunk|externalLinks\/|\.bin$|\.\.|^\/|\\/iu;
const externalTarget = /<(?:\w+:)?Relationship\b(?=[^>]*TargetMode\s*=\s*["']External["'])(?![^>]*\/hyperlink["'])[^>]*>/iu;

/** Looks through a Word or Excel file: no macros, no embedded files, nothing fetched from outside, nothing that unpacks without end. */
export function inspectOffice(bytes: Uint8Array, { maxUnpacked }: Limits): Inspection {
  const found = { bytes: 0, parts: 0, bomb: false, active: false };
  try {
    const relations = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        found.bytes += originalSize;
        found.parts += 1;
        found.bomb ||= found.bytes > maxUnpacked || found.parts > mostParts || originalSize > Math.max(size * mostRatio, forgiven);
        found.active ||= activeParts.test(name);
        return !found.bomb && name.endsWith('.rels');
      },
    });
    if (found.bomb) return { fault: 'bomb' };
    const reachesOutside = Object.values(relations).some((part) => externalTarget.test(strFromU8(part)));
    return found.active || reachesOutside ? { fault: 'active' } : { pages: null, bytes: null };
  } catch {
    return { fault: 'damaged' };
  }
}
