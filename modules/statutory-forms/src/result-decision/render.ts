// SPDX-License-Identifier: EUPL-1.2
import { type Place, renderPaperWithPlaces } from '@motcua/documents';
import type { ResultView } from '../model.ts';
import { placeNamed } from '../paper/places.ts';
import { cleaned, headData, templateNamed } from '../paper/print.ts';

/** The layouts of results. */
export type ResultTemplate = 'result-decision';

/** A printed result and where the signatures go: lines of the officer and of the agency side by side, or, in the middle between title and name, the picture of a hand-written signature. */
export type RenderedResult = { readonly pdf: Uint8Array; readonly places: { readonly officer: Place; readonly agency: Place; readonly signature: Place } };

/**
 * Prints a result as PDF/A, A4, with places kept free for the signatures of the person and of the agency.
 *
 * @legal nd-30-2020/layout
 */
export async function renderResult(template: ResultTemplate, view: ResultView): Promise<RenderedResult> {
  const { agency, number, printedAt, issuedAt } = view;
  const data = {
    ...cleaned({ ...view, office: agency, number: number === '' ? '……/……' : number }),
    ...headData({ ...view, office: agency }, issuedAt),
  };
  const { pdf, places } = await renderPaperWithPlaces({ template: templateNamed(template), data, standard: 'a-2b', at: Temporal.Instant.from(printedAt) });
  return { pdf, places: { officer: placeNamed('officer', places), agency: placeNamed('agency', places), signature: placeNamed('signature', places) } };
}
