// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse } from '@motcua/kernel';
import type { Part, ProposalKind } from '@motcua/proposals';
import { type CostLine, Review, criteria } from '../contract/review-content.ts';
import { costOnce, costYearly } from '../rules/compliance-cost.ts';
import { lintReview } from '../rules/lint-review.ts';
import { answerWords, criterionWords, outcomeWords, workWords } from '../rules/review-words.ts';
import { addResult, resultOf, reviewRow } from '../store/reviews.ts';

const money = (value: number): string => `${value.toLocaleString('vi-VN')} đồng`;

const costParts = (key: 'now' | 'after', label: string, { lines, hourlyVnd }: { readonly lines: readonly CostLine[]; readonly hourlyVnd: number }): Part => ({
  key, label, parts: lines.map((line) => ({ key: line.id, label: `${workWords[line.work]}: ${line.what}`, text: `một lần ${money(costOnce(line, hourlyVnd))}, một năm ${money(costYearly(line, hourlyVnd))}${line.note === '' ? '' : `; ${line.note}`}` })),
});

const promisedWords = ({ promised: { days, papers, contacts } }: Review): string => [[days, 'ngày'], [papers, 'giấy tờ'], [contacts, 'lần tiếp xúc']].flatMap(([value, noun]) => (value === null ? [] : [`${String(value).replace('.', ',')} ${String(noun)}`])).join(', ');

/** Phiếu rà soát: judged by one, approved by another with a decision. Its key is the entry of the yearly plan. */
export const reviewKind: ProposalKind = {
  kind: 'review',
  label: 'Phiếu rà soát',
  read: (content) => {
    const read = Review.safeParse(content);
    if (read.success) return ok(read.data);
    return refuse(read.error.issues.slice(0, 50).map(({ path }) => ({ path: path.join('.'), place: 'Phiếu rà soát', text: 'Chỗ này ghi không đúng dạng nên chưa lưu. Ghi lại.', blocks: true })));
  },
  empty: () => null,
  current: async (db, key) => { const found = await resultOf(db, key); return found === undefined ? null : { version: found.version, content: found.content }; },
  title: (content) => `Rà soát: ${Review.parse(content).procedure.name}`,
  check: async (db, { key, content }) => {
    const review = Review.parse(content);
    const row = await reviewRow(db, key);
    const stranger = row?.procedure_code === review.procedure.code ? [] : [{ path: 'procedure.code', place: 'Thủ tục', text: row === undefined ? 'Kế hoạch không còn thủ tục này. Thêm lại vào kế hoạch rồi bắt đầu phiếu mới.' : 'Phiếu này là của thủ tục khác trong kế hoạch.', blocks: true }];
    return [...stranger, ...lintReview(review)];
  },
  describe: (content) => {
    const review = Review.parse(content);
    const { hourlyVnd, source } = review.income;
    return [
      { key: 'procedure', label: 'Thủ tục', text: `${review.procedure.name} (${review.procedure.code})` },
      { key: 'criteria', label: 'Đánh giá', parts: criteria.map((criterion) => ({ key: criterion, label: criterionWords[criterion], text: `${answerWords[review.criteria[criterion].answer]}. ${review.criteria[criterion].reason}` })) },
      { key: 'income', label: 'Thu nhập một giờ', text: `${money(hourlyVnd)}; ${source}` }, costParts('now', 'Chi phí hiện tại', { lines: review.now, hourlyVnd }), costParts('after', 'Chi phí sau đơn giản hóa', { lines: review.after, hourlyVnd }),
      { key: 'outcome', label: 'Kiến nghị', text: outcomeWords[review.outcome] }, { key: 'proposal', label: 'Phương án', text: review.proposal }, { key: 'promised', label: 'Cam kết mỗi hồ sơ', text: promisedWords(review) },
    ];
  },
  publish: async (tx, { key, content, ...approval }) => ok({ version: await addResult(tx, key, { content: Review.parse(content), ...approval }) }),
};
