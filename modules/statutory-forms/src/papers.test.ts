// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import {
  renderApologyAndExtension, renderControlSlip, renderIntakeReceipt, renderIntakeRefusal, renderPaperLabels, renderResult, renderStopNotice, renderSupplementRequest,
} from './index.ts';
import { aControlSlip, anApology, anIntakeReceipt, anIntakeRefusal, aResult, aStopNotice, aSupplementRequest } from './testing.ts';

/** The words of a paper in reading order, blanks folded. */
const wordsOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/gu, ' ');
const sheetOf = (pdf: Uint8Array): string => execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });

/** Fails unless all texts are there, each behind the one before. */
function expectInOrder(words: string, texts: readonly string[]): void {
  let from = 0;
  for (const text of texts) {
    const at = words.indexOf(text, from);
    expect({ text, found: at >= 0 }).toEqual({ text, found: true });
    from = at;
  }
}

const nation = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: ', 'Tân An, ngày 19 tháng 11 năm 2026'];

describe('mẫu 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả: the receipt', () => {
  test('has the fields of the form in their order', async () => {
    const words = wordsOf(await renderIntakeReceipt(anIntakeReceipt()));

    expectInOrder(words, [...nation, 'GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ', 'Mã hồ sơ: H15.50.05.13-261119-0975', 'Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Nguyễn Thị Trình Diễn',
      'Số định danh cá nhân/tổ chức: 000195000042', 'Địa chỉ:', 'Số điện thoại:', 'Email:', 'Nội dung yêu cầu giải quyết:', 'Thành phần hồ sơ nộp gồm:', '1. Đơn đề nghị',
      '2. Bản chính', 'Số lượng hồ sơ: 1 (bộ)', 'Thời gian giải quyết hồ sơ theo quy định là: 05 ngày làm việc',
      'Thời gian nhận hồ sơ: 15 giờ 40 phút, ngày 19 tháng 11 năm 2026', 'Thời gian trả kết quả giải quyết hồ sơ: 15 giờ 20 phút, ngày 30 tháng 11 năm 2026',
      'Đăng ký nhận kết quả tại:', 'Vào Sổ theo dõi hồ sơ, Quyển số: 03 Số thứ tự: 975', 'NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ']);
  });

  test('explains on its second page how the day was counted', async () => {
    const words = wordsOf(await renderIntakeReceipt(anIntakeReceipt()));

    expectInOrder(words, ['Trang 1/2', 'Ngày hẹn được tính thế nào', 'Không tính. Nhận sau 15 giờ', 'Điều 18', 'Có tính. Tính tiếp 3 ngày', 'Trang 2/2']);
  });

  test('is A5, upright, of one page when nothing is to be explained', async () => {
    const sheet = sheetOf(await renderIntakeReceipt(anIntakeReceipt({ explanation: null })));

    expect(sheet).toMatch(/Page size: +419\.528 x 595\.276 pts/u);
    expect(sheet).toMatch(/Pages: +1\b/u);
  });

  test('names who filed for another, and by which paper', async () => {
    const words = wordsOf(await renderIntakeReceipt(anIntakeReceipt({ representative: {
      name: 'Trần Văn Ủy Quyền', identifier: '000195000043', address: 'Phường Tân An', phone: '', email: '', document: 'Giấy ủy quyền số 12' } })));

    expectInOrder(words, ['Họ tên người ủy quyền: Trần Văn Ủy Quyền', '000195000043', 'Giấy tờ ủy quyền: Giấy ủy quyền số 12', 'Nội dung yêu cầu giải quyết']);
  });

  test('holds a name of 1,094 characters, fourteen papers and words without blanks', async () => {
    const request = 'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV '.repeat(18).slice(0, 1094).trim();
    const papers = Array.from({ length: 14 }, (_, index) => `Giấy tờ số ${String(index + 1)} ${'ư'.repeat(index * 30)}`);

    const pdf = await renderIntakeReceipt(anIntakeReceipt({ request, papers }));

    const words = wordsOf(pdf);
    expect(words).toContain('14. Giấy tờ số 14');
    expect(words.match(/cấp III, cấp IV/gu)?.length).toBeGreaterThan(14);
    expect(Number(/Pages: +(\d+)/u.exec(sheetOf(pdf))?.[1])).toBeGreaterThan(2);
  });

  test('prints hostile characters as what they are', async () => {
    const name = '#import "x" *A* _B_ $C$ @D <E> \\F `G` // H /* I */ = J';

    const words = wordsOf(await renderIntakeReceipt(anIntakeReceipt({ submitterName: `${name}\u0000\u001b[31m`, request: 'Đơn\u202e của\u200b tôi' })));

    expect(words).toContain('Đơn');
    expect(words).toContain('#import "x" *A*');
    expect(words).toContain('_B_ $C$ @D <E>');
  });

  test('says what it is when it is not real, and only then', async () => {
    expect(wordsOf(await renderIntakeReceipt(anIntakeReceipt()))).toContain('BẢN TRÌNH DIỄN, không có giá trị pháp lý');
    expect(wordsOf(await renderIntakeReceipt(anIntakeReceipt({ demonstration: false })))).not.toContain('TRÌNH DIỄN');
  });

  test('is the same file when printed again', async () => {
    const [one, other] = await Promise.all([renderIntakeReceipt(anIntakeReceipt()), renderIntakeReceipt(anIntakeReceipt())]);

    expect(Buffer.compare(one, other)).toBe(0);
  });
});

