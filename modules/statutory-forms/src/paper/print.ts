// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Paper, type Place, code128Svg, qrSvg, renderPaper, renderPaperWithPlaces } from '@motcua/documents';
import { cleanText, officeDay } from '@motcua/kernel';
import type { PaperHead } from '../model.ts';
import { type FormSetKey, type StatutoryForm, formServing, titleLinesOf } from '../register.ts';
import { placeNamed } from './places.ts';
import { balancedLines, placeAndDayWords } from './words.ts';

/** A printed paper and where its signature goes. */
export type PaperToSign = { readonly pdf: Uint8Array; readonly places: { readonly officer: Place } };

const folder = join(import.meta.dirname, '..', '..', 'templates');
// Letters that fit on a line of the heading's left column.
const widestHeading = 26;
const read = new Map<string, string>();

/** The source of a template behind what all papers share. */
export function templateNamed(name: string): string {
  const known = read.get(name);
  if (known !== undefined) return known;
  const source = ['paper', name].map((part) => readFileSync(join(folder, `${part}.typ`), 'utf8')).join('\n');
  read.set(name, source);
  return source;
}

// A run of letters without a blank would stand out of the page: it may be broken anywhere after so many letters.
const unbroken = /\S{24}(?=\S{8})/gu;

function cleanedValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value).replace(unbroken, '$&\u200B');
  if (Array.isArray(value)) return value.map(cleanedValue);
  return typeof value === 'object' && value !== null ? cleaned(value) : value;
}

/** Every text of a view cleaned: control characters would make the PDF invalid, decomposed letters print badly. */
export function cleaned(view: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(view).map(([name, value]) => [name, cleanedValue(value)]));
}

/** What stands at the head of every paper, ready to be set. The codes are of a size to be read from paper. */
export function headData(view: Pick<PaperHead, 'superior' | 'office' | 'place' | 'verifyUrl'>, issuedAt: string | null): Readonly<Record<string, unknown>> {
  return {
    qr: view.verifyUrl === null ? null : qrSvg(view.verifyUrl),
    superiorLines: view.superior === null ? [] : balancedLines(cleanText(view.superior), widestHeading),
    officeLines: balancedLines(cleanText(view.office), widestHeading),
    placeAndDate: placeAndDayWords(cleanText(view.place), issuedAt),
  };
}

const folderOf: Readonly<Record<FormSetKey, string>> = { '2025': '', '2018': '2018/' };

/** The layout and the title of a form on the day a paper is made. */
export function layoutOn(form: StatutoryForm, madeAt: string): { readonly template: string; readonly titleLines: readonly string[] } {
  const serving = formServing(form, officeDay(Temporal.Instant.from(madeAt)));
  return { template: templateNamed(`${folderOf[serving.set]}${serving.form}`), titleLines: titleLinesOf(serving.form) };
}

function slip(form: StatutoryForm, view: PaperHead, more: Readonly<Record<string, unknown>>): Paper {
  const { template, titleLines } = layoutOn(form, view.issuedAt);
  const data = { ...cleaned({ ...view, ...more }), ...headData(view, view.issuedAt), bars: code128Svg(view.dossierCode), titleLines };
  return { template, data, standard: 'a-2b', at: Temporal.Instant.from(view.issuedAt) };
}

/** Prints one of the numbered papers, A5 as PDF/A-2b, in the layout of the set in force on the day it is issued. `more` adds what the view does not say in words. */
export function printSlip(form: StatutoryForm, view: PaperHead, more: Readonly<Record<string, unknown>>): Promise<Uint8Array> {
  return renderPaper(slip(form, view, more));
}

/** Prints a numbered paper that a head signs, with the place kept for that signature. */
export async function printSlipToSign(form: StatutoryForm, view: PaperHead, more: Readonly<Record<string, unknown>>): Promise<PaperToSign> {
  const { pdf, places } = await renderPaperWithPlaces(slip(form, view, more));
  return { pdf, places: { officer: placeNamed('officer', places) } };
}

type Layout = { readonly template: string; readonly titleLines: readonly string[] };

const ownPaper = (layout: Layout, view: PaperHead, more: Readonly<Record<string, unknown>>): Paper => ({
  template: templateNamed(layout.template), data: { ...cleaned({ ...view, ...more }), ...headData(view, view.issuedAt), titleLines: layout.titleLines }, standard: 'a-2b', at: Temporal.Instant.from(view.issuedAt),
});

/** Prints a paper the law asks for and gives no form: A4 as PDF/A-2b, the layout ours. */
export const printOwn = (layout: Layout, view: PaperHead, more: Readonly<Record<string, unknown>>): Promise<Uint8Array> => renderPaper(ownPaper(layout, view, more));

/** The same, with the places its template keeps for signatures. */
export const printOwnToSign = (layout: Layout, view: PaperHead, more: Readonly<Record<string, unknown>>): ReturnType<typeof renderPaperWithPlaces> => renderPaperWithPlaces(ownPaper(layout, view, more));
