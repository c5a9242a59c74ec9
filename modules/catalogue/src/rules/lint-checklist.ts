// SPDX-License-Identifier: EUPL-1.2
import type { Checklist } from '../checklist-model.ts';
import type { Procedure } from '../model.ts';
import { type Finding, must } from './finding.ts';
import { paperNamed } from './lint-guide.ts';

/** What stands against a checklist: nothing may be looked for or asked that the published procedure does not ask. */
export function lintChecklist({ checks, supplementReasons, refusalReasons }: Checklist, procedure: Procedure | undefined): readonly Finding[] {
  if (procedure === undefined) return [must('subject', 'Thủ tục', 'Thủ tục này không có trong danh mục đang có hiệu lực.')];
  const strange = (paper: string | null): boolean => paper !== null && paperNamed(procedure, paper) === undefined;
  const lists = [['checks', 'Kiểm tra', checks], ['supplementReasons', 'Lý do bổ sung', supplementReasons], ['refusalReasons', 'Lý do từ chối', refusalReasons]] as const;
  if (lists.every(([, , items]) => items.length === 0)) return [must('checks', 'Kiểm tra', 'Danh sách còn trống. Ghi ít nhất một điều cần kiểm tra hoặc một lý do.')];
  return lists.flatMap(([path, place, items]) => items.flatMap(({ text, paper, basis }, at) => [
    ...(text.trim() === '' ? [must(`${path}.${at}.text`, `${place} ${at + 1}`, 'Viết nội dung.')] : []),
    ...(strange(paper) ? [must(`${path}.${at}.paper`, `${place} ${at + 1}`, `Thủ tục không có giấy «${paper ?? ''}».`)] : []),
    ...(path === 'refusalReasons' && basis.trim() === '' ? [must(`${path}.${at}.basis`, `${place} ${at + 1}`, 'Từ chối phải có căn cứ: ghi văn bản, điều khoản.')] : []),
  ]));
}
