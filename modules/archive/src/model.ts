// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Blobs, DocumentStore } from '@motcua/documents';
import type { Clock } from '@motcua/kernel';

/** What the archive works with. */
export type ArchiveContext = { readonly db: Db; readonly files: DocumentStore; readonly clock: Clock; readonly secret: Uint8Array };

/** What the routes of the archive work with. `province`: code of the province's own agency. */
export type ArchiveDesk = ArchiveContext & { readonly secondCopy: Blobs | null; readonly province: string; readonly demonstration: boolean };

/** Why an act of the archive was refused. */
export type ArchiveRefusal =
  | { readonly code: 'not-closed'; readonly dossier: string }
  | { readonly code: 'handed-in-already'; readonly dossier: string }
  | { readonly code: 'no-retention-rule'; readonly dossier: string }
  | { readonly code: 'package-broken'; readonly dossier: string; readonly text: string }
  | { readonly code: 'batch-unknown' } | { readonly code: 'destruction-unknown' }
  | { readonly code: 'archive-second-person' } | { readonly code: 'archive-not-giver'; readonly who: string }
  | { readonly code: 'retention-not-over'; readonly dossier: string }
  | { readonly code: 'archive-storage' }
  | { readonly code: 'archive-dossier-unknown'; readonly dossier: string }
  | { readonly code: 'archive-not-yours' };
