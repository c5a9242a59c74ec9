// SPDX-License-Identifier: EUPL-1.2
import { renderPaper } from '../paper/render.ts';
import { laidOver } from './lay-over.ts';

/** What a printed copy says at the head of every page. */
export type CopyMark = { readonly title: string; readonly about: string; readonly at: Temporal.Instant };

// In the head margin, which official papers leave empty; inside what office printers reach.
const template = `#let d = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: 0pt, fill: none)
#set text(font: "Tinos", lang: "vi", hyphenate: false)
#place(top + left, dx: 15mm, dy: 5mm, block(width: 180mm, align(center, [
  #text(size: 9.5pt, strong(d.title)) \\
  #text(size: 8pt, d.about)
])))`;

/**
 * A copy of a paper to be printed (bản in), as PDF: the same pages, what the copy is at the head of each, signatures as they look. The original is not touched.
 *
 * @returns null for a content that does not open
 */
export async function printedCopy(bytes: Uint8Array, { title, about, at }: CopyMark): Promise<Uint8Array | null> {
  return laidOver(bytes, 'application/pdf', { mark: await renderPaper({ template, data: { title, about }, standard: 'a-2b', at }), flat: true });
}
