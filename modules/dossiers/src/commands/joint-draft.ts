// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { type Citizen, type Officer, cleanText, newId, officeDay, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { AgreedApplicant, CounterConfirmation, JointConfirmation, NewCoApplicant, OwnPart, Party } from '../contract.ts';
import type { FieldRefusal } from '../lifecycle/refusal.ts';
import type { Doer } from '../model.ts';
import { stateOf } from '../rules/joint-draft.ts';
import { type ApplicantRow, type SharedDraft, numberDraft, readShared } from '../store/joint-drafts.ts';
import { dossierDb } from '../store/tables.ts';
import { heldMandate } from './mandate.ts';
import { type Outcome, doerOf } from './perform.ts';

const mend = (fields: readonly FieldRefusal[]): Outcome<never> => refuse({ code: 'fields-to-mend', fields });
const field = (path: string, label: string, text: string): FieldRefusal => ({ path, label, text });

/** As many people as a dossier may have besides the first. */
const mostOthers = 20;

/** Where a named person stands towards the content as it is now. */
export const standingOf = (row: Pick<ApplicantRow, 'answer' | 'sha256' | 'mandate'>, present: string) => stateOf({ answer: row.answer, sha256: row.sha256, hasMandate: row.mandate !== null }, present);

function faultsOfName({ personalId }: Pick<NewCoApplicant, 'personalId'>, owner: Citizen, draft: SharedDraft): readonly FieldRefusal[] {
  const said = (text: string): readonly FieldRefusal[] => [field('personalId', 'Số định danh', text)];
  if (!/^\d{12}$/u.test(personalId)) return said('Số định danh có 12 chữ số.');
  if (personalId === owner.personalId) return said('Đây là số định danh của chính ông/bà. Ghi số của người cùng đứng tên.');
  if (personalId === draft.content.applicant?.personalId) return said('Người này đã là chủ hồ sơ thứ nhất. Mỗi người ghi một lần.');
  if (draft.others.some((other) => other.personal_id === personalId)) return said('Người này đã có trong bản soạn. Mỗi người ghi một lần.');
  return draft.others.length < mostOthers ? [] : said(`Một hồ sơ có nhiều nhất ${String(mostOthers)} người cùng đứng tên.`);
}

/** The paper that stands in for a person, checked as on the day it is used; whoever began the draft uses it. */
const checkedMandate = (ctx: DossierContext, stage: { readonly tx: Db; readonly at: Temporal.Instant }, { procedure, by, mandate }: { readonly procedure: string; readonly by: Party; readonly mandate: NewCoApplicant['mandate'] }) =>
  (mandate === null ? Promise.resolve(ok(null)) : heldMandate(ctx, stage, { procedure, submitter: by, mandate }));

const bareParty = (name: string, personalId: string): Party => ({ kind: 'person', name, personalId, birthDate: null, address: { province: null, commune: null, text: '' }, phone: null, email: null });

type OfOwner = { readonly id: string };

async function ownDraft(tx: Db, owner: Citizen, id: string): Promise<SharedDraft | undefined> {
  const draft = await readShared(tx, id, true);
  return draft?.ownerId === owner.personalId ? draft : undefined;
}

/**
 * Ghi thêm người cùng đứng tên vào bản soạn: from then on that person finds the draft under his own account, and everybody is asked.
 *
 * @error fields-to-mend - a number that is none, his own, or named already; a mandate that does not hold
 */
export function nameCoApplicant(ctx: DossierContext, owner: Citizen, { id, body }: OfOwner & { readonly body: NewCoApplicant }): Promise<Outcome<{ readonly id: string }>> {
  return inTransaction(ctx.db, async (tx): Promise<Outcome<{ readonly id: string }>> => {
    const draft = await ownDraft(tx, owner, id);
    if (draft === undefined) return refuse({ code: 'dossier-unknown' });
    const personalId = body.personalId.replace(/[\s.]/gu, '');
    const faults = faultsOfName({ personalId }, owner, draft);
    if (faults.length > 0) return mend(faults);
    const at = ctx.clock.now();
    const mandate = await checkedMandate(ctx, { tx, at }, { procedure: draft.procedure, by: bareParty(owner.name, owner.personalId), mandate: body.mandate });
    if (!mandate.ok) return mandate;
    const named = newId(at);
    await dossierDb(tx).insertInto('dossiers.draft_applicant').values({ id: named, draft_id: id, name: cleanText(body.name), personal_id: personalId, place: 1 + Math.max(0, ...draft.others.map(({ place }) => place)), relation: body.relation, mandate: body.mandate === null ? null : JSON.stringify(body.mandate), named_at: at }).execute();
    await numberDraft(tx, id);
    return ok({ id: named });
  });
}

