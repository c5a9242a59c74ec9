// SPDX-License-Identifier: EUPL-1.2
import { renderPaper } from '../paper/render.ts';
import type { ScannedPage } from './model.ts';

/** What is written about a digitised paper into its file. */
export type DigitisedHead = {
  /** Code of the digitised paper: `<owner id>.<paper kind>`. */
  readonly code: string;
  /** SVG of the QR code that leads to it. */
  readonly qr: string;
  readonly title: string;
  readonly agency: string;
  readonly at: Temporal.Instant;
};

const template = `#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, author: d.agency)
#set text(font: "Tinos", lang: "vi")
#for (at, p) in d.pages.enumerate() {
  page(width: p.width * 1pt, height: (p.head + p.height) * 1pt, margin: 0pt, {
    place(top + left, dy: p.head * 1pt, image("/" + p.file, width: p.width * 1pt, height: p.height * 1pt, alt: d.title))
    for w in p.words {
      place(top + left, dx: w.x * 1pt, dy: (p.head + w.y) * 1pt, box(width: w.width * 1pt, height: w.height * 1pt, clip: true, text(size: calc.max(w.height * 0.82, 1) * 1pt, fill: rgb(0, 0, 0, 0), top-edge: "ascender", w.text)))
    }
    if at == 0 {
      place(top + left, dx: 14pt, dy: 6pt, box(stack(dir: ltr, spacing: 6pt,
        image(bytes(d.qr), format: "svg", width: 62pt, alt: "Mã QR"),
        text(size: 5.5pt)[#d.code \\ #d.agency \\ #d.at])))
    }
  })
}`;

const pointsPerInch = 72;
/** The band above the first page: code and QR at its left, the signature at its right, so that nothing lies over what was scanned; points. */
const headHeight = 74;

/** Writes scanned pages as one PDF/A of two layers: the picture, and over it the words that were read, unseen but found and copied. The first page has a band above it with code and QR at the left: a copy that counts like the paper hides nothing of it. */
export function twoLayers(pages: readonly ScannedPage[], { code, qr, title, agency, at }: DigitisedHead): Promise<Uint8Array> {
  const files = Object.fromEntries(pages.map(({ jpeg }, index) => [`trang-${String(index + 1)}.jpg`, jpeg]));
  const shown = pages.map(({ width, height, dpi, words }, index) => {
    const scale = pointsPerInch / dpi;
    return {
      file: `trang-${String(index + 1)}.jpg`, head: index === 0 ? headHeight : 0, width: width * scale, height: height * scale,
      words: words.map(({ text, x, y, width: wide, height: high }) => ({ text, x: x * scale, y: y * scale, width: wide * scale, height: high * scale })),
    };
  });
  const day = at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString({ smallestUnit: 'minute' });
  return renderPaper({ template, data: { title, agency, code, qr, at: day, pages: shown }, standard: 'a-2b', at, files });
}
