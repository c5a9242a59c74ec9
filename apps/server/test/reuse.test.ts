// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { anIntake, plainAnswers, procedures, aParty, places } from '@motcua/dossiers/testing';
import { replay, takeIn } from '@motcua/dossiers';
import { productEforms, publishEform } from '@motcua/eforms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
const permit = 'KQ.G17.000311';
const mau = '000095012345';

type Offer = { readonly paperNo: number; readonly entry: string; readonly code: string; readonly name: string };
type Looked = { readonly consent: string; readonly rule: string; readonly offers: readonly Offer[] };

const post = async (who: string, url: string, payload: Record<string, unknown>) => one.app.inject({ method: 'POST', url, headers: await one.as(who), payload });
const get = async (who: string, url: string) => one.app.inject({ url, headers: await one.as(who) });
const look = (about: Record<string, unknown> = {}, who = 'tiepnhan') => post(who, '/api/vault-consents', { kind: 'person', personalId: mau, procedure: procedures.permits, circumstance: null, agency: places.commune, identityPaper: 'Căn cước 000095012345', ...about });
const looked = async (): Promise<Looked> => (await look()).json<Looked>();
const theOffer = ({ offers: [offer] }: Looked): Offer => {
  if (offer === undefined) throw new Error('nothing is offered');
  return offer;
};
const intake = (about: Parameters<typeof anIntake>[0] = {}) => post('tiepnhan', '/api/dossiers', { ...anIntake(about) });

beforeAll(async () => {
  one = await testInstallation();
  // The permit that is extended is itself a result of this procedure: its holder has one in his vault.
  const kinds = (await get('kiemsoat.tinh', '/api/paper-kinds')).json<{ kinds: readonly ({ readonly code: string } & Record<string, unknown>)[] }>().kinds;
  const kind = kinds.find(({ code }) => code === permit);
  const saved = await one.app.inject({ method: 'PUT', url: `/api/paper-kinds/${permit}`, headers: await one.as('kiemsoat.tinh'), payload: { version: 1, ...['name', 'aliases', 'issuingBody', 'heldIn', 'validMonths', 'retired', 'source'].reduce((body, key) => ({ ...body, [key]: kind?.[key] }), {}), procedure: procedures.permits } });
  expect(saved.statusCode).toBe(200);
  const code = await one.go.taken();
  await one.go.appraised(code);
  await one.go.approved(code);
  await one.go.issued(code);
  // Until a person said which kind the component is, nothing is offered.
  expect((await looked()).offers).toEqual([]);
  const confirmed = await post('kiemsoat.tinh', `/api/catalogue/procedures/${procedures.permits}/component-kinds`, { components: [{ name: 'Bản chính giấy phép xây dựng đã được cấp theo quy định', kind: permit }] });
  expect(confirmed.statusCode).toBe(201);
});
afterAll(async () => { await one.close(); });

describe('at the counter (tại quầy), what the state holds', () => {
  test('is offered with its source and the rule, once the person showed who he is and agreed', async () => {
    const found = await looked();

    expect(found.offers).toMatchObject([{ code: `${mau}.${permit}`, name: 'Giấy phép xây dựng', agencyName: 'UBND xã Một' }]);
    expect(found.rule).toContain('Nghị định');
  });

  test('is not shown without naming the paper of identity, nor to whoever has no counter there', async () => {
    expect((await look({ identityPaper: '' })).statusCode).toBe(422);
    expect((await look({}, 'tiepnhan.hai')).statusCode).toBe(403);
    expect((await look({}, 'chuyenvien')).statusCode).toBe(403);
    expect((await look({}, 'citizen')).statusCode).toBe(403);
  });

  test('is told to its owner as a look into the vault', async () => {
    await looked();

    expect((await get('citizen', '/api/my/viewers')).json<{ viewers: unknown[] }>().viewers).toContainEqual(expect.objectContaining({ who: 'Cán bộ tiepnhan', what: 'vault', purpose: 'reuse' }));
  });

  test('is nothing of anybody else: another person’s vault offers nothing', async () => {
    expect((await look({ personalId: '000188067890' })).json<Looked>().offers).toEqual([]);
  });

  test('stands for the component: no paper is handed in, its file is in the dossier, the consent in the ledger, the opening told', async () => {
    const found = await looked();
    const { paperNo, entry, code: held } = theOffer(found);

    const { code } = (await intake({ reuse: { consent: found.consent, papers: [{ paperNo, entry }] } })).json<{ code: string }>();

    const dossier = await one.go.state(code);
    const paper = dossier.papers.find(({ no }) => no === paperNo);
    expect(paper).toMatchObject({ state: 'ok', originals: 0, copies: 0, documents: [{ mediaType: 'application/pdf' }], reused: { code: held, entry } });
    expect(dossier.reuse).toMatchObject({ way: 'counter', by: 'Cán bộ tiepnhan', identityPaper: 'Căn cước 000095012345' });
    const file = await get('chuyenvien', `/api/dossiers/${code}/documents/${paper?.documents[0]?.id ?? ''}?purpose=handling`);
    expect([file.statusCode, file.rawPayload.subarray(0, 4).toString()]).toEqual([200, '%PDF']);
    expect((await get('citizen', '/api/my/viewers')).json<{ viewers: unknown[] }>().viewers).toContainEqual(expect.objectContaining({ what: 'paper', purpose: 'reuse', who: 'Cán bộ tiepnhan' }));
  });

  test('is refused under a consent of another person, of another officer or of yesterday', async () => {
    const found = await looked();
    const reuse = { consent: found.consent, papers: [{ paperNo: theOffer(found).paperNo, entry: theOffer(found).entry }] };
    const other = await intake({ reuse, applicant: aParty({ name: 'Đặng Thị Ẩn', personalId: '000188067890' }) });
    const colleague = await post('truongbophan', '/api/dossiers', { ...anIntake({ reuse }) });
    const today = one.province.clock.now();
    one.province.clock.set(today.add({ hours: 24 }));
    const later = await takeIn(one.province.ctx, { actor: one.province.officer('tiepnhan'), body: anIntake({ reuse }) });
    one.province.clock.set(today);

    expect(later).toMatchObject({ ok: false, error: { fields: [{ path: 'reuse.consent' }] } });
    expect([other, colleague].map((answer) => [answer.statusCode, answer.json<{ errors: readonly { path: string }[] }>().errors[0]?.path])).toEqual([[422, 'reuse.consent'], [422, 'reuse.consent']]);
  });

  test('does not stand for a component of another kind', async () => {
    const found = await looked();
    const { paperNo, entry } = theOffer(found);

    const wrong = await intake({ reuse: { consent: found.consent, papers: [{ paperNo: paperNo === 1 ? 2 : 1, entry }] } });

    expect([wrong.statusCode, wrong.json<{ errors: readonly { path: string }[] }>().errors[0]?.path]).toEqual([422, `reuse.${String(paperNo === 1 ? 2 : 1)}`]);
  });
});

