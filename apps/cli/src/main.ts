// SPDX-License-Identifier: EUPL-1.2
import { Command } from 'commander';

/** Exit codes: 0 done; 1 done, but something was refused or differs; 2 the call cannot be read; 3 could not be done. */
const program = new Command('motcua')
  .description('Một Cửa trên dòng lệnh: cùng các việc và quy tắc như API. Mã thoát: 0 xong; 1 xong nhưng có mục bị từ chối hoặc có khác biệt; 2 lời gọi sai; 3 không làm được.')
  .showHelpAfterError('(thêm --help để xem cách dùng)')
  .exitOverride((fault) => { process.exit(fault.exitCode === 0 ? 0 : 2); });

// Only the command that is called is loaded: counting deadlines must not wait for the whole server to be read.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importCommand(),
  deadline: async () => (await import('./commands/deadline.ts')).deadlineCommand(),
  replay: async () => (await import('./commands/replay.ts')).replayCommand(),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  generate: async () => (await import('./commands/generate.ts')).generateCommand(),
  documents: async () => (await import('./commands/documents.ts')).documentsCommand(),
  archive: async () => (await import('./commands/archive.ts')).archiveCommand(),
  verify: async () => (await import('./commands/verify.ts')).verifyCommand(),
  conformance: async () => (await import('./commands/conformance.ts')).conformanceCommand(),
  bench: async () => (await import('./commands/bench.ts')).benchCommand(),
};
const called = commands[process.argv[2] ?? ''];
for (const command of await Promise.all((called === undefined ? Object.values(commands) : [called]).map((load) => load()))) {
  program.addCommand(command.copyInheritedSettings(program));
  for (const sub of command.commands) sub.copyInheritedSettings(command);
}

try {
  await program.parseAsync();
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(3);
}
