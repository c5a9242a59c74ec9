// SPDX-License-Identifier: EUPL-1.2
import { readDocument, storeDocument } from '@motcua/documents';
import { newId, ok, refuse } from '@motcua/kernel';
import { type VaultChange, type VaultEntry, nextCode } from '@motcua/vault';
import type { DossierContext } from '../context.ts';
import type { DigitisedPaper, Dossier } from '../model.ts';
import type { Outcome, Situation } from './perform.ts';

type Place = Pick<Situation, 'tx' | 'at' | 'dossier'>;
type Paper = Omit<DigitisedPaper, 'at' | 'by'>;
type Into = NonNullable<Dossier['vault']>;

/** Which entry of this dossier a paper became before; undefined when it was not in the vault yet. */
const before = ({ vault }: Dossier, { kind }: Paper): VaultEntry | undefined => vault?.entries.findLast((entry) => entry.origin === 'digitised' && entry.kind === kind);

async function entryOf(ctx: DossierContext, { tx, at, dossier }: Place, { paper, by, entering }: { readonly paper: Paper; readonly by: string; readonly entering: readonly VaultEntry[] }): Promise<Outcome<VaultEntry | null>> {
  const [file] = paper.files;
  const scan = file === undefined ? undefined : await readDocument(tx, ctx.files, file.id);
  if (file === undefined || scan === undefined) return ok(null);
  const owner = { kind: dossier.applicant.kind, ref: dossier.applicant.personalId };
  const kept = await storeDocument(tx, ctx.files, { ownerKind: owner.kind, ownerRef: owner.ref, bytes: scan.bytes, name: file.name, mediaType: file.mediaType, purpose: 'vault', by, at });
  if (!kept.ok) return refuse({ code: kept.error.code });
  const { number = null, issuer = null, issuedOn = null, validUntil = null } = paper.about ?? {};
  return ok({
    id: newId(at), code: await nextCode(tx, owner, paper.kind, entering), owner, kind: paper.kind, name: paper.kindName, origin: 'digitised', documentId: kept.value.id, dossier: { id: dossier.id, code: dossier.code },
    agency: null, ...(issuer === null ? {} : { issuer }), number, issuedOn, validUntil, by, at: at.toString(),
  });
}

/**
 * Giấy đã số hóa vào kho: once the dossier was solved with success its digitised papers count like paper, so they enter the vault of the applicant with the event that says so.
 *
 * @param results - what enters with them
 * @error storage-full, storage-unreachable - nothing was issued
 * @legal tt-01-2023-vpcp/vault
 */
export async function digitisedIntoVault(ctx: DossierContext, place: Place, results: readonly VaultEntry[]): Promise<Outcome<Into>> {
  const { dossier } = place;
  const entries: VaultEntry[] = [];
  for (const paper of dossier.digitised) {
    const entry = await entryOf(ctx, place, { paper, by: paper.by.name, entering: [...results, ...entries] });
    if (!entry.ok) return entry;
    if (entry.value !== null) entries.push(entry.value);
  }
  return ok({ entries, changes: [] });
}

/**
 * A paper digitised when the dossier had its result already enters at once; an earlier scan of it counts no more. Nothing before the result.
 *
 * @error storage-full, storage-unreachable
 */
export async function digitisedLater(ctx: DossierContext, place: Place & Pick<Situation, 'by'>, paper: Paper): Promise<Outcome<{ readonly vault?: Into }>> {
  const { dossier, at, by } = place;
  if (dossier.decidedAt === null) return ok({});
  const entry = await entryOf(ctx, place, { paper, by: by.name, entering: [] });
  if (!entry.ok) return entry;
  if (entry.value === null) return ok({});
  const old = dossier.digitised.some(({ no, kind }) => no === paper.no && kind === paper.kind) ? before(dossier, paper) : undefined;
  const changes: VaultChange[] = old === undefined ? [] : [{ entry: old.id, type: 'replaced', reason: 'Đã số hóa lại', number: null, replacedBy: entry.value.id, dossierId: dossier.id, by: by.name, at: at.toString() }];
  return ok({ vault: { entries: [entry.value], changes } });
}
