// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import { importProcedures } from '@motcua/catalogue';
import { importHolidays } from '@motcua/deadlines';
import { systemClock } from '@motcua/kernel';
import { importPlaces } from '@motcua/organisation';
import { importInternalProcedures } from '@motcua/workflow';
import { type Db, inTransaction } from '@motcua/db-kit';
import { Command } from 'commander';
import { withInstallation } from '../installation.ts';
import { linesOf } from '../lines.ts';
import { output } from '../output.ts';

type Options = { readonly dryRun?: boolean; readonly json?: boolean; readonly refused?: string };

function source(file: string, kind: 'file' | 'folder'): void {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`Không có ${kind === 'file' ? 'tệp' : 'thư mục'} ${file}.`);
  if (kind === 'folder' !== found.isDirectory()) throw new Error(`${file} không phải ${kind === 'file' ? 'tệp' : 'thư mục'}.`);
}

function readJson(file: string): unknown {
  source(file, 'file');
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (fault) {
    throw new Error(`${file} không phải JSON: ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault });
  }
}

/** Writes the refused records with their reasons, one JSON a line, beside where the command runs. */
function keep(refused: readonly unknown[], { refused: file }: Options, fallback: string): string | null {
  if (refused.length === 0) return null;
  const to = file ?? fallback;
  fs.writeFileSync(to, refused.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return to;
}

/** A dry run reads and judges without any database. */
const onDatabase = (options: Options, work: (db: Db | null) => Promise<void>): Promise<void> =>
  (options.dryRun === true ? work(null) : withInstallation(({ context }) => work(context.db)));

const ended = (refused: number): void => { process.exitCode = refused === 0 ? 0 : 1; };

/** Undoes a transaction on purpose: a dry run does everything and keeps nothing. */
class DryRun extends Error {}

function command(name: string, argument: string, description: string): Command {
  return new Command(name).argument(argument).description(description).option('--dry-run', 'đọc và xét hết, không lưu gì').option('--json', 'in một dòng JSON ở cuối').option('--refused <tệp>', 'tệp ghi các bản ghi bị từ chối kèm lý do');
}

const procedures = command('procedures', '<tệp.jsonl|tệp.jsonl.gz>', 'Nạp danh mục thủ tục, mỗi dòng một bản ghi').action(async (file: string, options: Options) => {
  source(file, 'file');
  const out = output(options);
  await onDatabase(options, async (db) => {
    const { refused, incomplete, ...counts } = await importProcedures(db, linesOf(file), { clock: systemClock, source: file, progress: (done) => { out.progress(done); } });
    const kept = keep(refused, options, `${file.replace(/^.*\//u, '')}.refused.jsonl`);
    for (const { line, code, reasons } of refused.slice(0, 20)) out.say(`dòng ${line}${code === null ? '' : ` (${code})`}: ${reasons.join('; ')}`);
    out.end({ ...counts, refused: refused.length, incomplete: incomplete.length, refusedFile: kept }, `Đã nhận ${counts.taken} thủ tục (${counts.unchanged} không đổi, ${counts.replaced} bản mới), ${incomplete.length} chưa đủ bộ phận bắt buộc, từ chối ${refused.length}${kept === null ? '' : `, xem ${kept}`}.`);
    ended(refused.length);
  });
});

const internal = command('internal-procedures', '<tệp.json>', 'Nạp quy trình nội bộ thành quy trình BPMN chạy được').action(async (file: string, options: Options) => {
  const json = readJson(file);
  const out = output(options);
  await withInstallation(async ({ context }) => {
    const report = await importInternalProcedures(context.db, json, { by: 'motcua', at: context.clock.now(), dryRun: options.dryRun === true });
    const kept = keep(report.refused, options, `${file.replace(/^.*\//u, '')}.refused.jsonl`);
    for (const { id, reason } of report.refused) out.say(`${id}: ${reason}`);
    for (const { id, note } of report.contradictions) out.say(`${id}: ${note}`);
    out.end({ taken: report.taken.length, refused: report.refused.length, contradictions: report.contradictions, refusedFile: kept }, `Đã nhận ${report.taken.length} quy trình, ${report.contradictions.length} quy trình có mâu thuẫn về thời gian, từ chối ${report.refused.length}.`);
    ended(report.refused.length);
  });
});

const holidays = command('holidays', '<tệp.json>', 'Nạp ngày nghỉ, ngày làm bù').action(async (file: string, options: Options) => {
  const json = readJson(file);
  const out = output(options);
  await withInstallation(async ({ context }) => {
    let report: Awaited<ReturnType<typeof importHolidays>> = { taken: 0, refused: [] };
    await inTransaction(context.db, async (tx) => {
      report = await importHolidays(tx, json);
      if (options.dryRun === true) throw new DryRun();
    }).catch((fault: unknown) => { if (!(fault instanceof DryRun)) throw fault; });
    const kept = keep(report.refused, options, `${file.replace(/^.*\//u, '')}.refused.jsonl`);
    for (const { reason } of report.refused) out.say(reason);
    out.end({ taken: report.taken, refused: report.refused.length, refusedFile: kept }, `Đã nhận ${report.taken} ngày, từ chối ${report.refused.length}.`);
    ended(report.refused.length);
  });
});

const units = command('units', '<thư mục>', 'Nạp đơn vị hành chính và bảng đối chiếu xã cũ, xã mới').action(async (folder: string, options: Options) => {
  source(folder, 'folder');
  const out = output(options);
  await onDatabase(options, async (db) => {
    const { refused, ...counts } = await importPlaces(db, folder);
    const kept = keep(refused, options, 'units.refused.jsonl');
    for (const row of refused.slice(0, 20)) out.say(`${row.file} dòng ${row.line}: ${row.reason}`);
    out.end({ taken: counts.places + counts.successions, ...counts, refused: refused.length, refusedFile: kept }, `Đã nhận ${counts.places} đơn vị, ${counts.successions} dòng đối chiếu, từ chối ${refused.length}.`);
    ended(refused.length);
  });
});

/** motcua import … */
export function importCommand(): Command {
  const root = new Command('import').description('Nạp dữ liệu đã công bố');
  for (const sub of [procedures, internal, holidays, units]) root.addCommand(sub);
  return root;
}
