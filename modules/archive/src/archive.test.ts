// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { issueSigningIdentity, testAuthorityOf } from '@motcua/documents';
import { digitiseWorking, refuseDossier, returnResult } from '@motcua/dossiers';
import { type SmallProvince, done, places, scanOf, smallProvince, startOfTest, walk } from '@motcua/dossiers/testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listedDossier, packageOf } from './package/package-of.ts';
import { type Schemas, packageSchemas, schemaJudge } from './package/schemas.ts';
import { type PackageReport, verifyPackage } from './package/verify-package.ts';
import { digestOf } from './package/write-package.ts';
import { dueForHandIn } from './views/due.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let code: string;
let bytes: Uint8Array;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  code = await go.taken();
  await go.appraised(code);
  await go.approved(code);
  await go.issued(code);
  done(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), taskId: (await go.state(code)).tasks[0]?.taskId, body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }));
  bytes = done(await packageOf(province.ctx, { id: (await go.state(code)).id, at: startOfTest.add({ hours: 24 }), by: 'Cán bộ vanthu' })).bytes;
});
afterAll(async () => { province.remove(); await database.drop(); });

const verified = async (zip: Uint8Array): Promise<PackageReport> => verifyPackage(zip, { trust: { roots: [(await testAuthorityOf(database.db, province.secret, startOfTest)).root] }, at: startOfTest.add({ hours: 24 }) });
type Files = Record<string, Uint8Array>;
/** The package with some files changed; paths count from its folder. */
function tampered(change: (files: Files, folder: string) => void): Uint8Array {
  const files = unzipSync(bytes);
  change(files, Object.keys(files)[0]?.split('/')[0] ?? '');
  return zipSync(files);
}
/** One text replaced in one file. */
const replaced = (path: string, from: string | RegExp, to: string) => (files: Files, folder: string): void => { files[`${folder}/${path}`] = strToU8(strFromU8(files[`${folder}/${path}`] ?? new Uint8Array()).replace(from, to)); };
const ledger = 'representations/rep1/data/ledger.json';
/** A file changed together with every hash of it in METS and PREMIS: only what stands above them is left to tell. */
const alsoInMets = (path: string, change: (files: Files, folder: string) => void) => (files: Files, folder: string): void => {
  const before = files[`${folder}/${path}`] ?? new Uint8Array();
  change(files, folder);
  const after = files[`${folder}/${path}`] ?? new Uint8Array();
  const within = (name: string): void => {
    const text = strFromU8(files[`${folder}/${name}`] ?? new Uint8Array());
    files[`${folder}/${name}`] = strToU8(text.replaceAll(digestOf(before), digestOf(after)).replaceAll(`SIZE="${String(before.length)}"`, `SIZE="${String(after.length)}"`));
  };
  for (const name of ['metadata/preservation/PREMIS.xml', 'representations/rep1/METS.xml']) {
    const old = files[`${folder}/${name}`] ?? new Uint8Array();
    within(name);
    const now = files[`${folder}/${name}`] ?? new Uint8Array();
    const mets = strFromU8(files[`${folder}/METS.xml`] ?? new Uint8Array());
    files[`${folder}/METS.xml`] = strToU8(mets.replaceAll(digestOf(old), digestOf(now)).replaceAll(`SIZE="${String(old.length)}"`, `SIZE="${String(now.length)}"`));
  }
  within('METS.xml');
};

