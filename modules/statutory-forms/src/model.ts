// SPDX-License-Identifier: EUPL-1.2
/** What every paper of the one-stop shop has at its head and foot. Instants are ISO 8601 texts with an offset. */
export type PaperHead = {
  /** ĐƠN VỊ CHỦ QUẢN, such as «UBND tỉnh Đắk Lắk»; printed in capitals. Null when the office has none above it. */
  readonly superior: string | null;
  /** The office that issues the paper, such as «Trung tâm Phục vụ hành chính công phường Tân An»; printed in capitals. */
  readonly office: string;
  /** What follows «Số: », whole, such as «975/TTPVHCC». */
  readonly number: string;
  /** Địa danh, such as «Tân An». */
  readonly place: string;
  readonly issuedAt: string;
  readonly dossierCode: string;
  /** The address the QR code leads to; null leaves the code out. */
  readonly verifyUrl: string | null;
  /** Prints «BẢN TRÌNH DIỄN» across the paper. */
  readonly demonstration: boolean;
};

/** A person or organisation as printed; an empty text leaves the dots of the form. */
export type PaperPerson = {
  readonly name: string;
  /** Số định danh cá nhân/tổ chức. */
  readonly identifier: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
};

/** Người ủy quyền, with the paper that proves it. */
export type PaperRepresentative = PaperPerson & { readonly document: string };

/** One line of «Ngày hẹn được tính thế nào». */
export type ExplanationLine = {
  readonly from: string;
  readonly to: string;
  readonly counted: boolean;
  /** «Đã tính 1 ngày 3 giờ 10 phút», «Nghỉ cuối tuần». */
  readonly text: string;
  /** The rule's source, such as «Điều 17 Nghị định 118/2025/NĐ-CP»; null when the line needs none. */
  readonly source: string | null;
};

/** Mẫu 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export type IntakeReceiptView = PaperHead & {
  /** The unit that received, such as «Quầy 3, Trung tâm Phục vụ hành chính công phường Tân An». */
  readonly receivedBy: string;
  readonly applicant: PaperPerson;
  readonly representative: PaperRepresentative | null;
  /** Nội dung yêu cầu giải quyết: the procedure's name. */
  readonly request: string;
  /** Thành phần hồ sơ nộp, in order. */
  readonly papers: readonly string[];
  /** Số lượng hồ sơ (bộ). */
  readonly copies: number;
  /** «05 ngày làm việc». */
  readonly timeLimit: string;
  readonly receivedAt: string;
  /** Null when the clock has not started yet: the competent agency has not received it. */
  readonly returnAt: string | null;
  /** Printed after the time of return; «Tạm tính, sẽ báo lại khi cơ quan giải quyết nhận hồ sơ». */
  readonly returnNote: string | null;
  /** Đăng ký nhận kết quả tại. */
  readonly returnPlace: string;
  readonly book: { readonly volume: string; readonly entry: string } | null;
  readonly submitterName: string;
  readonly officerName: string;
  /** Phí, lệ phí line by line with the sum in words; null where nothing was worked out. */
  readonly fees?: { readonly lines: readonly string[]; readonly total: string } | null;
  /** What stands on the second page; null leaves the page out. */
  readonly explanation: { readonly lines: readonly ExplanationLine[]; readonly summary: string | null } | null;
};

/** A row of the control slip: one party hands over, the other receives. */
export type HandOver = {
  readonly from: { readonly unit: string; readonly person: string };
  readonly to: { readonly unit: string; readonly person: string };
  readonly at: string;
  /** What the receiver entered; null while not known. */
  readonly outcome: 'early' | 'on-time' | 'overdue' | null;
  readonly note: string;
};

/** Mẫu 06: Phiếu kiểm soát quá trình giải quyết hồ sơ. */
export type ControlSlipView = PaperHead & {
  readonly solvingUnit: string;
  readonly coordinatingUnits: readonly string[];
  readonly receivedAt: string;
  readonly returnAt: string | null;
  readonly handOvers: readonly HandOver[];
};

/** Mẫu 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
export type SupplementRequestView = PaperHead & {
  readonly applicant: PaperPerson;
  readonly request: string;
  /** What is to be completed, in order. */
  readonly items: readonly string[];
  readonly reason: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly guideName: string;
};

/** Mẫu 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ. */
export type IntakeRefusalView = PaperHead & {
  readonly applicant: PaperPerson;
  readonly request: string;
  readonly reasons: readonly string[];
  readonly submitterName: string;
  readonly officerName: string;
};

/** Mẫu 04: Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết. `office` is the agency that solves. */
export type ApologyAndExtensionView = PaperHead & {
  readonly applicant: PaperPerson;
  readonly request: string;
  /** The office that received the dossier. */
  readonly receivedBy: string;
  readonly receivedAt: string;
  /** The time that was promised. */
  readonly owedAt: string;
  readonly reason: string;
  readonly newReturnAt: string;
  /** An empty title prints the words of the form. */
  readonly signatory: SignatoryView;
};

/** Mẫu 05: Thông báo dừng giải quyết hồ sơ. */
export type StopNoticeView = PaperHead & {
  readonly applicant: PaperPerson;
  readonly request: string;
  readonly askedAt: string;
  /** «trực tiếp», «trực tuyến». */
  readonly channel: string;
  readonly reason: string;
  /** Giai đoạn giải quyết when it was stopped. */
  readonly stage: string;
  /** What happens to the papers handed in. */
  readonly papersBack: string;
  /** What happens to fees already paid, with its legal basis. */
  readonly feesBack: string;
  readonly officerName: string;
};

