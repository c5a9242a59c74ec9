// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { BatchPage } from './batch.tsx';
import { BatchesPage } from './batches.tsx';
import { ComparePage } from './compare.tsx';

/** Which screen of old papers belongs to which address. */
export function BackFilesScreen({ code, part, query }: { readonly code: string; readonly part: string; readonly query: URLSearchParams }): ReactElement {
  if (code === '') return <BatchesPage />;
  return part === '' ? <BatchPage key={code} id={code} query={query} /> : <ComparePage key={`${code} ${part}`} id={code} no={part} />;
}
