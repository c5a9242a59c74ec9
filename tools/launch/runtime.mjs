// SPDX-License-Identifier: EUPL-1.2
// Runs on the host's Node (20 or later) with nothing installed: only Node's own modules here.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');

const stamp = path.join(root, 'node_modules', '.motcua-installed');

const lockDigest = () => createHash('sha256').update(fs.readFileSync(path.join(root, 'package-lock.json'))).digest('hex');

/** Installs the locked dependencies when they are missing or older than the lock file. Says so on stderr: stdout belongs to the command. */
export function installed() {
  const digest = lockDigest();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === digest) return;
  process.stderr.write('Đang cài các gói cần thiết (chỉ lần đầu)…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // A clean installation empties node_modules first: never under programs that may be running from it.
  const how = fs.existsSync(path.join(root, 'node_modules')) ? ['install', '--no-save'] : ['ci'];
  const { status } = spawnSync(npm, [...how, '--no-fund', '--no-audit', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    process.stderr.write('Chưa cài được các gói. Kiểm tra đường mạng tới kho gói npm và chỗ trống trên đĩa, rồi chạy lại.\n');
    process.exit(1);
  }
  fs.writeFileSync(stamp, digest);
}

/** The Node the product runs on: the platform package's, whatever the host has. */
export function node() {
  const file = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (fs.existsSync(file)) {
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
    return file;
  }
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  process.stderr.write(`Chưa có Node 26 cho ${process.platform}-${process.arch}. Cài Node 26 trên máy rồi chạy lại.\n`);
  process.exit(1);
}

/** Hands over to a program of ours on that Node, passing signals on, and ends as it ends. */
export function handOver(program, args) {
  const child = spawn(node(), ['--disable-warning=ExperimentalWarning', program, ...args], { cwd: process.cwd(), stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal); });
  child.on('exit', (code, signal) => { process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)); });
}
