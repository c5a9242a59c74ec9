// SPDX-License-Identifier: EUPL-1.2
import { componentKindOrSure, procedureOn } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type Citizen, officeDay } from '@motcua/kernel';
import { type VaultOwner, isHeldByState, papersOf, stateOn } from '@motcua/vault';
import { vaultFor } from '../commands/vault-for.ts';
import { type Fitting, fittingOf } from '../rules/fitting-papers.ts';
import { papersAsked } from '../rules/papers-asked.ts';
import type { DossierContext } from '../context.ts';
import type { Draft, OwnUploads } from '../contract.ts';

/** Whose vault serves a draft: the citizen's own, or that of the organisation he files for and represents; null: nobody's. @param day - ISO 8601 */
export async function vaultOfDraft(db: Db, { who, draft: { content }, day }: { readonly who: Citizen; readonly draft: Draft; readonly day: string }): Promise<VaultOwner | null> {
  if (!content.forOther) return { kind: 'person', ref: who.personalId };
  const { kind, personalId } = content.applicant ?? {};
  return kind !== 'organisation' || personalId === undefined ? null : vaultFor(db, { who, applicant: { kind, personalId }, day });
}

const listed = ({ fits, named, open }: Fitting) => ({ fits: [...fits], named: [...named], open: [...open] });

/** Giấy tự tải lên dùng được cho bản soạn: in force by what their owner says, newest first, each with the components it is offered for: of its kind first, then called so. */
export async function ownUploadsFor(ctx: DossierContext, { who, draft }: { readonly who: Citizen; readonly draft: Draft }): Promise<OwnUploads> {
  const day = officeDay(ctx.clock.now()).toString();
  const owner = await vaultOfDraft(ctx.db, { who, draft, day });
  const own = owner === null ? [] : (await papersOf(ctx.db, owner)).filter((paper) => !isHeldByState(paper) && stateOn(paper, day) === 'in-force');
  if (own.length === 0) return { papers: [] };
  const published = await procedureOn(ctx.db, draft.procedure, day);
  const kindOf = await componentKindOrSure(ctx.db, draft.procedure);
  const asked = published === undefined ? [] : papersAsked(published.procedure, draft.content.circumstance);
  return { papers: own.map(({ id, kind, name, number, issuedOn, validUntil, at }) => ({ entry: id, name, number, issuedOn, validUntil, uploadedAt: at, ...listed(fittingOf({ kind, name }, asked, kindOf)) })) };
}
