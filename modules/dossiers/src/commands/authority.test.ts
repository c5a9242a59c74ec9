// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { type Database, openDatabase, sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { readDocument } from '@motcua/documents';
import { appointHead, enterDelegation, revokeDelegation } from '@motcua/organisation';
import { getDefinition } from '@motcua/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalProblem } from '../http/refusal-words.ts';
import { approve, completeStep, issue, replay, sendBack, takeIn } from '../index.ts';
import { type SmallProvince, aDraft, anIntake, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { eventsOf } from '../store/ledger.ts';
import type { Outcome } from './perform.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let code: string;
let owner: Database;
beforeAll(async () => {
  database = await testDatabase();
  owner = openDatabase(database.ownerUrl);
  province = await smallProvince(database.db);
  go = walk(province);
  code = await go.taken();
  await go.appraised(code);
});
afterAll(async () => {
  province.remove();
  await owner.close();
  await database.drop();
});

type Entry = Parameters<typeof enterDelegation>[1];
const by = () => ({ id: province.officer('quantri').id, at: startOfTest });
const anEntry = (about: Partial<Entry> = {}): Entry => ({
  kind: 'KT', agency: places.commune, delegator: province.officer('lanhdao').id, delegate: province.officer('phochutich').id, delegateTitle: 'Phó Chủ tịch', number: `${Math.floor(performance.now() * 1000)}/QĐ`, issuedOn: '2026-01-05',
  legalBasis: 'Quy chế làm việc', procedures: null, from: '2026-01-05', through: null, appraisal: null, ...about,
});
const enter = async (about: Partial<Entry> = {}): Promise<string> => done(await enterDelegation(database.db, anEntry(about), by())).id;
const sign = async (who: string, dossier = code): Promise<Outcome<unknown>> => approve(province.ctx, { ...await go.onTask(who, dossier, 'approve'), body: { opinion: null } });
// The working role removes nothing: between tests the owner empties the register.
const clear = async (): Promise<void> => { await sql`truncate organisation.delegation cascade`.execute(owner.db); };
const textOf = async (dossier: string): Promise<string> => {
  const id = (await go.state(dossier)).result?.documentId ?? '';
  const file = await readDocument(database.db, province.ctx.files, id);
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: Buffer.from(file?.bytes ?? []) }).toString();
};

const days = { before: ['2026-01-05', '2026-11-16'], now: ['2026-01-05', '2026-12-31'], after: ['2026-11-18', '2026-12-31'] } as const;
const scopes = { this: [procedures.permits], other: [procedures.births] } as const;

