// SPDX-License-Identifier: EUPL-1.2
import type { DataField } from './field.ts';

/** What a template of results may name, in the order people look for it. */
export const resultFields: readonly DataField[] = [
  { name: 'cơ quan cấp trên', kind: 'text', means: 'Cơ quan cấp trên của cơ quan ban hành', sample: 'Ủy ban nhân dân tỉnh Mẫu' },
  { name: 'cơ quan', kind: 'text', means: 'Cơ quan ban hành', sample: 'Ủy ban nhân dân xã Mẫu' },
  { name: 'số văn bản', kind: 'text', means: 'Số, ký hiệu được cấp khi ký', sample: '12/QĐ-UBND' },
  { name: 'nơi ban hành', kind: 'text', means: 'Địa danh', sample: 'Xã Mẫu' },
  { name: 'ngày ban hành', kind: 'text', means: 'Ngày ký viết bằng chữ: ngày … tháng … năm …', sample: 'ngày 26 tháng 11 năm 2026' },
  { name: 'tên văn bản', kind: 'text', means: 'Trích yếu do người thụ lý ghi', sample: 'Về việc cấp giấy phép mẫu' },
  { name: 'tên thủ tục', kind: 'text', means: 'Tên thủ tục hành chính', sample: 'Cấp giấy phép mẫu' },
  { name: 'mã hồ sơ', kind: 'text', means: 'Mã hồ sơ', sample: 'Y99.21-261126-0001' },
  { name: 'ngày nộp', kind: 'text', means: 'Ngày nộp hồ sơ', sample: '20/11/2026' },
  { name: 'chủ hồ sơ', kind: 'text', means: 'Họ tên hoặc tên tổ chức được cấp', sample: 'Nguyễn Văn Mẫu' },
  { name: 'số định danh', kind: 'text', means: 'Số định danh cá nhân, mã số tổ chức', sample: '000095012345' },
  { name: 'địa chỉ', kind: 'text', means: 'Địa chỉ của chủ hồ sơ', sample: 'Số 12 đường Mẫu, xã Mẫu, tỉnh Mẫu' },
  { name: 'căn cứ', kind: 'list', means: 'Các căn cứ pháp lý của thủ tục, lặp từng căn cứ', sample: '' },
  { name: 'nội dung căn cứ', kind: 'text', within: 'căn cứ', means: 'Một căn cứ', sample: 'Luật Mẫu ngày 01 tháng 01 năm 2025' },
  { name: 'nội dung khai', kind: 'list', means: 'Điều đã khai trong tờ khai, lặp từng ô', sample: '' },
  { name: 'tên ô', kind: 'text', within: 'nội dung khai', means: 'Câu hỏi trong tờ khai', sample: 'Nội dung đề nghị' },
  { name: 'trả lời', kind: 'text', within: 'nội dung khai', means: 'Câu trả lời', sample: 'Cấp mới' },
  { name: 'điều khoản', kind: 'list', means: 'Các điều do người thụ lý ghi, lặp từng điều', sample: '' },
  { name: 'nội dung điều', kind: 'text', within: 'điều khoản', means: 'Một điều', sample: 'Điều 1. Cấp giấy phép mẫu cho người có tên trên.' },
  { name: 'nơi nhận', kind: 'list', means: 'Nơi nhận, lặp từng nơi', sample: '' },
  { name: 'tên nơi nhận', kind: 'text', within: 'nơi nhận', means: 'Một nơi nhận', sample: 'Như Điều 1' },
  { name: 'thay mặt', kind: 'text', means: 'Dòng TM. (thay mặt tập thể), trống nếu không có', sample: 'TM. ỦY BAN NHÂN DÂN' },
  { name: 'ký thay', kind: 'text', means: 'Dòng KT., TL., TUQ., trống nếu không có', sample: 'KT. CHỦ TỊCH' },
  { name: 'chức vụ người ký', kind: 'text', means: 'Chức vụ', sample: 'PHÓ CHỦ TỊCH' },
  { name: 'họ tên người ký', kind: 'text', means: 'Họ tên người ký', sample: 'Trần Thị Mẫu' },
  { name: 'chỗ ký', kind: 'place', means: 'Chỗ chữ ký số của người ký (51 × 20 mm)', sample: '' },
  { name: 'chỗ dấu', kind: 'place', means: 'Chỗ chữ ký số của cơ quan (44 × 20 mm)', sample: '' },
  { name: 'mã QR', kind: 'place', means: 'Mã QR để kiểm tra văn bản (24 mm)', sample: '' },
];
