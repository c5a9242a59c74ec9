// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '@motcua/proposals';
import { type CostLine, type Review, criteria } from '../contract/review-content.ts';
import { totalOf } from './compliance-cost.ts';
import { criterionWords } from './review-words.ts';

const must = (path: string, place: string, text: string): Finding => ({ path, place, text, blocks: true });
const might = (path: string, place: string, text: string): Finding => ({ path, place, text, blocks: false });

const shortest = 10;

function lineFaults(list: 'now' | 'after', line: CostLine, at: number): readonly Finding[] {
  const place = `${list === 'now' ? 'Chi phí hiện tại' : 'Chi phí sau đơn giản hóa'}, công việc ${String(at + 1)}`;
  return [
    ...(line.what.trim() === '' ? [must(`${list}.${String(at)}.what`, place, 'Ghi công việc phải làm.')] : []),
    ...(line.hours === null && line.hiredVnd === null && line.feesVnd === null ? [must(`${list}.${String(at)}.hours`, place, 'Ghi số giờ, tiền thuê hoặc phí; không tốn gì thì ghi 0.')] : []),
    ...(line.timesPerYear === null ? [must(`${list}.${String(at)}.timesPerYear`, place, 'Ghi số lần một năm.')] : []),
    ...(line.subjectsPerYear === null ? [must(`${list}.${String(at)}.subjectsPerYear`, place, 'Ghi số đối tượng một năm.')] : []),
  ];
}

const judgedFaults = ({ criteria: judged }: Review): readonly Finding[] => criteria.flatMap((criterion) => [
  ...(judged[criterion].answer === '' ? [must(`criteria.${criterion}.answer`, criterionWords[criterion], 'Chọn câu trả lời.')] : []),
  ...(judged[criterion].reason.trim().length < shortest ? [must(`criteria.${criterion}.reason`, criterionWords[criterion], 'Ghi lý do của câu trả lời.')] : []),
]);

function costFaults({ now, after, income, outcome }: Review): readonly Finding[] {
  const changes = outcome === 'amend' || outcome === 'replace';
  return [
    ...(income.hourlyVnd === 0 ? [must('income.hourlyVnd', 'Thu nhập một giờ', 'Ghi mức thu nhập bình quân một giờ.')] : []),
    ...(now.length === 0 ? [must('now', 'Chi phí hiện tại', 'Ghi ít nhất một công việc.')] : []), ...now.flatMap((line, at) => lineFaults('now', line, at)),
    ...(changes && after.length === 0 ? [must('after', 'Chi phí sau đơn giản hóa', 'Ghi bảng chi phí sau khi sửa hoặc thay thủ tục.')] : []), ...(changes ? after.flatMap((line, at) => lineFaults('after', line, at)) : []),
    ...(changes && totalOf(after, income.hourlyVnd).yearlyVnd > totalOf(now, income.hourlyVnd).yearlyVnd ? [might('after', 'Chi phí sau đơn giản hóa', 'Chi phí một năm sau khi sửa cao hơn hiện tại. Xem lại, hoặc nói rõ vì sao trong phương án.')] : []),
  ];
}

function proposalFaults({ outcome, proposal, promised }: Review): readonly Finding[] {
  if (outcome === '') return [must('outcome', 'Kiến nghị', 'Chọn giữ nguyên, sửa đổi, thay thế hoặc bãi bỏ.')];
  return [
    ...(outcome !== 'keep' && proposal.trim().length < shortest ? [must('proposal', 'Phương án', 'Ghi phương án: bỏ, sửa phần nào, sửa văn bản nào.')] : []),
    ...(outcome !== 'keep' && outcome !== 'abolish' && Object.values(promised).every((value) => value === null) ? [might('promised.days', 'Cam kết', 'Chưa ghi cam kết nào về ngày, giấy tờ, số lần đi lại, nên sau này chỉ so được trước và sau.')] : []),
  ];
}

/** What a review lacks before it can be approved. */
export const lintReview = (review: Review): readonly Finding[] => [...judgedFaults(review), ...costFaults(review), ...proposalFaults(review)];
