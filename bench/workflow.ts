// SPDX-License-Identifier: EUPL-1.2
/**
 * `node bench/workflow.ts`: steps per second, pure and stored (one by one, and a hundred in a transaction), against the bare SQL statements of a step
 * and against the fastest BPMN engine of the npm registry (bpmn-elements, its context read once) in the same run.
 * Uses DATABASE_URL of an owner, else an embedded server in a temporary folder.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applicationRole, inTransaction, migrate, openDatabase, startEmbedded } from '../packages/db-kit/src/index.ts';
import { newId } from '../packages/kernel/src/index.ts';
import {
  begin, compileProcess, complete, loadAllForUpdate, loadForUpdate, type ProcessDefinition, type ProcessState, publishProcess, save, saveAll, startInstance,
} from '../modules/workflow/src/index.ts';
import { lineXml, processXml, userTask } from '../modules/workflow/src/testing.ts';
import { peerEngine } from './peer-engine.mjs';

const at = Temporal.Now.instant();
const seconds = 3;

async function perSecond(workers: number, run: (worker: number) => Promise<number> | number): Promise<number> {
  const began = performance.now();
  const counts = await Promise.all(Array.from({ length: workers }, async (_, worker) => {
    let done = 0;
    while (performance.now() - began < seconds * 1000) done += await run(worker);
    return done;
  }));
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - began) / 1000);
}

/** Fork, join, a choice: eight tasks. */
const mixed = processXml(
  ['<bpmn:startEvent id="S" />', ...['A', 'B', 'C', 'D', 'G', 'H', 'I', 'K'].map((id) => userTask(id)), '<bpmn:parallelGateway id="F" />', '<bpmn:parallelGateway id="J" />',
    '<bpmn:exclusiveGateway id="X" default="X_I" />', '<bpmn:endEvent id="E" />'],
  ['S -> A', 'A -> B', 'B -> F', 'F -> C', 'F -> D', 'C -> J', 'D -> J', 'J -> G', 'G -> X', 'X -> H : thieu = true', 'X -> I', 'H -> I', 'I -> K', 'K -> E']);

const isState = (value: unknown): value is ProcessState => typeof value === 'object' && value !== null && 'tokens' in value;

function runPure(definition: ProcessDefinition): number {
  const begun = begin(definition, { thieu: true });
  if (!begun.ok) throw new Error(begun.error.code);
  let done = 0;
  for (let { state } = begun.value; !state.ended; done += 1) {
    const step = complete(definition, state, { taskId: Object.keys(state.tokens)[0] ?? '', variables: {} });
    if (!step.ok) throw new Error(step.error.code);
    const read: unknown = JSON.parse(JSON.stringify(step.value.state));
    if (!isState(read)) throw new Error('no state');
    state = read;
  }
  return done;
}

const compiled = await compileProcess(mixed);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const { value: definition } = compiled;
runPure(definition);
const pure = await perSecond(1, () => { let done = 0; for (let at10 = 0; at10 < 50; at10 += 1) done += runPure(definition); return done; });
console.log(`pure steps, state through JSON: ${Math.round(pure).toLocaleString('en')}/s on one core`);

// A condition in FEEL says nothing to it: the default way is taken at the choice.
const runPeer = await peerEngine(mixed.replace(/<bpmn:conditionExpression.*?<\/bpmn:conditionExpression>/su, ''));
const peer = await perSecond(1, runPeer);
console.log(`pure steps of bpmn-elements, state through JSON: ${Math.round(peer).toLocaleString('en')}/s; ours ${Math.round(pure / peer).toLocaleString('en')} times that`);

const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-'));
const given = process.env['DATABASE_URL'];
const server = given === undefined ? await startEmbedded(path.join(folder, 'data'), {}) : { ownerUrl: given, stop: () => Promise.resolve() };
const { fault } = await migrate(server.ownerUrl, path.join(import.meta.dirname, '../modules'));
if (fault !== null) throw new Error(`${fault.migration}: ${fault.detail}`);
const { db, pool, close } = openDatabase(server.ownerUrl, { role: applicationRole, max: 10 });
const line = lineXml(...Array.from({ length: 200 }, (_, index) => `T${index}`));
const published = await publishProcess(db, { key: 'bench', name: 'bench', xml: line, by: 'bench', at });
if (!published.ok) throw new Error(JSON.stringify(published.error));

async function fresh(): Promise<string> {
  const started = await startInstance(db, { id: newId(at), key: 'bench', subject: 'bench', variables: {}, at });
  if (!started.ok) throw new Error(started.error.code);
  return started.value.instance.id;
}

for (const workers of [1, 8]) {
  const instances = await Promise.all(Array.from({ length: workers }, fresh));
  const stored = await perSecond(workers, async (worker) => {
    const ended = await inTransaction(db, async (tx) => {
      const instance = await loadForUpdate(tx, instances[worker] ?? '');
      if (instance === null) throw new Error('no instance');
      const step = complete(instance.definition, instance.state, { taskId: Object.keys(instance.state.tokens)[0] ?? '', variables: {} });
      if (!step.ok) throw new Error(step.error.code);
      const saved = await save(tx, instance, { ...step.value, at });
      if (!saved.ok) throw new Error(saved.error.code);
      return step.value.state.ended;
    });
    if (ended) instances[worker] = await fresh();
    return 1;
  });
  const state = JSON.stringify({ format: 1, seq: 9, tokens: { t9: { node: 'T8', timers: {} } }, joins: {}, variables: {}, ended: false });
  const floor = await perSecond(workers, async (worker) => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query('select state, revision from workflow.instance where id = $1 for update', [instances[worker]]);
    await client.query('update workflow.instance set state = $2, revision = revision + 1 where id = $1', [instances[worker], state]);
    await client.query('commit');
    client.release();
    return 1;
  });
  console.log(`stored steps, ${workers} at a time: ${Math.round(stored).toLocaleString('en')}/s, ${(stored / floor).toFixed(2)} of the bare SQL (${Math.round(floor).toLocaleString('en')}/s)`);
}
const size = 100;
let batch = await Promise.all(Array.from({ length: size }, fresh));
const together = await perSecond(1, async () => {
  const over = await inTransaction(db, async (tx) => {
    const steps = (await loadAllForUpdate(tx, batch)).map((instance) => {
      const step = complete(instance.definition, instance.state, { taskId: Object.keys(instance.state.tokens)[0] ?? '', variables: {} });
      if (!step.ok) throw new Error(step.error.code);
      return { ...step.value, instance, at };
    });
    const changed = await saveAll(tx, steps);
    if (changed.length > 0) throw new Error('changed');
    return steps.every(({ state: { ended } }) => ended);
  });
  if (over) batch = await Promise.all(Array.from({ length: size }, fresh));
  return size;
});
console.log(`stored steps, ${size} in a transaction: ${Math.round(together).toLocaleString('en')}/s on one connection; ${Math.round(together / peer).toLocaleString('en')} times the peer, which stores nothing`);
await close();
await server.stop();
rmSync(folder, { recursive: true, force: true });
