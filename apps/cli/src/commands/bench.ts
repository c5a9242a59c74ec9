// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';

const folder = path.resolve(import.meta.dirname, '../../../../bench');

const names = (): string[] => fs.readdirSync(folder).filter((file) => file.endsWith('.ts')).map((file) => file.replace(/\.ts$/u, '')).sort();

/** motcua bench NAME: one measurement, as a ratio to its floor in the same run. */
export function benchCommand(): Command {
  return new Command('bench').description('Đo, in tỷ lệ so với mức sàn trong cùng lần chạy').argument('<tên>', `một trong: ${names().join(', ')}`).allowUnknownOption().action(async (name: string, _options: unknown, command: Command) => {
    if (!names().includes(name)) throw new Error(`Không có phép đo ${name}. Có: ${names().join(', ')}.`);
    const child = spawn(process.execPath, [path.join(folder, `${name}.ts`), ...command.args.slice(1)], { stdio: 'inherit' });
    process.exitCode = await new Promise((resolve) => { child.on('exit', (code) => { resolve(code ?? 3); }); });
  });
}
