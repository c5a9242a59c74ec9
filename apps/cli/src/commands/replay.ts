// SPDX-License-Identifier: EUPL-1.2
import { replay } from '@motcua/dossiers';
import { Command } from 'commander';
import { withInstallation } from '../installation.ts';
import { output } from '../output.ts';

/** motcua replay: rebuilds every projection beside the live one and prints differences. */
export function replayCommand(): Command {
  return new Command('replay').description('Dựng lại mọi bảng từ sổ sự kiện, so với bảng đang dùng, kiểm chuỗi băm').option('--json', 'in một dòng JSON ở cuối').action(async (options: { readonly json?: boolean }) => {
    const out = output(options);
    await withInstallation(async ({ context }) => {
      const shown: unknown[] = [];
      const { dossiers, differences } = await replay(context.db, (difference) => {
        if (shown.length < 50) { shown.push(difference); out.say(`${difference.dossier} · ${difference.where}\n  sổ:   ${difference.ledger}\n  bảng: ${difference.live}`); }
      }, (done) => { out.progress(done); });
      out.end({ dossiers, differences, shown }, `Đã đọc ${dossiers} hồ sơ, ${differences} khác biệt.`);
      process.exitCode = differences === 0 ? 0 : 1;
    });
  });
}
