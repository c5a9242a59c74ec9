// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { helperProcess } from '../helper/helper.ts';
import type { Place } from '../signing/model.ts';
import { PressAnswer, type PressJob } from './job.ts';

/** The archival standards a paper can be written to. */
export type PdfStandard = 'a-2b' | 'a-2a' | 'a-3b';

/** What a paper is made of. `template` is Typst source; `data` reaches it as JSON only, so no text of a person becomes markup. */
export type Paper = {
  readonly template: string;
  readonly data: unknown;
  readonly standard: PdfStandard;
  /** The creation time written into the file. */
  readonly at: Temporal.Instant;
  /** Pictures the template names as `/name`; the engine sees no other file. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
};

/** A place the template reserved, by the name it gave. */
export type NamedPlace = Place & { readonly name: string };

/** A printed paper and the places its template reserved. */
export type Printed = { readonly pdf: Uint8Array; readonly places: readonly NamedPlace[] };

const program = fileURLToPath(new URL('./press.ts', import.meta.url));
// The layout engine fragments its memory, about 0.1 MB a paper as measured, and gives none back: a press retires after so many papers.
const papersPerPress = 1000;
const longestPrinting = 30_000;
// Fewer arenas and early returning of pages keep a press under 200 MB instead of 600. Nothing else of our environment is its business.
const environment = { TZ: 'UTC', MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '65536', MALLOC_MMAP_THRESHOLD_: '65536' };

const press = helperProcess({ program, name: 'the press', retireAfter: papersPerPress, patience: longestPrinting, environment });

async function print({ template, data, standard, at, files = {} }: Paper, withPlaces: boolean): Promise<Printed> {
  const job: Omit<PressJob, 'id'> = { template, data: JSON.stringify(data), standard, seconds: Math.floor(at.epochMilliseconds / 1000), withPlaces, files };
  const answer = PressAnswer.parse(await press(job));
  if ('fault' in answer) throw new Error(`the template does not compile: ${answer.fault}`);
  return { pdf: answer.pdf, places: answer.places };
}

/** Prints a paper as PDF. Equal papers give equal bytes. A template that does not compile is a fault: it is thrown. */
export async function renderPaper(paper: Paper): Promise<Uint8Array> {
  return (await print(paper, false)).pdf;
}

/**
 * Prints a paper and tells the places its template reserved with
 * `#metadata((name: "officer", page: 1, x: 0.0, y: 0.0, width: 0.0, height: 0.0)) <place>`, in points.
 */
export function renderPaperWithPlaces(paper: Paper): Promise<Printed> {
  return print(paper, true);
}
