// SPDX-License-Identifier: EUPL-1.2
import type { LetterKind } from '../papers.ts';
import { type DataField, listed, place, said } from './field.ts';

const head: readonly DataField[] = [
  said('cơ quan cấp trên', 'Cơ quan cấp trên của nơi lập giấy', 'Ủy ban nhân dân xã Mẫu'), said('cơ quan', 'Nơi lập giấy', 'Trung tâm Phục vụ hành chính công xã Mẫu'), said('số văn bản', 'Số của giấy', '12/TTPVHCC'),
  said('nơi ban hành', 'Địa danh', 'Xã Mẫu'), said('ngày ban hành', 'Ngày lập viết bằng chữ: ngày … tháng … năm …', 'ngày 26 tháng 11 năm 2026'),
];
const ofDossier: readonly DataField[] = [
  said('mã hồ sơ', 'Mã hồ sơ', 'Y99.21-261126-0001'), said('tên thủ tục', 'Nội dung yêu cầu giải quyết', 'Cấp giấy phép mẫu'), said('chủ hồ sơ', 'Họ tên hoặc tên tổ chức', 'Nguyễn Văn Mẫu'), said('số định danh', 'Số định danh cá nhân, mã số tổ chức', '000095012345'),
  said('địa chỉ', 'Địa chỉ', 'Số 12 đường Mẫu, xã Mẫu, tỉnh Mẫu'), said('điện thoại', 'Số điện thoại', '0900 000 042'), said('thư điện tử', 'Thư điện tử', 'mau@example.vn'),
];
const codes: readonly DataField[] = [place('mã QR', 'Mã QR để kiểm tra giấy này (24 mm)'), place('mã vạch', 'Mã vạch của mã hồ sơ (62 × 10 mm)')];
const received = said('lúc nhận', 'Thời gian nhận hồ sơ', '15 giờ 40 phút, ngày 19 tháng 11 năm 2026');
const returned = said('lúc hẹn trả', 'Thời gian trả kết quả', '15 giờ 20 phút, ngày 30 tháng 11 năm 2026');
const submitter = said('người nộp', 'Họ tên người nộp hồ sơ', 'Nguyễn Văn Mẫu');
const officer = said('người tiếp nhận', 'Họ tên người tiếp nhận', 'Lê Thị Mẫu');
const reason = said('lý do', 'Lý do', 'Hồ sơ chưa đủ theo quyết định công bố thủ tục');
const signing: readonly DataField[] = [
  said('thay mặt', 'Dòng TM. (thay mặt tập thể), trống nếu không có', 'TM. ỦY BAN NHÂN DÂN'), said('ký thay', 'Dòng KT., TL., TUQ., trống nếu không có', 'KT. CHỦ TỊCH'), said('chức vụ người ký', 'Chức vụ', 'PHÓ CHỦ TỊCH'),
  said('họ tên người ký', 'Họ tên người ký', 'Trần Thị Mẫu'), place('chỗ ký', 'Chỗ chữ ký số của người ký (51 × 20 mm)'),
];

