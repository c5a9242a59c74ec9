// SPDX-License-Identifier: EUPL-1.2
import { PDFDocument } from '@cantoo/pdf-lib';
import { documentsOf, readDocument, signContent, signingIdentityOf } from '@motcua/documents';
import { type SealedEvent, sealedLedger, workingTitles } from '@motcua/dossiers';
import { officeDay, officeZone, ok, refuse, type Result } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { ArchiveContext, ArchiveRefusal } from '../model.ts';
import { type FileListLine, fileList, numbersOf, unsealedOf } from '../rules/file-list.ts';
import type { Retention } from '../rules/retention.ts';
import { retentionFor } from '../views/retention-for.ts';
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

/** A closed dossier with its list of documents and the files themselves. */
async function openedUp({ db, files }: ArchiveContext, id: string) {
  const found = await sealedLedger(db, id);
  if (found === undefined || found.dossier.endedAt === null) return refuse({ code: 'not-closed', dossier: found?.dossier.code ?? id } as const);
  const { dossier, events } = found;
  const endedOn = dayOf(found.dossier.endedAt);
  const retention = await retentionFor(db, { procedure: dossier.procedure.code, endedOn });
  if (retention === null) return refuse({ code: 'no-retention-rule', dossier: dossier.code } as const);
  const kept = [];
  for (const { id: document } of await documentsOf(db, { ownerKind: 'dossier', ownerRef: dossier.id })) {
    const read = await readDocument(db, files, document);
    if (read !== undefined) kept.push({ ...read, pages: await pagesOf(read.mediaType, read.bytes), day: dayOf(read.at.toString()) });
  }
  const names = new Map([...dossier.papers.flatMap(({ name, documents }) => documents.map((one) => [one.id, name] as const)), ...(dossier.working ?? []).map(({ file, kind, author }) => [file.id, `${workingTitles[kind]}: ${author}`] as const)]);
  const issuer = dossier.result?.authority?.agency ?? dossier.agencies.solving;
  const nameOf = await agencyNames(db, [issuer]);
  const lines = fileList({ files: kept, papers: dossier.papers, numbers: numbersOf(events), names, applicant: dossier.applicant.name, issuer: nameOf(issuer), unsealed: unsealedOf(events), handedInOn: dayOf(dossier.submittedAt) });
  return ok({ dossier, events, endedOn, retention, kept, lines, title: `${dossier.procedure.name} – ${dossier.applicant.name}` });
}

/** A closed dossier as its list of documents shows it: nothing is packed. */
export type ListedDossier = { readonly code: string; readonly title: string; readonly agency: string; readonly endedOn: string; readonly retention: Retention; readonly lines: readonly FileListLine[] };

/** Mục lục văn bản của một hồ sơ đã kết thúc. */
export async function listedDossier(ctx: ArchiveContext, id: string): Promise<Result<ListedDossier, ArchiveRefusal>> {
  const opened = await openedUp(ctx, id);
  if (!opened.ok) return opened;
  const { dossier, title, endedOn, retention, lines } = opened.value;
  return ok({ code: dossier.code, title, agency: dossier.agencies.solving, endedOn, retention, lines });
}

/** Packs a closed dossier: its files as they are, its list of documents, its ledger; METS is signed by the agency that solved it where its key is here. */
export async function packageOf(ctx: ArchiveContext, { id, at, by }: { readonly id: string; readonly at: Temporal.Instant; readonly by: string }): Promise<Result<PackedDossier, ArchiveRefusal>> {
  const opened = await openedUp(ctx, id);
  if (!opened.ok) return opened;
  const { dossier, events, endedOn, retention, kept, lines, title } = opened.value;
  const { db, secret } = ctx;
  const agency = dossier.agencies.solving;
  const nameOf = await agencyNames(db, [agency]);
  const signer = await signingIdentityOf(db, secret, { kind: 'agency', ref: agency, at });
  const bytes = await writePackage({
    code: dossier.code, title, agency: { code: agency, name: nameOf(agency) }, begunOn: dayOf(dossier.submittedAt), endedOn, retention, at: at.toZonedDateTimeISO(officeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' }), by, lines, events,
    files: kept.map((file) => ({ id: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes })),
  }, signer === undefined ? null : (mets) => signContent(mets, signer));
  return ok({ id, code: dossier.code, procedure: dossier.procedure, agency, endedOn, retention, lines, bytes, events });
}
