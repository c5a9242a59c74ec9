// SPDX-License-Identifier: EUPL-1.2
import { PDFDocument } from '@cantoo/pdf-lib';
import { documentsOf, readDocument, signContent, signingIdentityOf } from '@motcua/documents';
import { type SealedEvent, retentionRules, sealedLedger } from '@motcua/dossiers';
import { officeDay, officeZone, ok, refuse, type Result } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { ArchiveContext, ArchiveRefusal } from '../model.ts';
import { type FileListLine, fileList, numbersOf } from '../rules/file-list.ts';
import { type Retention, retentionOf } from '../rules/retention.ts';
import { writePackage } from './write-package.ts';

/** A dossier packed for the archive. */
export type PackedDossier = {
  readonly id: string; readonly code: string; readonly procedure: { readonly code: string; readonly name: string }; readonly agency: string; readonly endedOn: string; readonly retention: Retention; readonly lines: readonly FileListLine[]; readonly bytes: Uint8Array; readonly events: readonly SealedEvent[];
};

async function pagesOf(mediaType: string, bytes: Uint8Array): Promise<number | null> {
  if (mediaType !== 'application/pdf') return mediaType.startsWith('image/') ? 1 : null;
  try {
    return (await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false })).getPageCount();
  } catch {
    return null;
  }
}

const dayOf = (at: string): string => officeDay(Temporal.Instant.from(at)).toString();

/** Packs a closed dossier: its files as they are, its list of documents, its ledger; METS is signed by the agency that solved it where its key is here. */
export async function packageOf({ db, files, secret }: ArchiveContext, { id, at, by }: { readonly id: string; readonly at: Temporal.Instant; readonly by: string }): Promise<Result<PackedDossier, ArchiveRefusal>> {
  const found = await sealedLedger(db, id);
  if (found === undefined || found.dossier.endedAt === null) return refuse({ code: 'not-closed', dossier: found?.dossier.code ?? id });
  const { dossier, events } = found;
  const endedOn = dayOf(found.dossier.endedAt);
  const retention = retentionOf(await retentionRules(db), { procedure: dossier.procedure.code, endedOn });
  if (retention === null) return refuse({ code: 'no-retention-rule', dossier: dossier.code });
  const kept = [];
  for (const { id: document } of await documentsOf(db, { ownerKind: 'dossier', ownerRef: dossier.id })) {
    const read = await readDocument(db, files, document);
    if (read !== undefined) kept.push({ ...read, pages: await pagesOf(read.mediaType, read.bytes), day: dayOf(read.at.toString()) });
  }
  const names = new Map(dossier.papers.flatMap(({ name, documents }) => documents.map((one) => [one.id, name] as const)));
  const lines = fileList({ files: kept, papers: dossier.papers, numbers: numbersOf(events), names, applicant: dossier.applicant.name, handedInOn: dayOf(dossier.submittedAt) });
  const agency = dossier.agencies.solving;
  const nameOf = await agencyNames(db, [agency]);
  const signer = await signingIdentityOf(db, secret, { kind: 'agency', ref: agency, at });
  const title = `${dossier.procedure.name} – ${dossier.applicant.name}`;
  const bytes = await writePackage({
    code: dossier.code, title, agency: { code: agency, name: nameOf(agency) }, begunOn: dayOf(dossier.submittedAt), endedOn, retention, at: at.toZonedDateTimeISO(officeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' }), by, lines, events,
    files: kept.map((file) => ({ id: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes })),
  }, signer === undefined ? null : (mets) => signContent(mets, signer));
  return ok({ id, code: dossier.code, procedure: dossier.procedure, agency, endedOn, retention, lines, bytes, events });
}
