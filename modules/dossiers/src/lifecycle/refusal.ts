// SPDX-License-Identifier: EUPL-1.2
import type { MoveFault } from '@motcua/workflow';
import type { AuthorityRefusal, SealRefusal } from '@motcua/organisation';
import type { DossierActName, DossierStatus, MandateScope, WishKind } from '../contract.ts';
import type { MandateFault } from './mandate.ts';

/** One field to mend, named. */
export type FieldRefusal = { readonly path: string; readonly label?: string; readonly text: string };

/** Why an act was not done. Each code has a section in docs/errors.md and a message in every language. */
export type LifecycleRefusal =
  | { readonly code: 'act-not-allowed'; readonly act: DossierActName; readonly status: DossierStatus }
  | { readonly code: 'dossier-unknown' }
  | { readonly code: 'dossier-destroyed'; readonly decision: string; readonly at: string }
  | { readonly code: 'not-permitted'; readonly act: DossierActName }
  | { readonly code: 'changed-meanwhile'; readonly who: string; readonly at: string }
  | { readonly code: 'procedure-unknown'; readonly procedure: string }
  | { readonly code: 'not-handled-here'; readonly procedure: string; readonly agency: string }
  | { readonly code: 'fields-to-mend'; readonly fields: readonly FieldRefusal[] }
  | { readonly code: 'register-silent' }
  | { readonly code: 'enterprise-unknown'; readonly enterprise: string }
  | { readonly code: 'papers-not-judged'; readonly unseen: number; readonly faulty: number }
  | { readonly code: 'time-limit-unknown' }
  | { readonly code: 'calendar-gap'; readonly year?: number }
  | { readonly code: 'nothing-to-forecast'; /** It leads a linked group. */ readonly group?: true }
  | { readonly code: 'already-asked' }
  | { readonly code: 'supplement-window-over'; readonly until: string }
  | { readonly code: 'override-needed' }
  | { readonly code: 'no-such-task'; readonly task: string }
  | { readonly code: 'step-needs-another-act'; readonly act: string }
  | { readonly code: 'held-by-another'; readonly who: string }
  | { readonly code: 'opinion-awaited'; readonly until: string }
  | { readonly code: 'steps-remain'; readonly step: string }
  | { readonly code: 'draft-missing' }
  | { readonly code: 'initials-stand'; readonly who: readonly string[] }
  | { readonly code: 'signed-already'; readonly who: string }
  | { readonly code: 'not-approved-yet' }
  | { readonly code: 'no-certificate'; readonly who: string }
  | ({ readonly code: 'authority-missing'; readonly procedure: string } & AuthorityRefusal)
  | ({ readonly code: 'seal-refused' } & SealRefusal)
  | { readonly code: 'procedure-move-unsafe'; readonly faults: readonly string[] }
  | { readonly code: 'move-unsafe'; readonly faults: readonly MoveFault[] }
  | { readonly code: 'not-held' }
  | { readonly code: 'off-site'; readonly step: string }
  | { readonly code: 'process-refused'; readonly detail: string }
  | { readonly code: 'result-exists'; /** The part of a linked group whose result stands. */ readonly part?: string }
  | { readonly code: 'amount-differs'; readonly owedVnd: number }
  | { readonly code: 'filing-elsewhere' }
  | { readonly code: 'late-cause-missing'; readonly step: string; readonly due: string }
  | { readonly code: 'extension-used' }
  | { readonly code: 'extension-too-late'; readonly owed: string }
  | { readonly code: 'wish-open'; readonly kind: WishKind }
  | { readonly code: 'change-open'; readonly by: string }
  | { readonly code: 'no-such-change' }
  | { readonly code: 'second-person-needed' }
  | { readonly code: 'back-date-not-yours' }
  | { readonly code: 'group-missing'; readonly group: string }
  | { readonly code: 'no-such-wish' }
  | { readonly code: 'no-such-paper' }
  | { readonly code: 'no-such-check' }
  | { readonly code: 'papers-not-there' }
  | { readonly code: 'mandate-refused'; readonly why: MandateFault; readonly use: MandateScope; readonly until: string | null }
  | { readonly code: 'all-must-agree'; readonly who: readonly string[] }
  | { readonly code: 'not-all-confirmed'; readonly missing: readonly { readonly name: string; readonly state: 'waiting' | 'changed' | 'declined' }[] }
  | { readonly code: 'parcel-not-there' }
  | { readonly code: 'note-not-to-sign'; readonly why: 'other-side' | 'not-all-answered' | 'signed' }
  | { readonly code: 'copy-refused'; readonly why: 'other-desk' | 'spoiled' | 'issued-anew' | 'key-used' }
  | { readonly code: 'already-revoked'; readonly number: string }
  | { readonly code: 'result-revoked'; readonly number: string }
  | { readonly code: 'held-in-vault'; readonly papers: readonly { readonly at: number; readonly name: string; readonly code: string }[] }
  | { readonly code: 'not-transferred' }
  | { readonly code: 'with-receiving-office' }
  | { readonly code: 'with-the-post'; readonly slip: string }
  | { readonly code: 'no-such-row' }
  | { readonly code: 'secret-paper'; readonly name: string }
  | { readonly code: 'secret-has-files'; readonly name: string }
  | { readonly code: 'clock-astray'; readonly now: string; readonly other: string }
  | { readonly code: 'scan-unknown' }
  | { readonly code: 'scan-unreadable' }
  | { readonly code: 'certificate-revoked'; readonly who: string }
  | { readonly code: 'certificate-expired'; readonly who: string; readonly until: string }
  | { readonly code: 'key-refused'; readonly why: string }
  | { readonly code: 'means-unknown' }
  | { readonly code: 'key-to-choose' }
  | { readonly code: 'signing-cancelled' }
  /** What another module signs with a key elsewhere was refused, in its own words. */
  | { readonly code: 'item-refused'; readonly title: string; readonly detail: string }
  | { readonly code: 'proof-unavailable'; readonly why: string }
  | { readonly code: 'document-quarantined' }
  | { readonly code: 'document-not-shown' }
  | { readonly code: 'page-unknown' }
  | { readonly code: 'pages-unreadable' }
  | { readonly code: 'storage-full' }
  | { readonly code: 'storage-unreachable' };
