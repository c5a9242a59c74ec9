// SPDX-License-Identifier: EUPL-1.2
import { filesOnOwnPortal, handlingsOf, procedureOn } from '@motcua/catalogue';
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { letGo, moveDocuments } from '@motcua/documents';
import { type Citizen, newId, officeDay, ok, refuse } from '@motcua/kernel';
import { periodEnd } from '../clock/periods.ts';
import type { DossierContext } from '../context.ts';
import { type ActDone, type DossierPaper, type Draft, type DraftContent, Mandate, ParcelTo, Party } from '../contract.ts';
import type { FieldRefusal } from '../lifecycle/refusal.ts';
import { type SharedDraft, lockDraft, readShared } from '../store/joint-drafts.ts';
import { dossierDb } from '../store/tables.ts';
import { filingPlaces } from './filing-place.ts';
import { jointFiling } from './joint-draft.ts';
import { ownReuse } from './look-into-vault.ts';
import { heldMandate } from './mandate.ts';
import { type Outcome, found } from './perform.ts';
import { type Filing, checkedAnswers, filed, officesFor } from './submit.ts';
import { papersAsked } from '../rules/papers-asked.ts';

/** Till when an unfiled draft is kept that is saved at `at`. */
async function keptUntil(ctx: DossierContext, at: Temporal.Instant): Promise<Temporal.Instant> {
  const until = await periodEnd(ctx, ctx.db, { key: 'keep-draft', procedure: null, agency: ctx.province, at });
  if (until === null) throw new Error('no period keep-draft is in force');
  return until;
}

type Saved = { readonly id: string; readonly revision: number; readonly savedAt: string };

/** Begins a draft (hồ sơ đang soạn, chưa nộp). */
export async function beginDraft(ctx: DossierContext, owner: Citizen, asked: { readonly procedure: string; readonly content: DraftContent }): Promise<Outcome<Saved>> {
  const at = ctx.clock.now();
  const published = await procedureOn(ctx.db, asked.procedure, officeDay(at).toString());
  if (published === undefined) return refuse({ code: 'procedure-unknown', procedure: asked.procedure });
  const id = newId(at);
  await dossierDb(ctx.db).insertInto('dossiers.draft').values({
    id, owner_id: owner.personalId, procedure_code: asked.procedure, procedure_name: published.procedure.name, owner_name: owner.name, revision: 1, content: JSON.stringify(asked.content), saved_at: at, kept_until: await keptUntil(ctx, at),
  }).execute();
  return ok({ id, revision: 1, savedAt: at.toString() });
}

/**
 * Saves a draft over the revision the screen holds: its owner, and the people named in it who have not declined, work on one content.
 *
 * @error changed-meanwhile - another device, or another of them, saved since
 */
export async function saveDraft(ctx: DossierContext, who: Citizen, asked: { readonly id: string; readonly revision: number; readonly content: DraftContent }): Promise<Outcome<Saved>> {
  const at = ctx.clock.now();
  const row = await dossierDb(ctx.db).updateTable('dossiers.draft')
    .set({ content: JSON.stringify(asked.content), revision: asked.revision + 1, saved_at: at, kept_until: await keptUntil(ctx, at) })
    .where('id', '=', asked.id).where(sharedBy(who)).where('revision', '=', asked.revision).returning('revision').executeTakeFirst();
  if (row !== undefined) return ok({ id: asked.id, revision: row.revision, savedAt: at.toString() });
  const draft = await readShared(ctx.db, asked.id);
  if (draft === undefined || !mayEdit(draft, who)) return refuse({ code: 'dossier-unknown' });
  return refuse({ code: 'changed-meanwhile', who: draft.others.length === 0 ? who.name : 'Một người cùng đứng tên', at: draft.savedAt.toString() });
}

/** Who works on a draft: whoever began it, and the people named in it unless they declined. */
const mayEdit = ({ ownerId, others }: Pick<SharedDraft, 'ownerId' | 'others'>, { personalId }: Citizen): boolean =>
  ownerId === personalId || others.some((other) => other.personal_id === personalId && other.answer !== 'declined');

const sharedBy = ({ personalId }: Citizen) => sql<boolean>`(owner_id = ${personalId} or exists (select from dossiers.draft_applicant a where a.draft_id = draft.id and a.personal_id = ${personalId} and a.answer is distinct from 'declined'))`;

