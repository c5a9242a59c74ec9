// SPDX-License-Identifier: EUPL-1.2
import type { FeeTable } from '../fees-model.ts';
import type { Procedure } from '../model.ts';
import { byCircumstance } from './circumstances.ts';
import { type Finding, might, must } from './finding.ts';

/** What stands against a fee table (kiểm tra bảng phí), held against the procedure's own cases. */
export function lintFees({ lines, reliefs, shipping }: FeeTable, procedure: Procedure | undefined): readonly Finding[] {
  const cases = new Set(procedure === undefined ? [] : byCircumstance(procedure).only.map(({ name }) => name));
  const known = new Set(lines.map(({ id }) => id));
  const same = (at: number): boolean => { const line = lines[at]; return lines.findIndex((other) => other.kind === line?.kind && other.name === line.name && other.circumstance === line.circumstance && other.channel === line.channel) < at; };
  return [
    ...(procedure === undefined ? [must('lines', 'Thủ tục', 'Thủ tục này không có trong danh mục đang có hiệu lực.')] : []),
    ...(lines.length + shipping.length === 0 ? [must('lines', 'Khoản thu', 'Bảng chưa có khoản nào. Ghi ít nhất một khoản; thủ tục không thu tiền thì ghi một khoản 0 đồng.')] : []),
    ...lines.flatMap(({ name, basis, circumstance, amountVnd }, at) => [
      ...(amountVnd === 0 ? [might(`lines.${at}.amountVnd`, `Khoản ${at + 1}`, 'Mức thu đang là 0 đồng. Để nguyên nếu không thu tiền.')] : []),
      ...(basis.trim() === '' ? [must(`lines.${at}.basis`, `Khoản ${at + 1}`, 'Ghi văn bản quy định mức thu.')] : []),
      ...(same(at) ? [must(`lines.${at}.name`, `Khoản ${at + 1}`, `Khoản «${name}» ghi hai lần cho cùng trường hợp và cách nộp.`)] : []),
      ...(circumstance !== null && cases.size > 0 && !cases.has(circumstance) ? [might(`lines.${at}.circumstance`, `Khoản ${at + 1}`, `Thủ tục không có trường hợp «${circumstance}».`)] : []),
    ]),
    ...reliefs.flatMap(({ line, who, channel, isClaimed, validFrom, validUntil, basis }, at) => [
      ...(basis.trim() === '' ? [must(`reliefs.${at}.basis`, `Miễn, giảm ${at + 1}`, 'Ghi văn bản quy định miễn, giảm.')] : []),
      ...(line !== null && !known.has(line) ? [must(`reliefs.${at}.line`, `Miễn, giảm ${at + 1}`, 'Khoản được miễn, giảm không còn trong bảng. Chọn lại.')] : []),
      ...(isClaimed && who.trim() === '' ? [must(`reliefs.${at}.who`, `Miễn, giảm ${at + 1}`, 'Ghi đối tượng được miễn, giảm.')] : []),
      ...(!isClaimed && channel === null ? [might(`reliefs.${at}.channel`, `Miễn, giảm ${at + 1}`, 'Mọi hồ sơ đều được giảm. Kiểm tra lại có đúng không.')] : []),
      ...(validUntil !== null && validUntil < validFrom ? [must(`reliefs.${at}.validUntil`, `Miễn, giảm ${at + 1}`, 'Ngày cuối trước ngày đầu.')] : []),
    ]),
    ...shipping.flatMap(({ name }, at) => (name.trim() === '' ? [must(`shipping.${at}.name`, `Cước ${at + 1}`, 'Ghi gửi đến đâu.')] : [])),
  ];
}
