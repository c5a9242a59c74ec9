// SPDX-License-Identifier: EUPL-1.2
import { Command } from 'commander';
import { benchCommand } from './commands/bench.ts';
import { deadlineCommand } from './commands/deadline.ts';
import { doctorCommand } from './commands/doctor.ts';
import { generateCommand } from './commands/generate.ts';
import { importCommand } from './commands/import.ts';
import { replayCommand } from './commands/replay.ts';

/** Exit codes: 0 done; 1 done, but something was refused or differs; 2 the call cannot be read; 3 could not be done. */
const program = new Command('motcua')
  .description('Một Cửa trên dòng lệnh: cùng các việc và quy tắc như API. Mã thoát: 0 xong; 1 xong nhưng có mục bị từ chối hoặc có khác biệt; 2 lời gọi sai; 3 không làm được.')
  .showHelpAfterError('(thêm --help để xem cách dùng)')
  .exitOverride((fault) => { process.exit(fault.exitCode === 0 ? 0 : 2); });

for (const command of [importCommand(), deadlineCommand(), replayCommand(), doctorCommand(), generateCommand(), benchCommand()]) program.addCommand(command.copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(3);
}