/** Bỏ một người ra khỏi bản soạn: what the others agreed to is no longer the content, so they are asked again. */
export function removeCoApplicant(ctx: DossierContext, owner: Citizen, { id, person }: OfOwner & { readonly person: string }): Promise<Outcome<null>> {
  return inTransaction(ctx.db, async (tx): Promise<Outcome<null>> => {
    if (await ownDraft(tx, owner, id) === undefined) return refuse({ code: 'dossier-unknown' });
    const { numDeletedRows } = await dossierDb(tx).deleteFrom('dossiers.draft_applicant').where('draft_id', '=', id).where('id', '=', person).executeTakeFirst();
    return numDeletedRows === 0n ? refuse({ code: 'dossier-unknown' }) : ok(null);
  });
}

function faultsOfPart(part: OwnPart, today: string): readonly FieldRefusal[] {
  return [
    ...(part.address.text.trim() === '' ? [field('part.address', 'Nơi cư trú', 'Ghi nơi cư trú của ông/bà.')] : []),
    ...(part.birthDate !== null && part.birthDate > today ? [field('part.birthDate', 'Ngày sinh', 'Ngày sinh sau hôm nay. Xem lại ngày sinh.')] : []),
  ];
}

type Answering = { readonly id: string; readonly find: (row: ApplicantRow) => boolean };

/** The draft and the one of its people who answers; nothing is there for a stranger or for who declined. */
async function answering(tx: Db, { id, find }: Answering): Promise<{ readonly draft: SharedDraft; readonly row: ApplicantRow } | undefined> {
  const draft = await readShared(tx, id, true);
  const row = draft?.others.find(find);
  return draft === undefined || row === undefined || row.answer === 'declined' ? undefined : { draft, row };
}

type Confirming = Answering & { readonly body: JointConfirmation; readonly name: string | null; readonly way: 'signed-in' | 'counter'; readonly identityPaper: string | null; readonly by: Doer };

/** Keeps that a person agrees to exactly the content he saw, who saw to it, and his own part. */
function confirmed(ctx: DossierContext, { body, name, way, identityPaper, by, ...who }: Confirming): Promise<Outcome<null>> {
  return inTransaction(ctx.db, async (tx): Promise<Outcome<null>> => {
    const found = await answering(tx, who);
    if (found === undefined) return refuse({ code: 'dossier-unknown' });
    const { draft, row } = found;
    if (draft.sha256 !== body.sha256) return refuse({ code: 'changed-meanwhile', who: draft.ownerName, at: draft.savedAt.toString() });
    const at = ctx.clock.now();
    const faults = faultsOfPart(body.part, officeDay(at).toString());
    if (faults.length > 0) return mend(faults);
    await dossierDb(tx).updateTable('dossiers.draft_applicant').set({
      answer: 'confirmed', answered_at: at, party: JSON.stringify(body.part), way, identity_paper: identityPaper, recorded_by: JSON.stringify(name === null ? by : { ...by, name }),
      content: draft.text, sha256: draft.sha256, revision: draft.revision, reason: null,
    }).where('id', '=', row.id).execute();
    return ok(null);
  });
}

/**
 * Tôi xác nhận và đồng ý nộp: a person named in a draft, signed in, agrees to the content whose hash the screen shows, and fills in his own part.
 *
 * @error changed-meanwhile - the content is another one by now: it is to be read again
 */
export const confirmJointDraft = (ctx: DossierContext, citizen: Citizen, { id, body }: OfOwner & { readonly body: JointConfirmation }): Promise<Outcome<null>> =>
  confirmed(ctx, { id, body, find: ({ personal_id: personalId }) => personalId === citizen.personalId, name: citizen.name, way: 'signed-in', identityPaper: null, by: doerOf(citizen) });

