// SPDX-License-Identifier: EUPL-1.2
import { renderPaper, signPdf, signingIdentityOf, issueSigningIdentity, testAuthorityOf } from '@motcua/documents';
import { replay, takeIn } from '@motcua/dossiers';
import { aParty, anIntake, done, procedures, startOfTest } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

type Paper = { readonly id: string; readonly code: string; readonly origin: string; readonly number: string | null };
const get = async (who: string, url: string) => one.app.inject({ url, headers: await one.as(who) });
const post = async (who: string, url: string, payload: Record<string, unknown> = {}) => one.app.inject({ method: 'POST', url, headers: await one.as(who), payload });
const papersOf = async (who: string, query = ''): Promise<readonly Paper[]> => (await get(who, `/api/my/vault${query}`)).json<{ papers: readonly Paper[] }>().papers;

async function upload(who: string, query: string, bytes: Uint8Array) {
  const boundary = 'giay-to';
  const payload = Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="giay.pdf"\r\ncontent-type: application/pdf\r\n\r\n`), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return one.app.inject({ method: 'POST', url: `/api/my/vault/uploads?${query}`, headers: { ...await one.as(who), 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
}
const aPdf = (text = 'Giấy thử'): Promise<Uint8Array> => renderPaper({ template: '#let d = json(bytes(sys.inputs.data))\n#set text(font: "Tinos", lang: "vi")\n#d.text', data: { text }, standard: 'a-2b', at: startOfTest });

describe('giấy tự tải lên kho (papers uploaded by their owner)', () => {
  test('enter his vault under a code that says so, and are never offered as held by the state', async () => {
    const sent = await upload('citizen', 'kind=KQ.G17.000311&number=01/GPXD&issuedOn=2026-03-05', await aPdf());
    const { id } = sent.json<{ id: string }>();

    expect(sent.statusCode).toBe(201);
    expect(await papersOf('citizen')).toMatchObject([{ id, code: '000095012345.TTL.1', origin: 'own-upload', number: '01/GPXD' }]);
    expect(await papersOf('other-citizen')).toEqual([]);
    const confirmed = await post('kiemsoat.tinh', `/api/catalogue/procedures/${procedures.permits}/component-kinds`, { components: [{ name: 'Bản chính giấy phép xây dựng đã được cấp theo quy định', kind: 'KQ.G17.000311' }] });
    expect(confirmed.statusCode).toBe(201);
    const look = await post('tiepnhan', '/api/vault-consents', { kind: 'person', personalId: '000095012345', procedure: procedures.permits, circumstance: null, agency: 'Y99.21', identityPaper: 'Căn cước' });
    expect(look.json()).toMatchObject({ offers: [] });
  });

  test('are attached to a draft in one press, chosen already for the component of their kind', async () => {
    const draft = (await post('citizen', '/api/drafts', { procedure: procedures.permits, content: { agency: null, circumstance: null, applicant: null, forOther: false, answers: {}, returnWay: null } })).json<{ id: string }>().id;
    const [own] = (await get('citizen', `/api/drafts/${draft}/own-uploads`)).json<{ papers: readonly { readonly entry: string; readonly fits: readonly number[]; readonly named: readonly number[] }[] }>().papers;
    const no = own?.fits[0];
    const taken = await post('citizen', `/api/drafts/${draft}/own-uploads`, { entry: own?.entry, paperNo: no });

    expect([own?.fits.length, own?.named]).toEqual([1, []]);
    expect([taken.statusCode, taken.json()]).toMatchObject([201, { paperNo: no, mediaType: 'application/pdf' }]);
    expect((await get('citizen', `/api/drafts/${draft}`)).json()).toMatchObject({ files: [{ paperNo: no }] });
    expect((await post('other-citizen', `/api/drafts/${draft}/own-uploads`, { entry: own?.entry, paperNo: 1 })).statusCode).toBe(404);
  });

  test('are judged on the spot when they are signed', async () => {
    const authority = await testAuthorityOf(one.province.ctx.db, one.province.secret, startOfTest);
    const officer = one.province.officer('tiepnhan');
    await issueSigningIdentity(one.province.ctx.db, authority, { kind: 'officer', ref: officer.id, name: officer.name, organisation: 'UBND xã Một', secret: one.province.secret, at: startOfTest.subtract({ hours: 24 }) });
    const signer = await signingIdentityOf(one.province.ctx.db, one.province.secret, { kind: 'officer', ref: officer.id, at: startOfTest });
    if (signer === undefined) throw new Error('no identity');
    const { id } = (await upload('citizen', 'kind=KQ.G15.000031', await signPdf(await aPdf('Giấy có ký'), { signer, reason: 'Thử', at: startOfTest }))).json<{ id: string }>();
    const plain = (await papersOf('citizen')).find((paper) => paper.id !== id)?.id ?? '';

    // The small province names no roots of trust, so the path to the issuer is not known.
    expect((await get('citizen', `/api/my/vault/${id}/signatures`)).json()).toMatchObject({ document: 'indeterminate', signatures: [{ signer: officer.name, coversWholeFile: true, changesAfter: 'none' }] });
    expect((await get('citizen', `/api/my/vault/${plain}/signatures`)).json()).toMatchObject({ document: 'unsigned' });
    expect((await get('other-citizen', `/api/my/vault/${id}/signatures`)).statusCode).toBe(404);
  });

  test('are refused with the field that is wrong, and leave nothing', async () => {
    const before = (await papersOf('citizen')).length;
    const wrong = async (query: string, bytes?: Uint8Array) => (await upload('citizen', query, bytes ?? await aPdf())).json<{ errors: readonly { readonly path: string }[] }>().errors.map(({ path }) => path);

    expect(await wrong('kind=GT.LA')).toEqual(['kind']);
    expect(await wrong('kind=KQ.G15.000031&issuedOn=2036-01-01')).toEqual(['issuedOn']);
    expect(await wrong('kind=KQ.G15.000031&issuedOn=2026-01-05&validUntil=2025-01-01')).toEqual(['validUntil']);
    expect(await wrong('kind=KQ.G15.000031', Buffer.from('không phải PDF'))).toEqual(['file']);
    expect(await papersOf('citizen')).toHaveLength(before);
  });

  test('are taken out by their owner only; what the state put there is not', async () => {
    const [mine] = await papersOf('citizen');
    const code = await one.go.taken();
    await one.go.appraised(code);
    await one.go.approved(code);
    await one.go.issued(code);
    const result = (await papersOf('citizen')).find(({ origin }) => origin === 'result')?.id ?? '';

    expect((await post('other-citizen', `/api/my/vault/${mine?.id ?? ''}/withdrawal`)).statusCode).toBe(404);
    expect((await post('citizen', `/api/my/vault/${result}/withdrawal`)).json()).toMatchObject({ status: 409, code: 'vault-paper-kept' });
    expect((await post('citizen', `/api/my/vault/${mine?.id ?? ''}/withdrawal`)).statusCode).toBe(201);
    expect((await papersOf('citizen')).map(({ id }) => id)).not.toContain(mine?.id);
  });
});

describe('kho của tổ chức (the vault of an organisation)', () => {
  const organisation = '0000000019';
  const query = `?organisation=${organisation}`;
  const enter = (about: Record<string, unknown> = {}, who = 'tiepnhan') => post(who, `/api/organisations/${organisation}/representatives`, {
    organisationName: 'Công ty Thử', person: '000095012345', personName: 'Nguyễn Văn Mẫu', capacity: 'legal-representative', document: 'Giấy chứng nhận đăng ký doanh nghiệp ngày 05/03/2026', from: '2026-03-05', until: null, ...about,
  });

  test('opens to nobody before a counter entered who represents it, and to that account only then', async () => {
    const { code } = done(await takeIn(one.province.ctx, { actor: one.province.officer('tiepnhan'), body: anIntake({ applicant: aParty({ kind: 'organisation', name: 'Công ty Thử', personalId: organisation }) }) }));
    await one.go.appraised(code);
    await one.go.approved(code);
    await one.go.issued(code);

    expect((await get('citizen', `/api/my/vault${query}`)).statusCode).toBe(404);
    expect([(await enter({}, 'chuyenvien')).statusCode, (await enter({}, 'citizen')).statusCode]).toEqual([403, 403]);
    expect((await enter()).statusCode).toBe(201);
    expect(await papersOf('citizen', query)).toMatchObject([{ origin: 'result' }]);
    expect((await get('other-citizen', `/api/my/vault${query}`)).statusCode).toBe(404);
    expect((await get('citizen', '/api/my/organisations')).json()).toMatchObject({ organisations: [{ organisation, organisationName: 'Công ty Thử' }] });
  });

  test('tells who of its representatives looked and what was opened, and takes their papers', async () => {
    const [paper] = await papersOf('citizen', query);
    expect((await get('citizen', `/api/my/vault/${paper?.id ?? ''}/document`)).statusCode).toBe(200);
    expect((await upload('citizen', `kind=KQ.G15.000031&organisation=${organisation}`, await aPdf())).statusCode).toBe(201);
    const { viewers } = (await get('citizen', `/api/my/viewers${query}`)).json<{ viewers: readonly Record<string, unknown>[] }>();

    expect(viewers).toEqual(expect.arrayContaining([expect.objectContaining({ who: 'Nguyễn Văn Mẫu', what: 'vault', purpose: 'representation' }), expect.objectContaining({ who: 'Nguyễn Văn Mẫu', what: 'paper', purpose: 'representation' })]));
    expect((await papersOf('citizen', query)).map(({ origin }) => origin)).toContain('own-upload');
    expect((await papersOf('citizen')).map(({ code }) => code).filter((code) => code.startsWith(organisation))).toEqual([]);
  });

  test('closes with the moment the role is left, and with the last day of the paper', async () => {
    const [paper] = await papersOf('citizen', query);
    const { representatives } = (await get('tiepnhan', `/api/organisations/${organisation}/representatives`)).json<{ representatives: readonly { readonly id: string }[] }>();
    const end = (id: string) => post('tiepnhan', `/api/organisations/${organisation}/representatives/${id}/end`, { reason: 'Thay người đại diện.' });

    expect((await end(representatives[0]?.id ?? '')).statusCode).toBe(201);
    expect((await end(representatives[0]?.id ?? '')).json()).toMatchObject({ status: 404, code: 'representative-unknown' });
    expect([(await get('citizen', `/api/my/vault${query}`)).statusCode, (await get('citizen', `/api/my/vault/${paper?.id ?? ''}/document`)).statusCode, (await get('citizen', `/api/my/viewers${query}`)).statusCode]).toEqual([404, 404, 404]);
    expect((await enter({ until: '2026-01-01' })).json()).toMatchObject({ status: 422, errors: [{ path: 'until' }] });
    expect((await replay(one.province.ctx.db, () => undefined)).differences).toBe(0);
  });
});
