// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { openingsOf } from '@motcua/documents';
import { agencyNames } from '@motcua/organisation';
import { papersOf, viewingsOf } from '@motcua/vault';
import { ViewPurpose, type Viewers } from '../contract/vault.ts';
import { foldedEach } from '../store/ledger.ts';

type Line = Viewers['viewers'][number] & { readonly agency: string | null };

const mostDossiers = 200;
const mostShown = 500;

/** The newest dossiers of a person: filed by, for, or with him. Served by dossier_by_person and dossier_by_owner. */
async function dossiersOf(db: Db, personalId: string): Promise<ReturnType<typeof foldedEach>> {
  const { rows } = await sql<{ id: string }>`select id from dossiers.dossier where owner_id = ${personalId} or personal_id = ${personalId} or id in (select e.dossier_id from dossiers.event e where e.type = 'submitted' and e.data ? 'coApplicants' and e.data -> 'coApplicants' @> ${JSON.stringify([{ party: { personalId } }])}::jsonb) order by submitted_at desc limit ${mostDossiers}`.execute(db);
  return foldedEach(db, rows.map(({ id }) => id));
}

const purposeOf = (purpose: string): ViewPurpose => ViewPurpose.catch('handling').parse(purpose);

/** Every opening by somebody else of a file of these dossiers and of the vault. */
async function opened(db: Db, personalId: string): Promise<readonly Line[]> {
  const dossierOf = new Map<string, string>();
  for (const { code, papers, result } of await dossiersOf(db, personalId)) {
    for (const { documents } of papers) for (const { id } of documents) dossierOf.set(id, code);
    if (result?.documentId != null) dossierOf.set(result.documentId, code);
  }
  const kept = await papersOf(db, { kind: 'person', ref: personalId });
  const openings = await openingsOf(db, [...dossierOf.keys(), ...kept.map(({ documentId }) => documentId)]);
  return openings.filter(({ byKind }) => byKind !== 'citizen').map(({ at, by, agency, document, name, purpose }) =>
    ({ at: at.toString(), who: by, agency, agencyName: null, what: 'paper', paper: name, dossier: dossierOf.get(document) ?? null, purpose: purposeOf(purpose) }));
}

/** Ai đã xem dữ liệu của tôi: looks at dossiers and at the person, and every paper opened, newest first. */
export async function viewersOf(db: Db, personalId: string): Promise<Viewers> {
  const looked = (await viewingsOf(db, personalId)).map(({ at, officer, agency, subject, dossier, purpose }): Line =>
    ({ at: at.toString(), who: officer.name, agency, agencyName: null, what: subject, paper: null, dossier: dossier === '' ? null : dossier, purpose: purposeOf(purpose) }));
  const lines = [...looked, ...await opened(db, personalId)].toSorted((one, other) => Temporal.Instant.compare(Temporal.Instant.from(other.at), Temporal.Instant.from(one.at))).slice(0, mostShown);
  const nameOf = await agencyNames(db, new Set(lines.flatMap(({ agency }) => (agency === null ? [] : [agency]))));
  return { viewers: lines.map(({ agency, ...line }) => ({ ...line, agencyName: agency === null ? null : nameOf(agency) })) };
}
