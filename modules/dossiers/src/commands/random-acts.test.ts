// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { procedureOn, publishVersion, setHandling } from '@motcua/catalogue';
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { issueSigningIdentity, storeDocument, testAuthorityOf } from '@motcua/documents';
import { type Actor, refuse } from '@motcua/kernel';
import { publishProcess } from '@motcua/workflow';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accept, acknowledge, answerConsultation, approve, askRegister, assign, beginScan, close, completeStep, confirmIdentity, confirmDelivery, confirmPapers, consult, correct, decideChange, decideWish, decline, digitise, digitiseWorking, extend, findScan, handOverPapers, handToPost, issue, moveOriginals, officerDossier, packForPost, pay, planCheck, proposeExtension, recordCheck, recordSecret, refuseDossier, reissue, release, replay, requestIdentity, requestPayment, requestSupplement, returnPapers, returnResult, sendAgain, sendBack, stop, supplement, trackPost, wish, withdraw, writeMessage,
} from '../index.ts';
import type { DossierActName } from '../contract.ts';
import { isEnded } from '../lifecycle/transition.ts';
import type { Dossier } from '../model.ts';
import type { Enterprise } from '../registers.ts';
import { eventsOf } from '../store/ledger.ts';
import { addScanPages } from '../store/scans.ts';
import { type SmallProvince, aCause, aCitizen, aDraft, aParty, allInOrder, officerLogins, places, procedures, smallProvince, startOfTest, walk, wholeProcess } from '../testing.ts';
import { papersToReissue, possibleActs } from '../views/possible-acts.ts';
import { fireDueTimers } from './due-timers.ts';
import { moveProcedure } from './move-procedure.ts';
import type { Asked, Outcome } from './perform.ts';
import { revokeResult } from './revoke-result.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  const desk = province.officer('tiepnhan');
  await issueSigningIdentity(database.db, await testAuthorityOf(database.db, province.secret, startOfTest), { kind: 'officer', ref: desk.id, name: desk.name, organisation: 'UBND xã Một', secret: province.secret, at: startOfTest.subtract({ hours: 24 }) });
  // From the second day on every life may move to a version with a shorter limit.
  const now = await procedureOn(database.db, procedures.permits, '2026-11-17');
  if (now === undefined) throw new Error('not in force');
  const methods = now.procedure.methods.map((method) => ({ ...method, time: { value: 4, unit: 'WORKING_DAY' as const } }));
  expect(await publishVersion(database.db, { ...now.procedure, methods }, { decision: { number: '12/QĐ-UBND', date: '2026-11-16' }, by: { id: 'kiem-soat', name: 'Cán bộ Kiểm Soát' }, at: startOfTest, validFrom: '2026-11-18' })).toMatchObject({ ok: true });
  // Every other life runs on a process that uses all that is published.
  const published = await publishProcess(database.db, { key: 'DU-BO', name: 'Quy trình đủ bộ', xml: wholeProcess, by: 'test', at: startOfTest.subtract({ hours: 24 * 400 }) });
  expect(published).toMatchObject({ ok: true });
  await setHandling(database.db, [{ procedureCode: procedures.residence, agency: places.commune, unit: null, resultSymbol: 'QĐ-UBND', ownModel: true, eformKey: 'don-de-nghi', processKey: 'DU-BO', validFrom: '2026-01-01' }]);
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

/** A white JPEG. */
const blankPage = '/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ALIAP//Z';

/** A scan of one blank page, as if somebody had put the first paper on the glass: reading pictures is tried elsewhere. */
async function blankScan({ id }: Dossier, of: Parameters<typeof beginScan>[1]['of'] = { paperNo: 1 }): Promise<string> {
  const at = province.clock.now();
  const stored = await storeDocument(database.db, province.ctx.files, { ownerKind: 'dossier', ownerRef: id, bytes: Buffer.from(blankPage, 'base64'), name: 'quet.jpg', mediaType: 'image/jpeg', purpose: 'scan-page', by: 'test', at });
  const scan = await findScan(database.db, id, await beginScan(database.db, { dossierId: id, of, byId: province.officer('tiepnhan').id, at }));
  if (!stored.ok || scan === undefined) throw new Error('no scan');
  await addScanPages(database.db, scan, [{ documentId: stored.value.id, width: 1654, height: 2339, dpi: 200, turned: 0, words: [] }]);
  return scan.id;
}

