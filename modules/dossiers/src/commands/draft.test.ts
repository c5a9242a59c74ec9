// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { setFiling } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { acceptUpload } from '@motcua/documents';
import { smallPdf } from '@motcua/documents/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DraftContent } from '../contract.ts';
import { printPaper } from '../papers/print.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aCitizen, aParty, done, places, plainAnswers, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { attachToDraft, beginDraft, draftsOf, fileDraft, findDraft, removeDraft, saveDraft } from './draft.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
const [owner, other] = [aCitizen(), aCitizen({ id: 'an', name: 'Đặng Thị Ẩn', personalId: '000188067890' })];
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  province.remove();
  await database.drop();
});

const whole: DraftContent = { agency: places.commune, circumstance: null, applicant: aParty(), forOther: false, answers: { ...plainAnswers }, returnWay: 'counter' };
const empty: DraftContent = { agency: null, circumstance: null, applicant: null, forOther: false, answers: {}, returnWay: null };
const begun = async (content: DraftContent = whole) => done(await beginDraft(province.ctx, owner, { procedure: procedures.permits, content }));
const filing = (id: string, revision: number) => ({ id, revision, clientKey: randomUUID() });

async function attached(draft: string, paperNo: number): Promise<string> {
  const file = done(await acceptUpload(database.db, province.ctx.files, { content: smallPdf, name: 'don.pdf', declaredType: 'application/pdf', purpose: 'component', by: owner.name, at: startOfTest, ownerKind: 'draft', ownerRef: draft }));
  await attachToDraft(database.db, { draft, document: file.id, paperNo });
  return file.id;
}

describe('bản đang soạn (a draft)', () => {
  test('is saved revision by revision', async () => {
    const { id, revision } = await begun(empty);
    const second = done(await saveDraft(province.ctx, owner, { id, revision, content: { ...empty, agency: places.commune } }));
    const third = done(await saveDraft(province.ctx, owner, { id, revision: second.revision, content: whole }));

    expect([revision, second.revision, third.revision]).toEqual([1, 2, 3]);
    expect((await findDraft(database.db, owner, id))?.content).toEqual(whole);
  });

  test('saved on two devices at once keeps one and tells the other when', async () => {
    const { id, revision } = await begun(empty);
    const outcomes = await Promise.all([places.commune, places.otherCommune].map((agency) => saveDraft(province.ctx, owner, { id, revision, content: { ...empty, agency } })));

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, error: { code: 'changed-meanwhile', who: owner.name, at: startOfTest.toString() } });
  });

  test('does not exist for another citizen', async () => {
    const { id, revision } = await begun();
    const file = await attached(id, 1);
    await removeDraft(database.db, other, id, file);
    await removeDraft(database.db, other, id);
    const seen = [await findDraft(database.db, other, id), await saveDraft(province.ctx, other, { id, revision, content: empty }), await fileDraft(province.ctx, other, filing(id, revision)), await draftsOf(database.db, other)];

    expect(seen).toEqual([undefined, { ok: false, error: { code: 'dossier-unknown' } }, { ok: false, error: { code: 'dossier-unknown' } }, []]);
    expect((await findDraft(database.db, owner, id))?.files).toHaveLength(1);
  });

  test('is kept thirty days after it was last saved', async () => {
    const { id, revision } = await begun();
    province.clock.set(startOfTest.add({ hours: 24 * 10 }));
    await saveDraft(province.ctx, owner, { id, revision, content: whole });

    expect((await findDraft(database.db, owner, id))?.keptUntil).toBe(startOfTest.add({ hours: 24 * 40 }).toString());
  });

  test('gives back text as it was typed: composed or not, with signs of every kind', async () => {
    const request = 'Đặng Thị Ẩn 𠮷 \u0301a <script> \'; drop table -- \\ "';
    const { id } = await begun({ ...whole, answers: { ...plainAnswers, request } });

    expect((await findDraft(database.db, owner, id))?.content.answers['request']).toBe(request);
  });
});

