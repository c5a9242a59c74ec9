// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { legalBasisWords } from './legal-basis-words.ts';

describe('căn cứ pháp lý (a legal basis in a decision)', () => {
  test.each([
    ['01/2019/TT-BLĐTBXH', 'Quy định về việc xác định mức độ khuyết tật', 'Thông tư số 01/2019/TT-BLĐTBXH quy định về việc xác định mức độ khuyết tật'],
    ['28/2012/NĐ-CP', '28/2012/NĐ-CP - Quy định chi tiết Luật Người khuyết tật', 'Nghị định số 28/2012/NĐ-CP quy định chi tiết Luật Người khuyết tật'],
    ['118/2025/NĐ-CP', 'Nghị định số 118/2025/NĐ-CP của Chính phủ', 'Nghị định số 118/2025/NĐ-CP của Chính phủ'],
    ['101/2024/NĐ-CP', 'Nghị định quy định về điều tra cơ bản đất đai;', 'Nghị định số 101/2024/NĐ-CP quy định về điều tra cơ bản đất đai'],
    ['38/2019/QH14', 'Luật Quản lý thuế', 'Luật Quản lý thuế số 38/2019/QH14'],
    ['54/2014/QH13', 'Luật 54/2014/QH13', 'Luật 54/2014/QH13'],
    ['Luật số 32/2024/QH15', 'Luật Các tổ chức tín dụng', 'Luật Các tổ chức tín dụng số 32/2024/QH15'],
    ['254/2025/QH15', 'Quy định một số cơ chế', 'Văn bản số 254/2025/QH15 quy định một số cơ chế'],
    ['66.7/2025/NQ-CP', null, 'Nghị quyết số 66.7/2025/NQ-CP'],
    ['57/2026/QĐ-UBND', 'Quy định  trình tự đất đai.', 'Quyết định số 57/2026/QĐ-UBND quy định trình tự đất đai'],
    [null, 'Luật Hộ tịch', 'Luật Hộ tịch'],
    ['06', 'Luật Thi hành án', '06 Luật Thi hành án'],
  ])('%s, %s', (code, name, words) => {
    expect(legalBasisWords({ code, name })).toBe(words);
  });
});
