// SPDX-License-Identifier: EUPL-1.2

/** The papers a province may lay out itself (loại giấy): the result, and the letters and slips of the one-stop shop. */
export const paperKinds = ['result', 'receipt', 'supplement-request', 'refusal', 'stop-notice', 'extension', 'control-slip', 'forwarding-slip', 'hand-over-note'] as const;
export type PaperKind = (typeof paperKinds)[number];
export type LetterKind = Exclude<PaperKind, 'result'>;

/** What each is called, for people. */
export const paperKindTitles: Readonly<Record<PaperKind, string>> = {
  'result': 'Kết quả giải quyết', 'receipt': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'supplement-request': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'refusal': 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  'stop-notice': 'Thông báo dừng giải quyết hồ sơ', 'extension': 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', 'control-slip': 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  'forwarding-slip': 'Phiếu chuyển xử lý hồ sơ', 'hand-over-note': 'Phiếu bàn giao hồ sơ giấy',
};

/** A paper of many dossiers names no procedure: its template is the province's or an agency's, for all. */
export const isOfManyDossiers = (paper: PaperKind): boolean => paper === 'hand-over-note';
