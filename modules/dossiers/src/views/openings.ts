// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { openingsOf } from '@motcua/documents';
import { agencyNames } from '@motcua/organisation';
import { OpeningPurpose, type Openings } from '../contract/openings.ts';
import type { Dossier } from '../model.ts';
import { titleOfKind } from '../papers/titles.ts';
import { checksOfDossier } from '../store/paper-checks.ts';
import { copiesOf } from '../store/printed-copies.ts';
import { openingsOfScans } from '../store/scans.ts';

/** What a scan that is being compared is called to the owner. */
export const nameOfScan = ({ papers }: Pick<Dossier, 'papers'>, paperNo: number | null): string => `Bản quét: ${papers.find(({ no }) => no === paperNo)?.name ?? 'giấy lập khi giải quyết'}`;

/** Who opened the papers of a dossier (ai đã xem giấy tờ), as its owner is told; his own openings are left out. */
export async function openingsOfDossier(db: Db, dossier: Dossier): Promise<Openings> {
  const papers = dossier.papers.flatMap(({ documents }) => documents.map(({ id }) => id));
  const result = dossier.result?.documentId ?? null;
  const scans = (await openingsOfScans(db, [dossier.id])).map(({ paperNo, ...opening }) => ({ ...opening, name: nameOfScan(dossier, paperNo) }));
  const others = [...await openingsOf(db, [...papers, ...result === null ? [] : [result]]), ...scans].filter(({ byKind }) => byKind !== 'citizen').toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  const copies = await copiesOf(db, dossier.id);
  const nameOf = await agencyNames(db, new Set([...others.flatMap(({ agency }) => (agency === null ? [] : [agency])), ...copies.map(({ agency }) => agency)]));
  const checks = await checksOfDossier(db, dossier.code);
  return {
    checks: checks.map(({ kind, number, checks: count, lastAt }) => ({ paper: titleOfKind(kind) ?? kind, number, checks: count, lastAt: lastAt.toString() })),
    copies: copies.map(({ paper, copyNo, forWhom, officer, agency, at }) => ({ paper: titleOfKind(paper) ?? paper, copyNo, forWhom, who: officer, agencyName: nameOf(agency), at: at.toString() })),
    openings: others.map(({ at, name, by, agency, purpose }) => ({
      at: at.toString(), paper: name, who: by, agencyName: agency === null ? null : nameOf(agency), purpose: OpeningPurpose.catch('handling').parse(purpose),
    })),
  };
}
