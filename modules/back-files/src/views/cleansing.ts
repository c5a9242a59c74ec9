// SPDX-License-Identifier: EUPL-1.2
import { namesUnder, type OwnerName, ownersOfOddNumbers, ownersOfSeveralNames } from '@motcua/dossiers';
import { inSeveralVaults, withOddDays } from '@motcua/vault';
import { officeDayText, type Officer } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { Cleansing } from '../contract.ts';
import type { BackFileContext } from '../model.ts';
import { backFileDesks, cleansingReach } from '../permissions.ts';
import { contradictions, evidenceOf, type Finding, oddities, type Sighting } from '../rules/cleansing.ts';
import { decisionsOn, latestDecisions, lineOwners, linesOfSeveralNames, linesOfSeveralOwners, sightingOf } from '../store/cleansing.ts';

type Agencies = readonly string[] | null;

const fromDossiers = (seen: readonly OwnerName[]): readonly Sighting[] => seen.flatMap(({ owner, name, codes, agencies }) => codes.map((code, at) => ({
  subject: owner, value: name, ownerName: name, agency: agencies[at] ?? agencies[0] ?? null, place: { what: 'dossier' as const, text: code, href: `/lam-viec/ho-so/${code}` },
})));

/** One number under several names: among dossiers, among lines, and between both. */
async function nameFindings({ db }: BackFileContext, agencies: Agencies): Promise<readonly Finding[]> {
  const [dossiers, lines, owners] = [await ownersOfSeveralNames(db, agencies), await linesOfSeveralNames(db, agencies), await lineOwners(db, agencies)];
  const beside = await namesUnder(db, [...new Set(owners.map(({ owner }) => owner))], agencies);
  const met = new Set(beside.map(({ owner }) => owner));
  const seen = [...fromDossiers(dossiers), ...fromDossiers(beside), ...[...lines, ...owners.filter(({ owner }) => met.has(owner))].map((line) => sightingOf(line, { subject: line.owner, value: line.name }))];
  return contradictions('names', seen, (subject) => `Số ${subject} đứng dưới nhiều tên`);
}

const dayOf = (day: string | null): string => (day === null ? 'không có ngày' : officeDayText(Temporal.PlainDate.from(day)));

/** One kind and number in several vaults, or with several owners in lists. */
async function paperFindings({ db }: BackFileContext, agencies: Agencies): Promise<readonly Finding[]> {
  const [vaults, lines] = [await inSeveralVaults(db, agencies), await linesOfSeveralOwners(db, agencies)];
  const keyOf = (kind: string, number: string | null): string => `${kind} ${(number ?? '').toLowerCase().replace(/\s+/gu, '')}`;
  const kept = vaults.map((paper): Sighting & { readonly name: string } => ({ name: `${paper.name} ${paper.number ?? ''}`, subject: keyOf(paper.kind, paper.number), value: paper.owner, ownerName: '', agency: paper.agency, place: { what: 'vault', text: paper.code, href: paper.dossier === null ? null : `/lam-viec/ho-so/${paper.dossier}` } }));
  const listed = lines.map((line) => ({ ...sightingOf(line, { subject: line.paper, value: line.owner }), name: `${line.kindName} ${line.said ?? ''}` }));
  const titles = new Map([...kept, ...listed].map(({ subject, name }) => [subject, name]));
  return contradictions('two-vaults', [...kept, ...listed], (subject) => `${titles.get(subject) ?? subject} đứng dưới nhiều chủ giấy`);
}

async function dayFindings({ db }: BackFileContext, agencies: Agencies): Promise<readonly Finding[]> {
  const papers = await withOddDays(db, agencies);
  return oddities('days', papers.map((paper) => ({ subject: paper.code, value: `cấp ${dayOf(paper.issuedOn)}${paper.validUntil === null ? '' : `, đến ${dayOf(paper.validUntil)}`}`, ownerName: '', agency: paper.agency, place: { what: 'vault', text: paper.code, href: paper.dossier === null ? null : `/lam-viec/ho-so/${paper.dossier}` } })),
    (subject) => `Giấy mã ${subject} có ngày không thể đúng hoặc thiếu ngày`);
}

const numberFindings = async ({ db }: BackFileContext, agencies: Agencies): Promise<readonly Finding[]> => oddities('number', fromDossiers(await ownersOfOddNumbers(db, agencies)), (subject) => `«${subject}» không thể là số định danh hay mã số doanh nghiệp`);

/** Everything that contradicts itself within reach. */
export async function findingsIn(ctx: BackFileContext, agencies: Agencies): Promise<readonly Finding[]> {
  const found = [await nameFindings(ctx, agencies), await paperFindings(ctx, agencies), await dayFindings(ctx, agencies), await numberFindings(ctx, agencies)];
  return found.flat();
}

const mostShown = 100;

/** Danh sách làm sạch: what is open, what was decided, and how much there is at each agency. */
export async function cleansingList(ctx: BackFileContext, officer: Officer): Promise<Cleansing> {
  const reach = cleansingReach(officer, 'cleansing.read');
  const found = await findingsIn(ctx, reach);
  const decided = new Map((await decisionsOn(ctx.db, found.map(({ subject }) => subject))).map((one) => [`${one.kind} ${one.subject}`, one]));
  const open = found.filter((finding) => decided.get(`${finding.kind} ${finding.subject}`)?.evidence !== evidenceOf(finding));
  const log = await latestDecisions(ctx.db, reach);
  const agencies = [...new Set(open.flatMap((finding) => finding.agencies))];
  const nameOf = await agencyNames(ctx.db, agencies);
  const mine = cleansingReach(officer, 'cleansing.decide');
  // Who digitises nothing may not open a line.
  const opensLines = backFileDesks(officer).length > 0;
  const mayDecide = ({ agencies: of }: Finding): boolean => mine === null || of.some((agency) => mine.includes(agency));
  return {
    findings: open.slice(0, mostShown).map((finding) => ({ ...finding, values: finding.values.map((value) => ({ ...value, places: value.places.map((place) => (place.what === 'line' && !opensLines ? { ...place, href: null } : place)) })), agencies: finding.agencies.map(nameOf), mayDecide: mayDecide(finding) })),
    total: open.length, byAgency: agencies.map((code) => ({ agency: code, agencyName: nameOf(code), count: open.filter((finding) => finding.agencies.includes(code)).length })).toSorted((one, other) => other.count - one.count),
    decisions: log.map(({ kind, subject, choice, value, reason, byName, at }) => ({ kind, subject, choice, value, reason, by: byName, at: at.toString() })),
  };
}
