// SPDX-License-Identifier: EUPL-1.2
/** What acts, places and signatures of steps are called on papers and in differences. */
export const actWords: Readonly<Record<string, string>> = {
  accept: 'tiếp nhận', forward: 'chuyển xử lý', appraise: 'thẩm định', approve: 'phê duyệt', sign: 'ký', number: 'vào số, đóng dấu', return: 'trả kết quả', consult: 'lấy ý kiến', linked: 'liên thông',
};
export const agencyWords: Readonly<Record<string, string>> = { '': 'cơ quan giải quyết', 'competent': 'cơ quan giải quyết', 'receiving': 'nơi tiếp nhận' };
export const signatureWords: Readonly<Record<string, string>> = { none: '', initial: 'ký nháy', personal: 'cá nhân', agency: 'cơ quan' };
