// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { openingsOf } from '@motcua/documents';
import { agencyNames } from '@motcua/organisation';
import { type VaultOwner, papersOf, representativeLooks, viewingsOf } from '@motcua/vault';
import { SeenList, ViewPurpose, type Viewers } from '../contract/vault.ts';
import { seenInLists } from '../store/list-looks.ts';
import { foldedEach } from '../store/ledger.ts';
import { enterpriseQuestionsOf } from '../store/register-queries.ts';
import { openingsOfScans } from '../store/scans.ts';
import { nameOfScan } from './openings.ts';

type Line = Viewers['viewers'][number] & { readonly agency: string | null };
type Dossiers = Awaited<ReturnType<typeof foldedEach>>;

const mostDossiers = 200;
const mostShown = 500;

/** The newest dossiers of a person: filed by, for, or with him. Served by dossier_by_person and dossier_by_owner. */
async function dossiersOf(db: Db, personalId: string): Promise<ReturnType<typeof foldedEach>> {
  const { rows } = await sql<{ id: string }>`select id from dossiers.dossier where owner_id = ${personalId} or personal_id = ${personalId} or id in (select e.dossier_id from dossiers.event e where e.type = 'submitted' and e.data ? 'coApplicants' and e.data -> 'coApplicants' @> ${JSON.stringify([{ party: { personalId } }])}::jsonb) order by submitted_at desc limit ${mostDossiers}`.execute(db);
  return foldedEach(db, rows.map(({ id }) => id));
}

const purposeOf = (purpose: string): ViewPurpose => ViewPurpose.catch('handling').parse(purpose);

/** Every opening by somebody else of a file of these dossiers and of the vault. */
async function opened(db: Db, owner: VaultOwner, dossiers: Dossiers): Promise<readonly Line[]> {
  const dossierOf = new Map<string, string>();
  for (const { code, papers, result } of dossiers) {
    for (const { documents } of papers) for (const { id } of documents) dossierOf.set(id, code);
    if (result?.documentId != null) dossierOf.set(result.documentId, code);
  }
  const kept = await papersOf(db, owner);
  const openings = await openingsOf(db, [...dossierOf.keys(), ...kept.map(({ documentId }) => documentId)]);
  const scans = (await openingsOfScans(db, dossiers.map(({ id }) => id))).map(({ dossierId, paperNo, ...opening }) => {
    const dossier = dossiers.find(({ id }) => id === dossierId);
    dossierOf.set(opening.document, dossier?.code ?? '');
    return { ...opening, name: nameOfScan(dossier ?? { papers: [] }, paperNo) };
  });
  // What a person opens himself is no news to him; an organisation is told which of its representatives opened what.
  return [...openings, ...scans].filter(({ byKind }) => owner.kind === 'organisation' || byKind !== 'citizen').map(({ at, by, byKind, agency, document, name, purpose }) =>
    ({ at: at.toString(), who: by, agency, agencyName: null, what: 'paper', list: null, paper: name, dossier: dossierOf.get(document) ?? null, purpose: byKind === 'citizen' ? 'representation' as const : purposeOf(purpose) }));
}

/** Every officer who saw one of these dossiers in a list, once a list and day. */
async function listed(db: Db, dossiers: Dossiers): Promise<readonly Line[]> {
  const seen = await seenInLists(db, { codes: dossiers.map(({ code }) => code), limit: mostShown });
  return seen.map(({ code, officer, agency, list, purpose, at }) => ({ at: at.toString(), who: officer, agency, agencyName: null, what: 'list', list: SeenList.catch('work').parse(list), paper: null, dossier: code, purpose: purposeOf(purpose) }));
}

const newest = (lines: readonly Line[]): readonly Line[] => lines.toSorted((one, other) => Temporal.Instant.compare(Temporal.Instant.from(other.at), Temporal.Instant.from(one.at)));

/** Ai đã xem dữ liệu của tôi: looks at dossiers, at lists and at the person or organisation, and every paper opened, newest first; of an organisation also what its representatives did and who asked the business register for it. */
export async function viewersOf(db: Db, owner: VaultOwner): Promise<Viewers> {
  const represented = owner.kind === 'person' ? [] : (await representativeLooks(db, owner.ref)).map(({ name, at }): Line => ({ at: at.toString(), who: name, agency: null, agencyName: null, what: 'vault', list: null, paper: null, dossier: null, purpose: 'representation' }));
  const looked = (await viewingsOf(db, owner.ref)).map(({ at, officer, agency, subject, dossier, purpose }): Line =>
    ({ at: at.toString(), who: officer.name, agency, agencyName: null, what: subject, list: null, paper: null, dossier: dossier === '' ? null : dossier, purpose: purposeOf(purpose) }));
  const asked = owner.kind === 'person' ? [] : (await enterpriseQuestionsOf(db, owner.ref)).map(({ at, who, agency, purpose, dossier }): Line =>
    ({ at: at.toString(), who, agency, agencyName: null, what: 'register', list: null, paper: null, dossier, purpose: agency === null ? 'representation' : purpose === 'intake' ? 'intake' : 'handling' }));
  const dossiers = await dossiersOf(db, owner.ref);
  // Looks at lists are many: they do not crowd out who opened what.
  const lines = newest([...newest([...looked, ...represented, ...asked, ...await opened(db, owner, dossiers)]).slice(0, mostShown), ...await listed(db, dossiers)]);
  const nameOf = await agencyNames(db, new Set(lines.flatMap(({ agency }) => (agency === null ? [] : [agency]))));
  return { viewers: lines.map(({ agency, ...line }) => ({ ...line, agencyName: agency === null ? null : nameOf(agency) })) };
}
