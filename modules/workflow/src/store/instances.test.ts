// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { newId } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  cancelTimers, complete, dueTimers, fireTimer, getDefinition, loadAllForUpdate, loadForUpdate, loadInstance, type ProcessInstance, publishProcess, save, saveAll, startInstance,
} from '../index.ts';
import { after, end, lineXml, processXml, start, userTask } from '../testing.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}:00+07:00`);
const noon = at('2026-11-20T12:00');

describe('quy trình đã công bố và đang chạy', () => {
  let database: TestDatabase;
  beforeAll(async () => { database = await testDatabase(); });
  afterAll(async () => { await database.drop(); });
  const publish = (key: string, xml: string, validFrom = '2026-11-01') =>
    publishProcess(database.db, { key, name: 'Quy trình thử', xml, by: 'officer', at: noon, validFrom });
  async function begun(key: string): Promise<ProcessInstance> {
    const started = await startInstance(database.db, { id: newId(noon), key, subject: 'H15-0001', variables: {}, at: noon });
    if (!started.ok) throw new Error(started.error.code);
    return started.value.instance;
  }
  const finish = (id: string, taskId: string) => inTransaction(database.db, async (tx) => {
    const instance = await loadForUpdate(tx, id);
    if (instance === null) throw new Error('no instance');
    const step = complete(instance.definition, instance.state, { taskId, variables: {} });
    return step.ok ? save(tx, instance, { ...step.value, at: noon }) : step;
  });

  test('gives the same model the same version and another model the next', async () => {
    const versions = [await publish('k1', lineXml('A')), await publish('k1', lineXml('A')), await publish('k1', lineXml('A', 'B'))]
      .map((published) => (published.ok ? published.value.version : published.error));

    expect(versions).toEqual([1, 1, 2]);
    expect(await getDefinition(database.db, 'k1', 1)).toMatchObject({ version: 1, publishedBy: 'officer', validFrom: '2026-11-01' });
    expect((await getDefinition(database.db, 'k1'))?.definition.mainPath).toEqual(['A', 'B']);
    expect(await getDefinition(database.db, 'none')).toBeNull();
  });

  test('does not publish a model with faults', async () => {
    expect(await publish('k2', '<x/>')).toMatchObject({ ok: false, error: [{ code: 'wrong-namespace' }] });
    expect(await getDefinition(database.db, 'k2')).toBeNull();
  });

  test('starts under the version in force and stays on it', async () => {
    await publish('k3', lineXml('A'));
    await publish('k3', lineXml('A', 'B'), '2026-12-01');
    const instance = await begun('k3');

    expect((await loadInstance(database.db, instance.id))?.version).toBe(1);
    expect(await startInstance(database.db, { id: newId(noon), key: 'none', subject: 's', variables: {}, at: noon }))
      .toEqual({ ok: false, error: { code: 'no-such-process', key: 'none' } });
  });

  test('lets one of two officers who complete the same task at once win', async () => {
    await publish('k4', lineXml('A', 'B'));
    const { id } = await begun('k4');

    const outcomes = await Promise.all([finish(id, 't1'), finish(id, 't1')]);

    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'no-such-task', taskId: 't1' } });
    expect((await loadInstance(database.db, id))?.revision).toBe(2);
  });

  test('refuses to save over what somebody else saved', async () => {
    await publish('k5', lineXml('A', 'B'));
    const instance = await begun('k5');
    await finish(instance.id, 't1');
    const stale = complete(instance.definition, instance.state, { taskId: 't1', variables: {} });

    expect(stale.ok ? await save(database.db, instance, { ...stale.value, at: noon }) : null)
      .toEqual({ ok: false, error: { code: 'changed-meanwhile', instance: instance.id } });
  });

  test('stores the steps of many instances at once with their timers, and names those somebody else changed', async () => {
    await publish('k-many', processXml([start, userTask('A'), `<bpmn:intermediateCatchEvent id="W">${after('P10D')}</bpmn:intermediateCatchEvent>`, userTask('B'), end], ['S -> A', 'A -> W', 'W -> B', 'B -> E']));
    const ids = (await Promise.all([begun('k-many'), begun('k-many'), begun('k-many')])).map(({ id }) => id);
    const loaded = await loadAllForUpdate(database.db, [...ids, newId(noon)]);
    await finish(loaded[1]?.id ?? '', 't1');
    const steps = loaded.flatMap((instance) => { const step = complete(instance.definition, instance.state, { taskId: 't1', variables: {} }); return step.ok ? [{ ...step.value, instance, at: noon }] : []; });

    expect(steps).toHaveLength(3);
    expect(await saveAll(database.db, steps)).toEqual([loaded[1]?.id]);
    expect((await dueTimers(database.db, noon.add({ hours: 240 }), { limit: 100 })).filter(({ instance }) => ids.includes(instance)).map(({ node }) => node)).toEqual(['W', 'W', 'W']);
    expect((await Promise.all(ids.map((id) => loadInstance(database.db, id)))).map((instance) => instance?.revision)).toEqual([2, 2, 2]);
    for (const id of ids) await cancelTimers(database.db, id);
  });

  test('leaves nothing behind when the caller goes back', async () => {
    await publish('k6', lineXml('A'));
    const id = newId(noon);
    await inTransaction(database.db, async (tx) => {
      await startInstance(tx, { id, key: 'k6', subject: 's', variables: {}, at: noon });
      throw new Error('caller goes back');
    }).catch(() => undefined);

    expect(await loadInstance(database.db, id)).toBeNull();
  });

  test('calls timers when their hour has come, once, and not after their task is done', async () => {
    await publish('k7', processXml(
      [start, userTask('A'), `<bpmn:boundaryEvent id="W" attachedToRef="A" cancelActivity="false">${after('P2D')}</bpmn:boundaryEvent>`, userTask('N'), end],
      ['S -> A', 'A -> E', 'W -> N', 'N -> E']));
    const [first, second] = [await begun('k7'), await begun('k7')];
    await finish(second.id, 't1');

    expect(await dueTimers(database.db, at('2026-11-22T11:59'), { limit: 10 })).toEqual([]);
    const due = await dueTimers(database.db, at('2026-11-22T12:00'), { limit: 10 });
    expect(due).toMatchObject([{ instance: first.id, timerId: 'w2', node: 'W' }]);
    const fired = fireTimer(first.definition, first.state, { timerId: 'w2' });
    expect(fired.ok && (await save(database.db, first, { ...fired.value, at: noon })).ok).toBe(true);
    expect(await dueTimers(database.db, at('2026-11-30T12:00'), { limit: 10 })).toEqual([]);
  });

  test('costs three statements a step', async () => {
    await publish('k8', lineXml('A', 'B'));
    const { id } = await begun('k8');
    const before = database.statements.length;
    await finish(id, 't1');

    expect(database.statements.slice(before).filter((text) => /^(select|insert|update|delete)/u.test(text)).length).toBeLessThanOrEqual(3);
  });
});
