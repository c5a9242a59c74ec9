// SPDX-License-Identifier: EUPL-1.2
/** Whose vault it is: a person by identity number, an organisation by its code. */
export type VaultOwner = { readonly kind: 'person' | 'organisation'; readonly ref: string };

/** Where a paper of a vault came from. */
export type VaultOrigin = 'result' | 'certified-copy' | 'digitised' | 'own-upload';

/** A paper of a vault (giấy trong kho). Days and instants are ISO 8601 texts; `kind` is a code of the standard list; `validUntil` null: no end. */
export type VaultEntry = {
  readonly id: string; readonly code: string; readonly owner: VaultOwner; readonly kind: string; readonly name: string; readonly origin: VaultOrigin; readonly documentId: string;
  readonly dossier: { readonly id: string; readonly code: string } | null; readonly agency: string | null; /** Who issued it, in the words of the paper, when it is no agency of ours. */ readonly issuer?: string; readonly number: string | null;
  readonly issuedOn: string | null; readonly validUntil: string | null; readonly by: string; readonly at: string;
  /** Where a paper without a dossier came from: who entered it, and in words with what. */ readonly source?: { readonly agency: string; readonly words: string };
};

/** What happened to a paper of a vault. `dossierId`: the dossier whose ledger says it; `replacedBy`: the paper that counts now. */
export type VaultChange = {
  readonly entry: string; readonly type: 'replaced' | 'revoked' | 'disputed' | 'withdrawn'; readonly reason: string; readonly number: string | null;
  readonly replacedBy: string | null; readonly dossierId: string | null; readonly by: string; readonly at: string;
};

/** Who may see and use the vault of an organisation (người đại diện): entered by an officer who saw the paper. Days and instants are ISO 8601 texts; `endedAt` null: not ended. */
export type Representation = {
  readonly id: string; readonly organisation: string; readonly organisationName: string; readonly person: string; readonly personName: string; readonly capacity: 'legal-representative' | 'authorised'; readonly document: string;
  readonly from: string; readonly until: string | null; readonly by: string; readonly at: string; readonly endedAt: string | null; readonly endedBecause: string | null;
};

/** A paper with everything that happened to it, oldest first. */
export type KeptPaper = VaultEntry & { readonly changes: readonly VaultChange[] };
