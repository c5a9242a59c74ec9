// SPDX-License-Identifier: EUPL-1.2
import { type CompiledModel, compileModel, type Reading } from '../definition/compile-model.ts';
import type { PublicationFault, Variables } from '../model.ts';
import { type Done, drive, type Worker } from './drive.ts';

/** A test of the public engine suite. */
export type SuiteTest = {
  readonly id: string;
  readonly group: string;
  readonly feature: string;
  readonly cases: readonly { readonly input: string | null; readonly integer_variable: number; readonly start_second_process: boolean; readonly expected_trace: readonly string[] }[];
};

/** How a test came out: `wrong` also says what was seen. */
export type Verdict = { readonly id: string; readonly verdict: 'right' | 'wrong' | 'unsupported'; readonly what: string };

const marker = /^(?:SCRIPT_task\d|CREATE_LOG_FILE|CREATE_MARKER_FILE|INCREMENT_INTEGER_VARIABLE(?:_AND_LOG)?|SET_STRING_DATA|LOG_DATA|CREATE_TIMESTAMP_LOG_[12]|WAIT_TEN_SECONDS|THROW_ERROR)$/u;

/** The suite's way to write expressions, as FEEL. */
function feel(written: string): string {
  const bare = /^\$\{(.*)\}$/su.exec(written.trim())?.[1] ?? written.trim();
  return bare.replace(/!?(\w+)\.contains\(("[^"]*")\)/gu, (all, name: string, part: string) => (all.startsWith('!') ? `not(contains(${name}, ${part}))` : `contains(${name}, ${part})`));
}

const reading: Reading = { feel, canDo: (script) => marker.test(script) };

/** What the suite's scripts mean. Work between two stamps takes ten virtual seconds, so that stamps of parallel branches overlap. */
function done(script: string, variables: Variables): Done {
  const nothing: Done = { marks: [], variables: {}, error: null };
  const counted = typeof variables['integerVariable'] === 'number' ? variables['integerVariable'] + 1 : 1;
  if (script.startsWith('SCRIPT_task')) return { ...nothing, marks: [script] };
  if (script === 'INCREMENT_INTEGER_VARIABLE_AND_LOG') return { ...nothing, marks: ['INCREMENT_correct'], variables: { integerVariable: counted } };
  if (script === 'INCREMENT_INTEGER_VARIABLE') return { ...nothing, variables: { integerVariable: counted } };
  if (script === 'SET_STRING_DATA') return { ...nothing, variables: { data: 'set' } };
  if (script === 'LOG_DATA') return { ...nothing, marks: [variables['data'] === 'set' ? 'DATA_correct' : 'DATA_lost'] };
  if (script === 'CREATE_MARKER_FILE') return { ...nothing, marks: ['MARKER_exists'] };
  return script === 'THROW_ERROR' ? { ...nothing, error: 'ERR_CODE' } : nothing;
}

const isLong = (script: string): boolean => script === 'WAIT_TEN_SECONDS' || script.startsWith('CREATE_TIMESTAMP_LOG_');

/** Two stamped tasks ran at once when the later one began before the earlier one was over. */
function overlaps(stamps: readonly number[]): readonly string[] {
  const [one, other] = stamps;
  return one !== undefined && other !== undefined && Math.abs(one - other) < longSeconds ? ['EXECUTION_parallel'] : [];
}

const longSeconds = 10;

function runCase(model: CompiledModel, test: SuiteTest, asked: SuiteTest['cases'][number]): readonly string[] {
  const stamps: number[] = [];
  const worker: Worker = {
    seconds: (node) => (isLong(model.scripts.get(node) ?? '') ? longSeconds : 0),
    work: (node, { variables, second }) => {
      const script = model.scripts.get(node) ?? '';
      if (script.startsWith('CREATE_TIMESTAMP_LOG_')) stamps.push(second);
      return done(script, variables);
    },
  };
  const first = [...model.processes.keys()].find((id) => id === test.id) ?? [...model.processes.keys()][0] ?? '';
  const processes = asked.start_second_process ? ['ParallelProcess', first] : [first];
  return [...drive(model, worker, { processes, variables: { test: asked.input ?? '', integerVariable: asked.integer_variable } }), ...overlaps(stamps)];
}

/** A marker file is looked for only where the test asks for it; «ERROR» is a refusal or an error, whichever comes. */
function comparable(seen: readonly string[], expected: readonly string[]): string {
  const asked = expected.includes('MARKER_exists') ? seen : seen.filter((mark) => mark !== 'MARKER_exists');
  const general = expected.includes('ERROR') ? asked.map((mark) => (mark.startsWith('ERROR') ? 'ERROR' : mark)) : asked;
  return general.toSorted().join(' ');
}

const isRefusal = (expected: readonly string[]): boolean => expected.includes('ERROR_deployment') || expected.includes('ERROR');

function judgeRefused(test: SuiteTest, faults: readonly PublicationFault[]): Verdict {
  const what = [...new Set(faults.map(({ code, element, text }) => `${code} ${element ?? ''}: ${text}`))].slice(0, 3).join(' · ');
  if (test.cases.every(({ expected_trace: expected }) => isRefusal(expected))) return { id: test.id, verdict: 'right', what };
  const isOnlyBeyond = faults.every(({ code }) => code === 'unsupported-element' || code === 'condition-not-readable');
  return { id: test.id, verdict: isOnlyBeyond ? 'unsupported' : 'wrong', what };
}

/** Runs one test of the public engine suite: compiled and refused, or run case by case and its traces compared. */
export async function judgeSuiteTest(test: SuiteTest, xml: string): Promise<Verdict> {
  const model = await compileModel(xml, reading);
  if (!model.ok) return judgeRefused(test, model.error);
  for (const [at, asked] of test.cases.entries()) {
    const seen = comparable(runCase(model.value, test, asked), asked.expected_trace);
    const expected = asked.expected_trace.toSorted().join(' ');
    if (seen !== expected) return { id: test.id, verdict: 'wrong', what: `#${at + 1}: «${seen}» ≠ «${expected}»` };
  }
  return { id: test.id, verdict: 'right', what: '' };
}
