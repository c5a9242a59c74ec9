// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { readDocument } from '@motcua/documents';
import { aTemplateInForce, wordText } from '@motcua/paper-templates/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../index.ts';
import { printDraft } from '../papers/result.ts';
import { type SmallProvince, procedures, smallProvince, startOfTest, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-template-'));
});
afterAll(async () => {
  province.remove();
  fs.rmSync(folder, { recursive: true });
  await database.drop();
});

const nextDay = startOfTest.add({ hours: 24 });

/** The issued result of a dossier as a file, with its text and what a PDF tool says of its signatures. */
async function issuedResult(code: string): Promise<{ readonly text: string; readonly verdict: string; readonly bytes: Buffer }> {
  await go.appraised(code);
  await go.approved(code);
  await go.issued(code);
  const id = (await go.state(code)).result?.documentId;
  const found = id == null ? undefined : await readDocument(database.db, province.ctx.files, id);
  if (found === undefined) throw new Error('no result');
  const file = path.join(folder, `${code}.pdf`);
  fs.writeFileSync(file, found.bytes);
  return { bytes: Buffer.from(found.bytes), text: execFileSync('pdftotext', ['-layout', file, '-']).toString(), verdict: execFileSync('pdfsig', ['-nocert', file]).toString() };
}

describe('mẫu giấy của tỉnh cho kết quả (results printed in the province’s own template)', () => {
  test('print dossiers filed from its day on, signed by the officer and sealed by the agency; those in hand keep the layout they began with', async () => {
    province.clock.set(startOfTest);
    const before = await go.taken();
    await aTemplateInForce(database.db, { key: 'quyet-dinh-xa', procedures: [procedures.permits], validFrom: '2026-11-18' });
    province.clock.set(nextDay);
    const after = await go.taken();

    const [old, own] = [await issuedResult(before), await issuedResult(after)];
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(old.text).not.toContain('QUYẾT ĐỊNH CỦA XÃ');
    expect(own.text).toContain('QUYẾT ĐỊNH CỦA XÃ');
    expect(own.text).toContain('UBND xã Một');
    expect(own.text).toMatch(/Số: \d+\/QĐ-UBND/u);
    expect(own.text).not.toMatch(/[{}]/u);
    expect(own.verdict.match(/Signature Validation: Signature is Valid/gu)).toHaveLength(2);
    expect(own.bytes.toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part>/u);
    expect(differences).toEqual([]);
  });

  test('are shown before they are signed, as PDF and as Word, without number, signatory and code', async () => {
    province.clock.set(nextDay);
    const code = await go.taken();
    await go.appraised(code);
    const dossier = await go.state(code);

    const [pdf, docx] = [await printDraft(province.ctx, database.db, { dossier, kind: 'pdf' }), await printDraft(province.ctx, database.db, { dossier, kind: 'docx' })];
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: Buffer.from(pdf ?? []) }).toString();

    expect(text).toContain('QUYẾT ĐỊNH CỦA XÃ');
    expect(text).toContain('Số: ……/……');
    expect(wordText(docx ?? new Uint8Array())).toContain('QUYẾT ĐỊNH CỦA XÃ');
    expect(await printDraft(province.ctx, database.db, { dossier: { ...dossier, draft: null }, kind: 'pdf' })).toBeNull();
  });

  test('give way to the agency’s own before the province’s, and to nothing when it is withdrawn', async () => {
    const agency = (await go.state(await go.taken())).agencies.solving;
    await aTemplateInForce(database.db, { key: 'quyet-dinh-rieng', procedures: [procedures.permits], validFrom: '2026-11-19', agency, heading: 'MẪU RIÊNG' });
    province.clock.set(startOfTest.add({ hours: 48 }));
    const own = await issuedResult(await go.taken());
    await aTemplateInForce(database.db, { key: 'quyet-dinh-rieng', version: 2, procedures: [], validFrom: '2026-11-20' });
    await aTemplateInForce(database.db, { key: 'quyet-dinh-xa', version: 2, procedures: [], validFrom: '2026-11-20' });
    province.clock.set(startOfTest.add({ hours: 72 }));
    const none = await issuedResult(await go.taken());

    expect(own.text).toContain('MẪU RIÊNG');
    expect(none.text).not.toMatch(/MẪU RIÊNG|CỦA XÃ/u);
  });

  test('carry a number of the series in force for their procedure', async () => {
    await sql`insert into dossiers.number_series (document, procedure_code, pattern, counter, digits, basis, valid_from) values ('result', ${procedures.permits}, '{số}/GP-UBND', 'result:giay-phep', 2, 'Quyết định mẫu', '2026-11-20')`.execute(database.db);

    const numbered = await issuedResult(await go.taken());
    const again = await issuedResult(await go.taken());

    expect([numbered.text, again.text].map((text) => /Số: (\S+)/u.exec(text)?.[1])).toEqual(['01/GP-UBND', '02/GP-UBND']);
  });
});
