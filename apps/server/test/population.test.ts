// SPDX-License-Identifier: EUPL-1.2
import { confirmComponents } from '@motcua/catalogue';
import { type EformDefinition, productEforms, publishEform } from '@motcua/eforms';
import { aParty, anIntake, done, places, procedures, startOfTest } from '@motcua/dossiers/testing';
import type { PopulationRegister } from '@motcua/dossiers';
import type { Clock } from '@motcua/kernel';
import { type PopulationStandIn, populationRegister, startPopulationStandIn } from '@motcua/registers';
import { sql } from '@motcua/db-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

const account = { user: 'motcua', secret: 'bi-mat', client: 'VN/GOV/THU/MOTCUA', apiKey: 'khoa', account: 'motcua.thu', unit: 'H15', service: 'MOTCUA' };
const mau = { personalId: '000095012345', fullName: 'Nguyễn Văn Mẫu', birthDate: '1990-05-19', sex: 'Nam', ethnicity: 'Ê Đê', nationality: 'Việt Nam', maritalStatus: 'Chưa kết hôn', hometown: null, residence: null };

let [one, register]: readonly [TestInstallation | undefined, PopulationStandIn | undefined] = [undefined, undefined];
let isSilent = false;

const running = (): TestInstallation => { if (one === undefined) throw new Error('not started'); return one; };
const post = async (who: string, url: string, payload: Record<string, unknown>) => running().app.inject({ method: 'POST', url, headers: await running().as(who), payload });
const get = async (who: string, url: string) => running().app.inject({ url, headers: await running().as(who) });

/** The general form with two questions the register answers. */
async function asking(): Promise<EformDefinition> {
  const form = (await productEforms()).find(({ key }) => key === 'don-de-nghi');
  if (form === undefined) throw new Error('no such form');
  const properties = typeof form.schema['properties'] === 'object' && form.schema['properties'] !== null ? form.schema['properties'] : {};
  const [first, ...rest] = form.display.sections;
  if (first === undefined) throw new Error('no section');
  const fields = [
    { name: 'sex', control: 'choice' as const, label: 'Giới tính', source: 'population.sex', options: [{ value: 'male', label: 'Nam' }, { value: 'female', label: 'Nữ' }] },
    { name: 'ethnicity', control: 'text' as const, label: 'Dân tộc', source: 'population.ethnicity' },
  ];
  return { ...form, version: form.version + 1, schema: { ...form.schema, properties: { ...properties, sex: { type: 'string', enum: ['male', 'female'] }, ethnicity: { type: 'string', maxLength: 60 } } }, display: { sections: [{ ...first, fields: [...first.fields, ...fields] }, ...rest] } };
}

beforeAll(async () => {
  let clock: Clock | undefined;
  const joined: { ask?: PopulationRegister } = {};
  one = await testInstallation(undefined, undefined, (given) => { clock = given; return { population: (asked) => joined.ask?.(asked) ?? Promise.resolve({ outcome: 'unreachable' }) }; });
  if (clock === undefined) throw new Error('no clock');
  register = await startPopulationStandIn({ account, people: [mau], clock, silent: () => isSilent });
  joined.ask = populationRegister({ ...account, url: register.url }, clock);
  const published = await publishEform(one.province.ctx.db, await asking(), { by: 'test', at: one.province.clock.now() });
  expect(published.ok).toBe(true);
});
afterAll(async () => { await one?.close(); await register?.stop(); });

type Told = { readonly outcome: string; readonly answers: readonly { readonly name: string; readonly value: unknown; readonly source: { readonly kind: string } }[] };
const atCounter = (about: Record<string, unknown> = {}, who = 'tiepnhan') => post(who, '/api/population-queries', { procedure: procedures.permits, agency: places.commune, solvingAgency: places.commune, circumstance: null, person: { personalId: mau.personalId, name: mau.fullName, birthDate: mau.birthDate }, ...about });
const drafted = async (forOther = false): Promise<string> => (await post('citizen', '/api/drafts', {
  procedure: procedures.permits, content: { agency: places.commune, circumstance: null, applicant: aParty({ name: mau.fullName, personalId: mau.personalId, birthDate: mau.birthDate }), forOther, answers: {}, returnWay: null },
})).json<{ id: string }>().id;
const questions = async () => (await sql<{ byId: string; agency: string | null; outcome: string }>`select by_id as "byId", agency, outcome from dossiers.register_query order by at`.execute(running().province.ctx.db)).rows;

