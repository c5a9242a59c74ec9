// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { confirmComponents } from '@motcua/catalogue';
import { sql } from '@motcua/db-kit';
import { type BusinessRegister, type Enterprise, dropOldExtracts, replay } from '@motcua/dossiers';
import { aParty, anIntake, done, places, procedures, startOfTest } from '@motcua/dossiers/testing';
import type { Clock } from '@motcua/kernel';
import { type BusinessStandIn, businessRegister, startBusinessStandIn } from '@motcua/registers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

const account = { user: 'motcua', secret: 'bi-mat', client: 'VN/GOV/THU/MOTCUA', apiKey: 'khoa', account: 'motcua.thu', unit: 'H15', service: 'MOTCUA' };
const company: Enterprise = {
  code: '0000012345', name: 'CÔNG TY TNHH MẪU', foreignName: null, shortName: null, kindCode: '01', statusCode: '1', headOffice: { province: '66', commune: '24121', text: 'Số 12 đường Lê Duẩn' },
  representatives: [{ name: 'Nguyễn Văn Mẫu', role: 'Giám đốc', personalId: '000095012345' }], lines: [{ code: '4101', name: 'Xây dựng nhà để ở' }], registeredOn: '2019-05-06', changes: 2, changedOn: '2025-01-20',
};
const ended: Enterprise = { ...company, code: '0000067890', name: 'CÔNG TY CỔ PHẦN ĐÃ GIẢI THỂ', statusCode: '7', kindCode: 'X9', representatives: [{ name: 'Trần Thị Thử', role: 'Chủ tịch', personalId: '000170011122' }] };

let [one, register]: readonly [TestInstallation | undefined, BusinessStandIn | undefined] = [undefined, undefined];
let isSilent = false;
const running = (): TestInstallation => { if (one === undefined) throw new Error('not started'); return one; };
const post = async (who: string, url: string, payload: Record<string, unknown>) => running().app.inject({ method: 'POST', url, headers: await running().as(who), payload });
const get = async (who: string, url: string) => running().app.inject({ url, headers: await running().as(who) });

beforeAll(async () => {
  let clock: Clock | undefined;
  const joined: { ask?: BusinessRegister } = {};
  one = await testInstallation(undefined, undefined, (given) => { clock = given; return { business: (asked) => joined.ask?.(asked) ?? Promise.resolve({ outcome: 'unreachable' }) }; });
  if (clock === undefined) throw new Error('no clock');
  register = await startBusinessStandIn({ account, enterprises: [company, ended], clock, silent: () => isSilent });
  joined.ask = businessRegister({ ...account, url: register.url }, clock);
});
afterAll(async () => { await one?.close(); await register?.stop(); });

type Extract = { readonly at: string; readonly who: string; readonly purpose: string; readonly enterprise: { readonly name: string; readonly status: string; readonly standing: string; readonly kind: string; readonly representatives: readonly { readonly isSubmitter: boolean | null }[] } };
type Told = { readonly outcome: string; readonly extract: Extract | null; readonly answers: readonly { readonly name: string; readonly value: unknown; readonly source: { readonly kind: string } }[]; readonly answered: readonly unknown[] };
const question = { procedure: procedures.permits, agency: places.commune, solvingAgency: places.commune, circumstance: null, code: company.code, person: null };
const atCounter = (about: Record<string, unknown> = {}, who = 'tiepnhan') => post(who, '/api/enterprise-questions', { ...question, ...about });
const organisation = (about: Partial<Parameters<typeof aParty>[0]> = {}) => aParty({ kind: 'organisation', name: 'Công ty Mẫu', personalId: company.code, birthDate: null, ...about });
const drafted = async (applicant: unknown, forOther = true, who = 'citizen'): Promise<string> => (await post(who, '/api/drafts', { procedure: procedures.permits, content: { agency: places.commune, circumstance: null, applicant, forOther, answers: {}, returnWay: null } })).json<{ id: string }>().id;
const taken = async (about: Record<string, unknown> = {}, who = 'tiepnhan'): Promise<{ code: string; extracts: readonly Extract[]; papers: readonly { no: number; state: string; answered?: { register: string } }[]; version: number }> => {
  const made = await post(who, '/api/dossiers', { ...anIntake({ applicant: organisation() }), ...about });
  return (await get(who, `/api/dossiers/${made.json<{ code: string }>().code}`)).json();
};
/** What happens some hours from now; afterwards it is now again. */
async function later<Value>(hours: number, act: () => Promise<Value>): Promise<Value> {
  const { clock } = running().province;
  const now = clock.now();
  clock.set(now.add({ hours }));
  const value = await act();
  clock.set(now);
  return value;
}
const questions = async () => (await sql<{ subject: string; purpose: string; agency: string | null; dossier: string | null; outcome: string }>`select person_ref as subject, purpose, agency, dossier_code as dossier, outcome from dossiers.register_query where register = 'business' order by at, id`.execute(running().province.ctx.db)).rows;