describe('gói lưu trữ của hồ sơ (the archive package of a dossier)', () => {
  test('reads back whole, signed by the agency that solved it, with every file, list and line of the ledger', async () => {
    const report = await verified(bytes);
    const files = unzipSync(bytes);
    const paths = Object.keys(files).map((path) => path.slice(path.indexOf('/') + 1));
    const ead = strFromU8(Object.entries(files).find(([path]) => path.endsWith('EAD.xml'))?.[1] ?? new Uint8Array());

    expect(report).toMatchObject({ verdict: 'intact', code, faults: [], trusted: true, signer: 'UBND xã Một' });
    expect(paths).toEqual(expect.arrayContaining(['METS.xml', 'METS.xml.p7s', 'metadata/descriptive/EAD.xml', 'metadata/preservation/PREMIS.xml', 'representations/rep1/METS.xml', 'schemas/mets.xsd', ledger]));
    expect(paths.filter((path) => path.endsWith('.pdf')).length).toBeGreaterThan(0);
    expect(ead).toContain('Thời hạn bảo quản: 5 năm, đến hết 2031-12-31');
    expect(ead).toMatch(/\d+ trang/u);
  });

  test.each<[string, (files: Files, folder: string) => void, string]>([
    ['a file is altered', (files) => { const path = Object.keys(files).find((one) => one.endsWith('.pdf')) ?? ''; files[path] = strToU8('%PDF-1.7 other'); }, 'file-altered'],
    ['a file is taken out', (files) => { const path = Object.keys(files).find((one) => one.endsWith('.pdf')) ?? ''; files[path] = strToU8(''); Reflect.deleteProperty(files, path); }, 'file-missing'],
    ['a file is put in', (files, folder) => { files[`${folder}/representations/rep1/data/9999.pdf`] = strToU8('%PDF-1.7'); }, 'file-extra'],
    ['METS is rewritten', replaced('METS.xml', 'LABEL="', 'LABEL="x'), 'signature'],
    ['the signature is taken out', (files, folder) => { Reflect.deleteProperty(files, `${folder}/METS.xml.p7s`); }, 'signature'],
    ['the ledger and every hash of it are rewritten', alsoInMets(ledger, replaced(ledger, '"Nguyễn Văn Mẫu"', '"Nguyễn Văn Khác"')), 'ledger'],
    ['a line of the ledger is dropped', replaced(ledger, /,\n \{[^]*$/u, '\n]'), 'file-altered'],
    ['EAD speaks of another dossier', replaced('metadata/descriptive/EAD.xml', /<unitid>[^<]+<\/unitid><unittitle>/u, '<unitid>Y99.00-000000-0000</unitid><unittitle>'), 'metadata'],
    ['PREMIS says another hash', replaced('metadata/preservation/PREMIS.xml', /<premis:messageDigest>[0-9a-f]{64}/u, `<premis:messageDigest>${'0'.repeat(64)}`), 'metadata'],
    ['EAD is no EAD', alsoInMets('metadata/descriptive/EAD.xml', replaced('metadata/descriptive/EAD.xml', /<dsc>[^]*<\/dsc>/u, '<c/>')), 'schema'],
    ['PREMIS leaves out a size', alsoInMets('metadata/preservation/PREMIS.xml', replaced('metadata/preservation/PREMIS.xml', /<premis:size>\d+<\/premis:size>/u, '')), 'schema'],
    ['METS points out of the package', replaced('METS.xml', 'xlink:href="schemas/', 'xlink:href="https://example.org/'), 'schema'],
    ['METS calls files of the machine', replaced('METS.xml', '?>', '?><!DOCTYPE mets [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), 'structure'],
    ['the folder bears another name', (files, folder) => { for (const [path, content] of Object.entries(files)) { Reflect.deleteProperty(files, path); files[path.replace(folder, 'other')] = content; } }, 'structure'],
  ])('is broken when %s', async (_what, change, fault) => {
    const report = await verified(tampered(change));

    expect(report.verdict).toBe('broken');
    expect(report.faults.map(({ code: found }) => found)).toContain(fault);
  });

  test('is held against the schemas a province gives as well, by name, whatever address they are imported from', async () => {
    const changed = (from: string, to: string): Schemas => ({ ...packageSchemas, 'mets.xsd': strToU8(strFromU8(packageSchemas['mets.xsd'] ?? new Uint8Array()).replace(from, to)) });
    const trust = { roots: [(await testAuthorityOf(database.db, province.secret, startOfTest)).root] };
    const against = (schemas: Schemas): PackageReport => verifyPackage(bytes, { trust, at: startOfTest.add({ hours: 24 }), judge: schemaJudge(schemas) });

    expect(against(changed('"xlink.xsd"', '"http://www.loc.gov/standards/xlink/xlink.xsd"')).verdict).toBe('intact');
    expect(against(changed('name="LABEL" type="words" use="required"/>\n      <xs:attribute name="TYPE"', 'name="LABELS" type="words" use="required"/>\n      <xs:attribute name="TYPE"')).faults).toContainEqual(expect.objectContaining({ code: 'schema', path: 'METS.xml', text: expect.stringMatching(/LABEL/u) }));
    expect(() => schemaJudge({})).toThrow(/mets\.xsd/u);
    expect(() => schemaJudge(changed('"xlink.xsd"', '"nowhere.xsd"'))).toThrow(/mets\.xsd/u);
  });

  test.each([['no ZIP', strToU8('hồ sơ')], ['an empty file', new Uint8Array()], ['a ZIP cut short', new Uint8Array([0x50, 0x4b, 3, 4])]])('is refused in words for %s', async (_what, content) => {
    expect(await verified(content)).toMatchObject({ verdict: 'broken', faults: [{ text: expect.any(String) }] });
  });
});

describe('hồ sơ đến hạn nộp lưu (dossiers due for the archive)', () => {
  test('are those that closed a year ago, by the rule in force when they closed; open ones never', async () => {
    const open = await go.taken();
    const due = async (by: string) => (await dueForHandIn(database.db, { agencies: [places.commune], by, now: startOfTest.add({ hours: 1000 }), limit: 100 })).map((one) => one.code);

    expect(await due('2027-11-16')).toEqual([]);
    expect(await due('2027-11-17')).toEqual([code]);
    expect(await due('2040-01-01')).not.toContain(open);
  });
});

describe('mục lục văn bản (the list of documents of a dossier)', () => {
  test('holds one original of the result, by the agency that issued it; what was signed before the seal is named as that', async () => {
    const { lines } = done(await listedDossier({ ...province.ctx }, (await go.state(code)).id));
    const { result } = await go.state(code);
    const ofResult = lines.filter(({ number }) => number === result?.number);

    expect(ofResult.map(({ form, author, document }) => ({ form, author, isSealed: document === result?.documentId }))).toEqual(expect.arrayContaining([{ form: 'original', author: 'UBND xã Một', isSealed: true }, { form: 'copy', author: 'UBND xã Một', isSealed: false }]));
    expect(ofResult.filter(({ form }) => form === 'original')).toHaveLength(1);
    expect(ofResult.find(({ form }) => form === 'copy')?.abstract).toMatch(/^Bản đã ký, chưa đóng dấu/u);
  });

  test('names an opinion on paper that was digitised with who signed it', async () => {
    const other = await go.taken();
    const officer = province.officer('chuyenvien');
    await issueSigningIdentity(database.db, await testAuthorityOf(database.db, province.secret, startOfTest), { kind: 'officer', ref: officer.id, name: officer.name, organisation: 'UBND xã Một', secret: province.secret, at: startOfTest.subtract({ hours: 24 }) });
    const { id } = await go.state(other);
    const scan = await scanOf(province, { dossierId: id, of: { working: { kind: 'appraisal-opinion', about: null } } });
    done(await digitiseWorking(province.ctx, { ...await go.by('chuyenvien', other), body: { scan, pagesOnPaper: 1, number: '12/YK', signedOn: '2026-11-16', author: 'Phòng Thử', content: 'Đủ điều kiện.' } }));
    done(await refuseDossier(province.ctx, { ...await go.by('lanhdao', other), body: { reasons: ['Không đủ điều kiện.'] } }));

    const listed = done(await listedDossier({ ...province.ctx }, id));

    expect(listed.lines).toEqual(expect.arrayContaining([expect.objectContaining({ abstract: 'Ý kiến thẩm định: Phòng Thử', form: 'original', carrier: 'electronic', pages: 1 })]));
  }, 60_000);
});
