// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { sql } from '@motcua/db-kit';
import { Command } from 'commander';
import { configuration, withInstallation } from '../installation.ts';
import { output } from '../output.ts';

type Finding = { readonly what: string; readonly ok: boolean; readonly words: string };

const program = (name: string, why: string): Finding => {
  const ok = spawnSync('which', [name], { stdio: 'ignore' }).status === 0;
  return { what: name, ok, words: ok ? 'có' : `chưa có: ${why}` };
};

function machine(): Finding[] {
  const { data } = configuration();
  const space = fs.statfsSync(fs.existsSync(data) ? data : '.');
  const free = Math.floor((space.bavail * space.bsize) / 1024 ** 3);
  return [
    { what: 'Node', ok: Number(process.versions.node.split('.')[0]) >= 26, words: process.versions.node },
    { what: 'chỗ trống trên đĩa', ok: free >= 2, words: `${free} GB${free >= 2 ? '' : ', nên có ít nhất 2 GB'}` },
    program('pdfsig', 'chỉ cần để kiểm chữ ký bằng công cụ độc lập (gói poppler-utils)'),
  ];
}

async function database(): Promise<Finding[]> {
  return withInstallation(async ({ context: { db, calendars, province } }) => {
    const version = await sql<{ v: string; writes: boolean }>`select version() as v, has_table_privilege(current_user, 'dossiers.event', 'UPDATE') or has_table_privilege(current_user, 'dossiers.event', 'DELETE') as writes`.execute(db);
    const row = version.rows[0];
    const counts = await sql<{ procedures: number; dossiers: number }>`select (select count(*)::int from catalogue.procedure) as procedures, (select count(*)::int from dossiers.dossier) as dossiers`.execute(db);
    const calendar = await calendars.of(db, province);
    return [
      { what: 'cơ sở dữ liệu', ok: true, words: row?.v.split(' on ')[0] ?? '' },
      { what: 'sổ sự kiện chỉ ghi thêm', ok: row?.writes === false, words: row?.writes === false ? 'vai trò làm việc không có quyền sửa, xóa' : 'vai trò làm việc đang có quyền sửa hoặc xóa: kiểm tra DATABASE_APP_URL' },
      { what: 'danh mục', ok: (counts.rows[0]?.procedures ?? 0) > 0, words: `${counts.rows[0]?.procedures ?? 0} thủ tục, ${counts.rows[0]?.dossiers ?? 0} hồ sơ` },
      { what: 'lịch làm việc', ok: calendar !== null, words: calendar === null ? 'chưa công bố: nạp ngày nghỉ và giờ làm việc' : `công bố đến ${calendar.calendar.coveredUntil}` },
    ];
  });
}

/** motcua doctor: says what is wrong in words. */
export function doctorCommand(): Command {
  return new Command('doctor').description('Khám máy và bản cài: nói cái gì chưa ổn và làm gì').option('--json', 'in một dòng JSON ở cuối').action(async (options: { readonly json?: boolean }) => {
    const out = output(options);
    const findings = [...machine(), ...await database().catch((fault: unknown): Finding[] => [{ what: 'cơ sở dữ liệu', ok: false, words: fault instanceof Error ? fault.message : String(fault) }])];
    for (const { what, ok, words } of findings) out.say(`${ok ? '✓' : '✗'} ${what}: ${words}`);
    const bad = findings.filter(({ ok }) => !ok);
    out.end({ ok: bad.length === 0, findings }, bad.length === 0 ? 'Mọi thứ ổn.' : `${bad.length} điều cần xem.`);
    process.exitCode = bad.length === 0 ? 0 : 1;
  });
}