describe('đăng ký doanh nghiệp tại quầy (the business register at the counter)', () => {
  test('tells of the organisation that files, with what its codes mean, and fills the fields that name the register', async () => {
    const told = (await atCounter()).json<Told>();

    expect([told.outcome, told.extract?.enterprise]).toMatchObject(['found', { name: company.name, status: 'Đang hoạt động', standing: 'active', kind: 'Công ty trách nhiệm hữu hạn một thành viên', representatives: [{ name: 'Nguyễn Văn Mẫu', isSubmitter: null }] }]);
    expect(told.answers).toEqual([{ name: 'subjectName', value: company.name, source: expect.objectContaining({ kind: 'business', code: company.code }) as unknown }, { name: 'organisationCode', value: company.code, source: expect.objectContaining({ kind: 'business' }) as unknown }]);
  });

  test('says whether who files is a legal representative, and tells nobody’s number', async () => {
    const [own, other] = [(await atCounter({ person: '000095012345' })), (await atCounter({ person: '000188067890' }))];

    expect([own, other].map((reply) => reply.json<Told>().extract?.enterprise.representatives[0]?.isSubmitter)).toEqual([true, false]);
    expect(own.body).not.toContain('000095012345');
    expect(register?.asked.map(({ purpose }) => purpose).slice(-3)).toEqual(['content', 'representation', 'representation']);
  });

  test('tells in words of an enterprise that is no more, of a code nobody explained, and of a number nobody has; it takes the dossier in all the same', async () => {
    const [gone, none] = [(await atCounter({ code: ended.code })).json<Told>(), (await atCounter({ code: '0000099999' })).json<Told>()];
    const dossier = await taken({ ...anIntake({ applicant: organisation({ personalId: ended.code }) }) });

    expect(gone.extract?.enterprise).toMatchObject({ standing: 'ended', status: 'Đã giải thể, phá sản, chấm dứt tồn tại', kind: 'Mã X9, chưa rõ nghĩa' });
    expect(none).toEqual({ outcome: 'no-match', extract: null, answers: [], answered: [] });
    expect(dossier.extracts).toMatchObject([{ enterprise: { standing: 'ended' } }]);
  });

  test('is asked by a counter only, for a procedure of that agency, with a code that can be one', async () => {
    const refused = [await atCounter({}, 'chuyenvien'), await atCounter({}, 'tiepnhan.hai'), await atCounter({}, 'citizen'), await atCounter({ procedure: '9.999999' }), await atCounter({ code: '12345' })];

    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 404, 422]);
  });

  test('keeps its answer with the dossier as it was shown, with its moment; one that is too old is not kept', async () => {
    const told = (await atCounter()).json<Told>();
    const [kept, tooLate] = [await taken(), await later(25, () => taken({}, 'truongbophan'))];

    expect(kept.extracts).toEqual([told.extract]);
    expect(tooLate.extracts).toEqual([]);
  });

  test('forgets answers no filing took along, once they serve none', async () => {
    await atCounter();
    const none = await dropOldExtracts(running().province.ctx);
    const [gone, again] = [await later(49, () => dropOldExtracts(running().province.ctx)), await later(49, () => dropOldExtracts(running().province.ctx))];

    expect([none, gone > 0, again]).toEqual([0, true, 0]);
    expect((await questions()).length).toBeGreaterThan(3);
  });

  test('keeps nobody waiting when it is silent', async () => {
    isSilent = true;
    const told = (await atCounter()).json<Told>();
    isSilent = false;

    expect(told).toEqual({ outcome: 'unreachable', extract: null, answers: [], answered: [] });
    expect((await questions()).filter(({ outcome }) => outcome === 'unreachable')).toHaveLength(1);
  }, 20_000);
});

