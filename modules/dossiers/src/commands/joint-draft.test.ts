// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import type { Citizen } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftContent, NewCoApplicant } from '../contract.ts';
import { officerDossier, ownDossier, replay } from '../index.ts';
import { applicantsOf } from '../papers/head.ts';
import { type SmallProvince, aCitizen, aParty, done, places, plainAnswers, procedures, smallProvince, walk } from '../testing.ts';
import { coApplicantsOfDraft, jointDraftsOf, ownJointDraft, waitingDrafts } from '../views/joint-drafts.ts';
import { dossiersOfOwner } from '../views/lists.ts';
import { beginDraft, fileDraft, findDraft, saveDraft } from './draft.ts';
import { confirmJointDraft, declineJointDraft, nameCoApplicant, recordConfirmation, removeCoApplicant } from './joint-draft.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const owner = aCitizen();
const wife = aCitizen({ id: 'vo', name: 'Trần Thị Vợ', personalId: '000188067890' });
const brother = aCitizen({ id: 'em', name: 'Nguyễn Văn Em', personalId: '000199000001' });
const whole: DraftContent = { agency: places.commune, circumstance: null, applicant: aParty(), forOther: false, answers: { ...plainAnswers }, returnWay: 'counter' };
const part = { birthDate: '1988-06-07', address: { province: null, commune: null, text: '7 đường Thử, xã Một, tỉnh Thử' }, phone: '0900000777', email: null };
const refusalOf = (outcome: { readonly ok: boolean; readonly error?: unknown }): unknown => (outcome.ok ? 'done' : outcome.error);

const begun = async (): Promise<string> => done(await beginDraft(province.ctx, owner, { procedure: procedures.permits, content: whole })).id;
const naming = (id: string, { name, personalId }: Citizen, about: Partial<NewCoApplicant> = {}) => nameCoApplicant(province.ctx, owner, { id, body: { name, personalId, relation: 'spouse', mandate: null, ...about } });
async function shared(...others: readonly Citizen[]): Promise<string> {
  const id = await begun();
  for (const other of others) done(await naming(id, other));
  return id;
}
const seenBy = async (who: Citizen, id: string) => { const seen = await ownJointDraft(database.db, who, id); if (seen === undefined) throw new Error('not seen'); return seen; };
const confirm = async (who: Citizen, id: string) => confirmJointDraft(province.ctx, who, { id, body: { sha256: (await seenBy(who, id)).sha256, part } });
const file = async (id: string) => fileDraft(province.ctx, owner, { id, revision: (await findDraft(database.db, owner, id))?.revision ?? 0, clientKey: randomUUID() });
const change = async (id: string, request: string) => done(await saveDraft(province.ctx, owner, { id, revision: (await findDraft(database.db, owner, id))?.revision ?? 0, content: { ...whole, answers: { ...plainAnswers, request } } }));
const states = async (id: string) => (await coApplicantsOfDraft(database.db, owner, id))?.others.map(({ state }) => state);