describe('nộp hồ sơ trực tuyến (filing a draft)', () => {
  test('names everything still to be mended at once, and keeps the draft as it was', async () => {
    const { id, revision } = await begun({ ...empty, applicant: { kind: 'person', name: 'Mẫu', personalId: '123' } });
    const before = await findDraft(database.db, owner, id);
    const outcome = await fileDraft(province.ctx, owner, filing(id, revision));
    const paths = outcome.ok || outcome.error.code !== 'fields-to-mend' ? [] : outcome.error.fields.map(({ path }) => path);

    expect(paths).toEqual(expect.arrayContaining(['agency', 'returnWay', 'applicant.personalId', 'answers.requesterName', 'answers.request', 'answers.promise']));
    expect(await findDraft(database.db, owner, id)).toEqual(before);
  });

  test('makes a dossier with its files and takes the draft away', async () => {
    const { id, revision } = await begun();
    const papers = (await go.state(await go.filed())).papers.length;
    const file = await attached(id, 1);
    const filed = done(await fileDraft(province.ctx, owner, filing(id, revision)));
    const dossier = await go.state(filed.code);

    expect(papers).toBeGreaterThan(0);
    expect(dossier).toMatchObject({ status: 'submitted', channel: 'online', ownerId: owner.personalId, papers: expect.arrayContaining([expect.objectContaining({ no: 1, documents: [expect.objectContaining({ id: file })] })]) });
    expect(await findDraft(database.db, owner, id)).toBeUndefined();
  });

  test('for somebody else keeps who filed it, and shows it to that account', async () => {
    const { id, revision } = await begun({ ...whole, forOther: true, applicant: aParty({ name: 'Đặng Thị Ẩn', personalId: '000188067890' }), mandate: { kind: 'guardian', number: '5', issuedOn: '2020-01-01', issuedBy: 'UBND xã Một', validUntil: null, scope: ['submit'] } });

    const { code } = done(await fileDraft(province.ctx, owner, filing(id, revision)));
    await go.accepted(code);
    const dossier = await go.state(code);
    const receipt = await printPaper(province.ctx, database.db, { dossier, events: await eventsOf(database.db, dossier.id), paper: 'receipt' });

    expect(Buffer.from(receipt ?? []).subarray(0, 5).toString()).toBe('%PDF-');
    expect(dossier).toMatchObject({ applicant: { personalId: '000188067890' }, submitter: { name: owner.name, personalId: owner.personalId }, ownerId: owner.personalId });
  });

  test('leaves no file behind: one tied to a paper that is not asked for is named', async () => {
    const { id, revision } = await begun();
    await attached(id, 240);

    expect(await fileDraft(province.ctx, owner, filing(id, revision))).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'files.240' }] } });
    expect((await findDraft(database.db, owner, id))?.files).toHaveLength(1);
  });

  test('from two devices at once makes one dossier', async () => {
    const { id, revision } = await begun();
    const outcomes = await Promise.all([fileDraft(province.ctx, owner, filing(id, revision)), fileDraft(province.ctx, owner, filing(id, revision))]);

    expect(outcomes.map((outcome) => (outcome.ok ? 'filed' : outcome.error.code)).toSorted()).toEqual(['dossier-unknown', 'filed']);
  });

  test('with the same key answers the same after the draft is gone', async () => {
    const { id, revision } = await begun();
    const asked = filing(id, revision);
    const [first, second] = [await fileDraft(province.ctx, owner, asked), await fileDraft(province.ctx, owner, asked)];

    expect(done(second)).toEqual(done(first));
  });

  test('of an older revision is refused', async () => {
    const { id, revision } = await begun();
    done(await saveDraft(province.ctx, owner, { id, revision, content: whole }));

    expect(await fileDraft(province.ctx, owner, filing(id, revision))).toMatchObject({ error: { code: 'changed-meanwhile' } });
  });

  test('goes to the national portal from the day citizens file there, and the draft stays', async () => {
    const { id, revision } = await begun();
    await setFiling(database.db, { scope: places.province, procedure: procedures.permits, validFrom: '2026-11-18', ownPortal: false, legal: 'test' });
    province.clock.set(startOfTest.add({ hours: 24 }));

    expect(await fileDraft(province.ctx, owner, filing(id, revision))).toMatchObject({ error: { code: 'filing-elsewhere' } });
    expect(await findDraft(database.db, owner, id)).toBeDefined();
  });
});
