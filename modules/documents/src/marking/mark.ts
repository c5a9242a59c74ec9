// SPDX-License-Identifier: EUPL-1.2
import { officeZone } from '@motcua/kernel';
import { renderPaper } from '../paper/render.ts';
import { laidOver } from './lay-over.ts';

/** What a marked copy says on every page: who looks, for which agency and purpose, when, and the only thing it may be used for. */
export type PurposeMark = { readonly who: string; readonly agency: string; readonly purpose: string; readonly only: string; readonly at: Temporal.Instant };

// Rows of words across a page, pale enough to read what lies under them; fonts come with the mark, so nothing depends on the machine's.
const template = `#let d = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: 0pt, fill: none)
#set text(font: "Tinos", size: 11pt, fill: rgb(160, 20, 30, 82), lang: "vi", hyphenate: false)
#for row in range(0, 6) {
  place(top + left, dx: -6mm, dy: (row * 52mm) + 14mm, rotate(-18deg, block(width: 220mm, align(center, [
    #strong(d.only) \\
    #d.said
  ]))))
}`;

const timeText = (at: Temporal.Instant): string => {
  const { hour, minute, day, month, year } = at.toZonedDateTimeISO(officeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(hour)}:${two(minute)} ${two(day)}/${two(month)}/${String(year)}`;
};

/**
 * A copy of a PDF or a picture with the purpose of its opening across every page (dấu mờ mục đích), as PDF. The original is not touched.
 *
 * @returns null for a content that cannot be marked: an office file, or one that does not open
 */
export async function markedCopy(bytes: Uint8Array, mediaType: string, { who, agency, purpose, only, at }: PurposeMark): Promise<Uint8Array | null> {
  if (mediaType !== 'application/pdf' && !mediaType.startsWith('image/')) return null;
  const mark = await renderPaper({ template, data: { only, said: [who, agency, purpose, timeText(at)].filter((part) => part !== '').join(' · ') }, standard: 'a-2b', at });
  return laidOver(bytes, mediaType, { mark, flat: false });
}