const aCompany: Enterprise = { code: '0000012345', name: 'Công ty Mẫu', foreignName: null, shortName: null, kindCode: '01', statusCode: '1', headOffice: null, representatives: [], lines: [], registeredOn: null, changes: null, changedOn: null };

type Act = (asked: Asked & { readonly taskId: string }, dossier: Dossier) => Promise<Outcome<unknown>>;

/** What the branchings of the whole process are told: other answers as the dossier grows. */
const answersTo = (version: number): Readonly<Record<string, string | number | boolean>> =>
  ({ units: version % 3 === 0 ? '' : `${places.department},${places.otherCommune}`, area: version % 2 === 0 ? 800 : 100, fire: version % 3 === 1, fee: version % 4 < 2 });
/** Where the steps of the whole process may go back to. */
const earlier: Readonly<Record<string, string>> = { Site: 'Look', Report: 'Site', TakeOver: 'Look', Sum: 'Site', Approve: 'Report' };
/** Who does a step of the whole process that is nobody's by its act. */
const doers: Readonly<Record<string, string>> = { 'division-head': 'truongphong', 'handling-officer': 'chuyenvien' };

const acts: Readonly<Record<string, Act>> = {
  'accept': (asked) => accept(province.ctx, { ...asked, taskId: undefined, body: { papers: allInOrder, limitOverride: null } }),
  'ask': (asked) => requestSupplement(province.ctx, { ...asked, taskId: undefined, body: { reason: 'Thiếu.', items: [{ paperNo: 1, what: 'x', howToMend: 'y', basis: null }] } }),
  'supplement': (asked) => supplement(province.ctx, { ...asked, taskId: undefined, body: { note: 'Đã bổ sung.', answers: null, documents: new Map() } }),
  'release': (asked) => release(province.ctx, asked),
  'move procedure': (asked) => moveProcedure(province.ctx, { ...asked, taskId: undefined, body: { to: 2, reason: 'Thủ tục được công bố lại.', documentNumber: '12/QĐ-UBND' } }),
  'assign': (asked) => assign(province.ctx, { ...asked, body: { officer: null, reason: 'Làm thay.' } }),
  'complete': (asked, { tasks, version }) => completeStep(province.ctx, { ...asked, body: { opinion: 'Được.', draft: tasks.some(({ act }) => act === 'appraise') ? aDraft : null, variables: answersTo(version), lateCause: aCause } }),
  'send back': (asked, { tasks }) => sendBack(province.ctx, { ...asked, body: { to: earlier[tasks[0]?.node ?? ''] ?? 'Step_2', reason: 'Làm lại.', lateCause: aCause } }),
  'consult': (asked) => consult(province.ctx, { ...asked, taskId: undefined, body: { agency: places.department, question: 'Có được không?', hours: 8 } }),
  'answer': (asked, { consultations }) => answerConsultation(province.ctx, { ...asked, taskId: undefined, id: consultations.at(-1)?.id ?? randomUUID(), body: { opinion: 'Được.', agrees: true } }),
  'ask for money': (asked) => requestPayment(province.ctx, { ...asked, taskId: undefined, body: { amountVnd: 50_000, reason: 'Lệ phí.' } }),
  'ask who': (asked) => requestIdentity(province.ctx, { ...asked, taskId: undefined, body: { person: 'Người nộp', reason: 'Xác nhận trên VNeID.' } }),
  'confirm who': (asked) => confirmIdentity(province.ctx, { ...asked, taskId: undefined, body: { evidence: 'VNeID' } }),
  'pay': (asked) => pay(province.ctx, { ...asked, taskId: undefined, body: { amountVnd: 50_000, receiptNumber: 'BL', way: 'cash' } }),
  'approve': (asked) => approve(province.ctx, { ...asked, body: { opinion: null, lateCause: aCause } }),
  'issue': (asked) => issue(province.ctx, { ...asked, body: { lateCause: aCause } }),
  'propose extension': (asked) => proposeExtension(province.ctx, { ...asked, taskId: undefined, body: { value: 2, reason: 'Cần thêm thời gian.' } }),
  'extend': (asked) => extend(province.ctx, { ...asked, taskId: undefined, body: { value: 2, reason: 'Cần thêm thời gian.' } }),
  'return': (asked) => returnResult(province.ctx, { ...asked, taskId: undefined, body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }),
  'wish': (asked, { consultations }) => wish(province.ctx, { ...asked, taskId: undefined, body: { kind: (['correct', 'stop', 'withdraw'] as const)[consultations.length % 3] ?? 'correct', text: 'Tôi đổi ý.' } }),
  'decide wish': (asked, { wishes, version }) => decideWish(province.ctx, { ...asked, taskId: undefined, id: wishes.at(-1)?.id ?? randomUUID(), body: { granted: version % 7 === 0, reason: 'Đã xem.' } }),
  'decide change': (asked, { changes = [], version }) => decideChange(province.ctx, { ...asked, taskId: undefined, id: changes.at(-1)?.id ?? randomUUID(), body: { granted: version % 3 !== 0, reason: 'Đã đối chiếu.' } }),
  'correct': (asked, { answers, applicant, version }) => correct(province.ctx, { ...asked, taskId: undefined, body: { answers: { ...answers, request: `Nội dung ${String(version)}` }, applicant: version % 2 === 0 ? { ...applicant, name: `Nguyễn Văn Số ${String(version)}` } : null, reason: 'Sửa.' } }),
  'digitise': async (asked, dossier) => digitise(province.ctx, { ...asked, taskId: undefined, body: { scan: await blankScan(dossier), pagesOnPaper: 1, kind: 'KQ.G15.000031', bearsNotes: false, withNotes: null, values: [], about: { number: '25/2001', issuer: null, issuedOn: '2001-03-05', validUntil: null }, onRequest: null } }),
  'digitise opinion': async (asked, dossier) => digitiseWorking(province.ctx, { ...asked, taskId: undefined, body: { scan: await blankScan(dossier, { working: { kind: 'appraisal-opinion', about: null } }), pagesOnPaper: 1, number: null, signedOn: '2026-01-05', author: 'Nguyễn Văn Thử', content: 'Đủ điều kiện.' } }),
  'reissue': (asked, dossier) => reissue(province.ctx, { ...asked, taskId: undefined, body: { paper: papersToReissue(asked.actor, dossier)[0] ?? 'receipt', reason: 'Sai.', wording: null } }),
  'plan check': (asked) => planCheck(province.ctx, { ...asked, taskId: undefined, body: { kind: 'on-site', heldAt: province.clock.now().add({ hours: 24 }).toString(), place: 'Thôn Thử', participants: 'Hai bên', content: 'Xem đất.', applicantAttends: true } }),
  'record secret': (asked) => recordSecret(province.ctx, { ...asked, taskId: undefined, body: { paperNo: null, number: '1-M', issuedOn: '2026-01-05', level: 'secret', keeper: 'Văn thư', venue: 'Két', way: 'kt1' } }),
  'ask register': ({ actor, ...asked }) => (actor.kind !== 'officer' ? Promise.resolve(refuse({ code: 'not-permitted', act: 'ask-register' })) : askRegister({ ...province.ctx, business: () => Promise.resolve({ outcome: 'found', enterprise: aCompany }) }, { ...asked, actor, taskId: undefined, body: { purpose: 'appraisal' } })),
  'record check': (asked, { checks }) => recordCheck(province.ctx, { ...asked, taskId: undefined, id: checks.at(-1)?.id ?? randomUUID(), body: { heldAt: province.clock.now().toString(), place: 'Thôn Thử', participants: 'Hai bên', findings: 'Đúng.', conclusion: 'Đạt.' } }),
  'message': (asked) => writeMessage(province.ctx, { ...asked, taskId: undefined, body: { text: 'Xin hỏi.' } }),
  'hand over papers': (asked) => handOverPapers(province.ctx, { ...asked, taskId: undefined, noteId: randomUUID() }),
  'confirm papers': (asked) => confirmPapers(province.ctx, { ...asked, taskId: undefined }),
  'return papers': (asked) => returnPapers(province.ctx, { ...asked, taskId: undefined, body: { reason: 'Thiếu.', missing: [] } }),
  'put originals': (asked, { version }) => moveOriginals(province.ctx, { ...asked, taskId: undefined, body: { nos: [], place: (['counter', 'shelf', 'unit', 'lost'] as const)[version % 4] ?? 'counter', detail: 'Kệ 1', reason: 'Đã tìm.' } }),
  'acknowledge': (asked) => acknowledge(province.ctx, { ...asked, taskId: undefined }),
  'decline': (asked, { version }) => decline(province.ctx, { ...asked, taskId: undefined, body: { why: version % 2 === 0 ? 'wrong-agency' : 'incomplete', reason: 'Không đúng.' } }),
  'send again': (asked, { version }) => sendAgain(province.ctx, { ...asked, taskId: undefined, body: { note: 'Đã sửa.', solvingAgency: version % 2 === 0 ? places.commune : null } }),
  'pack': (asked, { version }) => packForPost(province.ctx, { ...asked, taskId: undefined, body: { enterprise: version % 5 === 0 ? 'other' : 'bcci', slip: `${asked.code}-${String(version)}`, to: { name: 'Người nhận', phone: null, address: 'Thôn Thử', payer: 'applicant' } } }),
  'hand to post': (asked) => handToPost(province.ctx, { ...asked, taskId: undefined, noteId: randomUUID() }),
  'track post': (asked, { version }) => trackPost(province.ctx, { ...asked, taskId: undefined, body: { stage: (['on-the-way', 'not-delivered', 'back', 'lost'] as const)[version % 4] ?? 'back', reason: 'Vắng.' } }),
  'deliver': (asked) => confirmDelivery(province.ctx, { ...asked, taskId: undefined, body: { receivedBy: 'Người nhận', deliveredAt: province.clock.now().toString() } }),
  'revoke': (asked) => revokeResult(province.ctx, { ...asked, taskId: undefined, body: { number: '09/QĐ', reason: 'Cấp sai.' } }),
  'refuse': (asked) => refuseDossier(province.ctx, { ...asked, taskId: undefined, body: { reasons: ['Không đủ điều kiện.'] } }),
  'withdraw': (asked) => withdraw(province.ctx, { ...asked, taskId: undefined, body: { reason: 'Không còn nhu cầu.' } }),
  'stop': (asked) => stop(province.ctx, { ...asked, taskId: undefined, body: { reason: 'Không còn nhu cầu.' } }),
  'close': (asked) => close(province.ctx, { ...asked, taskId: undefined, body: { reason: 'Quá hạn.' } }),
};

