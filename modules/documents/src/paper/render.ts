// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
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

/** A printed paper and the places its template reserved. */
export type Printed = { readonly pdf: Uint8Array; readonly places: readonly NamedPlace[] };

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
const fontOf = (face: string): Buffer =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)));

// Typst remembers layouts between papers and never forgets by itself: measured 0.8 GB after some thousand receipts without this.
const papersBetweenForgetting = 20;
let compiler: NodeCompiler | undefined;
let printed = 0;

function press(): NodeCompiler {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: faces.map(fontOf) }] });
  printed += 1;
  if (printed % papersBetweenForgetting === 0) compiler.evictCache(0);
  return compiler;
}

function layOut(engine: NodeCompiler, { template, data }: Paper): NodeTypstDocument {
  const laid = engine.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  const { result } = laid;
  if (result !== null) return result;
  const diagnostics = laid.takeDiagnostics();
  throw new Error(`the template does not compile: ${JSON.stringify(diagnostics?.shortDiagnostics ?? 'no diagnostics')}`);
}

const pdfOf = (engine: NodeCompiler, laid: NodeTypstDocument, { standard, at }: Paper): Uint8Array =>
  new Uint8Array(engine.pdf(laid, { pdfStandard: standard, creationTimestamp: Math.floor(at.epochMilliseconds / 1000) }));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function placeOf(value: unknown): NamedPlace {
  if (!isRecord(value)) throw new Error('a reserved place is not a dictionary');
  const points = (name: string): number => {
    const read = value[name];
    if (typeof read !== 'number') throw new Error(`a reserved place has no ${name}`);
    return read;
  };
  const { name } = value;
  if (typeof name !== 'string') throw new Error('a reserved place has no name');
  return { name, page: points('page'), x: points('x'), y: points('y'), width: points('width'), height: points('height') };
}

/** Prints a paper as PDF. Equal papers give equal bytes. A template that does not compile is a fault: it is thrown. */
export function renderPaper(paper: Paper): Promise<Uint8Array> {
  return Promise.try(() => {
    const engine = press();
    return pdfOf(engine, layOut(engine, paper), paper);
  });
}

/**
 * Prints a paper and tells the places its template reserved with
 * `#metadata((name: "officer", page: 1, x: 0.0, y: 0.0, width: 0.0, height: 0.0)) <place>`, in points.
 */
export function renderPaperWithPlaces(paper: Paper): Promise<Printed> {
  return Promise.try(() => {
    const engine = press();
    const laid = layOut(engine, paper);
    const found: unknown = engine.query(laid, { selector: '<place>', field: 'value' });
    return { pdf: pdfOf(engine, laid, paper), places: Array.isArray(found) ? found.map(placeOf) : [] };
  });
}
