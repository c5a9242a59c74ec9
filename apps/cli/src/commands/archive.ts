// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import path from 'node:path';
import { destroyApproved, dueForHandIn, handIn, packageFiles, schemaJudge, schemasIn, verifyPackage } from '@motcua/archive';
import { openDatabase } from '@motcua/db-kit';
import { officeDay, systemClock } from '@motcua/kernel';
import { findOfficer } from '@motcua/organisation';
import { Command } from 'commander';
import { eachFile } from '../each-file.ts';
import { withInstallation } from '../installation.ts';
import { output } from '../output.ts';
import { readTrust } from './verify.ts';

type Options = { readonly json?: boolean };
type Placed = Options & { readonly agency: string };

/** motcua archive due | hand-in | verify | destroy. */
export function archiveCommand(): Command {
  const archive = new Command('archive').description('Lưu trữ hồ sơ: đến hạn nộp lưu, nộp lưu, đọc lại gói, hủy theo quyết định');
  const sub = (name: string, description: string): Command => archive.command(name).description(description).option('--json', 'in một dòng JSON ở cuối');

  sub('due', 'Liệt kê hồ sơ đã kết thúc phải nộp lưu đến một ngày').requiredOption('--agency <mã>', 'mã cơ quan').option('--by <ngày>', 'đến ngày nào (YYYY-MM-DD), mặc định hôm nay')
    .action((options: Placed & { readonly by?: string }) => withInstallation(async ({ context }) => {
      const now = context.clock.now();
      const due = await dueForHandIn(context.db, { agencies: [options.agency], by: options.by ?? officeDay(now).toString(), now, limit: 10_000 });
      const out = output(options);
      for (const { code, endedOn, retention } of due) out.say(`${code}  kết thúc ${endedOn}  ${retention === null ? 'chưa có quy định bảo quản' : `nộp đến ${retention.handInBy}, giữ ${retention.keptUntil === null ? 'vĩnh viễn' : `đến hết ${retention.keptUntil}`}`}`);
      out.end({ due: due.map(({ code }) => code) }, `${due.length} hồ sơ đến hạn nộp lưu.`);
    }));

  sub('hand-in', 'Lập biên bản nộp lưu cho mọi hồ sơ đến hạn, ghi gói của từng hồ sơ ra thư mục và đọc lại').requiredOption('--agency <mã>', 'mã cơ quan').requiredOption('--officer <tên đăng nhập>', 'người giao').requiredOption('--to <thư mục>', 'nơi ghi các gói')
    .action((options: Placed & { readonly officer: string; readonly to: string }) => withInstallation(async ({ context }) => {
      const now = context.clock.now();
      const officer = await findOfficer(context.db, { login: options.officer }, officeDay(now).toString());
      if (officer === undefined) throw new Error(`Không có cán bộ nào đăng nhập là «${options.officer}». Xem lại tên đăng nhập.`);
      const due = await dueForHandIn(context.db, { agencies: [options.agency], by: officeDay(now).toString(), now, limit: 500 });
      if (due.length === 0) { output(options).end({ handedIn: 0 }, 'Không có hồ sơ nào đến hạn nộp lưu.'); return; }
      const batch = await handIn(context, { agency: options.agency, by: officer, dossiers: due.map(({ id }) => id) });
      if (!batch.ok) throw new Error(`Chưa lập được biên bản: ${JSON.stringify(batch.error)}`);
      fs.mkdirSync(options.to, { recursive: true });
      let broken = 0;
      for (const { code, bytes } of await packageFiles(context, batch.value.id)) {
        const file = path.join(options.to, `${code}.zip`);
        fs.writeFileSync(file, bytes, { flag: 'wx' });
        if (verifyPackage(fs.readFileSync(file), { trust: { roots: [] }, at: now }).verdict !== 'intact') broken += 1;
      }
      output(options).end({ batch: batch.value.id, number: `${String(batch.value.no)}/${String(batch.value.year)}`, handedIn: due.length, broken }, `Biên bản số ${String(batch.value.no)}/${String(batch.value.year)}: ${due.length} hồ sơ, đọc lại hỏng ${broken}. Chờ bên nhận xác nhận.`);
      process.exitCode = broken === 0 ? 0 : 1;
    }));

  archive.command('verify').description('Đọc lại gói lưu trữ, chỉ tin những gì trong gói: đủ tệp, mã băm, lược đồ METS, EAD, PREMIS, chuỗi sổ sự kiện, chữ ký').argument('<tệp...>', 'các gói (.zip)')
    .option('--trust <thư mục>', 'chứng thư số gốc được tin (PEM, DER)').option('--schemas <thư mục>', 'đối chiếu thêm với lược đồ ở đây: mets.xsd, ead.xsd, premis.xsd và những gì chúng nhập').option('--json', 'mỗi gói một dòng JSON').action(async (files: readonly string[], { json, trust, schemas }: Options & { readonly trust?: string; readonly schemas?: string }) => {
      const judge = schemas === undefined ? {} : { judge: schemaJudge(schemasIn(schemas)) };
      await eachFile(files, (file, packed) => {
        const report = verifyPackage(packed, { trust: readTrust(trust).trust, at: systemClock.now(), ...judge });
        const words = [`${file}: ${report.verdict === 'intact' ? 'nguyên vẹn' : 'HỎNG'}${report.signer === null ? '' : `, ký bởi ${report.signer}${report.trusted ? '' : ' (chưa rõ có đáng tin không: chưa nêu chứng thư gốc)'}`}`, ...report.faults.map(({ path: at, text }) => `  ${at}: ${text}`)].join('\n');
        process.stdout.write(`${json === true ? JSON.stringify({ file, ...report }) : words}\n`);
        return report.verdict === 'intact';
      });
    });

  sub('destroy', 'Hủy thật những hồ sơ đã có quyết định hủy: khóa tệp, nội dung sổ, tên người; để lại bia cho thống kê. Không lấy lại được')
    .action((options: Options) => withInstallation(async ({ context, ownerUrl }) => {
      const owner = openDatabase(ownerUrl);
      try {
        const codes = await destroyApproved(owner.db, context.clock.now());
        output(options).end({ destroyed: codes }, `Đã hủy ${codes.length} hồ sơ.`);
      } finally {
        await owner.close();
      }
    }));
  return archive;
}
