// SPDX-License-Identifier: EUPL-1.2
import type {
  ApologyAndExtensionView, ControlSlipView, ExplanationLine, IntakeReceiptView, IntakeRefusalView, PaperHead, PaperPerson, ResultView, StopNoticeView, SupplementRequestView, TrackingBookView,
} from '../model.ts';

const person: PaperPerson = {
  name: 'Nguyễn Thị Trình Diễn', identifier: '000195000042', address: 'Số 12 đường Lê Duẩn, phường Tân An, tỉnh Đắk Lắk',
  phone: '0900 000 042', email: 'trinhdien@example.vn',
};

const head: PaperHead = {
  superior: 'UBND phường Tân An', office: 'Trung tâm Phục vụ hành chính công', number: '975/TTPVHCC', place: 'Tân An',
  issuedAt: '2026-11-19T15:40:00+07:00', dossierCode: 'H15.50.05.13-261119-0975',
  verifyUrl: `https://motcua.example.vn/x/m1.WyJyZWNlaXB0IiwiSDE1LjUwLjA1LjEzLTI2MTExOS0wOTc1IiwxNzk1MDc3NjAwLHsiYSI6IkgxNS41MCJ9XQ.${'A'.repeat(86)}`,
  demonstration: true,
};

const line = (from: string, to: string, about: Pick<ExplanationLine, 'counted' | 'text' | 'source'>): ExplanationLine =>
  ({ from: `2026-11-${from}:00+07:00`, to: `2026-11-${to}:00+07:00`, ...about });

/** A receipt with nothing special about it. */
export function anIntakeReceipt(about: Partial<IntakeReceiptView> = {}): IntakeReceiptView {
  return {
    ...head, receivedBy: 'Trung tâm Phục vụ hành chính công phường Tân An', applicant: person, representative: null,
    request: 'Gia hạn giấy phép xây dựng đối với nhà ở riêng lẻ',
    papers: ['Đơn đề nghị gia hạn giấy phép xây dựng theo mẫu', 'Bản chính giấy phép xây dựng đã được cấp'],
    copies: 1, timeLimit: '05 ngày làm việc', receivedAt: '2026-11-19T15:40:00+07:00', returnAt: '2026-11-30T15:20:00+07:00', returnNote: null,
    returnPlace: 'Trung tâm Phục vụ hành chính công phường Tân An', book: { volume: '03', entry: '975' },
    submitterName: 'Nguyễn Thị Trình Diễn', officerName: 'Lê Văn Thử Nghiệm',
    explanation: {
      summary: 'Thời hạn 05 ngày làm việc, mỗi ngày làm việc 08 giờ. Giờ làm việc: 07:30–11:30 và 13:30–17:30.',
      lines: [
        line('19T15:40', '20T07:30', { counted: false, text: 'Nhận sau 15 giờ nên bắt đầu tính từ ngày làm việc kế tiếp.', source: 'Điều 18 Nghị định 118/2025/NĐ-CP' }),
        line('20T07:30', '20T17:30', { counted: true, text: 'Đã tính 1 ngày.', source: null }),
        line('20T17:30', '23T07:30', { counted: false, text: 'Ngoài giờ và nghỉ cuối tuần.', source: 'Điều 147 Bộ luật Dân sự 2015' }),
        line('23T07:30', '23T10:40', { counted: true, text: 'Đã tính 1 ngày 3 giờ 10 phút.', source: null }),
        line('23T10:40', '25T09:00', { counted: false, text: 'Tạm dừng để chờ ông/bà bổ sung hồ sơ (phiếu 1); ngày 24/11 nghỉ Ngày Văn hóa Việt Nam.', source: 'Điều 19 khoản 5 Nghị định 118/2025/NĐ-CP' }),
        line('25T09:00', '30T15:20', { counted: true, text: 'Tính tiếp 3 ngày 4 giờ 50 phút, cộng đủ 5 ngày.', source: null }),
      ],
    },
    ...about,
  };
}

/** A control slip with nothing special about it. */
export function aControlSlip(about: Partial<ControlSlipView> = {}): ControlSlipView {
  return {
    ...head, number: '975/PKS-TTPVHCC', solvingUnit: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Tân An', coordinatingUnits: ['Đội Quản lý trật tự xây dựng'],
    receivedAt: '2026-11-19T15:40:00+07:00', returnAt: '2026-11-30T15:20:00+07:00',
    handOvers: [
      { from: { unit: 'Trung tâm Phục vụ hành chính công', person: 'Lê Văn Thử Nghiệm' }, to: { unit: 'Phòng Kinh tế, Hạ tầng và Đô thị', person: 'Trần Thị Giả Định' },
        at: '2026-11-20T07:45:00+07:00', outcome: 'on-time', note: '' },
      { from: { unit: 'Phòng Kinh tế, Hạ tầng và Đô thị', person: 'Trần Thị Giả Định' }, to: { unit: 'Lãnh đạo UBND phường', person: 'Phạm Văn Ví Dụ' },
        at: '2026-11-27T14:05:00+07:00', outcome: 'early', note: 'Ký số' },
    ],
    ...about,
  };
}

