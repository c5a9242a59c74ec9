// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';

const program = path.resolve(import.meta.dirname, '../src/main.ts');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-start-'));
const started: ChildProcess[] = [];

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await sleep(500);
  fs.rmSync(folder, { recursive: true, force: true });
});

type Start = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> };

/** The program as `npm start` runs it, on the embedded database of a folder of its own, without the demonstration. */
function start(environment: Readonly<Record<string, string>>): Start {
  const { DATABASE_URL: _given, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], { env: { ...inherited, MOTCUA_DEMO: '0', MOTCUA_DATA: path.join(folder, 'data'), ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let text = '';
  const keep = (chunk: Buffer): void => { text += chunk.toString(); };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { child, said: () => text, ended: new Promise((resolve) => { child.on('exit', resolve); }) };
}

const answers = async (port: number): Promise<boolean> => {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => { resolve(false); });
    });
    if (open) return true;
    await sleep(100);
  }
  return false;
};

describe('khởi động (npm start)', () => {
  const port = 20_000 + (process.pid % 20_000);

  test('serves from a folder of its own, comes back after kill -9, and ends on Ctrl-C', async () => {
    const first = start({ PORT: String(port) });
    expect(await answers(port)).toBe(true);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = start({ PORT: String(port) });
    expect(await answers(port)).toBe(true);
    second.child.kill('SIGINT');

    expect(await second.ended).toBe(0);
  });

  test('says that the port is taken, and how to choose another', async () => {
    const squatter = net.createServer();
    await new Promise<void>((resolve) => { squatter.listen(port + 1, '127.0.0.1', () => { resolve(); }); });

    const late = start({ PORT: String(port + 1), MOTCUA_DATA: path.join(folder, 'other') });

    expect(await late.ended).toBe(1);
    expect(late.said()).toContain(`Cổng ${port + 1} đang có chương trình khác dùng`);
    squatter.close();
  });

  test('says that the data folder cannot be used', async () => {
    const file = path.join(folder, 'a-file');
    fs.writeFileSync(file, '');

    const stuck = start({ PORT: String(port + 2), MOTCUA_DATA: path.join(file, 'data') });

    expect(await stuck.ended).toBe(1);
    expect(stuck.said()).toContain('Không đọc, ghi được thư mục dữ liệu');
  });

  test('names the setting that is wrong', async () => {
    const wrong = start({ PORT: 'tám nghìn' });

    expect(await wrong.ended).toBe(2);
    expect(wrong.said()).toContain('PORT: phải là một số');
  });
});
