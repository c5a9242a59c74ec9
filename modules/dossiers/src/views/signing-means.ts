// SPDX-License-Identifier: EUPL-1.2
import { type SigningMeans, type SigningOwner, certificateFacts, signingIdentityOf, signingMeansOf } from '@motcua/documents';
import { type Officer, officeDay } from '@motcua/kernel';
import { agencyNames, officersWith } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { OwnSigningMeans, SigningMeansView } from '../contract/signing.ts';
import { isUsable } from '../papers/sign.ts';
import { agencyKeysKept, holdersOf } from '../permissions.ts';
import { lastMeansOf } from '../store/signings.ts';

type Names = { readonly officer: string; readonly agency: string | null };

function viewOf(ctx: DossierContext, means: SigningMeans, { officer: officerName, agency: agencyName }: Names): SigningMeansView {
  const { officer: _officer, ...shown } = means;
  return { ...shown, officerName, agencyName, usable: isUsable(ctx, means) };
}

/** The key this installation keeps, by its certificate; null when there is none. */
async function kept(ctx: DossierContext, owner: SigningOwner): Promise<OwnSigningMeans['here']> {
  const identity = await signingIdentityOf(ctx.db, ctx.secret, { ...owner, at: ctx.clock.now() });
  return identity === undefined ? null : { certificateName: identity.name, validUntil: certificateFacts(identity.certificate).validUntil.toString() };
}

/** Khóa ký của tôi: the key kept here and those elsewhere, those of the agencies whose seal the officer puts on, the one used last. */
export async function ownSigningMeans(ctx: DossierContext, officer: Officer): Promise<OwnSigningMeans> {
  const codes = agencyKeysKept(officer);
  const nameOf = await agencyNames(ctx.db, codes);
  const means = (await signingMeansOf(ctx.db, { officers: [officer.id], agencies: codes })).map((one) => viewOf(ctx, one, { officer: officer.name, agency: one.agency === null ? null : nameOf(one.agency) }));
  const last = await lastMeansOf(ctx.db, officer.id);
  const agencies: OwnSigningMeans['agencies'] = [];
  for (const code of codes) agencies.push({ code, name: nameOf(code), here: await kept(ctx, { kind: 'agency', ref: code }) });
  return { here: await kept(ctx, { kind: 'officer', ref: officer.id }), agencies, means, kinds: [...ctx.keysElsewhere?.kinds ?? []], last: means.some(({ id, usable }) => usable && id === last) ? last : null };
}

/** The keys of those who sign at an agency and of its seal, for its administrator; null when it is not his. */
export async function signingMeansAt(ctx: DossierContext, asked: { readonly by: Officer; readonly agency: string }): Promise<readonly SigningMeansView[] | null> {
  const isHis = asked.by.postings.some(({ role, agency }) => role === 'province-administrator' || (role === 'agency-administrator' && agency === asked.agency));
  if (!isHis) return null;
  const day = officeDay(ctx.clock.now()).toString();
  const names = new Map<string, string>();
  for (const role of holdersOf('complete-step').roles) for (const { id, name } of await officersWith(ctx.db, { agency: asked.agency, role, day })) names.set(id, name);
  const agency = (await agencyNames(ctx.db, [asked.agency]))(asked.agency);
  return (await signingMeansOf(ctx.db, { officers: [...names.keys()], agencies: [asked.agency] })).map((one) => viewOf(ctx, one, { officer: names.get(one.officer) ?? '', agency: one.agency === null ? null : agency }));
}