/** Ends are rare, so that lives grow long before they end. */
const ending = new Set(['deliver', 'refuse', 'withdraw', 'stop', 'close', 'return']);
/** Acts that leave the status as it is. */
const beside = new Set(['move procedure', 'propose extension', 'extend', 'wish', 'decide wish', 'correct', 'reissue', 'message', 'plan check', 'record check', 'record secret', 'ask register', 'hand over papers', 'confirm papers', 'return papers', 'put originals', 'pack', 'hand to post', 'track post', 'acknowledge', 'decline', 'send again', 'revoke', 'digitise', 'digitise opinion']);
const step = fc.record({
  act: fc.oneof({ weight: 9, arbitrary: fc.constant('what is due') }, { weight: 9, arbitrary: fc.constantFrom(...Object.keys(acts).filter((name) => !ending.has(name) && !beside.has(name))) }, { weight: 4, arbitrary: fc.constantFrom(...beside) }, { weight: 1, arbitrary: fc.constantFrom(...ending) }),
  // Mostly somebody who could; now and then anybody.
  actor: fc.oneof({ weight: 6, arbitrary: fc.constant('who could') }, { weight: 2, arbitrary: fc.constantFrom('tiepnhan', 'chuyenvien', 'lanhdao', 'vanthu', 'thuquy', 'chuyenvien.so') }, { weight: 2, arbitrary: fc.constantFrom(...officerLogins) }, { weight: 1, arbitrary: fc.constant('citizen') }),
  minutes: fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constantFrom(-60, 60 * 24 * 16)),
  stale: fc.boolean().chain((rare) => (rare ? fc.constantFrom(0, 0, 0, 1) : fc.constant(0))),
});

