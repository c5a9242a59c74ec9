// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { chooseRuleSet } from '@motcua/catalogue';
import { documentsOf } from '@motcua/documents';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accept, approve, changeCalendar, completeStep, confirmIdentity, extend, figuresToday, issue, ownDossier, replay, requestIdentity, requestSupplement, returnResult, searchDossiers, sendUpstream, stop, supplement, withdraw, workOf } from '../index.ts';
import type { Dossier } from '../model.ts';
import { printPaper } from '../papers/print.ts';
import { eventsOf } from '../store/ledger.ts';
import { dossierDb } from '../store/tables.ts';
import { type SmallProvince, aCitizen, aDraft, allInOrder, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { extensionOffer } from '../views/extension-offer.ts';
import { forecastOf } from '../views/forecast.ts';
import { dossiersOfOwner } from '../views/lists.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => { province.remove(); await database.drop(); });

const home = { province: '66', provinceName: 'Tỉnh Thử', commune: '24000', communeName: 'Xã Một', street: 'Thôn Thử' };
const parent = (who: 'mother' | 'father'): Record<string, unknown> => ({
  [`${who}Known`]: true, [`${who}Name`]: 'Trần Thị Mẫu', [`${who}BirthDate`]: '1996-01-02', [`${who}Ethnicity`]: 'Kinh', [`${who}Nationality`]: 'Việt Nam', [`${who}PersonalId`]: '000196000001', [`${who}Residence`]: home,
});
const birthAnswers = {
  requesterName: 'Nguyễn Văn Mẫu', requesterId: '000095012345', requesterAddress: home, requesterPhone: '0900000123', relation: 'father', childName: 'Nguyễn Thị Bé', childBirthDate: '2026-11-01', childSex: 'female', childEthnicity: 'Kinh',
  childNationality: 'Việt Nam', childBirthPlace: 'Trạm Y tế xã Một', childHometown: 'Xã Một', birthProof: 'birth-certificate', married: 'yes', marriageCertificate: 'Số 1/2024', promise: true, ...parent('mother'), ...parent('father'),
};

const begun = (): Promise<string> => {
  province.clock.set(startOfTest);
  return go.taken({ procedure: procedures.group, answers: birthAnswers });
};
const childFor = async (root: string, node: string): Promise<Dossier> => {
  const known = (await go.state(root)).children.findLast((child) => child.node === node);
  return go.state(known?.code ?? `no part ${node}`);
};
const people = { one: { desk: 'tiepnhan', handler: 'chuyenvien', leader: 'lanhdao', clerk: 'vanthu' }, two: { desk: 'tiepnhan.hai', handler: 'chuyenvien.hai', leader: 'lanhdao.hai', clerk: 'chuyenvien.hai' } } as const;
const acceptPart = async (code: string, who: (typeof people)[keyof typeof people] = people.one): Promise<unknown> => done(await accept(province.ctx, { ...await go.by(who.desk, code), body: { papers: allInOrder, limitOverride: null } }));
const finishPart = async (code: string, who: (typeof people)[keyof typeof people] = people.one): Promise<void> => {
  done(await completeStep(province.ctx, { ...await go.onTask(who.handler, code, 'appraise'), body: { opinion: 'Đủ.', draft: aDraft, variables: {} } }));
  done(await approve(province.ctx, { ...await go.onTask(who.leader, code, 'approve'), body: { opinion: null } }));
  done(await issue(province.ctx, await go.onTask(who.clerk, code, 'number')));
};
const standing = async (root: string): Promise<readonly string[]> => (await go.state(root)).children.map(({ node, status, end }) => `${node} ${status} ${end ?? '-'}`);

describe('nhóm thủ tục liên thông (a linked group)', () => {
  test('founds its first part at once, under its own code with a number, with what was told once', async () => {
    const root = await begun();
    const birth = await childFor(root, 'Birth');

    expect(await standing(root)).toEqual(['Birth submitted -']);
    expect([birth.code, birth.status, birth.procedure.code, birth.answers['childName'], birth.ownerId]).toEqual([`${root}-1`, 'submitted', procedures.births, 'Nguyễn Thị Bé', '000095012345']);
  });

  test('a part whose group is not there is refused its acts with words, and keeps what it has', async () => {
    const part = await childFor(await begun(), 'Birth');
    const lost = `${part.code}-mồ-côi`;
    // Only the owner of the database can change a line; the working role never can.
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const name = (code: string | undefined) => owner.query("update dossiers.event set data = jsonb_set(data, '{parent,code}', to_jsonb($2::text)) where dossier_id = $1 and seq = 1", [part.id, code]);
    await name(lost);
    const outcome = await accept(province.ctx, { ...await go.by('tiepnhan', part.code), body: { papers: allInOrder, limitOverride: null } });
    await name(part.parent?.code);
    await owner.end();

    expect(outcome).toEqual({ ok: false, error: { code: 'group-missing', group: lost } });
    expect(await go.state(part.code)).toEqual(part);
  });

  test('hands each result on to the parts that need it, which then run side by side, and is done when all are', async () => {
    const root = await begun();
    const birth = await childFor(root, 'Birth');
    await acceptPart(birth.code);
    await finishPart(birth.code);
    const [residence, insurance] = [await childFor(root, 'Residence'), await childFor(root, 'Insurance')];
    expect(await standing(root)).toEqual(['Birth decided done', 'Residence submitted -', 'Insurance submitted -']);
    expect([residence.agencies.solving, insurance.agencies.solving, insurance.agencies.returning]).toEqual([places.commune, places.otherCommune, places.commune]);
    const given = await documentsOf(database.db, { ownerKind: 'dossier', ownerRef: residence.id });
    expect([residence.papers.at(-1)?.name, residence.papers.at(-1)?.documents.length, given.length]).toEqual(['Kết quả: Thủ tục đăng ký khai sinh', 1, 1]);
    for (const [part, who] of [[insurance, people.two], [residence, people.one]] as const) {
      await acceptPart(part.code, who);
      await finishPart(part.code, who);
    }
    const finished = await go.state(root);
    expect([finished.status, finished.outcome, finished.tasks.map(({ act }) => act)]).toEqual(['decided', 'early', ['return']]);
    done(await returnResult(province.ctx, { ...await go.by('tiepnhan', root), body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }));

    expect([(await go.state(root)).status, (await childFor(root, 'Birth')).status, (await childFor(root, 'Insurance')).status]).toEqual(['returned', 'returned', 'returned']);
  });

  test('promises along its shape: a chain adds up, side by side the latest counts, and a part that stands still holds the whole', async () => {
    const root = await begun();
    const first = await go.state(root);
    const birth = await childFor(root, 'Birth');
    // Tuesday 09:00: eight working hours of the birth, then seven working days of the residence, over the holiday of the 24th, which outlast five of the insurance.
    expect([first.clock?.owedAt, first.clock?.explanation.map(({ text }) => text)]).toEqual([Temporal.Instant.from('2026-11-30T09:00:00+07:00').toString(), ['Đăng ký khai sinh: 8 giờ làm việc', 'Đăng ký thường trú: 7 ngày làm việc']]);
    await acceptPart(birth.code);
    done(await requestSupplement(province.ctx, { ...await go.by('chuyenvien', birth.code), body: { reason: 'Thiếu.', items: [{ paperNo: 1, what: 'Thiếu giấy chứng sinh', howToMend: 'Nộp bản chính', basis: null }] } }));
    const still = await go.state(root);
    expect([still.clock?.owedAt, Temporal.Instant.from(still.clock?.stoppedSince ?? '').equals(startOfTest)]).toEqual([null, true]);
    province.clock.set(startOfTest.add({ hours: 24 }));
    done(await supplement(province.ctx, { ...await go.by(aCitizen(), birth.code), body: { note: 'Giấy chứng sinh bản chính.', answers: null, documents: new Map() } }));
    const [birthAgain, again] = [await childFor(root, 'Birth'), await go.state(root)];

    expect([birthAgain.clock?.owedAt, again.clock?.owedAt]).toEqual(['2026-11-19T09:00:00+07:00', Temporal.Instant.from('2026-12-01T09:00:00+07:00').toString()]);
  });

  test('moves with the part whose promise a changed calendar moved, and is not counted beside it', async () => {
    const root = await begun();
    const birth = await childFor(root, 'Birth');
    await acceptPart(birth.code);
    const before = (await go.state(root)).clock?.owedAt ?? '';
    const change = { actor: province.officer('quantri'), agency: places.commune };
    const effects = done(await changeCalendar(province.ctx, { ...change, clientKey: randomUUID(), change: { kind: 'day-off', day: '2026-11-18', name: 'Nghỉ', decision: 'Thông báo 1' } }));
    const [part, group] = [await childFor(root, 'Birth'), await go.state(root)];
    done(await changeCalendar(province.ctx, { ...change, clientKey: randomUUID(), change: { kind: 'plain-day', day: '2026-11-18', decision: 'Thông báo 2' } }));

    const messages = await dossierDb(database.db).selectFrom('dossiers.message_draft').select('body').where('dossier_id', '=', group.id).execute();
    expect(messages.map(({ body }) => [body.includes(`hồ sơ ${root} đổi`), body.includes(part.code)])).toEqual([[true, false]]);
    expect([part.clock?.owedAt, Temporal.Instant.compare(Temporal.Instant.from(before), Temporal.Instant.from(group.clock?.owedAt ?? ''))]).toEqual(['2026-11-19T09:00:00+07:00', -1]);
    expect(effects.affected.map(({ code }) => code)).not.toContain(root);
  });

  test('goes back to the part before when one finds its result wrong: that part is done once more, what stood on it too', async () => {
    const root = await begun();
    await acceptPart((await childFor(root, 'Birth')).code);
    await finishPart((await childFor(root, 'Birth')).code);
    const [residence, insurance] = [await childFor(root, 'Residence'), await childFor(root, 'Insurance')];
    await acceptPart(insurance.code, people.two);
    const unknown = await sendUpstream(province.ctx, { ...await go.by('chuyenvien', residence.code), body: { to: 'Insurance', reason: 'Sai tên.' } });
    const first = await sendUpstream(province.ctx, { ...await go.by('tiepnhan', root), body: { to: 'Birth', reason: 'Sai tên.' } });
    done(await sendUpstream(province.ctx, { ...await go.by('tiepnhan', residence.code), body: { to: 'Birth', reason: 'Sai tên trẻ trên giấy khai sinh.' } }));

    expect([unknown.ok, first.ok, await standing(root)]).toEqual([false, false, ['Birth decided done', 'Residence sent-upstream sent-upstream', 'Insurance closed without-result', 'Birth submitted -']]);
    expect((await childFor(root, 'Birth')).parent?.redoneBecause).toContain(`${root}-2`);
    await acceptPart((await childFor(root, 'Birth')).code);
    await finishPart((await childFor(root, 'Birth')).code);
    expect((await standing(root)).slice(3)).toEqual(['Birth decided done', 'Residence submitted -', 'Insurance submitted -']);
  });

  test('asks the head of the one-stop shop to go on without a part that was refused', async () => {
    const root = await begun();
    await acceptPart((await childFor(root, 'Birth')).code);
    await finishPart((await childFor(root, 'Birth')).code);
    const insurance = await childFor(root, 'Insurance');
    done(await withdraw(province.ctx, { ...await go.by('tiepnhan.hai', insurance.code), body: { reason: 'Trẻ đã có thẻ.' } }));
    const work = await workOf(province.ctx, database.db, province.officer('truongbophan'), { list: 'todo' });
    const task = (await go.state(root)).tasks.find(({ node }) => node === 'Insurance');
    expect(work.dossiers.map(({ code, task: open }) => [code, open?.act])).toEqual([[root, 'linked']]);
    done(await completeStep(province.ctx, { ...await go.by('truongbophan', root), taskId: task?.taskId ?? '', body: { opinion: 'Trẻ đã có thẻ, không cần cấp.', draft: null, variables: {} } }));
    await acceptPart((await childFor(root, 'Residence')).code);
    await finishPart((await childFor(root, 'Residence')).code);

    expect((await go.state(root)).status).toBe('decided');
  });

  test('cannot be finished by hand while its part runs', async () => {
    const root = await begun();
    const task = (await go.state(root)).tasks[0]?.taskId ?? '';

    expect(await completeStep(province.ctx, { ...await go.by('truongbophan', root), taskId: task, body: { opinion: null, draft: null, variables: {} } })).toMatchObject({ ok: false, error: { code: 'step-needs-another-act' } });
  });

  test('goes from agency to agency with a slip on paper: the work of each, in order, and by when', async () => {
    const root = await begun();
    await acceptPart((await childFor(root, 'Birth')).code);
    const dossier = await go.state(root);
    const pdf = await printPaper(province.ctx, database.db, { dossier, events: await eventsOf(database.db, dossier.id), paper: 'forwarding-slip' });
    const words = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf ?? new Uint8Array(), encoding: 'utf8' }).replace(/\s+/gu, ' ');
    const citizen = await ownDossier(province.ctx, database.db, aCitizen(), root);

    expect(words).toMatch(/Một, ngày 17 .*PHIẾU CHUYỂN XỬ LÝ HỒ SƠ.*Cơ quan chủ trì giải quyết: UBND xã Một.* 1 UBND xã Một Đăng ký khai sinh \d\d:00 18\/11\/2026 2 UBND xã Một Đăng ký thường trú 7 ngày làm việc, dự kiến .* 3 UBND xã Hai Cấp thẻ bảo hiểm y tế 5 ngày làm việc, dự kiến/u);
    expect(citizen).toMatchObject({ value: { issued: [{ form: 'receipt' }] } });
  });

  test('is told one return day at acceptance, along its shape, and no limit of its own beside it', async () => {
    const root = await begun();
    const dossier = await go.state(root);
    const events = await eventsOf(database.db, dossier.id);
    const citizen = await ownDossier(province.ctx, database.db, aCitizen(), root);
    const pdf = await printPaper(province.ctx, database.db, { dossier, events, paper: 'receipt' });

    expect(events.map(({ type }) => type)).toEqual(['submitted', 'accepted', 'child-started']);
    expect(citizen).toMatchObject({ value: { limit: 'theo từng thủ tục trong nhóm' } });
    expect(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf ?? new Uint8Array(), encoding: 'utf8' }).replace(/\s+/gu, ' ')).toContain('theo từng thủ tục trong nhóm');
  });

  test('keeps its extension, and what it was told when parts are done early or end', async () => {
    const root = await begun();
    const told = (await go.state(root)).clock?.owedAt ?? '';
    const offer = await extensionOffer(province.ctx, database.db, { actor: province.officer('lanhdao'), code: root, value: 2 });
    done(await extend(province.ctx, { ...await go.by('lanhdao', root), body: { value: 2, reason: 'Chờ cơ quan hỏi.' } }));
    const longer = await go.state(root);
    await acceptPart((await childFor(root, 'Birth')).code);
    await finishPart((await childFor(root, 'Birth')).code);
    for (const [node, desk] of [['Residence', 'tiepnhan'], ['Insurance', 'tiepnhan.hai']] as const) {
      done(await withdraw(province.ctx, { ...await go.by(desk, (await childFor(root, node)).code), body: { reason: 'Không cần nữa.' } }));
    }

    expect(Temporal.Instant.compare(Temporal.Instant.from(longer.clock?.owedAt ?? ''), Temporal.Instant.from(told))).toBe(1);
    expect([longer.extension?.newOwedAt, offer.ok ? offer.value.newOwedAt : null, (await go.state(root)).clock?.owedAt]).toEqual([longer.clock?.owedAt, longer.clock?.owedAt, longer.clock?.owedAt]);
    expect((await eventsOf(database.db, longer.id)).map(({ type }) => type)).not.toContain('clock-recounted');
  });

  test('stands still while its own identity wait is open, and is promised later after it', async () => {
    province.clock.set(startOfTest);
    done(await chooseRuleSet(database.db, { set: 'after-15h-next-day', procedure: procedures.group, channel: null, validFrom: '2026-11-17', firstAppointment: null }, { by: { id: 'quantri', name: 'Quản trị' }, at: startOfTest, clientKey: randomUUID(), decision: 'Quyết định của UBND tỉnh' }));
    const root = await begun();
    const told = (await go.state(root)).clock?.owedAt ?? '';
    done(await requestIdentity(province.ctx, { ...await go.by('chuyenvien', root), body: { person: 'Nguyễn Văn Mẫu', reason: 'Chưa khớp.' } }));
    await acceptPart((await childFor(root, 'Birth')).code);
    const still = (await go.state(root)).clock;
    province.clock.set(startOfTest.add({ hours: 24 }));
    done(await confirmIdentity(province.ctx, { ...await go.by('tiepnhan', root), body: { evidence: 'Căn cước' } }));
    const again = (await go.state(root)).clock?.owedAt ?? '';

    expect([still?.owedAt, Temporal.Instant.from(still?.stoppedSince ?? '').equals(startOfTest)]).toEqual([null, true]);
    expect(Temporal.Instant.from(told).until(Temporal.Instant.from(again)).total('hours')).toBe(24);
  });

  test('is not ended once a part has its result, and says which', async () => {
    const root = await begun();
    const birth = await childFor(root, 'Birth');
    await acceptPart(birth.code);
    await finishPart(birth.code);
    const [withdrawn, stopped] = [await withdraw(province.ctx, { ...await go.by('tiepnhan', root), body: { reason: 'Thôi.' } }), await stop(province.ctx, { ...await go.by('truongbophan', root), body: { reason: 'Thôi.' } })];
    const seen = await ownDossier(province.ctx, database.db, province.officer('tiepnhan'), root);

    expect(withdrawn).toEqual({ ok: false, error: { code: 'result-exists', part: birth.procedure.name } });
    expect(stopped.ok).toBe(false);
    expect(seen.ok ? seen.value.acts.find(({ act }) => act === 'withdraw') : null).toMatchObject({ allowed: false, why: `«${birth.procedure.name}» trong nhóm đã có kết quả nên việc này không làm cho cả nhóm được nữa.` });
  });

  test('is not forecast by a limit of its own', async () => {
    const root = await begun();

    expect(await forecastOf(province.ctx, database.db, { actor: province.officer('tiepnhan'), code: root, at: startOfTest.add({ hours: 48 }).toString() })).toEqual({ ok: false, error: { code: 'nothing-to-forecast', group: true } });
  });

  test('ends its parts when it ends', async () => {
    const root = await begun();
    const birth = await childFor(root, 'Birth');
    await acceptPart(birth.code);
    done(await withdraw(province.ctx, { ...await go.by('tiepnhan', root), body: { reason: 'Nộp nơi khác.' } }));

    expect([(await go.state(root)).status, (await childFor(root, 'Birth')).status, (await childFor(root, 'Birth')).tasks]).toEqual(['withdrawn', 'closed', []]);
  });

  test('is one dossier to the citizen and one in every figure, though each agency works on its own part', async () => {
    const before = (await figuresToday(province.ctx, database.db, province.officer('lanhdao.tinh'))).total.inProgress;
    const root = await begun();
    await acceptPart((await childFor(root, 'Birth')).code);
    await finishPart((await childFor(root, 'Birth')).code);
    await acceptPart((await childFor(root, 'Insurance')).code, people.two);
    const figures = await figuresToday(province.ctx, database.db, province.officer('lanhdao.tinh'));
    const mine = await dossiersOfOwner(province.ctx, database.db, '000095012345', undefined);
    const listed = await searchDossiers(province.ctx, database.db, province.officer('lanhdao.tinh'), { standing: 'in-progress' });
    const part = await childFor(root, 'Insurance');
    const theirs = await workOf(province.ctx, database.db, province.officer('chuyenvien.hai'), { list: 'todo' });

    expect([figures.total.inProgress - before, figures.agencies.reduce((sum, agency) => sum + agency.inProgress, 0)]).toEqual([1, figures.total.inProgress]);
    expect(mine.dossiers.filter(({ code }) => code.startsWith(root)).map(({ code }) => code)).toEqual([root]);
    expect(listed.dossiers.length).toBe(figures.total.inProgress);
    expect(theirs.dossiers.map(({ code }) => code)).toContain(part.code);
  });

  test('is done once when the same act comes twice, and leaves a ledger that replays', async () => {
    const root = await begun();
    const birth = await childFor(root, 'Birth');
    const asked = { ...await go.by('tiepnhan', birth.code), clientKey: randomUUID(), body: { papers: allInOrder, limitOverride: null } };
    const [once, twice] = [done(await accept(province.ctx, asked)), done(await accept(province.ctx, asked))];
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect([twice, (await go.state(root)).children.length, differences]).toEqual([once, 1, []]);
  });
});
