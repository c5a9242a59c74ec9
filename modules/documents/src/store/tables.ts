// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Instant } from '@motcua/db-kit';

type Size = ColumnType<bigint, number, never>;

/** The tables of schema `documents`. */
export type DocumentTables = {
  'documents.file': { readonly sha256: string; readonly size: Size; readonly media_type: string; readonly stored: string | null; readonly pages: number | null; readonly scanned_at: Instant | null };
  'documents.quarantine': { readonly sha256: string; readonly state: 'waiting' | 'infected'; readonly finding: string; readonly since: Instant };
  'documents.opening': { readonly id: string; readonly document_id: string; readonly by_kind: string; readonly by_ref: string; readonly by_name: string; readonly agency: string | null; readonly purpose: string; readonly at: Instant; readonly shown_sha256: string | null };
  'documents.storage_key': { readonly generation: number; readonly sealed_key: Buffer; readonly from_at: Instant };
  'documents.owner_key': { readonly owner_kind: string; readonly owner_ref: string; readonly storage_generation: number; readonly sealed_key: Buffer };
  'documents.file_key': { readonly sha256: string; readonly owner_kind: string; readonly owner_ref: string; readonly sealed_key: Buffer };
  'documents.document': {
    readonly id: string; readonly sha256: string; readonly name: string; readonly owner_kind: string; readonly owner_ref: string;
    readonly purpose: string; readonly uploaded_by: string; readonly at: Instant;
  };
  'documents.stamp_end': { readonly sha256: string; readonly until: Instant | null; readonly newer: string | null };
  'documents.renewal': { readonly sha256: string; readonly version: number; readonly newer: string; readonly at: Instant };
  'documents.stamp_round': { readonly at: Instant; readonly renewed: number; readonly remaining: number; readonly hindrance: string | null };
  'documents.token_key': { readonly generation: number; readonly public_key: Buffer; readonly sealed_private_key: Buffer; readonly from_at: Instant };
  'documents.signing_identity': {
    readonly id: string; readonly owner_kind: 'officer' | 'agency' | 'authority'; readonly owner_ref: string; readonly name: string;
    readonly certificate: Buffer; readonly chain: Buffer[]; readonly sealed_private_key: Buffer; readonly valid_from: Instant; readonly valid_until: Instant;
  };
};