const byTask: Readonly<Record<string, readonly [string, string]>> = { appraise: ['complete', 'chuyenvien'], approve: ['approve', 'lanhdao'], number: ['issue', 'vanthu'], return: ['return', 'tiepnhan'], accept: ['complete', 'tiepnhan'] };

/** The act of the law behind each act drawn. */
const lawful: Readonly<Record<string, DossierActName>> = {
  'accept': 'accept', 'ask': 'request-supplement', 'supplement': 'supplement', 'assign': 'assign', 'move procedure': 'move-version', 'release': 'release', 'complete': 'complete-step', 'send back': 'send-back', 'consult': 'consult', 'answer': 'answer-consultation', 'ask for money': 'request-payment', 'ask who': 'request-identity', 'confirm who': 'confirm-identity',
  'pay': 'pay', 'approve': 'approve', 'issue': 'issue', 'return': 'return', 'refuse': 'refuse', 'withdraw': 'withdraw', 'stop': 'stop', 'close': 'close', 'propose extension': 'propose-extension', 'record secret': 'record-secret', 'ask register': 'ask-register', 'extend': 'extend', 'wish': 'wish', 'decide wish': 'decide-wish', 'correct': 'correct', 'decide change': 'decide-change', 'reissue': 'reissue', 'message': 'write-message', 'plan check': 'plan-check', 'record check': 'record-check', 'hand over papers': 'hand-over-papers', 'confirm papers': 'confirm-papers', 'return papers': 'return-papers', 'put originals': 'move-originals',
  'acknowledge': 'acknowledge', 'decline': 'decline', 'send again': 'send-again',
  'pack': 'pack-for-post', 'hand to post': 'hand-to-post', 'track post': 'track-post', 'deliver': 'confirm-delivery', 'revoke': 'revoke-result', 'digitise': 'digitise', 'digitise opinion': 'digitise',
};

