// SPDX-License-Identifier: EUPL-1.2
import type { Place } from '../signing/model.ts';

/** The archival standards a paper can be written to. */
export type PdfStandard = 'a-2b' | 'a-2a' | 'a-3b';

/** What a paper is made of. `template` is Typst source; `data` reaches it as JSON only, so no text of a person becomes markup. */
export type Paper = {
  readonly template: string;
  readonly data: unknown;
  readonly standard: PdfStandard;
  /** The creation time written into the file. */
  readonly at: Temporal.Instant;
};

/** A place the template reserved, by the name it gave. */
export type NamedPlace = Place & { readonly name: string };

/** Prints a paper as PDF. Equal papers give equal bytes. A template that does not compile is a fault: it is thrown. */
export function renderPaper(_paper: Paper): Promise<Uint8Array> {
  return Promise.reject(new Error('not built yet'));
}

/** The places a template reserved with `#metadata((name: …, page: …, x: …, y: …, width: …, height: …)) <place>`. */
export function signaturePlaces(_paper: Paper): Promise<readonly NamedPlace[]> {
  return Promise.reject(new Error('not built yet'));
}