describe('đăng ký doanh nghiệp khi nộp trực tuyến (the business register while filing online)', () => {
  const known = async (draft: string, who = 'citizen') => (await get(who, `/api/drafts/${draft}/known-answers`)).json<Told>().answers.filter(({ source }) => source.kind === 'business').map(({ name, value }) => [name, value]);

  test('fills the form of who files for an organisation, and asks once for what it told lately', async () => {
    const draft = await drafted({ kind: 'organisation', name: 'Công ty Mẫu', personalId: company.code });
    const before = register?.asked.length ?? 0;
    const shown = (await post('citizen', `/api/drafts/${draft}/enterprise-questions`, { code: company.code })).json<Told>();

    expect(shown).toMatchObject({ outcome: 'found', extract: { purpose: 'filing', enterprise: { name: company.name, representatives: [{ isSubmitter: true }] } } });
    expect([await known(draft), await known(draft)]).toEqual([[['subjectName', company.name], ['organisationCode', company.code]], [['subjectName', company.name], ['organisationCode', company.code]]]);
    expect((register?.asked.length ?? 0) - before).toBe(1);
  });

  test('is not asked for another person, nor for nobody; a draft of somebody else is not there', async () => {
    const before = register?.asked.length ?? 0;
    const person = await drafted(aParty({ personalId: '000188067890' }));
    const [forPerson, forNobody] = [await known(person), await known(await drafted(null))];

    expect([forPerson, forNobody, register?.asked.length]).toEqual([[], [], before]);
    expect((await post('other-citizen', `/api/drafts/${person}/enterprise-questions`, { code: company.code })).statusCode).toBe(404);
  });

  test('fills the own form of who represents one organisation by the register of representatives', async () => {
    const without = await known(await drafted(aParty({ personalId: '000095012345' }), false));
    const entered = await post('tiepnhan', `/api/organisations/${company.code}/representatives`, { organisationName: 'Công ty Mẫu', person: '000095012345', personName: 'Nguyễn Văn Mẫu', capacity: 'legal-representative', document: 'Giấy chứng nhận', from: '2026-03-05', until: null });

    expect([without, entered.statusCode]).toEqual([[], 201]);
    expect(await known(await drafted(aParty({ personalId: '000095012345' }), false))).toEqual([['subjectName', company.name], ['organisationCode', company.code]]);
  });

  test('tells the organisation who asked, at the counter and online', async () => {
    const { viewers } = (await get('citizen', `/api/my/viewers?organisation=${company.code}`)).json<{ viewers: readonly { readonly what: string; readonly who: string; readonly purpose: string }[] }>();

    expect(viewers.filter(({ what }) => what === 'register').map(({ who, purpose }) => `${who}: ${purpose}`)).toEqual(expect.arrayContaining(['Cán bộ tiepnhan: intake', 'Nguyễn Văn Mẫu: representation']));
  });
});