const natural: Readonly<Record<string, string>> = {
  'accept': 'tiepnhan', 'ask': 'chuyenvien', 'supplement': 'citizen', 'assign': 'chuyenvien', 'move procedure': 'kiemsoat.tinh', 'release': 'chuyenvien', 'complete': 'chuyenvien', 'send back': 'lanhdao', 'consult': 'chuyenvien', 'answer': 'chuyenvien.so', 'ask for money': 'chuyenvien', 'ask who': 'chuyenvien', 'confirm who': 'tiepnhan', 'pay': 'thuquy',
  'approve': 'lanhdao', 'issue': 'vanthu', 'return': 'tiepnhan', 'refuse': 'lanhdao', 'withdraw': 'tiepnhan', 'stop': 'tiepnhan', 'close': 'tiepnhan', 'propose extension': 'chuyenvien', 'record secret': 'tiepnhan', 'ask register': 'chuyenvien', 'extend': 'lanhdao', 'wish': 'citizen', 'decide wish': 'tiepnhan', 'correct': 'tiepnhan', 'decide change': 'truongbophan', 'reissue': 'tiepnhan', 'message': 'citizen', 'plan check': 'chuyenvien', 'record check': 'chuyenvien', 'hand over papers': 'tiepnhan', 'confirm papers': 'chuyenvien', 'return papers': 'chuyenvien', 'put originals': 'tiepnhan', 'digitise': 'tiepnhan', 'digitise opinion': 'tiepnhan',
  'acknowledge': 'chuyenvien', 'decline': 'chuyenvien', 'send again': 'tiepnhan',
  'pack': 'tiepnhan', 'hand to post': 'tiepnhan', 'track post': 'buuta', 'deliver': 'buuta', 'revoke': 'lanhdao',
};

function ofStep(task: Dossier['tasks'][number] | undefined): readonly [string, string] {
  if (task?.act === 'consult') return ['complete', task.agency === places.department ? 'chuyenvien.so' : 'chuyenvien.hai'];
  if (task?.act === 'forward') return ['complete', doers[task.role] ?? 'chuyenvien'];
  return byTask[task?.act ?? ''] ?? (task === undefined ? ['ask for money', 'chuyenvien'] : ['assign', 'chuyenvien']);
}