/** Xác nhận tại quầy: for a person without an account; the officer saw the identity paper, and stays named. */
export const recordConfirmation = (ctx: DossierContext, officer: Officer, { id, body }: OfOwner & { readonly body: CounterConfirmation }): Promise<Outcome<null>> =>
  confirmed(ctx, { id, body, find: (row) => row.id === body.person, name: null, way: 'counter', identityPaper: cleanText(body.identityPaper), by: doerOf(officer) });

/** Không đồng ý: kept with the reason for the one who began the draft, which is closed to the person from then on. */
export function declineJointDraft(ctx: DossierContext, citizen: Citizen, { id, reason }: OfOwner & { readonly reason: string }): Promise<Outcome<null>> {
  return inTransaction(ctx.db, async (tx): Promise<Outcome<null>> => {
    const found = await answering(tx, { id, find: ({ personal_id: personalId }) => personalId === citizen.personalId });
    if (found === undefined) return refuse({ code: 'dossier-unknown' });
    await dossierDb(tx).updateTable('dossiers.draft_applicant').set({ answer: 'declined', answered_at: ctx.clock.now(), reason: cleanText(reason), way: 'signed-in', recorded_by: JSON.stringify(doerOf(citizen)), content: null, sha256: null, revision: null, party: null }).where('id', '=', found.row.id).execute();
    return ok(null);
  });
}

const isUnconfirmed = (state: ReturnType<typeof standingOf>): state is 'waiting' | 'changed' | 'declined' => state !== 'confirmed' && state !== 'mandate';

/** A person who confirmed, as the founding event keeps him: named as he signed in, with his own part. */
function agreed({ row, sha256 }: { readonly row: ApplicantRow; readonly sha256: string }): AgreedApplicant {
  const { party, answered_at: at, recorded_by: by, way, revision } = row;
  if (party === null || at === null || by === null || way === null || revision === null) throw new Error(`confirmation ${row.id} is not whole`);
  const name = way === 'signed-in' ? by.name : row.name;
  return {
    party: { ...bareParty(name, row.personal_id), ...party }, confirmed: way, document: null, relation: row.relation,
    consent: { at: at.toString(), way, identityPaper: row.identity_paper, by: by.name, sha256, revision },
  };
}

export type JointFiling = { readonly coApplicants: readonly AgreedApplicant[]; readonly confirmedContent?: string };

/**
 * Everybody whose dossier a draft becomes, when it may be filed: all agree to its present content, or a mandate that holds today stands in.
 *
 * @error not-all-confirmed - who is still missing, and why; fields-to-mend - a mandate does not hold, or the first applicant is named twice
 */
export async function jointFiling(ctx: DossierContext, stage: { readonly tx: Db; readonly at: Temporal.Instant }, { draft, owner, applicant }: { readonly draft: string; readonly owner: Citizen; readonly applicant: Party }): Promise<Outcome<JointFiling>> {
  const shared = await readShared(stage.tx, draft);
  if (shared === undefined || shared.others.length === 0) return ok({ coApplicants: [] });
  if (shared.others.some((row) => row.personal_id === applicant.personalId)) return mend([field('applicant.personalId', 'Chủ hồ sơ', 'Chủ hồ sơ thứ nhất cũng có tên trong những người cùng đứng tên. Mỗi người ghi một lần.')]);
  const { sha256 } = shared;
  const missing = shared.others.flatMap((row) => { const state = standingOf(row, sha256); return isUnconfirmed(state) ? [{ name: row.name, state }] : []; });
  if (missing.length > 0) return refuse({ code: 'not-all-confirmed', missing });
  const coApplicants: AgreedApplicant[] = [];
  for (const row of shared.others) {
    if (standingOf(row, sha256) === 'confirmed') { coApplicants.push(agreed({ row, sha256 })); continue; }
    const mandate = await checkedMandate(ctx, stage, { procedure: shared.procedure, by: bareParty(owner.name, owner.personalId), mandate: row.mandate });
    if (!mandate.ok) return mandate;
    coApplicants.push({ party: bareParty(row.name, row.personal_id), confirmed: 'mandate', document: mandate.value === null ? null : `Số ${mandate.value.number}, ${mandate.value.issuedBy}`, relation: row.relation });
  }
  return ok({ coApplicants, confirmedContent: shared.text });
}
