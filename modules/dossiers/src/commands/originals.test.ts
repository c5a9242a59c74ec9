// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OriginalPlace } from '../contract.ts';
import { originalRows } from '../store/originals.ts';
import { type SmallProvince, anIntake, done, places, procedures, smallProvince, walk } from '../testing.ts';
import { originalsHeld } from '../views/originals.ts';
import { takeIn } from './accept.ts';
import { moveOriginals } from './originals.ts';
import { confirmPapers, handOverPapers, returnPapers } from './papers.ts';
import { replay } from './replay.ts';

describe('giấy gốc (originals in custody)', () => {
  let database: TestDatabase;
  let province: SmallProvince;
  let go: ReturnType<typeof walk>;
  beforeAll(async () => { database = await testDatabase(); province = await smallProvince(database.db); go = walk(province); });
  afterAll(async () => { province.remove(); await database.drop(); });

  /** Received at the Centre for the department: its papers must travel. */
  const travelling = async (): Promise<string> => done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ procedure: procedures.rail, receivingAgency: places.centre, solvingAgency: places.department, returningAgency: places.centre }) })).code;
  const where = async (code: string) => originalRows(await go.state(code)).map(({ no, place, agency }) => `${String(no)} ${place} ${agency}`);
  const move = async (who: string, code: string, body: { readonly nos?: readonly number[]; readonly place: Exclude<OriginalPlace, 'way'>; readonly detail?: string; readonly reason?: string }) =>
    moveOriginals(province.ctx, { ...await go.by(who, code), body: { nos: [...body.nos ?? []], place: body.place, detail: body.detail ?? null, reason: body.reason ?? null } });

  test('begin at the counter that received them, one for each paper handed in', async () => {
    const code = await go.taken();
    const { papers, originals = [] } = await go.state(code);

    expect(originals.map(({ no }) => no)).toEqual(papers.filter(({ state, originals: sheets, copies }) => state === 'ok' && sheets + copies > 0).map(({ no }) => no));
    expect(originals.every(({ place }) => place.kind === 'counter' && place.agency === places.commune)).toBe(true);
  });

  test('are put on a shelf and given back by who has them, never twice', async () => {
    const code = await go.taken();

    done(await move('tiepnhan', code, { place: 'shelf', detail: 'Kệ 3, ngăn 2' }));
    done(await move('tiepnhan', code, { nos: [1], place: 'applicant', detail: 'Nguyễn Văn Mẫu' }));

    expect((await where(code))[0]).toBe(`1 applicant ${places.commune}`);
    expect(await move('tiepnhan', code, { nos: [1], place: 'shelf', detail: 'Kệ 1' })).toMatchObject({ ok: false, error: { code: 'fields-to-mend' } });
    expect(await move('tiepnhan', code, { nos: [2], place: 'shelf' })).toMatchObject({ ok: false, error: { fields: [{ path: 'detail' }] } });
    expect(await move('tiepnhan', code, { nos: [299], place: 'counter' })).toMatchObject({ ok: false, error: { fields: [{ path: 'nos' }] } });
  });

  test('go by the hand-over note: the giver puts them on the way, the receiver takes them over', async () => {
    const code = await travelling();
    expect((await where(code)).every((line) => line.endsWith(`counter ${places.centre}`))).toBe(true);

    done(await handOverPapers(province.ctx, { ...await go.by('tiepnhan.tt', code), noteId: randomUUID() }));
    expect((await where(code)).every((line) => line.endsWith(`way ${places.department}`))).toBe(true);
    expect(await move('tiepnhan.tt', code, { nos: [1], place: 'counter' })).toMatchObject({ ok: false });

    done(await confirmPapers(province.ctx, await go.by('chuyenvien.so', code)));
    expect((await where(code)).every((line) => line.endsWith(`unit ${places.department}`))).toBe(true);
    expect(await move('tiepnhan.tt', code, { nos: [1], place: 'counter' })).toMatchObject({ ok: false });
  });

  test('are lost when the receiver does not find them, with who had them last, until they turn up', async () => {
    const code = await travelling();
    const [first] = (await go.state(code)).originals ?? [];
    const no = first?.no ?? 0;
    done(await handOverPapers(province.ctx, { ...await go.by('tiepnhan.tt', code), noteId: randomUUID() }));

    done(await returnPapers(province.ctx, { ...await go.by('chuyenvien.so', code), body: { reason: 'Thiếu giấy.', missing: [no] } }));

    const held = await originalsHeld(database.db, province.officer('tiepnhan.tt'), 'lost');
    const name = (await go.state(code)).papers.find((paper) => paper.no === no)?.name;
    expect(held.papers.filter((paper) => paper.code === code).map((paper) => [paper.name, paper.last?.place, paper.last?.who])).toContainEqual([name, 'way', 'Cán bộ tiepnhan.tt']);
    done(await move('tiepnhan.tt', code, { nos: [no], place: 'counter' }));
    expect((await where(code)).every((line) => line.endsWith(`counter ${places.centre}`))).toBe(true);
  });

  test('need a word of where they were looked for before they are lost', async () => {
    const code = await go.taken();

    expect(await move('tiepnhan', code, { nos: [1], place: 'lost' })).toMatchObject({ ok: false, error: { fields: [{ path: 'reason' }] } });
  });

  test('said of all at once are those at hand: what is lost is named by itself', async () => {
    const code = await go.taken();
    const nos = ((await go.state(code)).originals ?? []).map(({ no }) => no);
    done(await move('tiepnhan', code, { nos, place: 'lost', reason: 'Đã tìm ở quầy 1.' }));

    const all = await move('tiepnhan', code, { place: 'shelf', detail: 'Kệ 1' });
    expect(all).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'nos', text: expect.stringContaining('đã ghi là mất') }] } });
    done(await move('tiepnhan', code, { nos: nos.slice(0, 1), place: 'shelf', detail: 'Kệ 1' }));
    expect((await where(code))[0]).toContain('shelf');
  });

  test('are each in exactly one place whatever is done, and the ledger says the same again', async () => {
    const step = fc.record({ who: fc.constantFrom('tiepnhan.tt', 'chuyenvien.so', 'tiepnhan'), act: fc.constantFrom('send', 'confirm', 'return', 'move', 'move', 'move'), place: fc.constantFrom('counter', 'shelf', 'unit', 'post', 'applicant', 'lost'), nos: fc.array(fc.nat(20), { maxLength: 3 }), words: fc.constantFrom('Kệ 1', 'Kệ 2', '') });
    let moved = 0;
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
      const code = await travelling();
      const all = ((await go.state(code)).originals ?? []).map(({ no }) => no);
      for (const { who, act, place, nos: drawn, words } of steps) {
        // Mostly papers the dossier has.
        const nos = [...new Set(drawn.map((at) => (at === 20 ? 299 : all[at % all.length] ?? 0)))];
        const asked = await go.by(who, code);
        const before = await where(code);
        const outcome = act === 'send' ? await handOverPapers(province.ctx, { ...asked, noteId: randomUUID() }) : act === 'confirm' ? await confirmPapers(province.ctx, asked)
          : act === 'return' ? await returnPapers(province.ctx, { ...asked, body: { reason: 'Thiếu.', missing: nos.filter((no) => all.includes(no)) } })
            : await moveOriginals(province.ctx, { ...asked, body: { nos, place, detail: words, reason: words } });
        const after = await where(code);
        if (outcome.ok) moved += 1;
        else expect(after).toEqual(before);
        expect(after.map((line) => Number(line.split(' ')[0]))).toEqual(all);
      }
    }), { numRuns: 15 });
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
    expect(moved).toBeGreaterThan(20);
  }, 120_000);
});
