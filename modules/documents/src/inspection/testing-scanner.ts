// SPDX-License-Identifier: EUPL-1.2
/** What tests of the scanner need: ClamAV's own daemon, with signatures of our own in place of the published ones. */
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A running daemon. `know`: from now on these words are viruses, each found under its own name. `maxBytes`: the longest stream it reads. */
export type Scanner = { readonly port: number; readonly know: (words: readonly string[]) => Promise<void>; readonly stop: () => Promise<void> };

const freePort = (): Promise<number> => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => { resolve(port); });
  });
});

const said = (port: number, command: string): Promise<string> => new Promise((resolve) => {
  let answer = '';
  const socket = connect({ host: '127.0.0.1', port }, () => { socket.write(`z${command}\0`); });
  socket.on('data', (part: Buffer) => { answer += part.toString(); });
  socket.on('error', () => undefined);
  socket.on('close', () => { resolve(answer); });
});

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await holds()) return;
    await delay(100);
  }
  throw new Error(`clamd: ${what} did not come about in 30 seconds`);
}

/** Starts ClamAV's daemon in a folder of its own. @throws where it is missing: the message says what to install */
export async function startScanner(words: readonly string[], { maxBytes }: { readonly maxBytes: number }): Promise<Scanner> {
  if (spawnSync('which', ['clamd'], { stdio: 'ignore' }).status !== 0) throw new Error('clamd is missing: install clamav-daemon, npm test does it');
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-clamd-'));
  const port = await freePort();
  const [settings, log, signatures] = ['clamd.conf', 'clamd.log', 'thu.ndb'].map((name) => path.join(folder, name)) as [string, string, string];
  // A signature for any kind of file, anywhere in it.
  const write = (known: readonly string[]): void => { writeFileSync(signatures, known.map((word) => `${word}:0:*:${Buffer.from(word).toString('hex')}\n`).join('')); };
  write(words);
  writeFileSync(settings, [`TCPSocket ${port}`, 'TCPAddr 127.0.0.1', `DatabaseDirectory ${folder}`, `TemporaryDirectory ${folder}`, `StreamMaxLength ${maxBytes}`, 'Foreground yes', 'ConcurrentDatabaseReload no', 'MaxThreads 2', 'IdleTimeout 1'].join('\n') + '\n');
  const daemon = spawn('clamd', ['--config-file', settings], { stdio: ['ignore', 'pipe', 'pipe'] });
  const kept = createWriteStream(log);
  daemon.stdout.pipe(kept, { end: false });
  daemon.stderr.pipe(kept, { end: false });
  await until('its start', async () => await said(port, 'PING') === 'PONG\0');
  return {
    port,
    know: async (known) => {
      const reloads = (): number => readFileSync(log, 'utf8').split('Database correctly reloaded').length;
      const before = reloads();
      write(known);
      await said(port, 'RELOAD');
      await until('its reload', () => reloads() > before);
    },
    stop: async () => {
      const ended = new Promise((resolve) => { daemon.on('exit', resolve); });
      daemon.kill('SIGKILL');
      await ended;
      kept.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