/** A draft a citizen works on, with its files; undefined when it is not his or is gone. */
export async function findDraft(db: Db, who: Citizen, id: string): Promise<Draft | undefined> {
  const draft = await readShared(db, id);
  if (draft === undefined || !mayEdit(draft, who)) return undefined;
  const { procedure, procedureName, revision, savedAt, keptUntil, content, files } = draft;
  return { id, procedure, procedureName, revision, savedAt: savedAt.toString(), keptUntil: keptUntil.toString(), content, files: [...files] };
}

/** The drafts of a citizen, newest first. */
export async function draftsOf(db: Db, owner: Citizen): Promise<readonly Pick<Draft, 'id' | 'procedure' | 'procedureName' | 'savedAt' | 'keptUntil'>[]> {
  const rows = await dossierDb(db).selectFrom('dossiers.draft').select(['id', 'procedure_code', 'procedure_name', 'saved_at', 'kept_until']).where('owner_id', '=', owner.personalId).orderBy('saved_at', 'desc').limit(50).execute();
  return rows.map((row) => ({ id: row.id, procedure: row.procedure_code, procedureName: row.procedure_name, savedAt: row.saved_at.toString(), keptUntil: row.kept_until.toString() }));
}

/** Ties an uploaded file to a paper of a draft. */
export async function attachToDraft(db: Db, file: { readonly draft: string; readonly document: string; readonly paperNo: number }): Promise<void> {
  await dossierDb(db).insertInto('dossiers.draft_file').values({ draft_id: file.draft, document_id: file.document, paper_no: file.paperNo }).execute();
}

/** Takes a draft away; its files are opened by nobody any more. */
export async function dropDraft(tx: Db, id: string): Promise<void> {
  await dossierDb(tx).deleteFrom('dossiers.draft').where('id', '=', id).execute();
  await letGo(tx, { ownerKind: 'draft', ownerRef: id });
}

/** Takes a file out of a draft, or the whole draft away. */
export async function removeDraft(db: Db, owner: Citizen, id: string, document?: string): Promise<void> {
  const own = await dossierDb(db).selectFrom('dossiers.draft').select('id').where('id', '=', id).where('owner_id', '=', owner.personalId).executeTakeFirst();
  if (own === undefined) return;
  if (document === undefined) await inTransaction(db, (tx) => dropDraft(tx, id));
  else await dossierDb(db).deleteFrom('dossiers.draft_file').where('draft_id', '=', id).where('document_id', '=', document).execute();
}

const filedByFirst = { code: 'fields-to-mend', fields: [{ path: 'draft', label: 'Bản soạn chung', text: 'Người bắt đầu bản soạn nộp, khi mọi người đã xác nhận. Quay lại bản soạn chung để xác nhận phần của ông/bà.' }] } as const;

/** The signed-in citizen as the one who hands in, when for somebody else: what the identity provider vouches for, no more. */
const submitterOf = ({ name, personalId }: Citizen, applicant: Party): Party | null => (personalId === applicant.personalId ? null : { kind: 'person', name, personalId, birthDate: null, address: { province: null, commune: null, text: '' }, phone: null, email: null });

const field = (path: string, label: string, text: string) => ({ path, label, text });

/** Whom the result goes to by post, where the citizen said somebody; null when it goes to the applicant, or not by post. */
function parcelToOf({ returnWay, returnTo }: DraftContent) {
  if (returnWay !== 'post' || returnTo == null) return null;
  const phone = returnTo.phone.replace(/[\s.]/gu, '');
  return ParcelTo.safeParse({ ...returnTo, phone: phone === '' ? null : phone, payer: 'applicant' });
}

const returnFaults = (content: DraftContent): readonly FieldRefusal[] => {
  const read = parcelToOf(content);
  if (read === null || read.success) return [];
  const said: Readonly<Record<string, string>> = { name: 'Ghi họ tên người nhận.', phone: 'Số điện thoại có 10 chữ số, bắt đầu bằng 0.', address: 'Ghi địa chỉ nhận.' };
  return [...new Set(read.error.issues.map(({ path }) => String(path[0])))].map((name) => field(`returnTo.${name}`, 'Nơi nhận kết quả', said[name] ?? 'Xem lại nơi nhận kết quả.'));
};

