// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, componentKind } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type Reader, openDocument, storeDocument } from '@motcua/documents';
import { officeDay, ok, refuse } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import { type KeptPaper, type VaultOwner, isHeldByState, papersOf, stateOn } from '@motcua/vault';
import type { DossierContext } from '../context.ts';
import type { DossierPaper, Party, ReuseChoice, ReuseOffer } from '../contract.ts';
import type { Dossier } from '../model.ts';
import type { Outcome } from './perform.ts';
import { papersAsked } from '../rules/papers-asked.ts';

/** The rule by which nobody is asked for what the state holds. */
export const onlyOnce = 'nd-224-2026/only-once';

/** Whose vault serves an applicant. */
export const ownerOf = ({ kind, personalId }: Pick<Party, 'kind' | 'personalId'>): VaultOwner => ({ kind, ref: personalId });

type Wanted = { readonly procedure: Procedure; readonly circumstance: string | null; readonly owner: VaultOwner; readonly at: Temporal.Instant };
type Match = { readonly paperNo: number; readonly paperName: string; readonly paper: KeptPaper };

/** What is offered first of several papers of a kind: what was issued digitally, then what was certified, then what was digitised. */
const trust: readonly KeptPaper['origin'][] = ['result', 'certified-copy', 'digitised'];

/** Each component the vault holds a paper of in force, with the newest of them. Only kinds a person confirmed count: a proposal takes «Đơn đề nghị gia hạn giấy phép» for the permit itself. */
async function matchesOf(db: Db, { procedure, circumstance, owner, at }: Wanted): Promise<readonly Match[]> {
  const day = officeDay(at).toString();
  const held = (await papersOf(db, owner)).filter((paper) => isHeldByState(paper) && stateOn(paper, day) === 'in-force').toSorted((one, other) => trust.indexOf(one.origin) - trust.indexOf(other.origin));
  if (held.length === 0) return [];
  const kindOf = await componentKind(db, procedure.code);
  return papersAsked(procedure, circumstance).flatMap(({ no, name }) => {
    const kind = kindOf(name);
    const paper = kind === null ? undefined : held.find((one) => one.kind === kind);
    return paper === undefined ? [] : [{ paperNo: no, paperName: name, paper }];
  });
}

/**
 * Nhà nước đã có giấy này: the components of a procedure the owner's vault holds in force today, with where each came from.
 *
 * @legal nd-224-2026/only-once
 */
export async function reuseOffers(db: Db, wanted: Wanted): Promise<readonly ReuseOffer[]> {
  const found = await matchesOf(db, wanted);
  const nameOf = await agencyNames(db, new Set(found.flatMap(({ paper }) => (paper.agency === null ? [] : [paper.agency]))));
  return found.map(({ paperNo, paperName, paper }) => ({
    paperNo, paperName, entry: paper.id, name: paper.name, code: paper.code, number: paper.number, issuedOn: paper.issuedOn, validUntil: paper.validUntil, agencyName: paper.agency === null ? paper.issuer ?? null : nameOf(paper.agency), origin: paper.origin,
  }));
}

/** A component filled from the vault: the files of it in the dossier, and where it came from. */
export type Reused = Pick<DossierPaper, 'documents'> & { readonly reused: NonNullable<DossierPaper['reused']> };

type Taking = Wanted & { readonly choices: readonly ReuseChoice[]; readonly dossier: string; readonly reader: Reader; readonly by: string };

const gone = (paperNo: number): Outcome<never> => refuse({ code: 'fields-to-mend', fields: [{ path: `reuse.${String(paperNo)}`, label: `Giấy số ${String(paperNo)}`, text: 'Giấy trong kho không còn hiệu lực, hoặc không đúng loại giấy cần nộp. Bỏ chọn giấy này rồi nộp giấy khác.' }] });

/**
 * Takes chosen papers from the vault into a dossier: the file is opened once with its purpose, logged for the owner, and kept under the dossier's own key.
 *
 * @error fields-to-mend - a paper is not in force any more, not this owner's, or not of the kind asked for
 */
export async function takenFromVault(ctx: DossierContext, tx: Db, { choices, dossier, reader, by, ...wanted }: Taking): Promise<Outcome<ReadonlyMap<number, Reused>>> {
  const taken = new Map<number, Reused>();
  if (choices.length === 0) return ok(taken);
  const [found, offers] = [await matchesOf(tx, wanted), await reuseOffers(tx, wanted)];
  for (const { paperNo, entry } of choices) {
    const match = found.find((one) => one.paperNo === paperNo && one.paper.id === entry);
    if (match === undefined) return gone(paperNo);
    const opened = await openDocument(tx, ctx.files, { id: match.paper.documentId, by: reader, purpose: 'reuse', at: wanted.at });
    if (!opened.ok) return opened.error.code !== 'document-unknown' ? refuse({ code: opened.error.code }) : gone(paperNo);
    const { bytes, name, mediaType } = opened.value;
    const kept = await storeDocument(tx, ctx.files, { ownerKind: 'dossier', ownerRef: dossier, bytes, name, mediaType, purpose: 'component', by, at: wanted.at });
    if (!kept.ok) return refuse({ code: kept.error.code });
    const { paper } = match;
    taken.set(paperNo, {
      documents: [{ id: kept.value.id, name: kept.value.name, size: kept.value.size, mediaType: kept.value.mediaType }],
      reused: { entry: paper.id, code: paper.code, kind: paper.kind, owner: paper.owner.ref, name: paper.name, number: paper.number, issuedOn: paper.issuedOn, agencyName: offers.find((offer) => offer.entry === entry)?.agencyName ?? null },
    });
  }
  return ok(taken);
}

/**
 * Whether a request asks for papers the vault of the applicant holds in force: then it needs a reason, which the ledger keeps with the codes of those papers.
 * A component filled from the vault already may be asked about: something is wrong with what the vault holds.
 *
 * @error held-in-vault - no reason is given
 * @legal nd-224-2026/only-once
 */
export async function heldThough(tx: Db, { dossier, items, heldReason, at }: { readonly dossier: Dossier; readonly items: readonly { readonly paperNo: number | null }[]; readonly heldReason?: string | null | undefined; readonly at: Temporal.Instant }): Promise<Outcome<{ readonly heldReason?: string; readonly held?: readonly string[] }>> {
  const asked = items.map(({ paperNo }) => paperNo);
  const names = dossier.papers.flatMap(({ no, name, reused }) => (asked.includes(no) && reused === undefined ? [{ no, name }] : []));
  if (names.length === 0) return ok({});
  const day = officeDay(at).toString();
  const kept = (await papersOf(tx, ownerOf(dossier.applicant))).filter((paper) => isHeldByState(paper) && stateOn(paper, day) === 'in-force');
  if (kept.length === 0) return ok({});
  const kindOf = await componentKind(tx, dossier.procedure.code);
  const papers = names.flatMap(({ no, name }) => {
    const kind = kindOf(name);
    const paper = kept.find((one) => one.kind === kind);
    return paper === undefined ? [] : [{ at: asked.indexOf(no), name, code: paper.code }];
  });
  if (papers.length === 0) return ok({});
  const reason = heldReason?.trim() ?? '';
  return reason === '' ? refuse({ code: 'held-in-vault', papers }) : ok({ heldReason: reason, held: papers.map(({ code }) => code) });
}
