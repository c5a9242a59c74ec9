// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';

const reasons: Readonly<Record<string, string>> = { ENOENT: 'không có tệp này', EISDIR: 'đây là thư mục, nêu từng tệp', EACCES: 'không có quyền đọc tệp này', EPERM: 'không có quyền đọc tệp này' };

const codeOf = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault));

/** Reads files one after the other. What cannot be read is said on standard error and the others are gone on with; the command then ends with 3. `act` says whether the file is right: 1 when one is not. */
export async function eachFile(files: readonly string[], act: (file: string, bytes: Buffer) => Promise<boolean> | boolean): Promise<void> {
  let code: 0 | 1 | 3 = 0;
  for (const file of files) {
    let bytes: Buffer;
    try {
      bytes = fs.readFileSync(file);
    } catch (fault) {
      process.stderr.write(`${file}: ${reasons[codeOf(fault)] ?? `không đọc được (${codeOf(fault)})`}.\n`);
      code = 3;
      continue;
    }
    if (!await act(file, bytes) && code === 0) code = 1;
  }
  process.exitCode = code;
}

/** The names of a folder's files. @throws where it is no folder that can be read, in words */
export function filesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (fault) {
    throw new Error(`Không đọc được thư mục ${folder} (${codeOf(fault)}). Xem lại đường dẫn.`, { cause: fault });
  }
}
