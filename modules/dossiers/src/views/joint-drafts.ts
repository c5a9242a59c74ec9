// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Citizen } from '@motcua/kernel';
import type { z } from 'zod';
import { standingOf } from '../commands/joint-draft.ts';
import type { DraftCoApplicants, JointDraft, JointDraftList, NamedCoApplicant } from '../contract.ts';
import { partsChanged } from '../rules/joint-draft.ts';
import { type ApplicantRow, type SharedDraft, readShared } from '../store/joint-drafts.ts';
import { dossierDb } from '../store/tables.ts';

/** What is not as a person confirmed it; nothing when he agrees to the present content or never agreed. */
const changedSince = ({ content, sha256 }: ApplicantRow, draft: SharedDraft): readonly string[] => {
  if (content === null || sha256 === draft.sha256) return [];
  const before: unknown = JSON.parse(content);
  const now: unknown = JSON.parse(draft.text);
  return partsChanged(before, now);
};

const shown = (row: ApplicantRow, draft: SharedDraft): NamedCoApplicant => ({
  id: row.id, name: row.name, relation: row.relation, state: standingOf(row, draft.sha256), answeredAt: row.answered_at?.toString() ?? null, way: row.way, reason: row.reason, changed: [...changedSince(row, draft)],
});

/** The people named in a draft, for the one who began it; undefined when it is not his. */
export async function coApplicantsOfDraft(db: Db, owner: Citizen, id: string): Promise<DraftCoApplicants | undefined> {
  const draft = await readShared(db, id);
  if (draft?.ownerId !== owner.personalId) return undefined;
  return { number: draft.number, others: draft.others.map((row) => ({ ...shown(row, draft), personalId: row.personal_id })) };
}

/** A draft as the person of `row` sees it. */
function jointDraft(draft: SharedDraft, row: ApplicantRow): JointDraft {
  const { applicantTyped, mandateTyped, ...content } = draft.content;
  return {
    id: draft.id, number: draft.number ?? '', procedure: draft.procedure, procedureName: draft.procedureName, begunBy: draft.ownerName, savedAt: draft.savedAt.toString(), keptUntil: draft.keptUntil.toString(), revision: draft.revision, sha256: draft.sha256,
    content, files: [...draft.files], others: draft.others.filter(({ id }) => id !== row.id).map((other) => ({ ...shown(other, draft), reason: null })), me: { ...shown(row, draft), personalId: row.personal_id, part: row.party },
  };
}

/** A draft of somebody else that names the one who asks; undefined for a stranger and for who declined. */
export async function ownJointDraft(db: Db, { personalId }: Citizen, id: string): Promise<JointDraft | undefined> {
  const draft = await readShared(db, id);
  const row = draft?.others.find((other) => other.personal_id === personalId && other.answer !== 'declined');
  return draft === undefined || row === undefined ? undefined : jointDraft(draft, row);
}

const naming = (db: Db, personalId: string) => dossierDb(db).selectFrom('dossiers.draft_applicant as a').innerJoin('dossiers.draft as d', 'd.id', 'a.draft_id')
  .select('d.id').where('a.personal_id', '=', personalId).where((where) => where.or([where('a.answer', 'is', null), where('a.answer', '<>', 'declined')])).orderBy('a.named_at', 'desc').limit(20).execute();

/** Drafts of others that name a person, newest first. */
export async function jointDraftsOf(db: Db, citizen: Citizen): Promise<z.infer<typeof JointDraftList>['drafts']> {
  const found = await Promise.all((await naming(db, citizen.personalId)).map(({ id }) => ownJointDraft(db, citizen, id)));
  return found.flatMap((draft) => (draft === undefined ? [] : [{ id: draft.id, procedureName: draft.procedureName, begunBy: draft.begunBy, savedAt: draft.savedAt, keptUntil: draft.keptUntil, state: draft.me.state }]));
}

/** The drafts a counter finds by their number or by a person they name; one entry for each person who may confirm there. */
export async function waitingDrafts(db: Db, { number, personalId }: { readonly number?: string | undefined; readonly personalId?: string | undefined }): Promise<readonly JointDraft[]> {
  const digits = (text: string | undefined): string => (text ?? '').replace(/\D/gu, '');
  const [asked, person] = [digits(number), digits(personalId)];
  const ids = asked === '' || asked.length > 15
    ? (await naming(db, person)).map(({ id }) => id)
    : (await dossierDb(db).selectFrom('dossiers.draft').select('id').where('joint_number', '=', BigInt(asked)).execute()).map(({ id }) => id);
  const drafts = await Promise.all(ids.map((id) => readShared(db, id)));
  return drafts.flatMap((draft) => (draft === undefined ? [] : draft.others.filter((row) => row.answer !== 'declined' && (person === '' || row.personal_id === person)).map((row) => jointDraft(draft, row))));
}
