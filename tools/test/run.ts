// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** One part of the proof: what it runs, and how it counts. */
type Part = { readonly name: string; readonly args: readonly string[]; readonly environment?: Readonly<Record<string, string>> };

const root = path.resolve(import.meta.dirname, '../..');
const bin = (file: string): string => path.join(root, 'node_modules', file);

const checks: readonly Part[] = [
  { name: 'compiler: server', args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.json'] },
  { name: 'compiler: screens', args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.web.json'] },
  { name: 'linter', args: ['--max-old-space-size=6144', bin('eslint/bin/eslint.js'), '.', '--max-warnings=0', '--cache', '--cache-location', bin('.cache/eslint')] },
  { name: 'dependency table', args: [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'packages', 'modules', 'integrations', 'apps', '--config', 'tools/checks/dependencies.mjs', '--output-type', 'err'] },
  { name: 'dead code and unlisted dependencies', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'our own checks, each with a fixture that breaks it', args: ['tools/checks/run.ts'] },
];

const run = ({ name, args, environment }: Part): Promise<boolean> => new Promise((resolve) => {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  let output = '';
  const keep = (chunk: Buffer): void => { output += chunk.toString(); };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('exit', (code) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
    if (code !== 0) process.stdout.write(`${output.slice(-12_000)}\n`);
    resolve(code === 0);
  });
});

type Report = { readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number; readonly success: boolean };

const isReport = (value: unknown): value is Report => typeof value === 'object' && value !== null && 'numPassedTests' in value && 'numFailedTests' in value;

/** The tests, seen as they run; counted from the runner's own report. A file that could not be read counts as one failure. */
const tests = (): Promise<{ readonly passed: number; readonly failed: number; readonly skipped: number }> => new Promise((resolve) => {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-report-')), 'report.json');
  const child = spawn(process.execPath, [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, FORCE_COLOR: '0' } });
  child.on('exit', (code) => {
    const read: unknown = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : null;
    if (!isReport(read)) { resolve({ passed: 0, failed: 1, skipped: 0 }); return; }
    const failed = read.numFailedTests === 0 && code !== 0 ? 1 : read.numFailedTests;
    resolve({ passed: read.numPassedTests, failed, skipped: read.numPendingTests });
  });
});

/** Parts one after the other; how many of them were right. */
async function inTurn(parts: readonly Part[]): Promise<number> {
  let right = 0;
  for (const part of parts) if (await run(part)) right += 1;
  return right;
}

const nothing = { passed: 0, failed: 0, skipped: 0 };
const isLong = ({ name }: Part): boolean => name === 'linter';

// The linter takes longer than all the other checks: it runs beside them and the first tests.
const [long, [short, counted]] = await Promise.all([
  inTurn(checks.filter(isLong)),
  inTurn(checks.filter((check) => !isLong(check))).then(async (right) => [right, process.argv.includes('--checks-only') ? nothing : await tests()] as const),
]);
const passed = long + short + counted.passed;
const failed = checks.length - long - short + counted.failed;
process.stdout.write(`\n${passed} passed, ${failed} failed${counted.skipped > 0 ? `, ${counted.skipped} skipped` : ''}\n`);
process.exit(failed === 0 ? 0 : 1);
