// SPDX-License-Identifier: EUPL-1.2
import type { DossierContext, LifecycleRefusal } from '@motcua/dossiers';
import type { ListRefusal } from './list/read-list.ts';
import type { CellFault } from './rules/line.ts';

/** What the work on old papers works with: what signing and storing papers of dossiers works with. */
export type BackFileContext = DossierContext;

/** Why an act on old papers was refused. */
export type BackFileRefusal =
  | { readonly code: 'back-file-unknown' | 'back-file-none-compared' }
  | { readonly code: 'back-file-dropped'; readonly by: string; readonly reason: string }
  | { readonly code: 'back-file-not-yours' }
  | { readonly code: 'back-file-ended'; readonly no: number }
  | { readonly code: 'back-file-changed'; readonly who: string }
  | { readonly code: 'back-file-cells'; readonly faults: readonly CellFault[] }
  | ({ readonly code: 'back-file-list' } & ListRefusal)
  | { readonly code: 'back-file-has-scan'; readonly no: number; readonly fileName: string; readonly withNotes: boolean }
  | { readonly code: 'back-file-no-scan' | 'back-file-no-notes' | 'back-file-notes-missing' | 'back-file-notes-key' | 'back-file-not-compared' | 'back-file-not-held'; readonly no: number }
  | { readonly code: 'back-file-held'; readonly no: number; readonly held: string }
  | { readonly code: 'back-file-scan'; readonly faults: readonly { readonly path: string; readonly label: string; readonly text: string }[] }
  | { readonly code: 'back-file-choice'; readonly faults: readonly { readonly path: string; readonly label: string; readonly text: string }[] }
  | { readonly code: 'act-refused'; readonly refusal: LifecycleRefusal };
