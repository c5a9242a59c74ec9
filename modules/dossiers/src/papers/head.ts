// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { issueToken, verificationUrl } from '@motcua/documents';
import { type Agency, findAgency, findOneStopShop, placeOn } from '@motcua/organisation';
import type { PaperHead, PaperPerson } from '@motcua/statutory-forms';
import type { DossierContext } from '../context.ts';
import type { Party } from '../contract.ts';
import type { Dossier } from '../model.ts';

/** A party as papers print it. */
export function personOf(party: Party): PaperPerson {
  return { name: party.name, identifier: party.personalId, address: party.address.text, phone: party.phone ?? '', email: party.email ?? '' };
}

/** Everybody whose dossier it is as papers print it: all names, the first one's number and address. */
export function applicantsOf({ applicant, coApplicants = [] }: Pick<Dossier, 'applicant' | 'coApplicants'>): PaperPerson {
  const all = [applicant, ...coApplicants.map(({ party }) => party)];
  return { ...personOf(applicant), name: all.map(({ name }) => name).join(', '), identifier: all.map(({ personalId }) => personalId).join(', ') };
}

/** The name of the place an agency sits in, without «Xã», «Tỉnh»: what stands before the date on a paper. */
export async function placeNameOf(db: Db, agency: Agency | undefined, day: string): Promise<string> {
  if (agency === undefined) return '';
  if (agency.placeCode !== null) {
    const place = await placeOn(db, agency.placeCode, day);
    if (place !== undefined) return place.fullName.replace(/^(Xã|Phường|Đặc khu|Tỉnh|Thành phố)\s+/u, '');
  }
  return agency.shortName ?? agency.name;
}

/** Address behind the QR code of a paper: a signed token with the least that proves it. */
export function verifyUrlOf(ctx: DossierContext, paper: { readonly kind: string; readonly code: string; readonly issuedAt: string; readonly facts: Readonly<Record<string, string>> }): string {
  const claims = { k: paper.kind, c: paper.code, d: paper.facts, iat: Math.floor(Temporal.Instant.from(paper.issuedAt).epochMilliseconds / 1000) };
  return verificationUrl(ctx.publicOrigin, issueToken(ctx.tokenKey, claims));
}

/** Head and foot of a paper of an agency that solves, or signs in its stead. */
export async function agencyHeadOf(ctx: DossierContext, db: Db, code: string, paper: { readonly kind: string; readonly number: string; readonly issuedAt: string; readonly dossierCode: string }): Promise<PaperHead> {
  const agency = await findAgency(db, code);
  const parent = agency?.parentCode == null ? undefined : await findAgency(db, agency.parentCode);
  const [office, { kind, number, issuedAt, dossierCode }] = [agency?.name ?? code, paper];
  return {
    superior: parent?.name ?? null, office, number, place: await placeNameOf(db, agency, issuedAt.slice(0, 10)), issuedAt, dossierCode, demonstration: ctx.demonstration,
    verifyUrl: verifyUrlOf(ctx, { kind, code: dossierCode, issuedAt, facts: { a: office, n: number } }),
  };
}

/** Head and foot of a paper of the one-stop shop that received the dossier. */
export async function headOf(ctx: DossierContext, db: Db, dossier: Dossier, paper: { readonly kind: string; readonly number: string; readonly issuedAt: string }): Promise<PaperHead> {
  const agency = await findAgency(db, dossier.agencies.receiving);
  const parent = agency?.parentCode == null ? undefined : await findAgency(db, agency.parentCode);
  const shop = await findOneStopShop(db, dossier.agencies.receiving);
  const office = shop?.name ?? agency?.name ?? dossier.agencies.receiving;
  return {
    superior: (agency?.kind === 'commune' ? agency.name : parent?.name) ?? null, office, number: paper.number,
    place: await placeNameOf(db, agency, paper.issuedAt.slice(0, 10)), issuedAt: paper.issuedAt, dossierCode: dossier.code,
    verifyUrl: verifyUrlOf(ctx, { kind: paper.kind, code: dossier.code, issuedAt: paper.issuedAt, facts: { a: office, n: paper.number } }), demonstration: ctx.demonstration,
  };
}