describe('ký theo văn bản giao ký (signing under a delegation)', () => {
  test('is refused, with the reason, over every combination of kind, scope and days that does not hold', async () => {
    const [said, wanted]: [string[], string[]] = [[], []];
    for (const kind of ['TM', 'KT', 'TL', 'TUQ'] as const) for (const scope of ['this', 'other'] as const) for (const when of ['before', 'now', 'after'] as const) {
      if (scope === 'this' && when === 'now') continue;
      await clear();
      const [from, through] = days[when];
      await enter({ kind, procedures: [...scopes[scope]], from, through });
      const outcome = await sign('phochutich');
      said.push(`${kind} ${scope} ${when}: ${!outcome.ok && outcome.error.code === 'authority-missing' ? outcome.error.reason : 'signed'}`);
      wanted.push(`${kind} ${scope} ${when}: ${scope === 'other' ? 'other-procedure' : when === 'before' ? 'expired' : 'not-yet-valid'}`);
    }

    expect(said).toEqual(wanted);
    expect((await go.state(code)).result).toBeNull();
  });

  test('without any paper says so, and who may sign', async () => {
    await clear();
    const outcome = await sign('phochutich');

    expect(outcome).toMatchObject({ error: { code: 'authority-missing', reason: 'no-delegation', who: ['Cán bộ lanhdao'] } });
    expect(outcome.ok || refusalProblem(outcome.error)).toMatchObject({ status: 409, title: 'Chưa ký được: không phải người đứng đầu và chưa có văn bản giao ký.', detail: 'Người ký được: Cán bộ lanhdao. Giao lại bước này cho người đó.' });
  });

  test('asks the register at the moment of signing: what was revoked this morning does not sign at noon', async () => {
    await clear();
    const id = await enter({ number: '45/QĐ-UBND' });
    done(await revokeDelegation(database.db, { id, from: '2026-11-17', number: '50/QĐ-UBND', reason: 'Phân công lại.', competenceMoved: false }, by()));
    const outcome = await sign('phochutich');

    expect(outcome.ok || refusalProblem(outcome.error).title).toBe('Chưa ký được: văn bản 45/QĐ-UBND đã bị thu hồi từ ngày 17/11/2026.');
  });

  test.each([
    ['TM', ['TM. ỦY BAN NHÂN DÂN', 'PHÓ CHỦ TỊCH']], ['KT', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']], ['TL', ['TL. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']], ['TUQ', ['TUQ. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ] as const)('%s. that holds signs, stands on the paper and stays in the ledger', async (kind, lines) => {
    await clear();
    const id = await enter({ kind, number: '45/QĐ-UBND', procedures: [procedures.permits], through: '2026-12-31' });
    const dossier = await go.taken();
    await go.appraised(dossier);
    done(await sign('phochutich', dossier));
    const text = await textOf(dossier);
    const fact = (await eventsOf(database.db, (await go.state(dossier)).id)).find(({ type }) => type === 'approved');

    for (const line of lines) expect(text).toContain(line);
    expect(fact?.data).toMatchObject({ authority: { kind, agency: places.commune, delegation: { id, number: '45/QĐ-UBND' }, lines } });
  });

  test('by the head needs no paper', async () => {
    await clear();
    const dossier = await go.taken();
    await go.appraised(dossier);
    done(await sign('lanhdao', dossier));

    expect(await textOf(dossier)).toMatch(/TM\. ỦY BAN NHÂN DÂN[\s\S]*CHỦ TỊCH/u);
    expect((await go.state(dossier)).result?.authority).toMatchObject({ kind: 'head', delegation: null });
  });

  test('sent back loses the right it was signed in', async () => {
    const dossier = await go.taken();
    await go.appraised(dossier);
    await go.approved(dossier);
    const task = await go.task(dossier, 'number');
    const back = (await getDefinition(database.db, 'MC-XA-CHUAN'))?.definition.nodes.get(task.node)?.task?.returnTo ?? [];
    done(await sendBack(province.ctx, { ...await go.onTask('vanthu', dossier, 'number'), body: { to: back.at(-1) ?? '', reason: 'Sai.' } }));

    expect((await go.state(dossier)).result?.authority).toBeNull();
  });
});

describe('vào sổ (entering the register)', () => {
  const faultsOf = async (about: Partial<Entry>): Promise<readonly string[]> => {
    const outcome = await enterDelegation(database.db, anEntry(about), by());
    return outcome.ok || outcome.error.code !== 'fields-to-mend' ? [] : outcome.error.fields.map(({ path }) => path);
  };

  test.each([
    ['a TUQ. without an end', { kind: 'TUQ', procedures: ['1'] }, ['through']], ['a TUQ. of everything', { kind: 'TUQ', through: '2026-12-31' }, ['procedures']], ['an end before the beginning', { through: '2025-01-01' }, ['through']],
    ['a beginning before the document', { from: '2025-12-31' }, ['from']], ['no procedure at all', { procedures: [] }, ['procedures']], ['an agency that is none', { agency: 'Z' }, ['agency']],
    ['an appraisal after the signature', { appraisal: { by: 'Sở Tư pháp', on: '2026-02-01', number: '1' } }, ['appraisal.on']],
  ] as const)('refuses %s and names the field', async (_what, about, fields) => {
    expect(await faultsOf({ ...about, procedures: 'procedures' in about ? [...about.procedures] : null })).toEqual(fields);
  });

  test('refuses a delegator who is not the head, one who delegates to himself, and one who holds a TUQ.', async () => {
    await clear();
    const [head, deputy, clerk] = ['lanhdao', 'phochutich', 'chuyenvien'].map((login) => province.officer(login).id);
    await enter({ kind: 'TUQ', procedures: ['1'], through: '2026-12-31' });

    expect([await faultsOf({ delegator: clerk ?? '' }), await faultsOf({ delegate: head ?? '' }), await faultsOf({ delegator: deputy ?? '', delegate: clerk ?? '' })]).toEqual([['delegator'], ['delegate'], ['delegator']]);
  });

  test('takes the same paper for the same person once, and a revocation once', async () => {
    await clear();
    const id = await enter({ number: '45' });
    const again = await enterDelegation(database.db, anEntry({ number: '45' }), by());
    const revocation = { id, from: '2026-11-17', number: '50', reason: 'x', competenceMoved: false };
    done(await revokeDelegation(database.db, revocation, by()));

    expect(again).toMatchObject({ error: { fields: [{ path: 'number' }] } });
    expect(await revokeDelegation(database.db, revocation, by())).toMatchObject({ error: { code: 'revoked-already' } });
    expect(await revokeDelegation(database.db, { ...revocation, id: '0193a000-0000-7000-8000-000000000009' }, by())).toMatchObject({ error: { code: 'entry-unknown' } });
  });

  test('keeps its lines: the working role changes and removes none', async () => {
    const { rows } = await database.pool.query<{ allowed: boolean }>(`select bool_or(has_table_privilege('motcua_app', t, p)) as allowed from unnest(array['organisation.delegation', 'organisation.delegation_revocation']) t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p`);

    expect(rows[0]?.allowed).toBe(false);
  });
});

describe('ủy quyền của tỉnh cho sở (authorised by the province)', () => {
  test('is signed and sealed by the name of the province', async () => {
    await clear();
    const [chairman, director] = ['lanhdao.tinh', 'lanhdao.so'].map((login) => province.officer(login).id);
    await appointHead(database.db, { agency: places.province, officer: chairman ?? '', title: 'Chủ tịch', collective: 'Ủy ban nhân dân', from: '2025-07-01', at: startOfTest });
    await enter({ kind: 'TUQ', agency: places.province, delegator: chairman ?? '', delegate: director ?? '', delegateTitle: 'Giám đốc Sở', number: '9/GUQ', procedures: [procedures.rail], through: '2026-12-31' });
    const dossier = done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ receivingAgency: places.centre, returningAgency: places.centre, solvingAgency: places.department, procedure: procedures.rail }) })).code;
    for (const who of ['truongphong.so', 'chuyenvien.so', 'truongphong.so']) {
      const task = (await go.state(dossier)).tasks[0];
      done(await completeStep(province.ctx, { ...await go.by(who, dossier), taskId: task?.taskId ?? '', body: { opinion: null, draft: aDraft, variables: {} } }));
    }
    done(await sign('lanhdao.so', dossier));
    done(await issue(province.ctx, await go.onTask('vanthu.so', dossier, 'number')));
    const text = await textOf(dossier);

    expect(text).toContain('TUQ. CHỦ TỊCH');
    expect(text).toContain('UBND TỈNH THỬ');
    expect((await go.state(dossier)).result?.authority).toMatchObject({ kind: 'TUQ', agency: places.province });
  });
});

describe('dựng lại từ sổ (replay)', () => {
  test('finds no difference after all this', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
