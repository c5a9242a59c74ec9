// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, approve, completeStep, correct, decideChange, decideWish, ownDossier, reissue, replay, requestSupplement, stop, supplement, takeIn, wish, withdraw, writeMessage } from '../index.ts';
import type { WishKind } from '../contract.ts';
import { issueOf } from '../lifecycle/issued-papers.ts';
import { printPaper } from '../papers/print.ts';
import { replacedIn } from '../views/replaced-paper.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aCause, aCitizen, aDraft, aParty, allInOrder, anIntake, done, plainAnswers, smallProvince, startOfTest, walk } from '../testing.ts';
import { workOf } from '../views/lists.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const other = aCitizen({ id: 'an', personalId: '000188067890' });
const ask = async (code: string, kind: WishKind, who = aCitizen()) => wish(province.ctx, { ...await go.by(who, code), body: { kind, text: 'Tôi đổi ý.' } });
const decide = async (who: string, code: string, granted: boolean) => decideWish(province.ctx, { ...await go.by(who, code), id: (await go.state(code)).wishes.at(-1)?.id ?? '0193a000-0000-7000-8000-000000000009', body: { granted, reason: 'Đã xem.' } });
const codeOf = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => outcome.error?.code ?? 'done';
const listed = async (who: string, list: 'wishes' | 'questions', code: string) => (await workOf(province.ctx, database.db, province.officer(who), { list })).dossiers.find((row) => row.code === code);

describe('đề nghị của người nộp (what the applicant asks for)', () => {
  test.each([['stop', 'stopped'], ['withdraw', 'withdrawn']] as const)('to %s ends nothing until the one-stop shop grants it', async (kind, status) => {
    const code = await go.taken();
    const own = [codeOf(await stop(province.ctx, { ...await go.by(aCitizen(), code), body: { reason: 'x' } })), codeOf(await withdraw(province.ctx, { ...await go.by(aCitizen(), code), body: { reason: 'x' } })), codeOf(await ask(code, kind, other))];
    done(await ask(code, kind));
    const [waiting, row] = [await go.state(code), await listed('tiepnhan', 'wishes', code)];
    const refused = [await decide('chuyenvien', code, true), await decide('tiepnhan.hai', code, true)].map(codeOf);
    done(await decide('tiepnhan', code, true));
    const after = await go.state(code);

    expect([own, waiting.status, row?.alert?.kind, refused]).toEqual([['not-permitted', 'not-permitted', 'dossier-unknown'], 'accepted', `wish-${kind}`, ['not-permitted', 'dossier-unknown']]);
    expect(after).toMatchObject({ status, tasks: [], ending: { reason: 'Tôi đổi ý.' }, wishes: [{ kind, decision: { granted: true } }] });
    expect((await eventsOf(database.db, after.id)).map(({ type }) => type).slice(-3)).toEqual(['wished', 'wish-decided', status]);
    expect(await listed('tiepnhan', 'wishes', code)).toBeUndefined();
  });

  test('is asked one at a time, refused with a reason the person reads, and may be asked again', async () => {
    const code = await go.taken();
    done(await ask(code, 'stop'));
    const second = await ask(code, 'correct');
    done(await decide('truongbophan', code, false));

    expect(codeOf(second)).toBe('wish-open');
    expect(await ownDossier(province.ctx, database.db, aCitizen(), code)).toMatchObject({ value: { status: 'accepted', notices: [{ title: 'Đề nghị dừng giải quyết: chưa được đồng ý', text: 'Đã xem.' }] } });
    expect(codeOf(await ask(code, 'withdraw'))).toBe('done');
    expect(codeOf(await decideWish(province.ctx, { ...await go.by('tiepnhan', code), id: '0193a000-0000-7000-8000-000000000009', body: { granted: true, reason: 'x' } }))).toBe('no-such-wish');
  });

  test('to stop stands before the signature; once the result is signed nothing can be asked', async () => {
    const code = await go.taken();
    await go.appraised(code);
    done(await ask(code, 'stop'));
    const unsigned = await approve(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null, lateCause: aCause } });
    done(await decide('tiepnhan', code, false));
    await go.approved(code);

    expect([codeOf(unsigned), codeOf(await ask(code, 'stop'))]).toEqual(['wish-open', 'result-exists']);
  });

  test('before acceptance the person withdraws alone', async () => {
    const code = await go.filed();
    done(await withdraw(province.ctx, { ...await go.by(aCitizen(), code), body: { reason: 'Không còn nhu cầu.' } }));

    expect((await go.state(code)).status).toBe('withdrawn');
  });
});

