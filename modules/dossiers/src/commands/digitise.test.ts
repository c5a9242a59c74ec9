// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { confirmComponents } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { issueSigningIdentity, readDocument, renderPaper, testAuthorityOf, validatePdf } from '@motcua/documents';
import type { Officer } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeptPaper, papersOf, stateOn } from '@motcua/vault';
import { addToScan, beginScan, digitise, findScan, handOverPapers, recordSecret, refuseDossier, replay, takeIn } from '../index.ts';
import { type SmallProvince, anIntake, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { paperHandOvers } from '../views/papers.ts';
import { scanView } from '../views/scans.ts';
import { lookIntoVault } from './look-into-vault.ts';
import { revokeResult } from './revoke-result.ts';

const template = `#let d = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: 25mm)
#set text(font: "Tinos", lang: "vi", size: 14pt)
#d.text.split("\\n").map(line => [#line #linebreak()]).join()`;
const words = 'GIẤY KHAI SINH\nSố: 25/2001\nHọ và tên: NGUYỄN THỊ VÍ DỤ\nSinh ngày: 12/05/1990\nNơi thường trú: Thôn Thử, xã Một\nNgười khai đã ký và chịu trách nhiệm.';

const birth = { number: '25/2001', issuer: 'UBND xã Mẫu', issuedOn: '2001-03-05', validUntil: null };

describe('số hóa giấy tờ (a paper digitised at the counter)', () => {
  let database: TestDatabase;
  let province: SmallProvince;
  let go: ReturnType<typeof walk>;
  let folder: string;
  let officer: Officer;
  beforeAll(async () => {
    database = await testDatabase();
    province = await smallProvince(database.db);
    go = walk(province);
    folder = mkdtempSync(path.join(tmpdir(), 'motcua-counter-scan-'));
    officer = province.officer('tiepnhan');
    await issueSigningIdentity(database.db, await testAuthorityOf(database.db, province.secret, startOfTest), { kind: 'officer', ref: officer.id, name: officer.name, organisation: 'UBND xã Một', secret: province.secret, at: startOfTest.subtract({ hours: 24 }) });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    province.remove();
    await database.drop();
  });

  async function picture(dpi: number): Promise<string> {
    const pdf = path.join(folder, 'page.pdf');
    writeFileSync(pdf, await renderPaper({ template, data: { text: words }, standard: 'a-2b', at: startOfTest }));
    const name = path.join(folder, `page-${String(dpi)}`);
    execFileSync('pdftoppm', ['-r', String(dpi), '-png', '-singlefile', pdf, name]);
    return `${name}.png`;
  }
  async function scanned(code: string, paperNo: number, dpi = 200): Promise<string> {
    const dossier = await go.state(code);
    const id = await beginScan(database.db, { dossierId: dossier.id, of: { paperNo }, byId: officer.id, at: startOfTest });
    const scan = await findScan(database.db, dossier.id, id);
    if (scan === undefined) throw new Error('no scan');
    done(await addToScan(province.ctx, database.db, { scan, path: await picture(dpi), officer }));
    return id;
  }
  const body = (scan: string, about: object = {}) => ({ scan, pagesOnPaper: 1, kind: 'KQ.G15.000031', bearsNotes: false, withNotes: null, values: [{ name: 'Họ và tên', value: 'NGUYỄN THỊ VÍ DỤ' }], about: birth, onRequest: null, ...about });
  const heldBy = async (code: string): Promise<readonly KeptPaper[]> => (await papersOf(database.db, { kind: 'person', ref: '000095012345' })).filter(({ dossier, origin }) => dossier?.code === code && origin === 'digitised');
  const sign = async (code: string, scan: string, about: object = {}, who = 'tiepnhan') => digitise(province.ctx, { ...await go.by(who, code), body: body(scan, about) });

  test('stays where it was received when its dossier goes elsewhere: only what was not digitised travels', async () => {
    const code = await go.taken({ solvingAgency: places.otherCommune });
    const [first] = (await go.state(code)).originals ?? [];
    const no = first?.no ?? 0;
    done(await sign(code, await scanned(code, no)));
    const before = await go.state(code);
    const waiting = (await paperHandOvers(province.ctx, database.db, officer)).toSend.flatMap(({ dossiers }) => dossiers).find((line) => line.code === code);
    done(await handOverPapers(province.ctx, { ...await go.by('tiepnhan', code), noteId: randomUUID() }));
    const { originals = [], papers, paperTrip } = await go.state(code);
    const goes = papers.filter((paper) => paper.no !== no && originals.some((one) => one.no === paper.no)).reduce((sum, { originals: sheets, copies }) => sum + sheets + copies, 0);

    expect(originals.map((one) => [one.no, one.place.kind])).toEqual((before.originals ?? []).map((one) => [one.no, one.no === no ? 'counter' : 'way']));
    expect([waiting?.stay, waiting?.count, paperTrip?.count]).toEqual([1, goes, goes]);
  });

  test('is read with its values proposed, coded by owner and kind, signed by who compared it, and kept with the paper', async () => {
    const code = await go.taken();
    const [paper] = (await go.state(code)).papers;
    const id = await scanned(code, paper?.no ?? 0);
    const seen = await scanView(database.db, await go.state(code), (await findScan(database.db, (await go.state(code)).id, id)) ?? (() => { throw new Error('no scan'); })(), startOfTest);
    done(await sign(code, id));
    const dossier = await go.state(code);
    const [file] = dossier.digitised[0]?.files ?? [];
    const pdf = await readDocument(database.db, province.ctx.files, file?.id ?? '');
    const trust = { roots: [(await testAuthorityOf(database.db, province.secret, startOfTest)).root] };

    expect(seen.values).toEqual(expect.arrayContaining([{ name: 'Họ và tên', value: 'NGUYỄN THỊ VÍ DỤ' }, { name: 'Ngày sinh', value: '12/05/1990' }, { name: 'Số', value: '25/2001' }]));
    expect(seen.pages[0]).toMatchObject({ dpi: 200, doubts: [] });
    expect(dossier.digitised).toMatchObject([{ code: `${dossier.applicant.personalId}.KQ.G15.000031`, pages: 1, values: [{ value: 'NGUYỄN THỊ VÍ DỤ' }] }]);
    expect(dossier.papers[0]?.documents.at(-1)).toMatchObject({ id: file?.id, mediaType: 'application/pdf' });
    expect(await validatePdf(pdf?.bytes ?? new Uint8Array(), { trust })).toMatchObject({ document: 'valid', signatures: [{ signer: officer.name }] });
    expect((await replay(database.db, () => undefined)).differences).toBe(0);
  }, 60_000);

  test('is not signed when pages are missing, dots are too few, or notes have no scan of their own', async () => {
    const code = await go.taken();
    const [paper] = (await go.state(code)).papers;
    const [good, poor] = [await scanned(code, paper?.no ?? 0), await scanned(code, paper?.no ?? 0, 120)];
    const fields = async (scan: string, about: object) => {
      const refused = await sign(code, scan, about);
      return refused.ok || refused.error.code !== 'fields-to-mend' ? null : refused.error.fields.map(({ path: at }) => at);
    };

    expect([await fields(good, { pagesOnPaper: 2 }), await fields(poor, {}), await fields(good, { bearsNotes: true }), await fields(good, { kind: null })]).toEqual([['pagesOnPaper'], ['scan'], ['withNotes'], ['kind']]);
    expect((await go.state(code)).digitised).toEqual([]);
    done(await sign(code, good, { bearsNotes: true, withNotes: await scanned(code, paper?.no ?? 0) }));
    expect((await go.state(code)).digitised[0]?.files).toHaveLength(2);
  }, 60_000);

  test('that holds a state secret is refused, also when it was scanned before it was marked', async () => {
    const code = await go.taken();
    const [paper] = (await go.state(code)).papers;
    const id = await scanned(code, paper?.no ?? 0);
    done(await recordSecret(province.ctx, { ...await go.by('tiepnhan', code), body: { paperNo: paper?.no ?? 0, number: '01/M', issuedOn: '2026-01-05', level: 'secret', keeper: 'Văn thư', venue: 'Phòng lưu trữ', way: 'kt1' } }));

    expect(await sign(code, id)).toMatchObject({ ok: false, error: { code: 'secret-paper' } });
    expect((await go.state(code)).digitised).toEqual([]);
  }, 60_000);

  test('enters the owner’s vault with the event that makes the result, not before, under his own key', async () => {
    const code = await go.taken();
    done(await sign(code, await scanned(code, 1)));
    expect(await heldBy(code)).toEqual([]);
    await go.appraised(code);
    await go.approved(code);
    expect(await heldBy(code)).toEqual([]);
    await go.issued(code);

    const [paper, ...others] = await heldBy(code);
    const file = await readDocument(database.db, province.ctx.files, paper?.documentId ?? '');
    expect(others).toEqual([]);
    expect(paper).toMatchObject({ kind: 'KQ.G15.000031', number: '25/2001', issuer: 'UBND xã Mẫu', issuedOn: '2001-03-05', validUntil: null, by: officer.name, changes: [] });
    expect(paper?.code.startsWith('000095012345.KQ.G15.000031')).toBe(true);
    expect(file).toMatchObject({ ownerKind: 'person', ownerRef: '000095012345', sha256: (await go.state(code)).digitised[0]?.files[0]?.sha256 });
    expect((await replay(database.db, () => undefined)).differences).toBe(0);
  }, 60_000);

  test('is offered first for another dossier of its owner, and stands for the component there', async () => {
    const permit = 'Bản chính giấy phép xây dựng đã được cấp theo quy định';
    expect(await confirmComponents(database.db, procedures.permits, { asked: { components: [{ name: permit, kind: 'KQ.G17.000311' }] }, by: { name: 'Cán bộ Kiểm Soát' }, at: startOfTest })).toMatchObject({ ok: true });
    const code = await go.taken();
    const old = (await go.state(code)).papers.find(({ name }) => name === permit)?.no ?? 0;
    done(await sign(code, await scanned(code, old), { about: { number: '09/GPXD', issuer: 'UBND huyện Cũ', issuedOn: '2026-03-05', validUntil: null } }));
    const look = async () => done(await lookIntoVault(province.ctx, { officer, body: { kind: 'person', personalId: '000095012345', procedure: procedures.permits, circumstance: null, agency: places.commune, identityPaper: 'Căn cước' } }));
    expect((await look()).offers).toEqual([]);
    await go.appraised(code);
    await go.approved(code);
    await go.issued(code);

    const { consent, offers: [offer, ...others] } = await look();
    expect(others).toEqual([]);
    expect(offer).toMatchObject({ paperNo: old, name: 'Giấy phép xây dựng', number: '09/GPXD', agencyName: 'UBND huyện Cũ', origin: 'digitised', validUntil: '2027-03-05' });
    const next = done(await takeIn(province.ctx, { actor: officer, body: anIntake({ reuse: { consent, papers: [{ paperNo: old, entry: offer?.entry ?? '' }] } }) }));
    expect((await go.state(next.code)).papers.find(({ no }) => no === old)).toMatchObject({ state: 'ok', originals: 0, reused: { number: '09/GPXD', agencyName: 'UBND huyện Cũ' } });
  }, 60_000);

  test('enters at once when the result exists already; scanned again, the newer counts; a revoked result revokes no paper of the owner', async () => {
    const code = await go.taken();
    await go.appraised(code);
    await go.approved(code);
    await go.issued(code);
    done(await sign(code, await scanned(code, 1)));
    done(await sign(code, await scanned(code, 1)));
    done(await revokeResult(province.ctx, { ...await go.by('lanhdao', code), body: { number: '09/QĐ-UBND', reason: 'Cấp sai đối tượng.' } }));

    const states = (await heldBy(code)).map((paper) => stateOn(paper, '2026-11-17'));
    expect(states.toSorted()).toEqual(['in-force', 'replaced']);
    expect((await replay(database.db, () => undefined)).differences).toBe(0);
  }, 60_000);

  test('of a dossier that is refused enters no vault', async () => {
    const code = await go.taken();
    done(await sign(code, await scanned(code, 1)));
    done(await refuseDossier(province.ctx, { ...await go.by('lanhdao', code), body: { reasons: ['Không đủ điều kiện.'] } }));

    expect(await heldBy(code)).toEqual([]);
  }, 60_000);

  test('of a kind that ends needs the day it was issued or ends, and days that can be', async () => {
    const code = await go.taken();
    const scan = await scanned(code, 1);
    const wrong = async (kind: string, about: object) => {
      const refused = await sign(code, scan, { kind, about: { ...birth, ...about } });
      return refused.ok || refused.error.code !== 'fields-to-mend' ? null : refused.error.fields.map(({ path: at }) => at);
    };

    expect(await wrong('KQ.G17.000311', { issuedOn: null })).toEqual(['about.issuedOn']);
    expect(await wrong('KQ.G15.000031', { issuedOn: '2036-01-01' })).toEqual(['about.issuedOn']);
    expect(await wrong('KQ.G15.000031', { validUntil: '2000-01-01' })).toEqual(['about.validUntil']);
    done(await sign(code, scan, { kind: 'KQ.G17.000311', about: { ...birth, issuedOn: '2026-03-05' } }));
    expect((await go.state(code)).digitised[0]?.about?.validUntil).toBe('2027-03-05');
  }, 60_000);

  test('is refused to who has no certificate, and of another dossier', async () => {
    const [code, other] = [await go.taken(), await go.taken()];
    const id = await scanned(code, 1);

    expect(await sign(other, id)).toMatchObject({ ok: false, error: { code: 'scan-unknown' } });
    expect(await sign(code, id, {}, 'chuyenvien')).toMatchObject({ ok: false, error: { code: expect.stringMatching(/no-certificate|off-site|not-yours/u) as unknown } });
  }, 60_000);
});
