// SPDX-License-Identifier: EUPL-1.2

import { escalationRoles } from './escalation.ts';
import { numberedDocuments, seriesClash, seriesFaults } from './document-numbers.ts';

/** The dated tables an administrator keeps (bảng có ngày hiệu lực). */
export const datedTableNames = ['periods', 'supplement-reasons', 'late-causes', 'paper-rules', 'on-site-targets', 'deemed-consent', 'deemed-outcomes', 'second-person', 'number-series', 'escalation-rules', 'retention-rules', 'digitising-rules', 'certified-copies', 'digitising-fees', 'security-papers', 'register-papers', 'register-codes', 'travel-rules', 'hand-over-signing', 'check-alarms', 'identity-papers'] as const;
export type DatedTableName = (typeof datedTableNames)[number];

/** A column as people fill it in; the first of a table names the row. `choices`: value and words; of fields they are those of the catalogue. */
export type DatedColumn = {
  readonly name: string; readonly label: string; readonly kind: 'text' | 'long' | 'number' | 'whole' | 'hour' | 'choice' | 'yes' | 'procedure' | 'agency' | 'field'; readonly optional?: boolean; readonly hint?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** The column whose number this is the unit of: read together. */
  readonly unitOf?: string;
};

type Fault = { readonly column: string; readonly text: string };

/** One dated table: what it is called, which of its columns say «the same rule», where its source stands, and what a row must keep to. */
export type DatedTable = {
  readonly title: string; readonly about: string; readonly relation: string;
  /** Rows equal in these follow one another: a later one ends the one before. */
  readonly key: readonly string[]; readonly source: 'legal' | 'basis' | 'source'; readonly isSourceNeeded: boolean; readonly columns: readonly DatedColumn[];
  /** What does not fit together, by column; values are as typed. */
  readonly faults?: (values: Readonly<Record<string, string>>) => readonly Fault[];
  /** What keeps a row from standing beside others of the table that have not ended. */
  readonly clash?: (values: Readonly<Record<string, string>>, others: readonly Readonly<Record<string, string>>[]) => readonly Fault[];
};

const procedure: DatedColumn = { name: 'procedure_code', label: 'Thủ tục', kind: 'procedure', optional: true, hint: 'Để trống: áp dụng cho mọi thủ tục không có dòng riêng.' };
const sort: DatedColumn = { name: 'sort', label: 'Thứ tự', kind: 'whole' };

const periodUnits = [
  { value: 'hour', label: 'giờ' }, { value: 'working-hour', label: 'giờ làm việc' }, { value: 'working-day', label: 'ngày làm việc' }, { value: 'calendar-day', label: 'ngày' }, { value: 'share', label: 'phần của thời hạn' },
];

const periodNames = [
  { value: 'answer-online-filing', label: 'Trả lời hồ sơ nộp trực tuyến' }, { value: 'alert-intake', label: 'Nhắc khi hồ sơ trực tuyến chưa ai xem' }, { value: 'return-after-appraisal', label: 'Yêu cầu bổ sung sau thẩm định' },
  { value: 'complete-after-appraisal', label: 'Người nộp bổ sung sau thẩm định' }, { value: 'apology-before-due', label: 'Xin lỗi, gia hạn trước ngày hẹn' }, { value: 'due-soon', label: 'Sắp đến hạn' }, { value: 'keep-draft', label: 'Giữ bản đang soạn' }, { value: 'enter-later', label: 'Ghi lại việc đã làm trên giấy' }, { value: 'close-after-intake', label: 'Đóng hồ sơ chờ bổ sung trước khi tiếp nhận' }, { value: 'post-record-age', label: 'Biên bản bàn giao bưu gửi cũ nhất còn nhận' }, { value: 'acknowledge-transfer', label: 'Xác nhận đã nhận hồ sơ chuyển đến' }, { value: 'mandate-without-term', label: 'Giấy ủy quyền không ghi thời hạn' }, { value: 'renew-stamp', label: 'Gia hạn dấu thời gian trên giấy đã ký, trước khi hết hạn' }, { value: 'keep-list-looks', label: 'Giữ nhật ký xem danh sách' }, { value: 'register-answer-serves', label: 'Câu trả lời của đăng ký doanh nghiệp còn dùng cho lần nộp' }, { value: 'return-originals', label: 'Trả hết bản chính sau khi hồ sơ kết thúc' },
];

