// SPDX-License-Identifier: EUPL-1.2
import type { Integrity, Verdict, VerdictCode } from './model.ts';

/** What each finding makes of a signature. */
export const verdictOf: Readonly<Record<VerdictCode, Verdict>> = {
  'ok': 'valid', 'byte-range': 'invalid', 'unreadable': 'invalid', 'content-inside': 'invalid', 'changed': 'invalid', 'other-certificate': 'invalid',
  'changed-after': 'invalid', 'revoked': 'invalid', 'weak': 'indeterminate', 'unknown-issuer': 'indeterminate', 'not-in-force': 'indeterminate', 'maybe-revoked': 'indeterminate',
};

const aboutBytes: ReadonlySet<VerdictCode> = new Set(['byte-range', 'unreadable', 'content-inside', 'changed', 'other-certificate', 'changed-after']);

/** What a finding says of the bytes alone. */
export const integrityOfCode = (code: VerdictCode): Integrity => aboutBytes.has(code) ? 'broken' : 'intact';

const askIssuer = 'Ông/bà hỏi nơi cấp giấy trước khi sử dụng.';
const sendAgain = 'Đề nghị nơi cấp gửi lại tệp gốc.';

/** Why a signature is not valid, with what to do. */
export const verdictWords: Readonly<Record<VerdictCode, string>> = {
  'ok': '',
  'byte-range': `Phạm vi được ký không khớp với tệp. ${sendAgain}`,
  'unreadable': `Chữ ký số không đọc được hoặc dùng thuật toán lạ. ${sendAgain}`,
  'content-inside': `Chữ ký số mang nội dung khác ở bên trong, không phải nội dung của tệp. ${sendAgain}`,
  'changed': `Tệp đã bị sửa sau khi ký, hoặc chữ ký bị hỏng. ${sendAgain}`,
  'other-certificate': `Chứng thư số kèm theo không phải chứng thư số đã ký. ${sendAgain}`,
  'changed-after': `Tệp đã bị thêm hoặc thay nội dung sau khi ký. ${sendAgain}`,
  'weak': `Chữ ký dùng thuật toán hoặc độ dài khóa không còn an toàn. ${askIssuer}`,
  'unknown-issuer': `Chưa xác định được tổ chức cấp chứng thư số của người ký. ${askIssuer}`,
  'not-in-force': `Chứng thư số không có hiệu lực vào thời điểm ký. ${askIssuer}`,
  'revoked': `Chứng thư số đã bị thu hồi trước khi ký. ${askIssuer}`,
  'maybe-revoked': `Chứng thư số đã bị thu hồi, và không có dấu thời gian chứng minh chữ ký có trước đó. ${askIssuer}`,
};

/** Why a whole file is not valid though no signature of it is at fault. */
export const documentWords = {
  encrypted: 'Tệp được đặt mật khẩu nên không kiểm tra được chữ ký. Ông/bà bỏ mật khẩu rồi kiểm tra lại.',
  unreadable: 'Tệp không phải PDF hoặc cấu trúc bị hỏng nên không kiểm tra được chữ ký. Ông/bà tải lại tệp gốc.',
  filledAfter: 'Biểu mẫu được điền thêm sau chữ ký cuối cùng, phần điền thêm chưa ai ký.',
} as const;
