// SPDX-License-Identifier: EUPL-1.2
import { generateDossiers, loadDemonstration } from '@motcua/server';
import { Command, InvalidArgumentError } from 'commander';
import { withInstallation } from '../installation.ts';
import { output } from '../output.ts';

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('phải là số nguyên từ 1 trở lên.');
  return value;
};

/** motcua generate: many dossiers with whole ledgers, for measuring lists and search. */
export function generateCommand(): Command {
  return new Command('generate').description('Sinh hồ sơ để đo: sổ sự kiện đầy đủ, chuỗi băm đúng, không tên người thật').requiredOption('--dossiers <số>', 'bao nhiêu hồ sơ', whole).option('--seed <số>', 'hạt giống', whole, 1).option('--json', 'in một dòng JSON ở cuối')
    .action(async (options: { readonly dossiers: number; readonly seed: number; readonly json?: boolean }) => {
      const out = output(options);
      await withInstallation(async (installation) => {
        await loadDemonstration(installation, options.seed, out.say);
        const made = await generateDossiers(installation, { dossiers: options.dossiers, seed: options.seed, progress: (done) => { out.progress(done, options.dossiers); } });
        out.end({ dossiers: made.dossiers, events: made.events }, `Đã sinh ${made.dossiers} hồ sơ, ${made.events} sự kiện.`);
      });
    });
}