describe('dữ liệu dân cư khi nộp và tại quầy (the population register while filing)', () => {
  test('fills the fields of a citizen’s own form, each with its source; nothing for somebody else', async () => {
    const own = (await get('citizen', `/api/drafts/${await drafted()}/known-answers`)).json<Told>().answers.filter(({ source }) => source.kind === 'population');
    const other = (await get('citizen', `/api/drafts/${await drafted(true)}/known-answers`)).json<Told>().answers;

    expect(own.map(({ name, value }) => [name, value])).toEqual([['sex', 'male'], ['ethnicity', 'Ê Đê']]);
    expect(other).toEqual([]);
    expect(register?.asked.map(({ person }) => person.personalId)).toEqual([mau.personalId]);
  });

  test('answers the counter for who stands there; who asked for whom is written down and told to the person', async () => {
    const told = (await atCounter()).json<Told>();

    expect([told.outcome, told.answers.map(({ name }) => name)]).toEqual(['found', ['sex', 'ethnicity']]);
    expect(await questions()).toContainEqual({ byId: running().province.officer('tiepnhan').id, agency: places.commune, outcome: 'found' });
    expect((await get('citizen', '/api/my/viewers')).json<{ viewers: unknown[] }>().viewers).toContainEqual(expect.objectContaining({ who: 'Cán bộ tiepnhan', what: 'person', purpose: 'intake' }));
  });

  test('says that name and number do not fit, and does not tell what the register knows', async () => {
    const told = (await atCounter({ person: { personalId: mau.personalId, name: 'Nguyễn Văn Khác', birthDate: null } })).json<Told>();

    expect(told).toEqual({ outcome: 'no-match', answers: [], answered: [] });
  });

  test('is asked by a counter only, of persons only, for a procedure of that agency', async () => {
    const refused = [await atCounter({}, 'chuyenvien'), await atCounter({}, 'tiepnhan.hai'), await atCounter({}, 'citizen'), await atCounter({ procedure: '9.999999' }), await atCounter({ person: { personalId: '123', name: 'A', birthDate: null } })];

    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 404, 422]);
  });

  test('keeps nobody waiting when it is silent: the form asks as before', async () => {
    isSilent = true;
    const [told, own] = [(await atCounter()).json<Told>(), await get('citizen', `/api/drafts/${await drafted()}/known-answers`)];
    isSilent = false;

    expect(told).toEqual({ outcome: 'unreachable', answers: [], answered: [] });
    expect([own.statusCode, own.json<Told>().answers.filter(({ source }) => source.kind === 'population')]).toEqual([200, []]);
    expect((await questions()).at(-1)?.outcome).toBe('unreachable');
  }, 20_000);
});

describe('giấy do cơ sở dữ liệu trả lời thay (papers a register answers in the place of)', () => {
  type Paper = { readonly no: number; readonly state: string; readonly answered?: { readonly register: string; readonly rule: string } };
  let paper: { readonly no: number; readonly name: string };
  beforeAll(async () => {
    const [first] = (await running().go.state(await running().go.filed())).papers;
    paper = { no: first?.no ?? 0, name: first?.name ?? '' };
    done(await confirmComponents(running().database.db, procedures.permits, { asked: { components: [{ name: paper.name, kind: 'KQ.G01.000062' }] }, by: { name: 'Kiểm soát' }, at: startOfTest }));
  });
  const intake = async (state: 'ok' | 'not-needed') => {
    const body = anIntake({ applicant: aParty({ name: mau.fullName, personalId: mau.personalId, birthDate: mau.birthDate }) });
    const made = await post('tiepnhan', '/api/dossiers', { ...body, papers: body.papers.map((one) => (one.no === paper.no ? { ...one, state, originals: state === 'ok' ? 1 : 0 } : one)) });
    return (await get('tiepnhan', `/api/dossiers/${made.json<{ code: string }>().code}`)).json<{ papers: Paper[] }>().papers.find(({ no }) => no === paper.no);
  };

  test('are told once the register answered, to the counter and to the citizen', async () => {
    const told = (await atCounter()).json<{ answered: unknown[] }>().answered;
    const own = (await get('citizen', `/api/drafts/${await drafted()}/held-papers`)).json<{ answered: unknown[] }>().answered;
    const other = (await get('citizen', `/api/drafts/${await drafted(true)}/held-papers`)).json<{ answered: unknown[] }>().answered;

    expect([told, own]).toMatchObject([[{ paperNo: paper.no, register: 'population' }], [{ paperNo: paper.no, paperName: paper.name, rule: expect.stringContaining('104/2022') as unknown }]]);
    expect(other).toEqual([]);
  });

  test('are left out of a dossier from the counter unless they are handed in all the same, and counted from its ledger', async () => {
    const [unneeded, given] = [await intake('not-needed'), await intake('ok')];
    const { notAsked } = (await get('lanhdao', '/api/figures/reuse')).json<{ notAsked: number }>();

    expect(unneeded).toMatchObject({ state: 'not-needed', answered: { register: 'population' } });
    expect([given?.state, given?.answered, notAsked]).toEqual(['ok', undefined, 1]);
  });
});