describe('sửa và cấp lại giấy (correction and papers issued again)', () => {
  test('keeps what was there, the reason and who; the receipt gets a new number and the old one says that it was replaced', async () => {
    const code = await go.taken();
    const before = await go.state(code);
    done(await correct(province.ctx, { ...await go.by('tiepnhan', code), body: { answers: { ...plainAnswers, request: 'Nội dung đúng.' }, applicant: aParty({ name: 'Nguyễn Văn Đúng' }), reason: 'Ghi sai tên.' } }));
    done(await decideChange(province.ctx, { ...await go.by('truongbophan', code), id: (await go.state(code)).changes?.at(-1)?.id ?? '', body: { granted: true, reason: 'Đã đối chiếu.' } }));
    done(await reissue(province.ctx, { ...await go.by('tiepnhan', code), body: { paper: 'receipt', reason: 'Tên trên giấy cũ sai.', wording: null } }));
    const after = await go.state(code);
    const second = (at: string): number => Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000);
    const events = await eventsOf(database.db, after.id);

    expect(after).toMatchObject({ applicant: { name: 'Nguyễn Văn Đúng' }, answers: { request: 'Nội dung đúng.' }, replaced: [{ paper: 'receipt', number: before.receipt?.number, reason: 'Tên trên giấy cũ sai.' }] });
    expect([after.receipt, issueOf(after, 'receipt')?.number === before.receipt?.number]).toEqual([before.receipt, false]);
    expect(events.at(-2)).toMatchObject({ type: 'corrected', data: { changed: ['request', 'applicant.name'], reason: 'Ghi sai tên.' } });
    const asked = (kind: string, issued: number) => replacedIn(after, { kind, issued });
    expect([asked('receipt', second(before.receipt?.at ?? '')), asked('control-slip', second(before.receipt?.at ?? '')), asked('receipt', 1)]).toMatchObject([{ replacedAt: startOfTest.toString() }, null, null]);
    expect(Buffer.from((await printPaper(province.ctx, database.db, { dossier: after, events, paper: 'receipt' }))?.subarray(0, 5) ?? []).toString()).toBe('%PDF-');
  });

  test('is refused where nothing changes, the form gets a hole, or there is no such paper', async () => {
    const code = await go.taken();
    const same = await correct(province.ctx, { ...await go.by('tiepnhan', code), body: { answers: { ...plainAnswers }, applicant: null, reason: 'x' } });
    const hole = await correct(province.ctx, { ...await go.by('tiepnhan', code), body: { answers: { ...plainAnswers, request: undefined }, applicant: null, reason: 'x' } });
    const paper = await reissue(province.ctx, { ...await go.by('tiepnhan', code), body: { paper: 'supplement-request', reason: 'x', wording: null } });
    const stranger = await correct(province.ctx, { ...await go.by('chuyenvien', code), body: { answers: { ...plainAnswers, request: 'y' }, applicant: null, reason: 'x' } });

    expect([same, hole, paper, stranger].map(codeOf)).toEqual(['fields-to-mend', 'fields-to-mend', 'no-such-paper', 'not-permitted']);
  });

  test('of a supplement request goes on as the same request under the new number', async () => {
    const code = await go.taken();
    done(await requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Thiếu.', items: [{ paperNo: 1, what: 'x', howToMend: 'y', basis: null }] } }));
    const before = (await go.state(code)).supplement;
    done(await reissue(province.ctx, { ...await go.by('tiepnhan', code), body: { paper: 'supplement-request', reason: 'Ghi sai.', wording: null } }));
    const after = await go.state(code);

    expect([issueOf(after, 'supplement-request')?.number === before?.number, after.supplement?.answerBy]).toEqual([false, before?.answerBy]);
  });
});