/** The act a dossier waits for, and who does it. */
function dueOn({ status, tasks, wishes, changes = [] }: Dossier): readonly [string, string] {
  if (wishes.some(({ decision }) => decision === null)) return ['decide wish', 'tiepnhan'];
  if (changes.some(({ decision }) => decision === null)) return ['decide change', 'truongbophan'];
  switch (status) {
    case 'submitted': return ['accept', 'tiepnhan'];
    case 'awaiting-intake-supplement': case 'awaiting-supplement': return ['supplement', 'citizen'];
    case 'consulting': return ['answer', 'chuyenvien.so'];
    case 'awaiting-payment': return ['pay', 'thuquy'];
    case 'awaiting-identity': return ['confirm who', 'tiepnhan'];
    case 'accepted': case 'in-progress': case 'decided': case 'returned': case 'refused': case 'withdrawn': case 'stopped': case 'closed': case 'sent-upstream': return ofStep(tasks[0]);
  }
}

const actorOf = (name: string): Actor => (name === 'citizen' ? aCitizen() : province.officer(name));

describe('việc bất kỳ do người bất kỳ (random acts by random people)', () => {
  test('never throw, change only what is done, and leave a ledger that replays', async () => {
    const [tally, statuses, reached] = [new Map<string, number>(), new Set<string>(), new Set<string>()];
    await fc.assert(fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 15, maxLength: 45 }), async (isWhole, steps) => {
      province.clock.set(startOfTest);
      const code = await go.filed({ returnWay: 'post', ...(isWhole ? { procedure: procedures.residence } : {}), ...(steps.length % 3 === 0 ? { applicant: aParty({ kind: 'organisation', personalId: aCompany.code, birthDate: null }) } : {}) });
      for (const { minutes, stale, ...drawn } of steps) {
        province.clock.set(province.clock.now().add({ minutes }));
        if (isWhole) await fireDueTimers(province.ctx);
        const before = await go.state(code);
        const [act, actor] = drawn.act === 'what is due' ? dueOn(before) : [drawn.act, drawn.actor === 'who could' ? natural[drawn.act] ?? 'tiepnhan' : drawn.actor];
        const outcome = await acts[act]?.({ actor: actorOf(actor), code, version: before.version - stale, clientKey: randomUUID(), taskId: before.tasks[0]?.taskId ?? 'none' }, before);
        const after = await go.state(code);
        const name = lawful[act];
        const offered = name === undefined ? undefined : possibleActs(actorOf(actor), before, province.clock.now()).some((possible) => possible.act === name && possible.allowed);
        // What is done was offered, and what was offered is not refused for who asks or when: screens and acts say the same.
        if (outcome?.ok === true && offered === false) expect(`${act} by ${actor} on ${before.status}`).toBe('offered');
        if (outcome?.ok === false && offered === true && stale === 0) expect(['act-not-allowed', 'not-permitted', 'dossier-unknown', 'result-exists', 'already-asked', 'held-by-another', 'step-needs-another-act', 'extension-used', 'wish-open', 'no-such-wish', 'change-open', 'second-person-needed', 'already-revoked']).not.toContain(outcome.error.code);
        tally.set(outcome?.ok === true ? act : outcome?.error.code ?? '', (tally.get(outcome?.ok === true ? act : outcome?.error.code ?? '') ?? 0) + 1);
        statuses.add(after.status);
        for (const { node } of after.tasks) reached.add(node);
        for (const message of after.awaits) reached.add(message);
        if (outcome?.ok === true) expect(after.version).toBeGreaterThan(before.version);
        else expect(after).toEqual(before);
        if (isEnded(after.status)) {
          expect([after.tasks, after.endedAt === null]).toEqual([[], false]);
          break;
        }
      }
      const dossier = await go.state(code);
      const events = await eventsOf(database.db, dossier.id);
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => Temporal.Instant.compare(a, b)));
      expect(await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code)).toMatchObject({ ok: true });
    }), { numRuns: 30 });
    const differences: unknown[] = [];
    const { dossiers } = await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
    expect(dossiers).toBeGreaterThanOrEqual(30);
    // The lives were lives: most acts happened, most statuses were reached.
    expect(Object.keys(acts).filter((act) => tally.has(act)).length).toBeGreaterThan(9);
    expect(statuses.size).toBeGreaterThan(7);
    expect(['Look', 'Site'].filter((node) => !reached.has(node))).toEqual([]);
  }, 240_000);

  test('leave no open step of an ended dossier in a work list', async () => {
    const { rows } = await sql`select d.code from dossiers.task t join dossiers.dossier d on d.id = t.dossier_id where d.ended_at is not null`.execute(database.db);

    expect(rows).toEqual([]);
  });
});