describe('asking for a paper the state holds (yêu cầu giấy đã có)', () => {
  const ask = async (code: string, heldReason: string | null) => {
    const { paperNo } = theOffer(await looked());
    return post('chuyenvien', `/api/dossiers/${code}/supplement-requests`, { clientKey: randomUUID(), version: (await one.go.state(code)).version, reason: 'Thiếu giấy.', items: [{ paperNo, what: 'Giấy phép cũ', howToMend: 'Nộp bản sao', basis: null }], heldReason });
  };

  test('is refused without a reason, naming the paper; with one the ledger keeps it', async () => {
    const code = await one.go.taken();

    const refused = await ask(code, null);
    const asked = await ask(code, 'Bản trong kho thiếu trang 2.');

    expect([refused.statusCode, refused.json<{ code: string; detail: string }>()]).toMatchObject([422, { code: 'held-in-vault', detail: expect.stringContaining(`${mau}.${permit}`) }]);
    expect(asked.statusCode).toBe(201);
    expect((await one.go.state(code)).supplements).toMatchObject([{ heldReason: 'Bản trong kho thiếu trang 2.' }]);
  });
});

describe('online (nộp trực tuyến)', () => {
  const content = { agency: places.commune, circumstance: null, applicant: aParty(), forOther: false, answers: { ...plainAnswers }, returnWay: 'counter' };
  const drafted = async (about: Record<string, unknown> = {}) => (await post('citizen', '/api/drafts', { procedure: procedures.permits, content: { ...content, ...about } })).json<{ id: string; revision: number }>();

  test('the citizen is offered his own papers, and files one without uploading it', async () => {
    const { id, revision } = await drafted();
    const { paperNo, entry } = theOffer((await get('citizen', `/api/drafts/${id}/held-papers`)).json<Looked>());
    const { revision: saved } = (await one.app.inject({ method: 'PUT', url: `/api/drafts/${id}`, headers: await one.as('citizen'), payload: { revision, content: { ...content, reuse: [{ paperNo, entry }] } } })).json<{ revision: number }>();

    const { code } = (await post('citizen', `/api/drafts/${id}/submission`, { clientKey: randomUUID(), revision: saved })).json<{ code: string }>();

    expect(await one.go.state(code)).toMatchObject({ channel: 'online', reuse: { way: 'signed-in', by: 'Nguyễn Văn Mẫu' } });
    expect((await one.go.state(code)).papers.find(({ no }) => no === paperNo)).toMatchObject({ state: 'ok', reused: { entry }, documents: [{ mediaType: 'application/pdf' }] });
  });

  test('what he answered before is known for the next form, with the dossier it came from; not for somebody else', async () => {
    const [own, other] = [await drafted(), await drafted({ forOther: true })];
    type Known = { readonly answers: readonly { readonly name: string; readonly value: unknown; readonly source: unknown }[] };

    const known = (await get('citizen', `/api/drafts/${own.id}/known-answers`)).json<Known>().answers;

    expect(known).toContainEqual(expect.objectContaining({ name: 'requesterAddress', value: expect.objectContaining({ street: 'Thôn Thử' }), source: { kind: 'dossier', code: expect.any(String), day: '17/11/2026' } }));
    expect(known.some(({ name }) => name === 'request' || name === 'promise')).toBe(false);
    expect((await get('citizen', `/api/drafts/${other.id}/known-answers`)).json<Known>().answers).toEqual([]);
    expect((await get('other-citizen', `/api/drafts/${own.id}/known-answers`)).statusCode).toBe(404);
  });

  test('what the numbered paper in the vault says is filled in where the form asks for it', async () => {
    const form = (await productEforms()).find(({ key }) => key === 'don-de-nghi');
    const [first, ...rest] = form?.display.sections ?? [];
    if (form === undefined || first === undefined) throw new Error('no such form');
    const asked = [{ name: 'permitNumber', control: 'text' as const, label: 'Số giấy phép', source: 'vault.permitNumber' }, { name: 'permitDay', control: 'date' as const, label: 'Ngày cấp', source: 'vault.permitDay' }];
    const properties = typeof form.schema['properties'] === 'object' ? form.schema['properties'] : {};
    await publishEform(one.province.ctx.db, { ...form, version: form.version + 1, schema: { ...form.schema, properties: { ...properties, permitNumber: { type: 'string' }, permitDay: { type: 'string', format: 'date' } } }, display: { sections: [{ ...first, fields: [...first.fields, ...asked] }, ...rest] } }, { by: 'test', at: one.province.clock.now() });
    const { id } = await drafted();

    const known = (await get('citizen', `/api/drafts/${id}/known-answers`)).json<{ answers: readonly { readonly name: string; readonly value: unknown; readonly source: { readonly kind: string; readonly number?: string } }[] }>().answers.filter(({ source }) => source.kind === 'vault');

    expect(known.map(({ name, value, source }) => [name, name === 'permitNumber' ? value === source.number : /^2026-11-\d\d$/u.test(String(value))])).toEqual([['permitNumber', true], ['permitDay', true]]);
  });

  test('nothing is offered for somebody else, and his own papers are refused for another applicant', async () => {
    const { id } = await drafted({ forOther: true });
    const { entry, paperNo } = theOffer(await looked());
    const other = await drafted({ applicant: aParty({ name: 'Đặng Thị Ẩn', personalId: '000188067890' }), reuse: [{ paperNo, entry }], mandate: { kind: 'authorised', number: '1', issuedOn: '2026-11-01', issuedBy: 'Văn phòng công chứng', validUntil: null, scope: ['submit'] }, forOther: true });

    const refused = await post('citizen', `/api/drafts/${other.id}/submission`, { clientKey: randomUUID(), revision: other.revision });

    expect((await get('citizen', `/api/drafts/${id}/held-papers`)).json<Looked>().offers).toEqual([]);
    expect([refused.statusCode, refused.json<{ errors: readonly { path: string }[] }>().errors[0]?.path]).toEqual([422, 'reuse']);
  });
});

