// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { readConfig } from './config.ts';
import { CannotOpen } from './installation.ts';
import { serve } from './serve.ts';

const root = path.resolve(import.meta.dirname, '../../..');

const say = (line: string): void => { process.stdout.write(`${line}\n`); };

async function main(): Promise<void> {
  const config = readConfig(process.env, root);
  if (!config.ok) {
    process.stderr.write(`Cấu hình chưa đúng:\n${config.error.map((line) => `  ${line}`).join('\n')}\n`);
    process.exit(2);
  }
  try {
    const running = await serve(config.value, say);
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      say('Đang dừng…');
      running.stop().then(() => { process.exit(0); }, (fault: unknown) => { process.stderr.write(`${String(fault)}\n`); process.exit(1); });
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  } catch (fault) {
    if (!(fault instanceof CannotOpen)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exit(1);
  }
}

await main();
