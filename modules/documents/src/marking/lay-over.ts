// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { helperProcess } from '../helper/helper.ts';
import { MarkAnswer } from './job.ts';

// What is marked may come from strangers: it is opened beside the server, like in the inspector.
const marker = helperProcess({ program: fileURLToPath(new URL('./marker.ts', import.meta.url)), name: 'the marker', retireAfter: 500, patience: 20_000, environment: { TZ: 'UTC' }, execArgv: ['--max-old-space-size=768'] });

/** A page of words and how it is laid over a content: `flat` leaves of signatures what they look like, and nothing a reader would check and find broken. */
type Layer = { readonly mark: Uint8Array; readonly flat: boolean };

/** A copy of a content with a page of words over each of its pages, as PDF; null when it does not open. */
export async function laidOver(bytes: Uint8Array, mediaType: string, { mark, flat }: Layer): Promise<Uint8Array | null> {
  try {
    return MarkAnswer.parse(await marker({ bytes, mediaType, mark, flat })).pdf;
  } catch {
    return null;
  }
}