describe('mã QR trên giấy: the code on a printed receipt', () => {
  test('is read from a scan of 200 dots an inch, and leads to the verification', async () => {
    const view = anIntakeReceipt();
    const scan = execFileSync('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-'], { input: await renderIntakeReceipt(view), maxBuffer: 64 * 1024 * 1024 });
    const [, columns = '', rows = ''] = /^P6\s(\d+) (\d+)\s255\s/u.exec(scan.toString('latin1', 0, 40)) ?? [];
    const [width, height] = [Number(columns), Number(rows)];

    const read = decodeQR({ width, height, data: scan.subarray(scan.length - width * height * 3) });

    expect(read).toBe(view.verifyUrl);
  });
});

describe('mẫu 06, phiếu kiểm soát quá trình giải quyết hồ sơ: the control slip', () => {
  test('has the fields of the form in their order, and a pair of rows for each hand-over', async () => {
    const words = wordsOf(await renderControlSlip(aControlSlip()));

    expectInOrder(words, [...nation, 'PHIẾU KIỂM SOÁT QUÁ TRÌNH', 'GIẢI QUYẾT HỒ SƠ', 'Mã số hồ sơ: H15', 'Cơ quan (bộ phận) giải quyết hồ sơ', 'Cơ quan phối hợp', 'Ngày nhận', 'Hẹn trả',
      'Tên đơn vị', '1. Giao', '2. Nhận', '1. Giao', '2. Nhận']);
    expect(words).toContain('Đúng hạn');
  });

  test('leaves rows to fill by hand when nothing was handed over yet', async () => {
    expect(wordsOf(await renderControlSlip(aControlSlip({ handOvers: [] }))).match(/1\. Giao/gu)).toHaveLength(3);
  });
});