describe('papers not asked for (giấy không phải nộp)', () => {
  type Figures = { readonly notAsked: number; readonly dossiers: number; readonly lines: readonly { readonly codes: readonly string[] }[] };
  test('are counted from the ledger, each figure with its dossiers, for who leads the agency only', async () => {
    const own = (await get('lanhdao', '/api/figures/reuse')).json<Figures>();
    const foreign = (await get('lanhdao.hai', '/api/figures/reuse')).json<Figures>();
    const province = (await get('lanhdao.tinh', '/api/figures/reuse')).json<Figures>();

    expect(own).toMatchObject({ notAsked: 2, dossiers: 2, lines: [{ agency: places.commune, notAsked: 2 }] });
    expect(own.lines[0]?.codes).toHaveLength(2);
    expect([foreign.notAsked, province.notAsked]).toEqual([0, 2]);
    expect((await get('lanhdao', '/api/figures/reuse?from=2026-01-01&to=2026-01-02')).json<Figures>().notAsked).toBe(0);
    expect((await get('lanhdao', '/api/figures/reuse?from=hom-qua')).statusCode).toBe(422);
  });

  test('are the same after a replay', async () => {
    const differences: unknown[] = [];
    await replay(one.database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });

  test('end when the result takes their place: the old paper counts no more', async () => {
    const found = await looked();
    const { paperNo, entry, code: held } = theOffer(found);
    const { code } = (await intake({ reuse: { consent: found.consent, papers: [{ paperNo, entry }] } })).json<{ code: string }>();
    await one.go.appraised(code);
    await one.go.approved(code);
    await one.go.issued(code);

    const papers = (await get('citizen', '/api/my/vault')).json<{ papers: readonly { readonly code: string; readonly state: string }[] }>().papers;

    expect(papers.find((paper) => paper.code === held)).toMatchObject({ state: 'replaced' });
    expect(papers.filter(({ state }) => state === 'in-force')).toHaveLength(1);
  });
});