/** What a template of each letter or slip may name, in the order people look for it. */
export const letterFields: Readonly<Record<LetterKind, readonly DataField[]>> = {
  'receipt': [
    ...head, ...ofDossier, said('người ủy quyền', 'Họ tên người ủy quyền, trống nếu tự nộp', ''), said('giấy tờ ủy quyền', 'Giấy tờ ủy quyền, trống nếu tự nộp', ''),
    ...listed('thành phần hồ sơ', 'Giấy tờ đã nộp, lặp từng giấy', [said('tên giấy tờ', 'Một giấy tờ, số bản chính và bản sao', 'Đơn đề nghị (1 bản chính, 0 bản sao)')]),
    said('số bộ', 'Số lượng hồ sơ (bộ)', '1'), said('thời gian giải quyết', 'Thời gian giải quyết theo quy định', '05 ngày làm việc'), received, returned, said('ghi chú hẹn trả', 'Ghi chú cạnh ngày hẹn, trống nếu không có', ''),
    said('nơi nhận kết quả', 'Đăng ký nhận kết quả tại', 'Trung tâm Phục vụ hành chính công xã Mẫu'), submitter, officer,
    ...listed('phí, lệ phí', 'Các khoản phí, lệ phí, lặp từng khoản', [said('khoản thu', 'Một khoản, với cách tính và căn cứ', 'Lệ phí cấp giấy phép 75.000 đ')]), said('tổng tiền', 'Tổng số tiền', 'Tổng cộng: 75.000 đồng.'),
    ...listed('cách tính ngày hẹn', 'Ngày hẹn được tính thế nào, lặp từng khoảng', [
      said('từ lúc', 'Từ', '15:40 19/11/2026'), said('đến lúc', 'Đến', '07:30 20/11/2026'), said('có tính', '«Có tính» hoặc «Không tính»', 'Không tính'), said('diễn giải', 'Vì sao', 'Nhận sau giờ chốt'), said('căn cứ tính', 'Căn cứ', 'Điều 18 Nghị định 118/2025/NĐ-CP'),
    ]), ...codes,
  ],
  'supplement-request': [
    ...head, ...ofDossier, ...listed('nội dung bổ sung', 'Điều cần bổ sung, hoàn thiện, lặp từng điều', [said('một nội dung', 'Một điều cần bổ sung', 'Bản vẽ. Cách sửa: nộp bản có dấu')]), reason,
    said('người hướng dẫn', 'Họ tên người hướng dẫn', 'Lê Thị Mẫu'), said('điện thoại liên hệ', 'Số điện thoại nơi hướng dẫn', '0262 000 0042'), ...codes,
  ],
  'refusal': [...head, ...ofDossier, ...listed('lý do từ chối', 'Các lý do, lặp từng lý do', [said('một lý do', 'Một lý do', 'Công trình thuộc thẩm quyền của Sở Xây dựng')]), submitter, officer, ...codes],
  'stop-notice': [
    ...head, ...ofDossier, said('lúc đề nghị', 'Thời gian đề nghị dừng', '09 giờ 15 phút, ngày 20 tháng 11 năm 2026'), said('hình thức đề nghị', '«trực tiếp» hoặc «trực tuyến»', 'trực tiếp'), reason,
    said('giai đoạn', 'Giai đoạn giải quyết khi dừng', '3/7 bước'), said('trả giấy tờ', 'Giấy tờ đã nộp được trả thế nào', 'Giấy tờ đã nộp được trả lại tại nơi tiếp nhận.'), said('trả tiền', 'Phí, lệ phí đã nộp', 'Phí, lệ phí đã nộp theo quy định của pháp luật chuyên ngành.'), officer, ...codes,
  ],
  'extension': [...head, ...ofDossier, said('nơi tiếp nhận', 'Nơi đã tiếp nhận hồ sơ', 'Trung tâm Phục vụ hành chính công xã Mẫu'), received, said('hẹn cũ', 'Thời gian đã hẹn trước đây', '15 giờ 20 phút, ngày 30 tháng 11 năm 2026'), reason, said('hẹn mới', 'Thời gian hẹn lại', '16 giờ 00 phút, ngày 04 tháng 12 năm 2026'), ...signing, ...codes],
  'control-slip': [
    ...head, ...ofDossier, said('cơ quan giải quyết', 'Cơ quan giải quyết', 'Phòng Kinh tế xã Mẫu'), said('cơ quan phối hợp', 'Cơ quan phối hợp, cách nhau dấu phẩy', ''), received, returned,
    ...listed('giao nhận', 'Các lần giao nhận, lặp từng lần', [said('bên giao', 'Bên giao', 'Tiếp nhận hồ sơ'), said('người giao', 'Người giao', 'Lê Thị Mẫu'), said('bên nhận', 'Bên nhận', 'Phòng Kinh tế'), said('người nhận', 'Người nhận', 'Trần Văn Mẫu'), said('lúc giao nhận', 'Thời gian giao, nhận', '07 giờ 45 phút, ngày 20 tháng 11 năm 2026'), said('kết quả', 'Trước hạn, đúng hạn, quá hạn', 'Đúng hạn'), said('ghi chú', 'Ghi chú', '')]), ...codes,
  ],
  'forwarding-slip': [
    ...head, ...ofDossier, said('cơ quan chủ trì', 'Cơ quan chủ trì', 'Ủy ban nhân dân xã Mẫu'), received, returned,
    ...listed('việc phối hợp', 'Việc của từng cơ quan, lặp từng việc', [said('cơ quan làm', 'Cơ quan làm', 'Sở Mẫu'), said('việc làm', 'Việc phải làm', 'Cho ý kiến'), said('hạn làm', 'Thời hạn', '16:00 24/11/2026'), said('kết quả làm', 'Đã làm thế nào, trống khi chưa có', '')]), ...codes,
  ],
  'hand-over-note': [
    ...head, said('bên giao', 'Nơi giao giấy', 'Trung tâm Phục vụ hành chính công xã Mẫu'), said('bên nhận', 'Nơi nhận giấy', 'Ủy ban nhân dân xã Mẫu'), said('người giao', 'Người giao', 'Lê Thị Mẫu'), said('lúc giao', 'Lúc giao', '16 giờ 30 phút, ngày 19 tháng 11 năm 2026'),
    ...listed('hồ sơ bàn giao', 'Các hồ sơ được giao, lặp từng hồ sơ', [said('mã từng hồ sơ', 'Mã hồ sơ', 'Y99.21-261126-0001'), said('thủ tục từng hồ sơ', 'Thủ tục', 'Cấp giấy phép mẫu'), said('chủ từng hồ sơ', 'Chủ hồ sơ', 'Nguyễn Văn Mẫu'), said('số giấy', 'Số bản giấy', '3')]),
    said('tổng số giấy', 'Tổng số bản giấy', '3'), place('mã QR', 'Mã QR để kiểm tra phiếu này (24 mm)'),
  ],
};