/** Who signs a result or a paper of the head. */
export type SignatoryView = {
  /** «TM. ỦY BAN NHÂN DÂN»; null when the head signs for himself. */
  readonly onBehalf: string | null;
  /** «KT. CHỦ TỊCH», «TL. CHỦ TỊCH», «TUQ. …»; null for none. */
  readonly inPlaceOf: string | null;
  /** «PHÓ CHỦ TỊCH». */
  readonly title: string;
  readonly name: string;
};

/** A result (kết quả giải quyết) as a document of NĐ 30/2020. */
export type ResultView = {
  readonly superior: string | null;
  readonly agency: string;
  /** Number and symbol, «128/GP-UBND»; empty leaves the dots for the records clerk. */
  readonly number: string;
  readonly place: string;
  /** The day it is issued; null leaves «ngày … tháng … năm …». */
  readonly issuedAt: string | null;
  readonly dossierCode: string;
  /** Kind of document in capitals, «GIẤY PHÉP», «QUYẾT ĐỊNH», «TRÍCH LỤC». */
  readonly kind: string;
  /** What it is about, from the procedure's result name. */
  readonly title: string;
  /** Who it is issued to. */
  readonly applicant: PaperPerson;
  /** «Căn cứ …», one per line. */
  readonly grounds: readonly string[];
  /** What is granted or certified: label and value, from the answers of the e-form. */
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** Closing articles or sentences. */
  readonly provisions: readonly string[];
  /** Nơi nhận. */
  readonly recipients: readonly string[];
  readonly signatory: SignatoryView;
  readonly verifyUrl: string | null;
  readonly demonstration: boolean;
  /** The moment of printing, written into the file. */
  readonly printedAt: string;
};

/** Bảng đối chiếu giấy bảo an: per series, sheets left before, received, used, spoiled and left. Days are ISO 8601, inclusive. */
export type SheetReconciliationView = PaperHead & {
  readonly from: string; readonly to: string; readonly keeper: string;
  readonly lines: readonly { readonly series: string; readonly before: number; readonly received: number; readonly used: number; readonly spoiled: number; readonly left: number }[];
};

/** Phiếu bàn giao hồ sơ giấy: what goes from one agency to another. */
export type HandOverNoteView = PaperHead & {
  readonly from: string; readonly to: string; readonly handedOverBy: string; readonly receivedBy: string;
  /** How each side confirms: by a signature, or by the act alone. */
  readonly giverNote: string; readonly receiverNote: string;
  /** `stay`: papers that were digitised and do not go. */
  readonly lines: readonly { readonly code: string; readonly procedure: string; readonly applicant: string; readonly count: number; readonly stay: number }[];
};

/** Giấy trả lại bản chính: papers handed in that went back. `slip`: number of the postal item; null: given back on the spot. */
export type OriginalReturnView = PaperHead & {
  readonly applicant: PaperPerson; readonly request: string; readonly receivedBy: string; readonly slip: string | null; readonly remark: string | null; readonly officerName: string;
  readonly papers: readonly { readonly name: string; readonly label: string; readonly originals: number; readonly copies: number }[];
};

/** Biên bản kiểm tra, xác minh. `office` is the agency that solves. */
export type CheckMinutesView = PaperHead & {
  /** At the place itself, or papers and data compared. */
  readonly onSite: boolean;
  readonly applicant: PaperPerson; readonly request: string;
  readonly heldAt: string;
  /** Where it was held; `place` is the địa danh of the head. */
  readonly venue: string; readonly participants: string; readonly content: string; readonly findings: string; readonly conclusion: string;
  readonly applicantAttends: boolean; readonly recorderName: string;
};

/** Phiếu chuyển xử lý: what each agency is to do in a dossier handled together, and by when. `office` is the shop that fixes the order. */
export type ForwardingSlipView = PaperHead & {
  readonly lead: string; readonly applicant: PaperPerson; readonly request: string; readonly receivedAt: string; readonly returnAt: string | null;
  /** In order; `deadline` in words, `outcome` empty while nothing came back. */
  readonly rows: readonly { readonly agency: string; readonly work: string; readonly deadline: string; readonly outcome: string }[];
};

/** Bảng kê giao kết quả qua bưu chính: the parcels one enterprise takes at once. */
export type PostalListView = PaperHead & {
  readonly from: string; readonly enterprise: string; readonly handedOverBy: string;
  readonly lines: readonly { readonly code: string; readonly slip: string; readonly name: string; readonly address: string; readonly payer: 'applicant' | 'agency' }[];
};

type PostalParty = { readonly name: string; readonly address: string; readonly phone: string };
/** Phiếu gửi: what goes on the parcel of one dossier. */
export type PostalSlipView = PaperHead & { readonly sender: PostalParty; readonly receiver: PostalParty; readonly enterprise: string; readonly slip: string; readonly payer: 'applicant' | 'agency'; readonly content: string };

/** Mẫu 07: Sổ theo dõi hồ sơ, for a year or one of its months. */
export type TrackingBookView = Pick<PaperHead, 'superior' | 'office' | 'number' | 'place' | 'issuedAt' | 'demonstration'> & {
  readonly year: number;
  readonly month: number | null;
  readonly entries: readonly {
    readonly number: string; readonly code: string; readonly procedure: string; readonly name: string; readonly contact: string; readonly solvingAgency: string;
    readonly receivedAt: string; readonly owedAt: string | null; readonly returnedAt: string | null; readonly returnWay: 'counter' | 'post' | 'electronic'; readonly receivedBy: string | null;
  }[];
  /** More entries than fit one printing. */
  readonly isCut: boolean;
};