/** A result with nothing special about it. */
export function aResult(about: Partial<ResultView> = {}): ResultView {
  return {
    superior: null, agency: 'Ủy ban nhân dân phường Tân An', number: '128/GP-UBND', place: 'Tân An', issuedAt: '2026-11-30T09:12:00+07:00',
    dossierCode: head.dossierCode, kind: 'GIẤY PHÉP', title: 'Gia hạn giấy phép xây dựng đối với nhà ở riêng lẻ', applicant: person,
    grounds: ['Luật Xây dựng ngày 18 tháng 6 năm 2014 và các luật sửa đổi, bổ sung', 'Đơn đề nghị gia hạn giấy phép xây dựng của bà Nguyễn Thị Trình Diễn'],
    lines: [
      { label: 'Số giấy phép xây dựng đã cấp', value: '61/GPXD ngày 02/12/2025' },
      { label: 'Địa điểm xây dựng', value: 'Thửa đất số 42, tờ bản đồ số 7, phường Tân An, tỉnh Đắk Lắk' },
      { label: 'Thời gian gia hạn', value: '12 tháng, kể từ ngày giấy phép đã cấp hết hạn' },
    ],
    provisions: ['Giấy này là một phần không tách rời của giấy phép xây dựng đã cấp.', 'Chủ đầu tư khởi công trong thời gian gia hạn; quá thời gian đó giấy phép không còn giá trị.'],
    recipients: ['Bà Nguyễn Thị Trình Diễn', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Lưu: VT'],
    signatory: { onBehalf: 'TM. ỦY BAN NHÂN DÂN', inPlaceOf: 'KT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH', name: 'Phạm Văn Ví Dụ' },
    verifyUrl: head.verifyUrl, demonstration: true, printedAt: '2026-11-30T09:12:00+07:00', ...about,
  };
}

const request = 'Gia hạn giấy phép xây dựng đối với nhà ở riêng lẻ';

/** A supplement request with nothing special about it. */
export function aSupplementRequest(about: Partial<SupplementRequestView> = {}): SupplementRequestView {
  return {
    ...head, number: '12/PBS-TTPVHCC', applicant: person, request,
    items: ['Đơn đề nghị: ghi rõ thời gian xin gia hạn ở mục 4', 'Bản chính giấy phép xây dựng đã cấp: còn thiếu trang 2'],
    reason: 'Hồ sơ chưa đủ theo quyết định công bố thủ tục hành chính', contact: { name: 'Lê Văn Thử Nghiệm', phone: '0262 000 0042' },
    guideName: 'Lê Văn Thử Nghiệm', ...about,
  };
}

/** A refusal with nothing special about it. */
export function anIntakeRefusal(about: Partial<IntakeRefusalView> = {}): IntakeRefusalView {
  return {
    ...head, number: '3/PTC-TTPVHCC', applicant: person, request, reasons: ['Công trình thuộc thẩm quyền cấp phép của Sở Xây dựng'],
    submitterName: person.name, officerName: 'Lê Văn Thử Nghiệm', ...about,
  };
}

/** A stop notice with nothing special about it. */
export function aStopNotice(about: Partial<StopNoticeView> = {}): StopNoticeView {
  return {
    ...head, number: '1/TBD-TTPVHCC', applicant: person, request, askedAt: '2026-11-20T09:15:00+07:00', channel: 'trực tiếp', reason: 'Không còn nhu cầu xây dựng',
    stage: 'Đang thẩm định', papersBack: 'Trả lại 02 giấy tờ bản chính', feesBack: 'Chưa thu phí, lệ phí', officerName: 'Lê Văn Thử Nghiệm', ...about,
  };
}

/** An apology with nothing special about it. */
export function anApology(about: Partial<ApologyAndExtensionView> = {}): ApologyAndExtensionView {
  return {
    ...head, superior: null, office: 'Ủy ban nhân dân phường Tân An', number: '5/PXL', applicant: person, request,
    receivedBy: 'Trung tâm Phục vụ hành chính công phường Tân An', receivedAt: '2026-11-19T15:40:00+07:00', owedAt: '2026-11-30T15:20:00+07:00',
    reason: 'Chờ ý kiến của cơ quan quản lý di tích về ranh giới thửa đất', newReturnAt: '2026-12-04T16:00:00+07:00', signatory: { onBehalf: 'TM. ỦY BAN NHÂN DÂN', inPlaceOf: 'KT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH', name: 'Phạm Văn Ví Dụ' }, ...about,
  };
}

/** A book with two entries. */
export function aTrackingBook(about: Partial<TrackingBookView> = {}): TrackingBookView {
  return {
    superior: head.superior, office: head.office, number: '11-2026/STD', place: head.place, issuedAt: '2026-11-30T17:00:00+07:00', demonstration: true, year: 2026, month: 11, isCut: false,
    entries: [
      { number: '975/TTPVHCC', code: head.dossierCode, procedure: request, name: person.name, contact: `${person.address}, ${person.phone}`, solvingAgency: 'Ủy ban nhân dân phường Tân An',
        receivedAt: '2026-11-19T15:40:00+07:00', owedAt: '2026-11-30T15:20:00+07:00', returnedAt: '2026-11-30T09:12:00+07:00', returnWay: 'counter', receivedBy: person.name },
      { number: '976/TTPVHCC', code: 'H15.50.05.13-261119-0976', procedure: 'Đăng ký khai sinh', name: 'Trần Văn Giả Định', contact: 'Phường Tân An, 0900 000 043', solvingAgency: 'Ủy ban nhân dân phường Tân An',
        receivedAt: '2026-11-19T15:55:00+07:00', owedAt: '2026-11-20T11:30:00+07:00', returnedAt: null, returnWay: 'electronic', receivedBy: null },
    ],
    ...about,
  };
}
