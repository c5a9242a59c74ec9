// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { BatchPage } from './batch.tsx';
import { BatchesPage } from './batches.tsx';

/** Which screen of old papers belongs to which address. */
export function BackFilesScreen({ code, query }: { readonly code: string; readonly query: URLSearchParams }): ReactElement {
  return code === '' ? <BatchesPage /> : <BatchPage key={code} id={code} query={query} />;
}
