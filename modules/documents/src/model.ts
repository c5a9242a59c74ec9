// SPDX-License-Identifier: EUPL-1.2
import type { Limits } from './inspection/model.ts';

/**
 * Whose file it is, said by the module that uses documents: a dossier's code, a draft's id, a procedure's version.
 * The names are the columns' names; documents does not know what stands behind them.
 */
export type DocumentOwner = { readonly ownerKind: string; readonly ownerRef: string };

/** What is known of a stored document (tài liệu), without its bytes. */
export type DocumentMeta = DocumentOwner & {
  readonly id: string;
  /** Lower-case hexadecimal SHA-256 of the bytes: the file's address, and the proof that it did not change. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** The name to show and to download under, cleaned. */
  readonly name: string;
  /** Such as 'component', 'receipt', 'control-slip', 'result'. */
  readonly purpose: string;
  readonly uploadedBy: string;
  readonly at: Temporal.Instant;
};

/** A document with its bytes. */
export type StoredDocument = DocumentMeta & { readonly bytes: Uint8Array };

/** A file as it came in: nothing of it is trusted. */
export type Upload = DocumentOwner & {
  /** The whole file, or its parts as they arrive from the network. */
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  readonly name: string;
  /** The media type the sender claimed; never believed, kept for the refusal's words only. */
  readonly declaredType: string;
  readonly purpose: string;
  readonly by: string;
  readonly at: Temporal.Instant;
  /** Another rule than the one in force at `at`, for procedures that allow larger drawings. */
  readonly rule?: UploadRule;
};

/** A paper of our own making, stored as it is. */
export type OwnPaper = DocumentOwner & {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
  readonly purpose: string;
  readonly by: string;
  readonly at: Temporal.Instant;
};

/** What may be uploaded: bytes at most, media types by content, and what a content of each kind may be at most. */
export type UploadRule = { readonly maxBytes: number; readonly mediaTypes: readonly string[]; readonly limits: Limits };

/** Why a file was not taken in. `text` says it to the person, in Vietnamese, with what to do. */
export type UploadRefusal = {
  readonly code: 'upload-empty' | 'upload-too-large' | 'upload-type-refused' | 'upload-type-mismatch' | 'upload-unreadable' | 'upload-locked' | 'upload-damaged' | 'upload-active' | 'upload-too-many-pages' | 'upload-image-too-large' | 'upload-bomb'
    | 'upload-infected' | 'storage-full' | 'storage-unreachable';
  readonly text: string;
};

/** The disk (or its quota) is full, or the store of files does not answer: nothing was kept. */
export type StorageFault = { readonly code: 'storage-full' | 'storage-unreachable'; readonly text: string };
