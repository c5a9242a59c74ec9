// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Db, type Instant, type Json, sql } from '@motcua/db-kit';
import { documentsOf } from '@motcua/documents';
import type { DraftContent, Mandate, OwnPart, Relation } from '../contract.ts';
import type { Doer } from '../model.ts';
import { canonical } from './chain.ts';
import { dossierDb } from './tables.ts';

export type DraftApplicantColumns = {
  id: string; draft_id: string; name: string; personal_id: string; place: number; relation: Relation; mandate: Json<Mandate> | null; named_at: Instant; answer: 'confirmed' | 'declined' | null; answered_at: Instant | null;
  party: Json<OwnPart> | null; way: 'signed-in' | 'counter' | null; identity_paper: string | null; recorded_by: Json<Doer> | null; content: string | null; sha256: string | null; revision: number | null; reason: string | null;
};

const columns = ['id', 'name', 'personal_id', 'place', 'relation', 'mandate', 'answer', 'answered_at', 'party', 'way', 'identity_paper', 'recorded_by', 'content', 'sha256', 'revision', 'reason'] as const;

/** Everybody named in a draft besides the one who began it, in the order they were named. */
export const applicantsIn = (db: Db, draft: string) => dossierDb(db).selectFrom('dossiers.draft_applicant').select(columns).where('draft_id', '=', draft).orderBy('place').execute();
export type ApplicantRow = Awaited<ReturnType<typeof applicantsIn>>[number];

/** A draft with everybody it names, and the text and hash of its content as it is now. */
export type SharedDraft = {
  readonly id: string; readonly ownerId: string; readonly ownerName: string; readonly procedure: string; readonly procedureName: string; readonly revision: number; readonly savedAt: Temporal.Instant; readonly keptUntil: Temporal.Instant;
  readonly number: string | null; readonly content: DraftContent; readonly files: readonly { readonly id: string; readonly paperNo: number; readonly name: string; readonly size: number; readonly mediaType: string }[];
  readonly others: readonly ApplicantRow[]; readonly text: string; readonly sha256: string;
};

/** What all applicants agree to, as one text: the procedure, what was filled in, the files by their hashes, who is named. Nobody's own part is in it. */
function textOf(shared: { readonly procedure: string; readonly content: DraftContent; readonly files: readonly { readonly paperNo: number; readonly name: string; readonly sha256: string }[]; readonly others: readonly ApplicantRow[] }): string {
  const { applicantTyped, mandateTyped, ...content } = shared.content;
  return canonical({
    ...content, procedure: shared.procedure,
    files: shared.files.map(({ paperNo, name, sha256 }) => ({ paperNo, name, sha256 })).toSorted((one, other) => (canonical(one) < canonical(other) ? -1 : 1)),
    applicants: shared.others.map(({ name, personal_id: personalId, relation, mandate }) => ({ name, personalId, relation, mandate })).toSorted((one, other) => (one.personalId < other.personalId ? -1 : 1)),
  });
}

/** Reads a draft that may have several applicants; `lock`: nobody else changes or files it before this transaction ends. */
export async function readShared(db: Db, id: string, lock = false): Promise<SharedDraft | undefined> {
  const asked = dossierDb(db).selectFrom('dossiers.draft').selectAll().where('id', '=', id);
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst();
  if (row === undefined) return undefined;
  const others = await applicantsIn(db, id);
  const tied = await dossierDb(db).selectFrom('dossiers.draft_file').select(['document_id', 'paper_no']).where('draft_id', '=', id).execute();
  const paperNos = new Map(tied.map((file) => [file.document_id, file.paper_no]));
  const files = (await documentsOf(db, { ownerKind: 'draft', ownerRef: id })).flatMap((file) => {
    const paperNo = paperNos.get(file.id);
    return paperNo === undefined ? [] : [{ id: file.id, paperNo, name: file.name, size: file.size, mediaType: file.mediaType, sha256: file.sha256 }];
  });
  const text = textOf({ procedure: row.procedure_code, content: row.content, files, others });
  return {
    id, ownerId: row.owner_id, ownerName: row.owner_name ?? row.content.applicant?.name ?? '', procedure: row.procedure_code, procedureName: row.procedure_name, revision: row.revision, savedAt: row.saved_at, keptUntil: row.kept_until,
    number: row.joint_number?.toString() ?? null, content: row.content, files: files.map(({ sha256, ...file }) => file), others, text, sha256: createHash('sha256').update(text).digest('hex'),
  };
}

/** Holds a draft till the end of the transaction: nobody saves, confirms or files it meanwhile. */
export async function lockDraft(tx: Db, id: string): Promise<void> {
  await dossierDb(tx).selectFrom('dossiers.draft').select('id').where('id', '=', id).forUpdate().execute();
}

/** Gives a draft the number by which a counter finds it, once. */
export async function numberDraft(tx: Db, id: string): Promise<void> {
  await sql`update dossiers.draft set joint_number = nextval('dossiers.joint_draft_number') where id = ${id} and joint_number is null`.execute(tx);
}