describe('hỏi đăng ký doanh nghiệp cho một hồ sơ (asking for a dossier in hand)', () => {
  const ask = async (who: string, { code, version }: { readonly code: string; readonly version: number }, purpose = 'appraisal') => post(who, `/api/dossiers/${code}/register-questions`, { clientKey: randomUUID(), version, purpose });

  test('keeps the answer with the dossier, for who reads it and its owner, in the timeline and the log; replay makes the same', async () => {
    const dossier = await taken();
    const asked = await ask('chuyenvien', dossier);
    const after = (await get('chuyenvien', `/api/dossiers/${dossier.code}`)).json<{ extracts: readonly Extract[]; timeline: readonly { type: string; words: string; detail: string }[] }>();

    expect([asked.statusCode, after.extracts[0]]).toMatchObject([201, { who: 'Cán bộ chuyenvien', purpose: 'appraisal', enterprise: { name: company.name, status: 'Đang hoạt động', representatives: [{ isSubmitter: null }] } }]);
    expect(after.timeline[0]).toMatchObject({ type: 'register-asked', words: `Hỏi đăng ký doanh nghiệp: ${company.name}`, detail: 'Đang hoạt động' });
    expect(await questions()).toContainEqual({ subject: company.code, purpose: 'appraisal', agency: places.commune, dossier: dossier.code, outcome: 'found' });
    expect((await replay(running().database.db, () => undefined)).differences).toBe(0);
  });

  test('leaves the dossier as it is when the register is silent or knows no such enterprise, and says so', async () => {
    const [mine, unknown] = [await taken(), await taken({ ...anIntake({ applicant: organisation({ personalId: '0000099999' }) }) })];
    const nobody = await ask('chuyenvien', unknown);
    isSilent = true;
    const silent = await ask('chuyenvien', mine);
    isSilent = false;

    expect([silent.json<{ code: string }>().code, nobody.json<{ code: string }>().code]).toEqual(['register-silent', 'enterprise-unknown']);
    expect((await get('chuyenvien', `/api/dossiers/${mine.code}`)).json()).toMatchObject({ version: mine.version, extracts: mine.extracts });
  }, 20_000);

  test('is not asked for a person, nor by who has nothing to do with the dossier', async () => {
    const before = register?.asked.length ?? 0;
    const dossier = await taken();
    const person = await running().go.state(await running().go.filed());

    expect([(await ask('chuyenvien', person)).statusCode, (await ask('chuyenvien.hai', dossier)).statusCode, (await ask('thuquy', dossier)).statusCode, register?.asked.length]).toEqual([422, 404, 403, before]);
  });
});

describe('giấy chứng nhận đăng ký doanh nghiệp (the certificate the register answers in the place of)', () => {
  test('is not handed in once the register answered, at the counter and online, and is counted', async () => {
    const [first] = (await taken()).papers;
    const published = (await running().go.state(await running().go.filed())).papers.find(({ no }) => no === first?.no);
    done(await confirmComponents(running().database.db, procedures.permits, { asked: { components: [{ name: published?.name ?? '', kind: 'KQ.G12.001056' }] }, by: { name: 'Kiểm soát' }, at: startOfTest }));
    const notAsked = async () => (await get('lanhdao', '/api/figures/reuse')).json<{ notAsked: number }>().notAsked;
    const before = await notAsked();
    const told = (await atCounter()).json<Told>();
    const intake = anIntake({ applicant: organisation() });
    const dossier = await taken({ ...intake, papers: intake.papers.map((paper) => (paper.no === first?.no ? { ...paper, state: 'not-needed', originals: 0 } : paper)) });
    const draft = await drafted({ kind: 'organisation', name: 'Công ty Mẫu', personalId: company.code });
    await get('citizen', `/api/drafts/${draft}/known-answers`);
    const online = (await get('citizen', `/api/drafts/${draft}/held-papers`)).json<{ answered: unknown[] }>().answered;

    expect([told.answered, online]).toMatchObject([[{ paperNo: first?.no, register: 'business' }], [{ paperNo: first?.no, register: 'business' }]]);
    expect(dossier.papers.find(({ no }) => no === first?.no)).toMatchObject({ state: 'not-needed', answered: { register: 'business' } });
    expect(await notAsked() - before).toBe(1);
  });
});
