// SPDX-License-Identifier: EUPL-1.2
import type { Place } from '@motcua/documents';
import type { ResultView } from '../model.ts';

/** The layouts of results. */
export type ResultTemplate = 'result-decision';

/** A printed result and where the signatures go. */
export type RenderedResult = { readonly pdf: Uint8Array; readonly places: { readonly officer: Place; readonly agency: Place } };

/** Prints a result as PDF/A, A4, with places kept free for the signatures of the person and of the agency. */
export function renderResult(_template: ResultTemplate, _view: ResultView): Promise<RenderedResult> {
  return Promise.reject(new Error('not built yet'));
}
