// SPDX-License-Identifier: EUPL-1.2
import type { CostLine, Criterion, Review } from '../contract/review-content.ts';

export const criterionWords: Readonly<Record<Criterion, string>> = { necessity: 'Sự cần thiết', reasonableness: 'Tính hợp lý', legality: 'Tính hợp pháp', cost: 'Chi phí tuân thủ', fit: 'Phù hợp mục tiêu và công nghệ' };
export const answerWords = { '': 'chưa trả lời', 'met': 'Đạt', 'partly': 'Đạt một phần', 'unmet': 'Không đạt' } as const;
export const workWords: Readonly<Record<CostLine['work'], string>> = {
  prepare: '1. Chuẩn bị hồ sơ', file: '2. Nộp hồ sơ', pay: '3. Nộp phí, lệ phí, chi phí khác', inspection: '4. Chuẩn bị phục vụ kiểm tra, đánh giá', other: '5. Công việc khác', collect: '6. Nhận kết quả',
};
export const outcomeWords: Readonly<Record<Review['outcome'], string>> = { '': 'chưa chọn', 'keep': 'Giữ nguyên', 'amend': 'Sửa đổi', 'replace': 'Thay thế', 'abolish': 'Bãi bỏ' };