const number = ['số văn bản', 'số của giấy'] as const;
const day = ['ngày ban hành', 'ngày lập'] as const;
const code = ['mã QR', 'mã để kiểm tra giấy'] as const;
const dossier = ['mã hồ sơ', 'mã hồ sơ'] as const;
const whose = ['chủ hồ sơ', 'tên người được gửi'] as const;
const usual = [number, day, code, dossier, whose] as const;

/** What a letter may not leave out: the number, the day, the code it is checked by, whose it is, and what makes it that paper. A name begun with # is a list. */
export const letterNeeds: Readonly<Record<LetterKind, readonly (readonly [string, string])[]>> = {
  'receipt': [...usual, ['#thành phần hồ sơ', 'các giấy tờ đã nộp'], ['lúc nhận', 'thời gian nhận'], ['lúc hẹn trả', 'ngày hẹn trả']],
  'supplement-request': [...usual, ['#nội dung bổ sung', 'điều cần bổ sung'], ['lý do', 'lý do']],
  'refusal': [...usual, ['#lý do từ chối', 'lý do từ chối']],
  'stop-notice': [...usual, ['lý do', 'lý do dừng']],
  'extension': [...usual, ['lý do', 'lý do trễ'], ['hẹn cũ', 'ngày đã hẹn'], ['hẹn mới', 'ngày hẹn lại'], ['chỗ ký', 'chữ ký của người ký']],
  'control-slip': [number, code, dossier, ['#giao nhận', 'các lần giao nhận']],
  'forwarding-slip': [number, day, code, dossier, ['#việc phối hợp', 'việc của từng cơ quan']],
  'hand-over-note': [number, day, code, ['bên giao', 'bên giao'], ['bên nhận', 'bên nhận'], ['#hồ sơ bàn giao', 'các hồ sơ được giao']],
};
