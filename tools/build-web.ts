// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const sources = [
  'apps/citizen-portal/{src,fixtures}/**/*', 'apps/citizen-portal/vite.config.ts', 'apps/officer-workspace/{src/**/*,index.html,vite.config.ts}',
  'packages/{ui,i18n,web-kit}/src/**/*', 'modules/*/src/**/*.ts', 'package-lock.json', 'tools/build-web.ts',
];

function digestOfSources(): string {
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts')).map((entry) => `${entry.parentPath}/${entry.name}`).sort();
  const digest = createHash('sha256');
  for (const file of files) digest.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return digest.digest('hex');
}

/**
 * Builds what browsers load and what makes the public pages, unless nothing has changed since the last build.
 *
 * @returns whether it built anything
 */
export async function buildWeb(): Promise<boolean> {
  const stamp = `${root}apps/citizen-portal/dist/built-from`;
  const digest = digestOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;

  // Two programs that start at once must not build into the same folder: the second waits and finds the work done.
  mkdirSync(`${root}apps/citizen-portal/dist`, { recursive: true });
  if (!takeTurn()) return waitForTurn();

  // A test or a developer's shell may have another environment; browsers always get React's production build.
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await buildAll();
    writeFileSync(stamp, digest);
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV']; else process.env['NODE_ENV'] = environment;
    rmSync(turn, { recursive: true, force: true });
  }
  return true;
}

const turn = `${root}apps/citizen-portal/dist/.building`;
const longestBuildMs = 60_000;

function takeTurn(): boolean {
  try { mkdirSync(turn); return true; } catch { return false; }
}

async function waitForTurn(): Promise<boolean> {
  // A builder that was killed leaves its sign behind; nobody builds for a minute.
  if (existsSync(turn) && Date.now() - statSync(turn).mtimeMs > longestBuildMs) rmSync(turn, { recursive: true, force: true });
  await new Promise((done) => { setTimeout(done, 200); });
  return buildWeb();
}

async function buildAll(): Promise<void> {
  // Loaded only when there is something to build: it takes longer to load than the server takes to start.
  const { build } = await import('vite');
  const portal = `${root}apps/citizen-portal/vite.config.ts`;
  await build({ configFile: portal });
  await build({ configFile: portal, build: { ssr: true } });
  await build({ configFile: `${root}apps/officer-workspace/vite.config.ts` });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await buildWeb() ? 'built' : 'nothing changed');
}