/** The offices of a draft: the shop that serves the agency receives, and hands out unless the citizen chose another. */
async function officesOf(tx: Db, { procedure, content, agency, at }: Pick<Draft, 'procedure' | 'content'> & { readonly agency: string; readonly at: Temporal.Instant }): Promise<Outcome<Filing['agencies']>> {
  const offices = await officesFor(tx, agency);
  const agencies = { ...offices, returning: content.returningAgency ?? offices.returning };
  const places = await filingPlaces(tx, { procedure, agencies, at });
  return places.ok ? ok(agencies) : places;
}

const partyFaults = (issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): readonly FieldRefusal[] =>
  issues.map((issue) => field(`applicant.${issue.path.join('.')}`, 'Chủ hồ sơ', `Chủ hồ sơ, ${issue.path.join(' ')}: ${issue.message}`));

/** The mandate of a draft as far as it can be read; null when it cannot: then every field is named. */
const mandateOf = ({ mandate }: DraftContent): Mandate | null => Mandate.safeParse(mandate).data ?? null;

/** What is to be mended in the mandate of a draft for somebody else. */
function mandateFaults({ mandate, forOther }: DraftContent): readonly FieldRefusal[] {
  const read = forOther && mandate != null ? Mandate.safeParse(mandate) : null;
  if (read === null || read.success) return [];
  return [...new Set(read.error.issues.map(({ path }) => String(path[0])))].map((name) => field(`mandate.${name}`, 'Giấy tờ đại diện', 'Giấy tờ đại diện: ghi đủ số, ngày, nơi cấp và việc được giao.'));
}

/** What is to be mended in the choices of a draft. */
const contentFaults = (content: DraftContent): readonly FieldRefusal[] => [
  ...(content.agency === null ? [field('agency', 'Nơi giải quyết', 'Chọn cơ quan giải quyết.')] : []),
  ...(content.returnWay === null ? [field('returnWay', 'Nơi nhận kết quả', 'Chọn nơi nhận kết quả.')] : []),
  ...returnFaults(content), ...mandateFaults(content),
];

/** What is to be mended in the answers, by the form of the agency chosen, or of any that handles the procedure while none is chosen. */
async function faultsOfForm(tx: Db, { draft, at }: { readonly draft: Draft; readonly at: Temporal.Instant }): Promise<readonly FieldRefusal[]> {
  const handlings = await handlingsOf(tx, draft.procedure, officeDay(at).toString());
  const handling = handlings.find(({ agency }) => agency === draft.content.agency) ?? handlings[0];
  const checked = handling === undefined ? null : await checkedAnswers(tx, { key: handling.eformKey, at }, draft.content.answers);
  return checked?.ok === false && checked.error.code === 'fields-to-mend' ? checked.error.fields : [];
}

/** Files tied to a paper the chosen circumstance does not ask for: named, so that none is left behind unseen. */
async function strayFiles(tx: Db, { procedure, content, files }: Draft, day: string): Promise<readonly FieldRefusal[]> {
  const published = files.length === 0 ? undefined : await procedureOn(tx, procedure, day);
  if (published === undefined) return [];
  const asked = new Set(papersAsked(published.procedure, content.circumstance).map(({ no }) => no));
  return files.filter(({ paperNo }) => !asked.has(paperNo)).map(({ name, paperNo }) => field(`files.${paperNo}`, 'Giấy tờ', `Tệp «${name}» gắn với giấy không có trong trường hợp đã chọn. Gắn lại vào đúng giấy, hoặc bỏ tệp.`));
}

type WholeDraft = { readonly content: DraftContent; readonly applicant: Party; readonly agency: string; readonly returnWay: NonNullable<DraftContent['returnWay']> };

/** A draft with nothing left to mend; else everything that is, at once. */
async function wholeDraft(tx: Db, { draft, at }: { readonly draft: Draft; readonly at: Temporal.Instant }): Promise<Outcome<WholeDraft>> {
  const { content } = draft;
  const applicant = Party.safeParse(content.applicant);
  const faults = [...contentFaults(content), ...partyFaults(applicant.error?.issues ?? []), ...await faultsOfForm(tx, { draft, at }), ...await strayFiles(tx, draft, officeDay(at).toString())];
  const { agency, returnWay } = content;
  if (!applicant.success || agency === null || returnWay === null || faults.length > 0) return refuse({ code: 'fields-to-mend', fields: faults });
  return ok({ content, applicant: applicant.data, agency, returnWay });
}

