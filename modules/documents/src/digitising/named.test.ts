// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { daysOn, namedIn } from './named.ts';

describe('giấy của ai (whom a paper names)', () => {
  test.each([
    ['birth certificate', 'GIẤY KHAI SINH\nHọ, chữ đệm, tên: NGUYỄN BÉ THỬ Giới tính: Nữ\nSố định danh cá nhân: 000095012345\nHọ, chữ đệm, tên người mẹ: Trần Thị Ví Dụ\nHọ, chữ đệm, tên người cha: NGUYỄN VĂN MẪU', ['NGUYỄN BÉ THỬ', 'Trần Thị Ví Dụ', 'NGUYỄN VĂN MẪU'], ['000095012345']],
    ['marriage certificate, wife and husband side by side', 'GIẤY CHỨNG NHẬN KẾT HÔN\nHọ, chữ đệm, tên vợ: TRẦN THỊ VÍ DỤ\nHọ, chữ đệm, tên chồng: NGUYỄN VĂN MẪU', ['TRẦN THỊ VÍ DỤ', 'NGUYỄN VĂN MẪU'], []],
    ['certificate of status', 'GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\nXác nhận ông/bà:\nHọ, chữ đệm, tên: Lê Hoàng Thử, sinh ngày 05/06/1990', ['Lê Hoàng Thử'], []],
    ['land certificate', 'GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT\nI. Người sử dụng đất, chủ sở hữu nhà ở\nÔng: Nguyễn Văn Mẫu, CCCD số: 000095012345\nBà: Trần Thị Ví Dụ', ['Nguyễn Văn Mẫu', 'Trần Thị Ví Dụ'], ['000095012345']],
    ['name with a word that is a label elsewhere', 'Cấp cho: Ông Đặng Quốc Giả Quốc tịch: Việt Nam', ['Đặng Quốc Giả'], []],
    ['permit', 'GIẤY PHÉP XÂY DỰNG\nCấp cho ông Nguyễn Văn Mẫu, được phép xây dựng nhà ở.', ['Nguyễn Văn Mẫu'], []],
    ['registration of an enterprise', 'GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP\nMã số doanh nghiệp: 0000000019\nTên công ty viết bằng tiếng Việt: CÔNG TY TNHH THỬ NGHIỆM\nNgười đại diện theo pháp luật của công ty: ĐẶNG QUỐC GIẢ', ['ĐẶNG QUỐC GIẢ', 'CÔNG TY TNHH THỬ NGHIỆM'], ['0000000019']],
  ])('is read from a %s', (_what, text, names, numbers) => {
    expect(namedIn(text)).toEqual({ names, numbers });
  });

  test('nobody is named where nothing says whose it is', () => {
    expect(namedIn('Bản vẽ do Kiến trúc sư Phạm Thị Kiểm lập.\nTM. ỦY BAN NHÂN DÂN\nChủ tịch: Đặng Quốc Giả')).toEqual({ names: [], numbers: [] });
  });

  test.each([
    ['Có giá trị đến ngày: 01/02/2020', { issuedOn: null, until: '2020-02-01' }], ['xã Một, ngày 05 tháng 3 năm 2026', { issuedOn: '2026-03-05', until: null }],
    ['Ngày cấp: 12.01.2024\nHết hạn: ngày 12 tháng 01 năm 2034', { issuedOn: '2024-01-12', until: '2034-01-12' }], ['Ngày cấp: 45/13/2024', { issuedOn: null, until: null }],
  ])('its days are read from «%s»', (text, days) => {
    expect(daysOn(text)).toEqual(days);
  });
});