describe('bản soạn chung (a draft of several applicants)', () => {
  test('names each person once, with a number that is one, and never the one who began it', async () => {
    const id = await shared(wife);
    const wrong = [await naming(id, { ...wife, personalId: '123' }), await naming(id, wife), await naming(id, owner)];

    expect(wrong.map(refusalOf)).toMatchObject([1, 2, 3].map(() => ({ code: 'fields-to-mend', fields: [{ path: 'personalId' }] })));
    expect(await states(id)).toEqual(['waiting']);
  });

  test('is found and read by the person it names, and by no stranger', async () => {
    const id = await shared(wife);

    expect((await jointDraftsOf(database.db, wife)).map((draft) => [draft.id, draft.begunBy, draft.state])).toContainEqual([id, owner.name, 'waiting']);
    expect((await seenBy(wife, id)).content.answers).toEqual(plainAnswers);
    expect([await ownJointDraft(database.db, brother, id), await findDraft(database.db, brother, id), await coApplicantsOfDraft(database.db, wife, id), await jointDraftsOf(database.db, brother)]).toEqual([undefined, undefined, undefined, []]);
    expect([await confirmJointDraft(province.ctx, brother, { id, body: { sha256: '0'.repeat(64), part } }), await declineJointDraft(province.ctx, brother, { id, reason: 'x' }), await nameCoApplicant(province.ctx, wife, { id, body: { name: 'Ai', personalId: '000100000009', relation: 'other', mandate: null } })].map(refusalOf)).toEqual([1, 2, 3].map(() => ({ code: 'dossier-unknown' })));
  });

  test('is worked on by all who have not declined, one revision at a time; only the one who began files it', async () => {
    const id = await shared(wife, brother);
    done(await confirm(brother, id));
    const seen = (await findDraft(database.db, wife, id))?.revision ?? 0;
    const save = async (who: Citizen, revision: number) => saveDraft(province.ctx, who, { id, revision, content: { ...whole, answers: { ...plainAnswers, request: 'Vợ sửa nội dung chung.' } } });
    done(await save(wife, seen));
    const second = await save(owner, seen);
    const filedByWife = await fileDraft(province.ctx, wife, { id, revision: seen + 1, clientKey: randomUUID() });
    const asked = await states(id);
    done(await declineJointDraft(province.ctx, brother, { id, reason: 'Không đồng ý.' }));
    const after = [await findDraft(database.db, brother, id), refusalOf(await save(brother, seen + 1))];

    expect([refusalOf(second), refusalOf(filedByWife)]).toMatchObject([{ code: 'changed-meanwhile', who: 'Một người cùng đứng tên' }, { code: 'fields-to-mend', fields: [{ path: 'draft' }] }]);
    expect([asked, after]).toEqual([['waiting', 'changed'], [undefined, { code: 'dossier-unknown' }]]);
  });

  test('is not filed before everybody agrees; who is missing is named', async () => {
    const id = await shared(wife, brother);
    done(await confirm(wife, id));

    expect(refusalOf(await file(id))).toEqual({ code: 'not-all-confirmed', missing: [{ name: 'Nguyễn Văn Em', state: 'waiting' }] });
    expect(await findDraft(database.db, owner, id)).toBeDefined();
  });

  test('asks for the agreement again when what all see changes, says what changed, and not when it is put back', async () => {
    const id = await shared(wife);
    done(await confirm(wife, id));
    await change(id, 'Xin điều khác.');
    const after = await seenBy(wife, id);
    const refused = refusalOf(await file(id));
    await change(id, String(plainAnswers['request']));

    expect([after.me.state, after.me.changed]).toEqual(['changed', ['answers.request']]);
    expect(refused).toEqual({ code: 'not-all-confirmed', missing: [{ name: 'Trần Thị Vợ', state: 'changed' }] });
    expect(await states(id)).toEqual(['confirmed']);
  });

  test('asks nobody again when one changes his own part', async () => {
    const id = await shared(wife, brother);
    done(await confirm(wife, id));
    done(await confirm(brother, id));
    done(await confirmJointDraft(province.ctx, wife, { id, body: { sha256: (await seenBy(wife, id)).sha256, part: { ...part, phone: '0900000888' } } }));

    expect(await states(id)).toEqual(['confirmed', 'confirmed']);
    expect((await seenBy(wife, id)).me.part?.phone).toBe('0900000888');
  });

  test('takes no agreement to a content that is another one by now', async () => {
    const id = await shared(wife);
    const { sha256 } = await seenBy(wife, id);
    await change(id, 'Xin điều khác.');

    expect(refusalOf(await confirmJointDraft(province.ctx, wife, { id, body: { sha256, part } }))).toMatchObject({ code: 'changed-meanwhile', who: owner.name });
  });

  test('wants the own part filled in: where one lives, born in the past', async () => {
    const id = await shared(wife);
    const { sha256 } = await seenBy(wife, id);
    const empty = await confirmJointDraft(province.ctx, wife, { id, body: { sha256, part: { ...part, birthDate: '2999-01-01', address: { ...part.address, text: ' ' } } } });

    expect(refusalOf(empty)).toMatchObject({ code: 'fields-to-mend', fields: [{ path: 'part.address' }, { path: 'part.birthDate' }] });
  });

  test('is closed to who declined; the reason is for the one who began it, who takes him out and asks the others again', async () => {
    const id = await shared(wife, brother);
    done(await confirm(wife, id));
    done(await declineJointDraft(province.ctx, brother, { id, reason: 'Không góp đất.' }));
    const told = (await coApplicantsOfDraft(database.db, owner, id))?.others ?? [];
    const filing = refusalOf(await file(id));
    done(await removeCoApplicant(province.ctx, owner, { id, person: told[1]?.id ?? '' }));

    expect(told.map(({ state, reason }) => [state, reason])).toEqual([['confirmed', null], ['declined', 'Không góp đất.']]);
    expect([await ownJointDraft(database.db, brother, id), (await jointDraftsOf(database.db, brother)).map((draft) => draft.id).includes(id), refusalOf(await declineJointDraft(province.ctx, brother, { id, reason: 'x' }))]).toEqual([undefined, false, { code: 'dossier-unknown' }]);
    expect(filing).toEqual({ code: 'not-all-confirmed', missing: [{ name: 'Nguyễn Văn Em', state: 'declined' }] });
    expect(await states(id)).toEqual(['changed']);
  });

  test('becomes a dossier whose founding event keeps who agreed to what, when and how; all names are on the receipt, all see it', async () => {
    const id = await shared(wife);
    done(await confirm(wife, id));
    const { code } = done(await file(id));
    const dossier = await go.state(code);
    const [other] = dossier.coApplicants ?? [];
    const lists = await Promise.all([owner, wife, brother].map(({ personalId }) => dossiersOfOwner(province.ctx, database.db, personalId, undefined)));

    expect(other).toMatchObject({ party: { name: 'Trần Thị Vợ', personalId: wife.personalId, ...part }, confirmed: 'signed-in', relation: 'spouse', consent: { way: 'signed-in', by: 'Trần Thị Vợ', identityPaper: null, revision: 1 } });
    expect(createHash('sha256').update(dossier.confirmedContent ?? '').digest('hex')).toBe(other?.consent?.sha256);
    expect(JSON.parse(dossier.confirmedContent ?? '')).toMatchObject({ answers: plainAnswers, applicants: [{ personalId: wife.personalId }] });
    expect(applicantsOf(dossier).name).toBe('Nguyễn Văn Mẫu, Trần Thị Vợ');
    expect(lists.map(({ dossiers }) => dossiers.some((row) => row.code === code))).toEqual([true, true, false]);
    expect([refusalOf(await ownDossier(province.ctx, database.db, wife, code)), refusalOf(await ownDossier(province.ctx, database.db, brother, code))]).toEqual(['done', { code: 'dossier-unknown' }]);
    expect(done(await officerDossier(province.ctx, database.db, province.officer('tiepnhan'), code)).coApplicants[0]?.consent?.way).toBe('signed-in');
  });

  test('is agreed to at a counter by who has no account: found by number or person, the paper seen and the officer stay named', async () => {
    const id = await shared(wife, brother);
    done(await confirm(wife, id));
    const number = (await coApplicantsOfDraft(database.db, owner, id))?.number ?? '';
    const found = (await waitingDrafts(database.db, { personalId: brother.personalId })).find((draft) => draft.id === id);
    const byNumber = await waitingDrafts(database.db, { number });
    const officer = province.officer('tiepnhan');
    done(await recordConfirmation(province.ctx, officer, { id, body: { sha256: found?.sha256 ?? '', part, person: found?.me.id ?? '', identityPaper: 'Căn cước, cấp 01/02/2024' } }));
    const { code } = done(await file(id));

    expect(byNumber.map(({ me }) => me.name)).toEqual(['Trần Thị Vợ', 'Nguyễn Văn Em']);
    expect((await go.state(code)).coApplicants?.[1]).toMatchObject({ party: { name: 'Nguyễn Văn Em' }, confirmed: 'counter', consent: { way: 'counter', by: officer.name, identityPaper: 'Căn cước, cấp 01/02/2024' } });
    expect([await waitingDrafts(database.db, { number }), await waitingDrafts(database.db, {})]).toEqual([[], []]);
  });

  test('goes without the agreement of a person for whom a mandate stands in, while the mandate holds', async () => {
    const id = await begun();
    const mandate = { kind: 'authorised' as const, number: '12/2026', issuedOn: '2026-11-01', issuedBy: 'Phòng Công chứng số 1', validUntil: null, scope: ['submit' as const] };
    const over = await naming(id, brother, { mandate: { ...mandate, validUntil: '2026-11-02' } });
    done(await naming(id, brother, { mandate }));
    const { code } = done(await file(id));

    expect(refusalOf(over)).toMatchObject({ code: 'fields-to-mend', fields: [{ path: 'mandate.validUntil' }] });
    expect((await go.state(code)).coApplicants).toMatchObject([{ confirmed: 'mandate', document: 'Số 12/2026, Phòng Công chứng số 1' }]);
  });

  test('agreed to and changed at the same moment is never filed with an agreement to something else', async () => {
    const id = await shared(wife);
    const { sha256 } = await seenBy(wife, id);
    await Promise.all([confirmJointDraft(province.ctx, wife, { id, body: { sha256, part } }), change(id, 'Xin điều khác.')]);

    expect(refusalOf(await file(id))).toMatchObject({ code: 'not-all-confirmed' });
  });
});
