// SPDX-License-Identifier: EUPL-1.2
import { openDatabase } from '@motcua/db-kit';
import { checkIntegrity, copyToSecond, dropOldStorageKeys, rotateKeys, storeSizes, sweepOrphans } from '@motcua/documents';
import { renewPaperStamps } from '@motcua/dossiers';
import { Command } from 'commander';
import { withInstallation } from '../installation.ts';
import { output } from '../output.ts';

type Options = { readonly json?: boolean };

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

/** motcua documents check | sizes | copy | rotate | sweep | restamp: the care of the store of files. */
export function documentsCommand(): Command {
  const documents = new Command('documents').description('Chăm sóc kho tệp: kiểm toàn vẹn, bản thứ hai, đổi khóa, quét tệp thừa, gia hạn dấu thời gian');
  const sub = (name: string, description: string): Command => documents.command(name).description(description).option('--json', 'in một dòng JSON ở cuối');

  sub('check', 'Đọc lại mọi tệp, so với mã băm; tệp mất, hỏng được lấy lại từ bản thứ hai (MOTCUA_SECOND_COPY). Không cần khóa').action((options: Options) => withInstallation(async ({ context, secondCopy }) => {
    const out = output(options);
    const { checked, repaired, lost } = await checkIntegrity(context.db, context.files, secondCopy);
    for (const address of lost) out.say(`mất hoặc hỏng, không lấy lại được: ${address}`);
    out.end({ checked, repaired: repaired.length, lost }, `Đã đọc ${checked} tệp, lấy lại ${repaired.length}, mất ${lost.length}.`);
    process.exitCode = lost.length === 0 ? 0 : 1;
  }));

  sub('sizes', 'Kho giữ bao nhiêu của những gì đã nhận: nội dung giống nhau chỉ nằm một lần').action((options: Options) => withInstallation(async ({ context }) => {
    const sizes = await storeSizes(context.db);
    const { documents, documentBytes, contents, contentBytes } = sizes;
    output(options).end({ ...sizes }, `${documents} tài liệu (${megabytes(documentBytes)} MB) nằm trong ${contents} tệp (${megabytes(contentBytes)} MB): giữ ${(contentBytes / Math.max(documentBytes, 1)).toFixed(2)} phần.`);
  }));

  sub('copy', 'Chép sang bản thứ hai những tệp nó chưa có').action((options: Options) => withInstallation(async ({ context, secondCopy }) => {
    if (secondCopy === null) throw new Error('Chưa đặt thư mục của bản thứ hai: đặt MOTCUA_SECOND_COPY rồi chạy lại.');
    const copied = await copyToSecond(context.db, context.files, secondCopy);
    output(options).end({ copied }, `Đã chép ${copied} tệp.`);
  }));

  sub('rotate', 'Đổi khóa của mọi chủ tệp; tệp giữ nguyên, người đọc không bị ngắt').action((options: Options) => withInstallation(async ({ context, ownerUrl }) => {
    const owner = openDatabase(ownerUrl);
    try {
      const dropped = await dropOldStorageKeys(owner.db);
      const rotated = await rotateKeys(owner.db, context.files);
      output(options).end({ rotated, dropped }, `Đã đổi khóa của ${rotated} chủ tệp, bỏ ${dropped} khóa kho cũ.`);
    } finally {
      await owner.close();
    }
  }));

  sub('sweep', 'Xóa tệp không còn bản ghi nào trỏ tới, đã nằm quá một ngày').action((options: Options) => withInstallation(async ({ context }) => {
    const swept = await sweepOrphans(context.db, context.files, context.clock.now().subtract({ hours: 24 }));
    output(options).end({ swept }, `Đã xóa ${swept} tệp thừa.`);
  }));

  sub('restamp', 'Gia hạn dấu thời gian sắp hết hạn trên giấy đã ký (máy chủ: MOTCUA_TSA); bản cũ giữ nguyên').action((options: Options) => withInstallation(async ({ context }) => {
    const { renewed, remaining, hindrance } = await renewPaperStamps(context);
    output(options).end({ renewed, remaining, hindrance }, [`Đã gia hạn ${renewed} tệp, còn ${remaining}.`, ...hindrance === null ? [] : [`${hindrance} Phần còn lại làm tiếp vào đêm sau, hoặc chạy lại lệnh này.`]].join(' '));
    process.exitCode = remaining === 0 ? 0 : 1;
  }));
  return documents;
}
