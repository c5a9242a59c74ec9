// SPDX-License-Identifier: EUPL-1.2
import { createInterface } from 'node:readline';
import { answerLine } from '@motcua/deadlines';
import { Command } from 'commander';

/** motcua deadline < cases.jsonl > answers.jsonl. Needs no database. */
export function deadlineCommand(): Command {
  return new Command('deadline').description('Tính ngày hẹn: mỗi dòng vào một tình huống JSON, mỗi dòng ra một câu trả lời, cùng thứ tự').action(async () => {
    const buffered: string[] = [];
    const flush = async (): Promise<void> => {
      if (buffered.length === 0) return;
      const text = buffered.splice(0).join('');
      if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    };
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      if (line.trim() === '') continue;
      buffered.push(`${answerLine(line)}\n`);
      if (buffered.length >= 500) await flush();
    }
    await flush();
  });
}
