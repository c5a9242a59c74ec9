// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmPapers, handOverPapers, officerDossier, replay, returnPapers, takeIn, withdraw } from '../index.ts';
import { printHandOverNote } from '../papers/hand-over-note.ts';
import { type SmallProvince, anIntake, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { paperHandOvers } from '../views/papers.ts';

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

const codeOf = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => outcome.error?.code ?? 'done';
const atCentre = async (): Promise<string> => done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ procedure: procedures.rail, receivingAgency: places.centre, solvingAgency: places.department, returningAgency: places.centre }) })).code;
const sendOn = async (code: string, noteId: string, who = 'tiepnhan.tt') => handOverPapers(province.ctx, { ...await go.by(who, code), noteId });
const lists = (who: string) => paperHandOvers(province.ctx, database.db, province.officer(who));
const waiting = async (code: string) => (await lists('tiepnhan.tt')).toSend.flatMap(({ dossiers }) => dossiers).find((line) => line.code === code);

describe('bàn giao giấy (papers handed over between offices)', () => {
  test('waits at the shop that received them till the end of the day, and is shown late after it', async () => {
    const code = await atCentre();
    const before = await waiting(code);
    province.clock.set(Temporal.Instant.from('2026-11-18T08:00:00+07:00'));

    expect(before).toMatchObject({ dueAt: '2026-11-17T10:00:00Z', late: false, sentBack: null });
    expect(await waiting(code)).toMatchObject({ late: true });
    expect((await lists('chuyenvien.so')).toSend).toEqual([]);
  });

  test('has a working day when filed at another commune, and none when solved where it was received', async () => {
    const elsewhere = await go.taken({ solvingAgency: places.otherCommune });
    const here = await go.taken();

    expect([(await go.state(elsewhere)).paperTrip?.dueAt, (await go.state(here)).paperTrip]).toEqual(['2026-11-18T02:00:00Z', undefined]);
  });

  test('puts all dossiers to one agency on one note with the next number, and prints it for both sides only', async () => {
    const [one, two, next, noteId, nextId] = [await atCentre(), await atCentre(), await atCentre(), randomUUID(), randomUUID()];
    for (const code of [one, two]) done(await sendOn(code, noteId));
    done(await sendOn(next, nextId));
    const [first, second, third] = [(await go.state(one)).paperTrip?.sent?.note, (await go.state(two)).paperTrip?.sent?.note, (await go.state(next)).paperTrip?.sent?.note];
    const print = async (who: string) => (await printHandOverNote(province.ctx, database.db, { officer: province.officer(who), id: noteId }))?.subarray(0, 5);

    expect(second).toEqual(first);
    expect(Number.parseInt(third?.number ?? '', 10)).toBe(Number.parseInt(first?.number ?? '', 10) + 1);
    expect((await lists('chuyenvien.so')).toReceive.filter(({ note }) => note.id === noteId).map(({ code }) => code).toSorted()).toEqual([one, two].toSorted());
    expect([await print('tiepnhan.tt'), await print('vanthu.so'), await print('tiepnhan')].map((bytes) => (bytes === undefined ? null : Buffer.from(bytes).toString()))).toEqual(['%PDF-', '%PDF-', null]);
  });

  test('is received once, by the agency that solves', async () => {
    const code = await atCentre();
    const early = await confirmPapers(province.ctx, await go.by('chuyenvien.so', code));
    done(await sendOn(code, randomUUID()));
    const again = await sendOn(code, randomUUID());
    const stranger = await confirmPapers(province.ctx, await go.by('tiepnhan.tt', code));
    done(await confirmPapers(province.ctx, await go.by('chuyenvien.so', code)));
    const twice = await confirmPapers(province.ctx, await go.by('vanthu.so', code));

    expect([early, again, stranger, twice].map(codeOf)).toEqual(['papers-not-there', 'papers-not-there', 'not-permitted', 'papers-not-there']);
    expect((await lists('chuyenvien.so')).toReceive.map((line) => line.code)).not.toContain(code);
    expect(done(await officerDossier(province.ctx, database.db, province.officer('chuyenvien.so'), code)).timeline.map(({ words }) => words)).toContain('Cơ quan giải quyết đã nhận đủ giấy');
  });

  test('comes back with a reason that names what is missing, and is handed over again', async () => {
    const code = await atCentre();
    done(await sendOn(code, randomUUID()));
    province.clock.set(Temporal.Instant.from('2026-11-17T15:30:00+07:00'));
    const unknown = await returnPapers(province.ctx, { ...await go.by('chuyenvien.so', code), body: { reason: 'Thiếu giấy.', missing: [999] } });
    done(await returnPapers(province.ctx, { ...await go.by('chuyenvien.so', code), body: { reason: 'Thiếu giấy.', missing: [1] } }));
    const back = await waiting(code);

    expect(codeOf(unknown)).toBe('fields-to-mend');
    expect(back).toMatchObject({ dueAt: '2026-11-18T01:30:00Z', sentBack: { reason: 'Thiếu giấy.', missing: [(await go.state(code)).papers[0]?.name] } });
    expect(codeOf(await sendOn(code, randomUUID()))).toBe('done');
  });

  test('refuses a note between other agencies, and forgets a dossier that ended', async () => {
    const [code, other, noteId] = [await atCentre(), await go.taken({ solvingAgency: places.otherCommune }), randomUUID()];
    done(await sendOn(other, noteId, 'tiepnhan'));
    const mixed = await sendOn(code, noteId);
    done(await withdraw(province.ctx, { ...await go.by('tiepnhan.tt', code), body: { reason: 'Đổi ý.' } }));

    expect(codeOf(mixed)).toBe('fields-to-mend');
    expect(await waiting(code)).toBeUndefined();
  });
});
