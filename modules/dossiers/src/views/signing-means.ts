// SPDX-License-Identifier: EUPL-1.2
import { type SigningMeans, certificateFacts, signingIdentityOf, signingMeansOf } from '@motcua/documents';
import { type Officer, officeDay } from '@motcua/kernel';
import { officersWith } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { OwnSigningMeans, SigningMeansView } from '../contract/signing.ts';
import { holdersOf } from '../permissions.ts';
import { lastMeansOf } from '../store/signings.ts';

const viewOf = ({ keysElsewhere, clock }: DossierContext, { officer: _officer, ...means }: SigningMeans, officerName: string): SigningMeansView => {
  const now = clock.now();
  const inDate = Temporal.Instant.compare(now, Temporal.Instant.from(means.validFrom)) >= 0 && Temporal.Instant.compare(now, Temporal.Instant.from(means.validUntil)) < 0;
  return { ...means, officerName, usable: means.endedAt === null && inDate && keysElsewhere?.kinds.includes(means.kind) === true };
};

/** Khóa ký của tôi: the key kept here and those elsewhere, the one used last. */
export async function ownSigningMeans(ctx: DossierContext, officer: Officer): Promise<OwnSigningMeans> {
  const here = await signingIdentityOf(ctx.db, ctx.secret, { kind: 'officer', ref: officer.id, at: ctx.clock.now() });
  const means = (await signingMeansOf(ctx.db, [officer.id])).map((one) => viewOf(ctx, one, officer.name));
  const last = await lastMeansOf(ctx.db, officer.id);
  return {
    here: here === undefined ? null : { certificateName: here.name, validUntil: certificateFacts(here.certificate).validUntil.toString() },
    means, kinds: [...ctx.keysElsewhere?.kinds ?? []], last: means.some(({ id, usable }) => usable && id === last) ? last : null,
  };
}

/** The keys of those who sign at an agency, for its administrator; null when it is not his. */
export async function signingMeansAt(ctx: DossierContext, asked: { readonly by: Officer; readonly agency: string }): Promise<readonly SigningMeansView[] | null> {
  const isHis = asked.by.postings.some(({ role, agency }) => role === 'province-administrator' || (role === 'agency-administrator' && agency === asked.agency));
  if (!isHis) return null;
  const day = officeDay(ctx.clock.now()).toString();
  const names = new Map<string, string>();
  for (const role of holdersOf('approve').roles) for (const { id, name } of await officersWith(ctx.db, { agency: asked.agency, role, day })) names.set(id, name);
  return (await signingMeansOf(ctx.db, [...names.keys()])).map((one) => viewOf(ctx, one, names.get(one.officer) ?? ''));
}
