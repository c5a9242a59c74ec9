// SPDX-License-Identifier: EUPL-1.2
import type { QueryClient } from '@tanstack/react-query';

/** Every question whose answer an act on a dossier may change, by the first word of its key. */
const answers = [
  'dossier', 'dossiers', 'work', 'work-counts', 'figures', 'book', 'step-officers', 'signing-means', 'originals', 'paper-hand-overs', 'dossier-transfers', 'postal-returns',
  'copies', 'printed-copies', 'security-sheets', 'digitising-figures', 'waiting-files', 'extension-offer',
];

/** After an act on a dossier: what is on the screen is asked again, what is not is asked when it is opened. */
export async function dossiersChanged(queries: QueryClient): Promise<void> {
  await Promise.all(answers.map((first) => queries.invalidateQueries({ queryKey: [first] })));
}
