// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { procedureOn } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type Citizen, type Officer, newId, officeDay, ok, refuse } from '@motcua/kernel';
import { sourceTitle } from '@motcua/legal';
import { type VaultOwner, findConsent, keepConsent } from '@motcua/vault';
import type { DossierContext } from '../context.ts';
import type { CounterIntake, Party, ReuseChoice, ReuseConsent, VaultLook, VaultLooked } from '../contract.ts';
import { grants } from '../permissions.ts';
import type { Outcome } from './perform.ts';
import { onlyOnce, ownerOf, reuseOffers, takenFromVault } from './reuse.ts';
import type { Filing } from './submit.ts';
import { vaultFor } from './vault-for.ts';

const intakeRoles = grants.intake.flatMap((grant) => ('roles' in grant ? grant.roles : []));

/**
 * Xem kho tại quầy: with the person there, who showed a paper of identity and agrees; the consent is kept first, then what the procedure asks for and the vault holds is shown, and nothing else.
 *
 * @error not-permitted - the officer has no counter there; procedure-unknown
 * @legal tt-01-2023-vpcp/vault
 */
export async function lookIntoVault(ctx: DossierContext, { officer, body }: { readonly officer: Officer; readonly body: z.infer<typeof VaultLook> }): Promise<Outcome<VaultLooked>> {
  if (!officer.postings.some(({ role, agency }) => intakeRoles.includes(role) && agency === body.agency)) return refuse({ code: 'not-permitted', act: 'accept' });
  const at = ctx.clock.now();
  const published = await procedureOn(ctx.db, body.procedure, officeDay(at).toString());
  if (published === undefined) return refuse({ code: 'procedure-unknown', procedure: body.procedure });
  const owner: VaultOwner = { kind: body.kind, ref: body.personalId };
  const id = newId(at);
  await keepConsent(ctx.db, { id, owner, officer: { id: officer.id, name: officer.name }, agency: body.agency, procedure: body.procedure, identityPaper: body.identityPaper, at });
  return ok({ consent: id, offers: [...await reuseOffers(ctx.db, { procedure: published.procedure, circumstance: body.circumstance, owner, at })], answered: [], rule: sourceTitle(onlyOnce) });
}

/**
 * The consent an intake relies on, as the ledger keeps it: of this owner, to this officer, for this procedure, on this day.
 *
 * @error fields-to-mend - there is none
 */
async function consentFor(tx: Db, asked: { readonly consent: string; readonly owner: VaultOwner; readonly officer: Officer; readonly procedure: string; readonly procedureName: string; readonly at: Temporal.Instant }): Promise<Outcome<ReuseConsent>> {
  const found = await findConsent(tx, asked.consent);
  const isOurs = found?.owner.ref === asked.owner.ref && found.owner.kind === asked.owner.kind && found.officer.id === asked.officer.id && found.procedure === asked.procedure && officeDay(found.at).equals(officeDay(asked.at));
  if (found === undefined || !isOurs) return refuse({ code: 'fields-to-mend', fields: [{ path: 'reuse.consent', label: 'Đồng ý của chủ giấy', text: 'Chưa có đồng ý của chính người này cho thủ tục này hôm nay. Hỏi lại người nộp, rồi bấm «Xem kho».' }] });
  return ok({ way: 'counter', at: found.at.toString(), by: found.officer.name, identityPaper: found.identityPaper, purpose: asked.procedureName });
}

/**
 * What an intake takes from the vault of its applicant, under the consent he gave at this counter; nothing when it takes nothing.
 *
 * @error fields-to-mend - no such consent, or a paper that does not stand for its component
 */
export async function counterReuse(ctx: DossierContext, { tx, at, id, officer }: { readonly tx: Db; readonly at: Temporal.Instant; readonly id: string; readonly officer: Officer }, body: Pick<CounterIntake, 'reuse' | 'applicant' | 'procedure' | 'circumstance' | 'receivingAgency'>): Promise<Outcome<Pick<Filing, 'reuse'>>> {
  if (body.reuse == null || body.reuse.papers.length === 0) return ok({});
  const published = await procedureOn(tx, body.procedure, officeDay(at).toString());
  if (published === undefined) return refuse({ code: 'procedure-unknown', procedure: body.procedure });
  const owner = ownerOf(body.applicant);
  const consent = await consentFor(tx, { consent: body.reuse.consent, owner, officer, procedure: body.procedure, procedureName: published.procedure.name, at });
  if (!consent.ok) return consent;
  const reader = { kind: 'officer', ref: officer.id, name: officer.name, agency: body.receivingAgency } as const;
  const papers = await takenFromVault(ctx, tx, { procedure: published.procedure, circumstance: body.circumstance, owner, at, choices: body.reuse.papers, dossier: id, reader, by: officer.name });
  return papers.ok ? ok({ reuse: { consent: consent.value, papers: papers.value } }) : papers;
}

/**
 * What a citizen takes from his own vault into his own filing, or from that of an organisation he represents into its filing; choosing a paper was his consent. For somebody else nothing is taken.
 *
 * @error fields-to-mend - a paper that does not stand for its component any more
 */
export async function ownReuse(ctx: DossierContext, { tx, at, id, citizen }: { readonly tx: Db; readonly at: Temporal.Instant; readonly id: string; readonly citizen: Citizen }, { procedure, circumstance, applicant, choices }: { readonly procedure: string; readonly circumstance: string | null; readonly applicant: Party; readonly choices?: readonly ReuseChoice[] | undefined }): Promise<Outcome<Pick<Filing, 'reuse'>>> {
  if (choices === undefined || choices.length === 0) return ok({});
  const owner = await vaultFor(tx, { who: citizen, applicant, day: officeDay(at).toString() });
  if (owner === null) return refuse({ code: 'fields-to-mend', fields: [{ path: 'reuse', label: 'Giấy trong kho', text: 'Giấy trong kho của ông/bà chỉ dùng cho hồ sơ của chính ông/bà. Bỏ chọn giấy trong kho rồi nộp giấy của chủ hồ sơ.' }] });
  const published = await procedureOn(tx, procedure, officeDay(at).toString());
  if (published === undefined) return refuse({ code: 'procedure-unknown', procedure });
  const reader = { kind: 'citizen', ref: citizen.id, name: citizen.name, agency: null } as const;
  const papers = await takenFromVault(ctx, tx, { procedure: published.procedure, circumstance, owner, at, choices, dossier: id, reader, by: citizen.name });
  if (!papers.ok) return papers;
  return ok({ reuse: { consent: { way: 'signed-in', at: at.toString(), by: citizen.name, identityPaper: null, purpose: published.procedure.name }, papers: papers.value } });
}
