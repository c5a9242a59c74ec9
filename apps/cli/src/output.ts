// SPDX-License-Identifier: EUPL-1.2
/** How a command talks: words on stderr, the answer on stdout; with --json one line of JSON at the end. */
export type Output = { readonly say: (line: string) => void; readonly progress: (done: number, of?: number) => void; readonly end: (answer: Readonly<Record<string, unknown>>, words: string) => void };

export function output({ json }: { readonly json?: boolean | undefined }): Output {
  const live = process.stderr.isTTY;
  let drawn = false;
  return {
    say: (line) => { process.stderr.write(`${line}\n`); },
    progress: (done, of) => {
      if (!live) return;
      const share = of === undefined || of === 0 ? '' : ` ${'█'.repeat(Math.round((20 * done) / of)).padEnd(20, '░')}`;
      process.stderr.write(`\r${done.toLocaleString('vi-VN')}${of === undefined ? '' : `/${of.toLocaleString('vi-VN')}`}${share}`);
      drawn = true;
    },
    end: (answer, words) => {
      if (drawn) process.stderr.write('\n');
      process.stdout.write(json === true ? `${JSON.stringify(answer)}\n` : `${words}\n`);
    },
  };
}
