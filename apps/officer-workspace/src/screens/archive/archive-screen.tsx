// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { ArchivedPage } from './archived.tsx';
import { BatchPage, BatchesPage } from './batches.tsx';
import { ChecksPage } from './checks.tsx';
import { DestructionPage } from './destruction.tsx';
import { DuePage } from './due.tsx';
import { OpenedPage } from './opened.tsx';

/** Which screen of the archive belongs to which address. */
export function ArchiveScreen({ place, code, query, mayOpen }: { readonly place: string; readonly code: string; readonly query: URLSearchParams; readonly mayOpen: boolean }): ReactElement {
  switch (place) {
    case 'nop-luu': return <DuePage query={query} mayOpen={mayOpen} />;
    case 'bien-ban-luu': return code === '' ? <BatchesPage /> : <BatchPage key={code} id={code} />;
    case 'toan-ven': return <ChecksPage />;
    case 'huy-ho-so': return <DestructionPage />;
    default: return code === '' ? <ArchivedPage query={query} /> : <OpenedPage key={code} id={code} />;
  }
}
