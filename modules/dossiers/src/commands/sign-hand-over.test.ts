// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { issueSigningIdentity, testAuthorityOf, validatePdf } from '@motcua/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../index.ts';
import { printHandOverNote } from '../papers/hand-over-note.ts';
import { mustTravel } from '../rules/paper-travel.ts';
import { type SmallProvince, anIntake, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { handOverNotes } from '../views/hand-over-notes.ts';
import { takeIn } from './accept.ts';
import { enterDatedRow } from './dated-tables.ts';
import { confirmPapers, handOverPapers, returnPapers } from './papers.ts';
import { signHandOver } from './sign-hand-over.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  const authority = await testAuthorityOf(database.db, province.secret, startOfTest);
  for (const login of ['tiepnhan.tt', 'chuyenvien.so']) {
    const { id, name } = province.officer(login);
    await issueSigningIdentity(database.db, authority, { kind: 'officer', ref: id, name, organisation: 'Thử nghiệm', secret: province.secret, at: startOfTest.subtract({ hours: 24 }) });
  }
});
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const atCentre = async (): Promise<string> => done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ procedure: procedures.rail, receivingAgency: places.centre, solvingAgency: places.department, returningAgency: places.centre }) })).code;
const sent = async (code: string, noteId: string) => handOverPapers(province.ctx, { ...await go.by('tiepnhan.tt', code), noteId });
const sign = (who: string, id: string) => signHandOver(province.ctx, { actor: province.officer(who), id });
const slip = async (who: string, id: string): Promise<Uint8Array> => await printHandOverNote(province.ctx, database.db, { officer: province.officer(who), id }) ?? new Uint8Array();
const judged = async (pdf: Uint8Array) => validatePdf(pdf, { trust: { roots: [(await testAuthorityOf(database.db, province.secret, startOfTest)).root] } });
const textOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString().normalize('NFC').replaceAll(/\s+/gu, ' ');
const noteOf = async (who: string, id: string) => (await handOverNotes(province.ctx, database.db, province.officer(who))).notes.find((note) => note.id === id);

describe('ký số phiếu bàn giao (a hand-over slip signed by both sides)', () => {
  test('carries the signature of the giver and, once every dossier is answered, that of the receiver on the same file', async () => {
    const [one, two, id] = [await atCentre(), await atCentre(), randomUUID()];
    for (const code of [one, two]) done(await sent(code, id));
    const tooEarly = await sign('chuyenvien.so', id);
    expect(await sign('tiepnhan.tt', id)).toEqual({ ok: true, value: 'giver' });
    const given = await judged(await slip('chuyenvien.so', id));
    done(await confirmPapers(province.ctx, await go.by('chuyenvien.so', one)));
    const oneLeft = await sign('chuyenvien.so', id);
    done(await returnPapers(province.ctx, { ...await go.by('chuyenvien.so', two), body: { reason: 'Thiếu giấy.', missing: [] } }));
    const before = await noteOf('chuyenvien.so', id);

    expect(await sign('chuyenvien.so', id)).toEqual({ ok: true, value: 'receiver' });
    const both = await judged(await slip('tiepnhan.tt', id));
    expect([tooEarly, oneLeft]).toMatchObject([{ error: { why: 'other-side' } }, { error: { why: 'not-all-answered' } }]);
    expect([given.document, given.signatures.map(({ signer }) => signer)]).toEqual(['valid', ['Cán bộ tiepnhan.tt']]);
    expect([both.document, both.signatures.map(({ signer, verdict }) => [signer, verdict])]).toEqual(['valid', [['Cán bộ tiepnhan.tt', 'valid'], ['Cán bộ chuyenvien.so', 'valid']]]);
    expect(before).toMatchObject({ dossiers: 2, answered: 2, maySign: true, giver: { who: 'Cán bộ tiepnhan.tt' }, receiver: null });
    expect(await noteOf('tiepnhan.tt', id)).toMatchObject({ maySign: false, receiver: { who: 'Cán bộ chuyenvien.so' } });
  });

  test('is signed once by each side, by who handed over or received, and seen by these two only', async () => {
    const [code, id] = [await atCentre(), randomUUID()];
    done(await sent(code, id));
    const [first, second] = await Promise.all([sign('tiepnhan.tt', id), sign('tiepnhan.tt', id)]);

    expect([first, second].map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await sign('tiepnhan.tt', id)).toMatchObject({ error: { code: 'note-not-to-sign', why: 'signed' } });
    expect(await sign('vanthu.so', id)).toMatchObject({ error: { code: 'note-not-to-sign', why: 'other-side' } });
    expect(await sign('tiepnhan', id)).toMatchObject({ error: { code: 'dossier-unknown' } });
    expect(await sign('tiepnhan.tt', randomUUID())).toMatchObject({ error: { code: 'dossier-unknown' } });
  });

  test('says that an officer without a key confirmed by the act; where the rule of the day asks for signatures, such an officer hands nothing over', async () => {
    const [code, id] = [done(await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ procedure: procedures.permits, receivingAgency: places.commune, solvingAgency: places.otherCommune, returningAgency: places.commune }) })).code, randomUUID()];
    done(await handOverPapers(province.ctx, { ...await go.by('tiepnhan', code), noteId: id }));
    const unsigned = await sign('tiepnhan', id);
    const text = textOf(await slip('tiepnhan', id));
    done(await enterDatedRow(province.ctx, { officer: province.officer('kiemsoat.tinh'), table: 'hand-over-signing', body: { from: '2026-11-18', source: 'Quyết định 9/QĐ-UBND', unsure: null, values: { signing: 'required' } } }));
    province.clock.set(Temporal.Instant.from('2026-11-18T03:00:00Z'));
    const other = done(await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ procedure: procedures.permits, receivingAgency: places.commune, solvingAgency: places.otherCommune, returningAgency: places.commune }) })).code;

    expect(unsigned).toMatchObject({ error: { code: 'no-certificate' } });
    expect(text).toContain('(Không có khóa ký số: xác nhận bằng việc ghi trên hệ thống lúc');
    expect(await handOverPapers(province.ctx, { ...await go.by('tiepnhan', other), noteId: randomUUID() })).toMatchObject({ error: { code: 'no-certificate' } });
    expect((await go.state(other)).paperTrip?.stage).toBe('to-send');
  });
});

describe('giấy phải chuyển (papers that must travel)', () => {
  const rules = [{ kind: null, procedure: null, travels: false }, { kind: null, procedure: '1.1', travels: true }, { kind: 'KQ.A', procedure: null, travels: false }, { kind: 'KQ.B', procedure: '1.1', travels: false }] as const;

  test.each([
    [{ kind: null, procedure: '1.2' }, true], [{ kind: 'KQ.C', procedure: '1.2' }, false], [{ kind: 'KQ.C', procedure: '1.1' }, true], [{ kind: 'KQ.A', procedure: '1.1' }, false], [{ kind: 'KQ.B', procedure: '1.1' }, false],
  ])('%j: %s, by the narrowest row', (paper, travels) => {
    expect(mustTravel(paper, rules)).toBe(travels);
  });

  test('all of them where no row is in force', () => {
    expect(mustTravel({ kind: 'KQ.A', procedure: '1.1' }, [])).toBe(true);
  });
});