function filesByPaper({ files }: Pick<Draft, 'files'>): ReadonlyMap<number, DossierPaper['documents']> {
  const documents = new Map<number, DossierPaper['documents']>();
  for (const { paperNo, ...file } of files) documents.set(paperNo, [...documents.get(paperNo) ?? [], file]);
  return documents;
}

/** Everybody else whose dossier it is with the text they agreed to, and what is taken from the owner's vault. */
async function sharedAndReused(ctx: DossierContext, { tx, at, id }: { readonly tx: Db; readonly at: Temporal.Instant; readonly id: string }, { draft: { id: draft, procedure, content: { circumstance, reuse: choices } }, owner, applicant }: { readonly draft: Draft; readonly owner: Citizen; readonly applicant: Party }): Promise<Outcome<Pick<Filing, 'coApplicants' | 'confirmedContent' | 'reuse'>>> {
  const joint = await jointFiling(ctx, { tx, at }, { draft, owner, applicant });
  if (!joint.ok) return joint;
  const reuse = await ownReuse(ctx, { tx, at, id, citizen: owner }, { procedure, circumstance, applicant, choices });
  return reuse.ok ? ok({ ...joint.value, ...reuse.value }) : reuse;
}

/**
 * Nộp hồ sơ trực tuyến: the draft becomes a dossier that waits to be checked. Everything still to be mended is named at once.
 *
 * @error not-all-confirmed - somebody who shares it has not agreed to it as it is
 * @error filing-elsewhere - citizens file this procedure on the national portal on this day
 */
export function fileDraft(ctx: DossierContext, owner: Citizen, asked: { readonly id: string; readonly revision: number; readonly clientKey: string }): Promise<Outcome<ActDone>> {
  return found(ctx, { actor: owner, clientKey: asked.clientKey }, async ({ tx, at, id }) => {
    await lockDraft(tx, asked.id);
    const draft = await findDraft(tx, owner, asked.id);
    if (draft === undefined) return refuse({ code: 'dossier-unknown' });
    if ((await readShared(tx, asked.id))?.ownerId !== owner.personalId) return refuse(filedByFirst);
    if (draft.revision !== asked.revision) return refuse({ code: 'changed-meanwhile', who: owner.name, at: draft.savedAt });
    if (!await filesOnOwnPortal(tx, { scope: ctx.province, procedure: draft.procedure, day: officeDay(at).toString() })) return refuse({ code: 'filing-elsewhere' });
    const whole = await wholeDraft(tx, { draft, at });
    if (!whole.ok) return whole;
    const { content, applicant, agency, returnWay } = whole.value;
    const offices = await officesOf(tx, { ...draft, agency, at });
    if (!offices.ok) return offices;
    const submitter = submitterOf(owner, applicant);
    const mandate = await heldMandate(ctx, { tx, at }, { procedure: draft.procedure, submitter, mandate: mandateOf(content) });
    if (!mandate.ok) return mandate;
    const joint = await sharedAndReused(ctx, { tx, at, id }, { draft, owner, applicant });
    if (!joint.ok) return joint;
    const fact = await filed(ctx, { tx, at }, {
      procedure: draft.procedure, circumstance: content.circumstance, channel: 'online', agencies: offices.value, returnTo: parcelToOf(content)?.data ?? null,
      applicant, submitter, mandate: mandate.value, authorisation: null, ownerId: owner.personalId, origin: null, answers: content.answers, returnWay,
      fee: { amountVnd: 0, way: 'none', asked: content.fee ?? { units: {}, claims: [], shipping: null } }, documents: filesByPaper(draft), ...joint.value,
    });
    if (!fact.ok) return fact;
    await moveDocuments(tx, ctx.files, { ownerKind: 'draft', ownerRef: draft.id }, { ownerKind: 'dossier', ownerRef: id });
    // Filed at the same moment from another device: only one of the two becomes a dossier.
    const { numDeletedRows } = await dossierDb(tx).deleteFrom('dossiers.draft').where('id', '=', draft.id).executeTakeFirst();
    return numDeletedRows === 0n ? refuse({ code: 'dossier-unknown' }) : ok([fact.value]);
  });
}