const copiedPaperChoices = [
  { value: 'result', label: 'Kết quả giải quyết' }, { value: 'receipt', label: 'Giấy tiếp nhận và hẹn trả' }, { value: 'supplement-request', label: 'Phiếu yêu cầu bổ sung' }, { value: 'refusal', label: 'Phiếu từ chối' }, { value: 'stop-notice', label: 'Thông báo dừng giải quyết' }, { value: 'extension', label: 'Văn bản xin lỗi, gia hạn' },
];

const kindCode = /^[A-Z0-9][A-Z0-9.-]{1,38}[A-Z0-9]$/u;
const isShare = (values: Readonly<Record<string, string>>, column: string): boolean => Number(values[column]) > 0 && Number(values[column]) < 1;

/** The dated tables, by name. Numbers of the law are rows of these, never constants. */
export const datedTables: Readonly<Record<DatedTableName, DatedTable>> = {
  'periods': {
    title: 'Thời gian theo luật và của nơi cài đặt', about: 'Hạn trả lời, hạn bổ sung, lúc nhắc. Việc đã làm giữ mốc đã tính; việc làm từ ngày hiệu lực tính theo dòng mới.', relation: 'dossiers.period', key: ['key', 'procedure_code'],
    source: 'legal', isSourceNeeded: false,
    columns: [{ name: 'key', label: 'Khoảng thời gian', kind: 'choice', choices: periodNames }, procedure, { name: 'value', label: 'Bao lâu', kind: 'number' }, { name: 'unit', label: 'Đơn vị', kind: 'choice', choices: periodUnits, unitOf: 'value' }],
    faults: (values) => {
      if ((values['key'] === 'due-soon') !== (values['unit'] === 'share')) return [{ column: 'unit', text: '«Sắp đến hạn» tính bằng phần của thời hạn; khoảng khác tính bằng giờ hoặc ngày.' }];
      if (values['key'] === 'post-record-age' && values['unit'] !== 'calendar-day') return [{ column: 'unit', text: 'Tuổi của biên bản bàn giao tính bằng ngày.' }];
      if (values['key'] === 'renew-stamp' && values['unit'] !== 'calendar-day') return [{ column: 'unit', text: 'Lúc gia hạn dấu thời gian tính bằng ngày.' }];
      if (values['key'] === 'keep-list-looks' && (values['unit'] !== 'calendar-day' || Number(values['value']) < 90)) return [{ column: 'value', text: 'Nhật ký xem danh sách giữ ít nhất 90 ngày, tính bằng ngày.' }];
      if (values['key'] === 'register-answer-serves' && values['unit'] !== 'hour') return [{ column: 'unit', text: 'Câu trả lời của cơ sở dữ liệu dùng được tính bằng giờ.' }];
      if (values['key'] === 'return-originals' && values['unit'] !== 'calendar-day') return [{ column: 'unit', text: 'Thời gian trả hết bản chính tính bằng ngày.' }];
      return values['unit'] === 'share' && !isShare(values, 'value') ? [{ column: 'value', text: 'Phần của thời hạn lớn hơn 0 và nhỏ hơn 1. Ví dụ 0,2.' }] : [];
    },
  },
  'supplement-reasons': {
    title: 'Lý do bổ sung thường gặp', about: 'Cán bộ chọn khi yêu cầu bổ sung; lời viết cho người nộp, kèm cách sửa.', relation: 'dossiers.supplement_reason', key: ['procedure_code', 'what'], source: 'basis', isSourceNeeded: false,
    columns: [{ name: 'what', label: 'Thiếu gì', kind: 'text' }, { name: 'how_to_mend', label: 'Cách sửa', kind: 'long' }, procedure, sort],
  },
  'late-causes': {
    title: 'Nguyên nhân trễ', about: 'Cán bộ chọn khi làm bước quá hạn. Sổ giữ lời đã chọn.', relation: 'dossiers.late_cause', key: ['code'], source: 'legal', isSourceNeeded: false,
    columns: [{ name: 'words', label: 'Nguyên nhân', kind: 'text' }, { name: 'needs_note', label: 'Phải ghi thêm một câu', kind: 'yes' }, sort, { name: 'code', label: 'Mã', kind: 'text', hint: 'Chữ thường không dấu, gạch nối. Giữ mã cũ nếu chỉ sửa lời.' }],
    faults: ({ code = '' }) => (/^[a-z]+(-[a-z]+)*$/u.test(code) ? [] : [{ column: 'code', text: 'Mã gồm chữ thường không dấu, cách nhau bằng gạch nối. Ví dụ other-agency.' }]),
  },
  'paper-rules': {
    title: 'Hạn chuyển giấy đến cơ quan giải quyết', about: 'Giấy nhận tại quầy phải đi lúc nào. Hồ sơ đã tiếp nhận giữ hạn đã tính.', relation: 'dossiers.paper_hand_over_rule', key: ['kind'], source: 'legal', isSourceNeeded: true,
    columns: [
      { name: 'kind', label: 'Trường hợp', kind: 'choice', choices: [{ value: 'ordinary', label: 'Trong địa bàn' }, { value: 'elsewhere', label: 'Nộp ngoài địa bàn' }] }, { name: 'cutoff', label: 'Nhận sau giờ này thì chuyển hôm sau', kind: 'hour', optional: true, hint: 'Trong địa bàn: bắt buộc. Ví dụ 15:00.' },
      { name: 'opening_minutes', label: 'Đầu giờ kéo dài (phút)', kind: 'whole', optional: true, hint: 'Trong địa bàn: bắt buộc.' }, { name: 'working_minutes', label: 'Phải chuyển trong (phút làm việc)', kind: 'whole', optional: true, hint: 'Ngoài địa bàn: bắt buộc. Một ngày làm việc là 480 phút.' },
    ],
    faults: (values) => {
      const needed = values['kind'] === 'ordinary' ? ['cutoff', 'opening_minutes'] : ['working_minutes'];
      const left = ['cutoff', 'opening_minutes', 'working_minutes'].filter((column) => !needed.includes(column) && (values[column] ?? '') !== '');
      return [
        ...needed.filter((column) => (values[column] ?? '') === '').map((column) => ({ column, text: 'Trường hợp này cần ghi ô này.' })), ...left.map((column) => ({ column, text: 'Trường hợp này để trống ô này.' })),
      ];
    },
  },
  'travel-rules': {
    title: 'Giấy đã số hóa có chuyển bản giấy không', about: 'Giấy chưa số hóa luôn chuyển bản giấy. Giấy đã số hóa: theo dòng của loại giấy, rồi dòng của thủ tục, rồi dòng chung; không có dòng thì chuyển. Giấy đã giao giữ như lúc giao.', relation: 'dossiers.paper_travel_rule', key: ['kind_code', 'procedure_code'], source: 'legal', isSourceNeeded: true,
    columns: [
      { name: 'travels', label: 'Vẫn chuyển bản giấy', kind: 'yes' }, { name: 'kind_code', label: 'Loại giấy', kind: 'text', optional: true, hint: 'Mã trong danh mục giấy tờ chuẩn. Để trống: mọi loại. Ví dụ KQ.G15.000031.' }, procedure,
    ],
    faults: ({ kind_code: code = '' }) => (code === '' || kindCode.test(code) ? [] : [{ column: 'kind_code', text: 'Mã gồm chữ hoa không dấu, số, dấu chấm, gạch nối. Ví dụ KQ.G15.000031.' }]),
  },
  'hand-over-signing': {
    title: 'Ký số phiếu bàn giao giấy', about: 'Cán bộ không có khóa ký số có được giao, nhận giấy bằng việc ghi trên hệ thống không. Phiếu đã giao giữ nguyên.', relation: 'dossiers.hand_over_signing_rule', key: [], source: 'legal', isSourceNeeded: true,
    columns: [{ name: 'signing', label: 'Ký số', kind: 'choice', choices: [{ value: 'if-able', label: 'Có khóa thì ký, không có thì việc trên hệ thống xác nhận' }, { value: 'required', label: 'Bắt buộc: không có khóa thì không giao, không nhận' }] }],
  },
  'check-alarms': {
    title: 'Giấy bị kiểm tra nhiều lần', about: 'Một giấy được kiểm tra quá số lần này trong 24 giờ thì nơi cấp được nhắc hỏi vì sao. Giấy đã hết giá trị mà còn bị đem kiểm tra luôn được nhắc. Không có dòng: chỉ nhắc giấy hết giá trị.', relation: 'dossiers.check_alarm_rule', key: [], source: 'legal', isSourceNeeded: true,
    columns: [{ name: 'many_in_day', label: 'Quá bao nhiêu lần trong 24 giờ', kind: 'whole', hint: 'Ví dụ 10: lần thứ 11 thì nhắc.' }],
    faults: ({ many_in_day: many = '' }) => (Number(many) >= 1 && Number(many) <= 10_000 ? [] : [{ column: 'many_in_day', text: 'Từ 1 đến 10.000 lần.' }]),
  },
  'identity-papers': {
    title: 'Giấy tờ tùy thân', about: 'Loại giấy chứng minh một người là ai: cán bộ chỉ xem bản sao có dấu mờ ghi ai xem, để làm gì.', relation: 'dossiers.identity_paper', key: ['kind_code'], source: 'basis', isSourceNeeded: true,
    columns: [{ name: 'kind_code', label: 'Loại giấy', kind: 'text', hint: 'Mã trong danh mục giấy tờ chuẩn. Ví dụ KQ.G01.000023.' }],
    faults: ({ kind_code: code = '' }) => (kindCode.test(code) ? [] : [{ column: 'kind_code', text: 'Mã gồm chữ hoa không dấu, số, dấu chấm, gạch nối. Ví dụ KQ.G01.000023.' }]),
  },
  'on-site-targets': {
    title: 'Chỉ tiêu «5 tại chỗ»', about: 'Phần thủ tục của mỗi cơ quan phải làm trọn tại Trung tâm, theo giai đoạn.', relation: 'dossiers.on_site_target', key: [], source: 'source', isSourceNeeded: true,
    columns: [{ name: 'share', label: 'Phần thủ tục', kind: 'number', hint: 'Lớn hơn 0, nhiều nhất 1. Ví dụ 0,3 là 30 %.' }, { name: 'strict', label: 'Phải hơn, không chỉ bằng', kind: 'yes' }],
    faults: (values) => (isShare(values, 'share') || Number(values['share']) === 1 ? [] : [{ column: 'share', text: 'Phần thủ tục lớn hơn 0 và nhiều nhất là 1. Ví dụ 0,3.' }]),
  },
  'deemed-consent': {
    title: 'Im lặng coi là đồng ý khi lấy ý kiến', about: 'Chỉ những thủ tục mà văn bản quy định. Không có dòng: cơ quan được hỏi im lặng không phải là đồng ý.', relation: 'dossiers.deemed_consent', key: ['procedure_code'], source: 'legal', isSourceNeeded: true,
    columns: [{ name: 'procedure_code', label: 'Thủ tục', kind: 'procedure' }],
  },
  'second-person': {
    title: 'Thay đổi sau tiếp nhận cần người thứ hai', about: 'Có dòng: thay đổi loại ấy của hồ sơ đã tiếp nhận chỉ có hiệu lực khi một người khác xác nhận. Không có dòng: có hiệu lực ngay.', relation: 'dossiers.second_person_rule', key: ['kind'], source: 'legal', isSourceNeeded: true,
    columns: [{ name: 'kind', label: 'Thay đổi gì', kind: 'choice', choices: [{ value: 'identity', label: 'Chủ hồ sơ là ai (tên, số định danh, ngày sinh, địa chỉ)' }, { value: 'answers', label: 'Nội dung tờ khai' }] }],
  },
  'deemed-outcomes': {
    title: 'Quá ngày hẹn coi là chấp thuận hoặc từ chối', about: 'Chỉ những thủ tục mà văn bản quy định. Không có dòng: quá ngày hẹn là trễ, không có nghĩa gì khác.', relation: 'dossiers.deemed_outcome', key: ['procedure_code'], source: 'legal', isSourceNeeded: true,
    columns: [{ name: 'procedure_code', label: 'Thủ tục', kind: 'procedure' }, { name: 'outcome', label: 'Im lặng có nghĩa là', kind: 'choice', choices: [{ value: 'approval', label: 'Chấp thuận' }, { value: 'refusal', label: 'Từ chối' }] }],
  },
  'escalation-rules': {
    title: 'Nhắc lên cấp trên', about: 'Hồ sơ gần đến hẹn hoặc quá hẹn thì báo ai. Mỗi dòng báo một lần cho mỗi ngày hẹn; hồ sơ đang tạm dừng tính thời gian thì không báo. Dòng riêng của thủ tục thay dòng chung.', relation: 'dossiers.escalation_rule',
    key: ['timing', 'to_role', 'procedure_code'], source: 'legal', isSourceNeeded: false,
    columns: [
      { name: 'timing', label: 'Lúc nào', kind: 'choice', choices: [{ value: 'before', label: 'Trước ngày hẹn' }, { value: 'after', label: 'Sau ngày hẹn' }] }, { name: 'value', label: 'Bao lâu', kind: 'number' },
      { name: 'unit', label: 'Đơn vị', kind: 'choice', choices: [{ value: 'working-hour', label: 'giờ làm việc' }, { value: 'working-day', label: 'ngày làm việc' }], unitOf: 'value' },
      { name: 'to_role', label: 'Báo cho', kind: 'choice', choices: Object.entries(escalationRoles).map(([value, label]) => ({ value, label })) }, procedure,
    ],
    faults: ({ value = '', unit }) => (Number(value) > (unit === 'working-day' ? 60 : 480) ? [{ column: 'value', text: 'Nhiều nhất 60 ngày làm việc.' }] : []),
  },
  'retention-rules': {
    title: 'Thời hạn bảo quản và nộp lưu', about: 'Hồ sơ kết thúc được giữ bao lâu, nộp vào lưu trữ trong bao lâu. Dòng của thủ tục thay dòng của lĩnh vực, dòng của lĩnh vực thay dòng chung. Hồ sơ theo dòng có hiệu lực ngày hồ sơ kết thúc.', relation: 'dossiers.retention_rule', key: ['procedure_code', 'field_code'],
    source: 'legal', isSourceNeeded: true,
    columns: [
      { name: 'keep_years', label: 'Bảo quản', kind: 'choice', choices: [...['2', '5', '10', '15', '20', '30', '50', '70'].map((value) => ({ value, label: `${value} năm` })), { value: 'permanent', label: 'Vĩnh viễn' }] },
      { name: 'hand_in_months', label: 'Nộp lưu trong (tháng)', kind: 'whole', hint: 'Từ ngày hồ sơ kết thúc. Ví dụ 12; xây dựng cơ bản 3.' },
      { ...procedure, hint: 'Để trống cả thủ tục và lĩnh vực: áp dụng cho mọi thủ tục không có dòng riêng.' }, { name: 'field_code', label: 'Lĩnh vực', kind: 'field', optional: true },
    ],
    faults: ({ hand_in_months: months = '', procedure_code: code = '', field_code: field = '' }) => [
      ...(Number(months) > 120 ? [{ column: 'hand_in_months', text: 'Nhiều nhất 120 tháng.' }] : []), ...(code !== '' && field !== '' ? [{ column: 'field_code', text: 'Đã chọn thủ tục thì để trống lĩnh vực.' }] : []),
    ],
  },
  'digitising-rules': {
    title: 'Giấy bắt buộc số hóa', about: 'Giấy là kết quả của một thủ tục thì bắt buộc số hóa, theo danh mục giấy tờ chuẩn; ở đây ghi loại giấy khác phải số hóa, hoặc loại được miễn. Dòng riêng của thủ tục thay dòng chung. Hồ sơ đã tiếp nhận giữ danh sách đã ghi.', relation: 'dossiers.digitising_rule',
    key: ['kind_code', 'procedure_code'], source: 'legal', isSourceNeeded: true,
    columns: [
      { name: 'kind_code', label: 'Loại giấy', kind: 'text', hint: 'Mã trong danh mục giấy tờ chuẩn. Ví dụ KQ.G15.000031.' },
      { name: 'class', label: 'Vì sao', kind: 'choice', choices: [{ value: 'earlier-result', label: 'Bắt buộc: kết quả của thủ tục trước' }, { value: 'participating-output', label: 'Bắt buộc: do cơ quan cùng giải quyết lập' }, { value: 'sector-law', label: 'Bắt buộc: pháp luật chuyên ngành quy định' }, { value: 'agency-need', label: 'Bắt buộc: cơ quan giải quyết cần' }, { value: 'on-request', label: 'Không bắt buộc, chỉ khi người nộp yêu cầu' }] }, procedure,
    ],
    faults: ({ kind_code: code = '' }) => (kindCode.test(code) ? [] : [{ column: 'kind_code', text: 'Mã gồm chữ hoa không dấu, số, dấu chấm, gạch nối. Ví dụ KQ.G15.000031.' }]),
  },
  'certified-copies': {
    title: 'Bản sao chứng thực điện tử', about: 'Thủ tục nào cho kết quả là bản sao chứng thực; bản sao vào kho của người yêu cầu với số, nơi cấp, ngày cấp của bản chính đã số hóa.', relation: 'dossiers.certified_copy_rule', key: ['procedure_code'], source: 'legal', isSourceNeeded: true,
    columns: [{ name: 'procedure_code', label: 'Mã thủ tục', kind: 'text', hint: 'Ví dụ 2.000815.' }, { name: 'valid_months', label: 'Dùng được (tháng)', kind: 'whole', optional: true, hint: 'Để trống: theo hạn của bản chính.' }],
    faults: ({ valid_months: months = '' }) => (months !== '' && (Number(months) < 1 || Number(months) > 1200) ? [{ column: 'valid_months', text: 'Từ 1 đến 1.200 tháng.' }] : []),
  },
  'register-papers': {
    title: 'Giấy do cơ sở dữ liệu trả lời thay', about: 'Cơ sở dữ liệu đã trả lời về người nộp thì không ai phải nộp giấy loại này. Chỉ tính thành phần đã xác nhận loại. Hồ sơ đã nộp giữ nguyên.', relation: 'dossiers.register_paper', key: ['kind_code'], source: 'legal', isSourceNeeded: true,
    columns: [
      { name: 'kind_code', label: 'Loại giấy', kind: 'text', hint: 'Mã trong danh mục giấy tờ chuẩn. Ví dụ KQ.G01.000062.' }, { name: 'register', label: 'Cơ sở dữ liệu', kind: 'choice', choices: [{ value: 'population', label: 'Cơ sở dữ liệu quốc gia về dân cư' }, { value: 'business', label: 'Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp' }] },
      { name: 'within_hours', label: 'Câu trả lời dùng được trong (giờ)', kind: 'whole', hint: 'Nhiều nhất 720 giờ.' },
    ],
    faults: ({ kind_code: code = '', within_hours: hours = '' }) => [
      ...(kindCode.test(code) ? [] : [{ column: 'kind_code', text: 'Mã gồm chữ hoa không dấu, số, dấu chấm, gạch nối. Ví dụ KQ.G01.000062.' }]), ...(Number(hours) > 720 ? [{ column: 'within_hours', text: 'Nhiều nhất 720 giờ.' }] : []),
    ],
  },
  'register-codes': {
    title: 'Mã của đăng ký doanh nghiệp', about: 'Loại hình và tình trạng mà cơ sở dữ liệu đăng ký doanh nghiệp trả lời bằng mã. Mã không có dòng nào thì màn hình nói là chưa rõ nghĩa. Câu trả lời đã giữ trong hồ sơ không đổi.', relation: 'dossiers.register_code', key: ['list_name', 'code'], source: 'legal', isSourceNeeded: true,
    columns: [
      { name: 'list_name', label: 'Danh mục', kind: 'choice', choices: [{ value: 'kind', label: 'Loại hình' }, { value: 'status', label: 'Tình trạng' }] }, { name: 'code', label: 'Mã', kind: 'text' }, { name: 'words', label: 'Nghĩa', kind: 'text' },
      { name: 'standing', label: 'Doanh nghiệp còn hoạt động', kind: 'choice', optional: true, choices: [{ value: 'active', label: 'Đang hoạt động' }, { value: 'limited', label: 'Tạm ngừng hoặc bị hạn chế' }, { value: 'ended', label: 'Không còn' }], hint: 'Chỉ của tình trạng.' },
    ],
    faults: ({ list_name: list = '', standing = '' }) => ((list === 'status') === (standing === '') ? [{ column: 'standing', text: list === 'status' ? 'Chọn doanh nghiệp ở tình trạng này còn hoạt động không.' : 'Để trống với loại hình.' }] : []),
  },
  'digitising-fees': {
    title: 'Phí số hóa theo yêu cầu', about: 'Người nộp yêu cầu số hóa giấy không bắt buộc thì thu bao nhiêu một trang. Không có dòng: không thu.', relation: 'dossiers.digitising_fee', key: [], source: 'legal', isSourceNeeded: true,
    columns: [{ name: 'page_vnd', label: 'Một trang (đồng)', kind: 'whole' }],
    faults: ({ page_vnd: page = '' }) => (Number(page) > 1_000_000 ? [{ column: 'page_vnd', text: 'Nhiều nhất 1.000.000 đồng một trang.' }] : []),
  },
  'security-papers': {
    title: 'Giấy in trên giấy bảo an', about: 'Giấy nào chỉ in trên tờ có số (phôi). Dòng riêng của thủ tục thay dòng chung. Không có dòng: in trên giấy thường. Bản đã in giữ nguyên.', relation: 'dossiers.security_paper_rule', key: ['paper', 'procedure_code'], source: 'legal', isSourceNeeded: true,
    columns: [{ name: 'paper', label: 'Giấy', kind: 'choice', choices: copiedPaperChoices }, { name: 'needed', label: 'Chỉ in trên giấy bảo an', kind: 'yes' }, procedure],
  },
  'number-series': {
    title: 'Dãy số văn bản', about: 'Số của kết quả và của giấy, phiếu viết thế nào, đếm chung với gì. Dòng của thủ tục trước dòng của cơ quan, rồi dòng chung. Mỗi năm đếm lại từ 1; số đã cấp không đổi.', relation: 'dossiers.number_series',
    key: ['document', 'agency_code', 'procedure_code'], source: 'basis', isSourceNeeded: false,
    columns: [
      { name: 'document', label: 'Văn bản', kind: 'choice', choices: Object.entries(numberedDocuments).map(([value, label]) => ({ value, label })) }, { name: 'agency_code', label: 'Cơ quan', kind: 'agency', optional: true, hint: 'Để trống: mọi cơ quan không có dòng riêng.' }, procedure,
      { name: 'pattern', label: 'Cách viết', kind: 'text', hint: '{số} là số thứ tự, {năm} là năm; kết quả còn có {ký hiệu} của quy trình. Ví dụ {số}/GP-UBND.' },
      { name: 'counter', label: 'Dãy đếm', kind: 'text', hint: 'Các văn bản cùng dãy đếm chung một số. Ví dụ giay-phep.' }, { name: 'digits', label: 'Ít nhất bao nhiêu chữ số', kind: 'whole', hint: 'Ghi 2 thì số 7 viết là 07.' },
    ],
    faults: seriesFaults, clash: seriesClash,
  },
};

/** A row between two others of the same rule, in days: it ends the day before the next one begins. */
export type Span = { readonly from: string; readonly through: string | null };

/**
 * The last day of a new row and of the one it follows, so that of the same rule one is in force on any day.
 *
 * @param rows - the rows of the same rule, in any order; none begins on `from`
 */
export function placed(rows: readonly Span[], from: string): { readonly through: string | null; readonly cut: { readonly from: string; readonly through: string } | null } {
  const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  const kept = rows.filter(({ from: begins, through }) => through === null || through >= begins);
  const next = kept.filter((row) => row.from > from).map((row) => row.from).toSorted()[0];
  const before = kept.filter((row) => row.from < from && (row.through === null || row.through >= from)).toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];
  return { through: next === undefined ? null : dayBefore(next), cut: before === undefined ? null : { from: before.from, through: dayBefore(from) } };
}

/** How a row stands on a day; one taken back before it began is past. */
export function standingOn({ from, through }: Span, day: string): 'in-force' | 'coming' | 'past' {
  if (through !== null && (through < day || through < from)) return 'past';
  return from > day ? 'coming' : 'in-force';
}
