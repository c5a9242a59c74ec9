// SPDX-License-Identifier: EUPL-1.2
import { type PublishedProcedure, paperKinds, procedureVersion } from '@motcua/catalogue';
import { storeDocument } from '@motcua/documents';
import { newId, officeDay, ok, refuse } from '@motcua/kernel';
import { type VaultChange, type VaultEntry, nextCode, validUntilOf } from '@motcua/vault';
import type { DossierContext } from '../context.ts';
import type { Party } from '../contract.ts';
import type { DigitisedPaper, Dossier } from '../model.ts';
import { certifiedCopyOn } from '../store/certified-copies.ts';
import { digitisedIntoVault } from './digitised-into-vault.ts';
import type { Outcome, Situation } from './perform.ts';

type Kind = { readonly code: string; readonly name: string; readonly validMonths: number | null };

/** The kind of paper a procedure gives: the one of the standard list that names it; else its own result, as the procedure calls it. */
async function kindOfResult({ tx, dossier }: Pick<Situation, 'tx' | 'dossier'>): Promise<Kind> {
  const { code, version, name } = dossier.procedure;
  const listed = (await paperKinds(tx)).find((kind) => kind.procedure === code && !kind.retired);
  if (listed !== undefined) return listed;
  const published: PublishedProcedure | undefined = await procedureVersion(tx, code, version);
  const [result] = published?.procedure.results ?? [];
  return { code: result?.code ?? `KQ.${code}`, name: (result?.name ?? name).replace(/^[-+•\s]+|[\s.;]+$/gu, ''), validMonths: null };
}

type Held = Pick<VaultEntry, 'kind' | 'name' | 'origin' | 'number' | 'agency' | 'issuedOn' | 'validUntil' | 'issuer'>;

/** The last day of two, null being none. */
const earlier = (one: string | null, other: string | null): string | null => (one === null || (other !== null && other < one) ? other : one);

/** A copy of the one paper that was digitised for it: its kind, number, issuer and day. */
function copyOf({ kind, kindName, about }: DigitisedPaper, own: Held): Held {
  const { number, issuer, issuedOn, validUntil } = about ?? { number: null, issuer: null, issuedOn: null, validUntil: null };
  return { ...own, kind, name: kindName, number: number ?? own.number, agency: null, ...(issuer === null ? {} : { issuer }), issuedOn: issuedOn ?? own.issuedOn, validUntil: earlier(validUntil, own.validUntil) };
}

/** What a result is in a vault: itself, or where a dated row says so a certified copy (bản sao chứng thực). */
async function heldAs({ tx, dossier }: Pick<Situation, 'tx' | 'dossier'>, { kind, number, agency, day }: { readonly kind: Kind; readonly number: string; readonly agency: string; readonly day: string }): Promise<Held> {
  const own: Held = { kind: kind.code, name: kind.name, origin: 'result', number, agency, issuedOn: day, validUntil: validUntilOf(day, kind.validMonths) };
  const copy = await certifiedCopyOn(tx, dossier.procedure.code, day);
  if (copy === null) return own;
  const [copied, ...others] = dossier.digitised;
  const certified: Held = { ...own, origin: 'certified-copy', validUntil: validUntilOf(day, copy.validMonths) };
  return copied === undefined || others.length > 0 ? certified : copyOf(copied, certified);
}

const everyApplicant = ({ applicant, coApplicants = [] }: Dossier): readonly Party[] =>
  [...new Map([applicant, ...coApplicants.map(({ party }) => party)].map((party) => [party.personalId, party])).values()];

/** The papers of a vault a dossier was solved on that its result takes the place of: of the same owner and kind. */
const replacedBy = ({ papers }: Dossier, entry: VaultEntry): readonly string[] =>
  papers.flatMap(({ reused }) => (reused?.kind === entry.kind && reused.owner === entry.owner.ref ? [reused.entry] : []));

/**
 * An issued result goes into the vault of every applicant, in the transaction of its issue, under the key of its owner; a paper of that kind
 * the dossier was solved on counts no more. The papers digitised for it go with it, into the vault of the applicant.
 *
 * @error storage-full, storage-unreachable - nothing was issued
 * @legal tt-01-2023-vpcp/vault
 */
export async function intoVaults(ctx: DossierContext, situation: Pick<Situation, 'tx' | 'at' | 'by' | 'dossier'>, { pdf, number, agency }: { readonly pdf: Uint8Array; readonly number: string; readonly agency: string }): Promise<Outcome<NonNullable<Dossier['vault']>>> {
  const { tx, at, by, dossier } = situation;
  const kind = await kindOfResult(situation);
  const held = await heldAs(situation, { kind, number, agency, day: officeDay(at).toString() });
  const [entries, changes]: [VaultEntry[], VaultChange[]] = [[], []];
  for (const party of everyApplicant(dossier)) {
    const owner = { kind: party.kind, ref: party.personalId };
    const kept = await storeDocument(tx, ctx.files, { ownerKind: owner.kind, ownerRef: owner.ref, bytes: pdf, name: `${number.replace(/[/\\]/gu, '-')}.pdf`, mediaType: 'application/pdf', purpose: 'vault', by: by.name, at });
    if (!kept.ok) return refuse({ code: kept.error.code });
    const entry: VaultEntry = {
      id: newId(at), code: await nextCode(tx, owner, held.kind, entries), owner, ...held, documentId: kept.value.id, dossier: { id: dossier.id, code: dossier.code },
      by: by.name, at: at.toString(),
    };
    entries.push(entry);
    changes.push(...replacedBy(dossier, entry).map((old): VaultChange => ({ entry: old, type: 'replaced', reason: `Kết quả mới số ${number}`, number: null, replacedBy: entry.id, dossierId: dossier.id, by: by.name, at: at.toString() })));
  }
  const digitised = await digitisedIntoVault(ctx, situation, entries);
  if (!digitised.ok) return digitised;
  for (const old of digitised.value.entries) {
    const result = entries.find((entry) => entry.kind === old.kind && entry.owner.ref === old.owner.ref);
    if (result !== undefined) changes.push({ entry: old.id, type: 'replaced', reason: `Kết quả mới số ${number}`, number: null, replacedBy: result.id, dossierId: dossier.id, by: by.name, at: at.toString() });
  }
  return ok({ entries: [...entries, ...digitised.value.entries], changes });
}