describe('mẫu 02, 03, 04, 05: the other slips', () => {
  test('the supplement request names each thing to complete', async () => {
    const words = wordsOf(await renderSupplementRequest(aSupplementRequest()));

    expectInOrder(words, [...nation, 'PHIẾU YÊU CẦU', 'Hồ sơ của', 'Nội dung yêu cầu giải quyết', 'Địa chỉ', 'Yêu cầu hoàn thiện hồ sơ gồm', '1. ', '2. ', 'Lý do', 'NGƯỜI HƯỚNG DẪN']);
  });

  test('the refusal gives its reasons', async () => {
    const words = wordsOf(await renderIntakeRefusal(anIntakeRefusal()));

    expectInOrder(words, [...nation, 'PHIẾU TỪ CHỐI TIẾP NHẬN', 'Tiếp nhận hồ sơ của', 'Số định danh', 'Mã hồ sơ (nếu có)', 'lý do', '1. ', 'NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ']);
  });

  test('the apology says what was promised, why it failed, and the new time', async () => {
    const { pdf, places } = await renderApologyAndExtension(anApology());
    const words = wordsOf(pdf);

    expectInOrder(words, [...nation, 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ', 'GIA HẠN THỜI GIAN GIẢI QUYẾT', 'Kính gửi: Nguyễn Thị Trình Diễn', 'Số định danh', '15 giờ 40 phút, ngày 19', 'Thủ tục hành chính:',
      '15 giờ 20 phút, ngày 30 tháng 11', 'Lý do:', 'xin lỗi', '16 giờ 00 phút, ngày 04 tháng 12', 'TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '(Chữ ký, dấu)', 'Phạm Văn Ví Dụ']);
    expect([places.officer.page, Math.round(places.officer.width)]).toEqual([1, 147]);
  });

  test('the apology keeps the words of the form where nobody’s title is known', async () => {
    const { pdf } = await renderApologyAndExtension(anApology({ signatory: { onBehalf: null, inPlaceOf: null, title: '', name: '' } }));

    expect(wordsOf(pdf)).toContain('THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ (Chữ ký, dấu)');
  });

  test('the stop notice says what comes back', async () => {
    const words = wordsOf(await renderStopNotice(aStopNotice()));

    expectInOrder(words, [...nation, 'THÔNG BÁO', 'DỪNG GIẢI QUYẾT HỒ SƠ', 'Thời gian đề nghị dừng', 'Lý do', 'Giấy tờ đã nộp', 'Phí, lệ phí đã nộp']);
  });
});

describe('văn bản kết quả: a result', () => {
  test('is laid out as a document of the State, with places for two signatures beside each other', async () => {
    const { pdf, places } = await renderResult('result-decision', aResult());

    expectInOrder(wordsOf(pdf), ['CỘNG HÒA XÃ HỘI', 'Số: 128/GP-UBND', 'GIẤY PHÉP', 'Căn cứ Luật Xây dựng', 'Cấp cho: Nguyễn Thị Trình Diễn', 'Thời gian gia hạn', 'Nơi nhận:', 'Phạm Văn Ví Dụ']);
    expect(sheetOf(pdf)).toMatch(/595\.2\d+ x 841\.8\d+ pts/u);
    expect(places.officer.x).toBeGreaterThan(places.agency.x + places.agency.width);
    expect(places.officer.y).toBe(places.agency.y);
  });

  test('leaves number and day open for the records clerk', async () => {
    const { pdf } = await renderResult('result-decision', aResult({ number: '', issuedAt: null }));

    expect(wordsOf(pdf)).toContain('Số: ……/…… Tân An, ngày …… tháng …… năm ………');
  });

  test('keeps the places on the page where the signatory stands', async () => {
    const { places } = await renderResult('result-decision', aResult({ provisions: Array.from({ length: 40 }, (_, index) => `Điều ${String(index + 1)}. Thực hiện đúng quy định của pháp luật về xây dựng.`) }));

    expect(places.officer.page).toBe(2);
  });
});

describe('nhãn mã vạch cho giấy gốc: labels of originals', () => {
  test('have the code of each paper and its name, cut where there is no room', async () => {
    const pdf = await renderPaperLabels({ madeAt: Temporal.Instant.from('2026-11-19T08:00:00Z'), demonstration: true, labels: [{ label: 'H15.50.05.13-261119-0975.G1', name: 'Bản chính giấy phép', verifyUrl: 'https://motcua.example.vn/x/m1.a.b' }, { label: 'H15.50.05.13-261119-0975.G2', name: 'x'.repeat(400), verifyUrl: 'https://motcua.example.vn/x/m1.a.b' }] });

    expectInOrder(wordsOf(pdf), ['H15.50.05.13-261119-0975.G1', 'Bản chính giấy phép', 'H15.50.05.13-261119-0975.G2']);
    expect(sheetOf(pdf)).toMatch(/Pages:\s+1\b/u);
  });
});
