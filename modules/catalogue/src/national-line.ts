// SPDX-License-Identifier: EUPL-1.2
import type { Result } from '@motcua/kernel';
import type { Procedure } from './model.ts';

/** Why the line gave no answer: nobody there, or an answer that says no. `text` in words. */
export type LineFault = { readonly code: 'unreachable' | 'refused'; readonly text: string };

/** A procedure as the list of the national database names it. `stamp`: time of its last change, as the list writes it; `counts`: still published. */
export type ListedProcedure = { readonly code: string; readonly name: string; readonly stamp: string; readonly counts: boolean };

/** What is told of a publication here. */
export type Sending =
  | { readonly kind: 'published'; readonly procedure: Procedure; readonly version: number; readonly validFrom: string }
  | { readonly kind: 'abolished'; readonly code: string; readonly version: number; readonly validUntil: string; readonly decision: { readonly number: string; readonly date: string } };

/**
 * The live line to Cơ sở dữ liệu quốc gia về thủ tục hành chính: the catalogue says what it needs, an integration speaks the protocol. Nothing is thrown.
 */
export type NationalLine = {
  /** Procedures changed since an instant; all of them when null. Naming one that did not change does no harm. */
  readonly listed: (since: Temporal.Instant | null) => Promise<Result<readonly ListedProcedure[], LineFault>>;
  /** One procedure as a record in the form files have; parts the line does not tell of are left out. */
  readonly told: (code: string) => Promise<Result<Readonly<Record<string, unknown>>, LineFault>>;
  /** Tells of a publication. The same message id again is the same message. */
  readonly send: (messageId: string, sending: Sending) => Promise<Result<null, LineFault>>;
};