describe('tờ khai còn chỗ trống (an e-form with gaps)', () => {
  test('is not accepted before somebody completes it', async () => {
    const code = done(await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ answers: { requesterName: 'Nguyễn Văn Mẫu' }, outcome: { kind: 'supplement', reason: 'Thiếu.', items: [{ paperNo: 1, what: 'x', howToMend: 'y', basis: null }] } }) })).code;
    done(await supplement(province.ctx, { ...await go.by('tiepnhan', code), body: { note: 'Đã nộp.', answers: null, documents: new Map() } }));
    const body = { papers: allInOrder, limitOverride: null };
    const gaps = await accept(province.ctx, { ...await go.by('tiepnhan', code), body });
    done(await correct(province.ctx, { ...await go.by('tiepnhan', code), body: { answers: { ...plainAnswers }, applicant: null, reason: 'Người nộp khai nốt tại quầy.' } }));
    const whole = await accept(province.ctx, { ...await go.by('tiepnhan', code), body });

    expect(gaps).toMatchObject({ error: { code: 'fields-to-mend', fields: expect.arrayContaining([expect.objectContaining({ path: expect.stringContaining('request') })]) } });
    expect(codeOf(whole)).toBe('done');
  });
});

describe('tin nhắn trên hồ sơ (messages on a dossier)', () => {
  const write = async (who: Parameters<typeof go.by>[0], code: string, text: string) => writeMessage(province.ctx, { ...await go.by(who, code), body: { text } });

  test('pass between the person and the officers of the dossier, and nobody else; an unanswered one is in the list of both offices', async () => {
    const code = await go.taken();
    done(await write(aCitizen(), code, 'Bao giờ xong?'));
    const asked = [await listed('tiepnhan', 'questions', code), await listed('chuyenvien', 'questions', code), await listed('chuyenvien.hai', 'questions', code)].map((row) => row?.alert?.kind);
    const strangers = [await write(other, code, 'x'), await write('chuyenvien.hai', code, 'x'), await write('vanthu', code, 'x')].map(codeOf);
    done(await write('chuyenvien', code, 'Trong tuần này.'));

    expect([asked, strangers]).toEqual([['question', 'question', undefined], ['dossier-unknown', 'dossier-unknown', 'not-permitted']]);
    expect(await ownDossier(province.ctx, database.db, aCitizen(), code)).toMatchObject({ value: { messages: [{ text: 'Bao giờ xong?', fromOffice: false }, { text: 'Trong tuần này.', fromOffice: true }], timeline: [{ type: 'accepted' }, { type: 'submitted' }] } });
    expect(await listed('tiepnhan', 'questions', code)).toBeUndefined();
  });

  test('overwrite nothing: who showed the dossier before a message may still act, who showed it before an act may still write', async () => {
    const code = await go.taken();
    const shown = await go.onTask('chuyenvien', code, 'appraise');
    const older = await go.by(aCitizen(), code);
    done(await write(aCitizen(), code, 'Xin hỏi thêm.'));
    done(await completeStep(province.ctx, { ...shown, body: { opinion: null, draft: aDraft, variables: {} } }));
    const late = await writeMessage(province.ctx, { ...older, body: { text: 'Cảm ơn.' } });
    const future = await writeMessage(province.ctx, { ...await go.by(aCitizen(), code), version: 999, body: { text: 'x' } });

    expect([codeOf(late), codeOf(future)]).toEqual(['done', 'changed-meanwhile']);
  });
});
