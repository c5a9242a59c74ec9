// SPDX-License-Identifier: EUPL-1.2
import type { FieldFault } from '@motcua/http-kit';
import type { FastifySchemaValidationError } from 'fastify';

const labels: Readonly<Record<string, string>> = {
  'applicant': 'Chủ hồ sơ', 'submitter': 'Người nộp', 'name': 'Họ tên', 'personalId': 'Số định danh', 'phone': 'Số điện thoại', 'email': 'Thư điện tử', 'birthDate': 'Ngày sinh', 'address': 'Địa chỉ', 'text': 'Nội dung',
  'papers': 'Giấy tờ', 'reason': 'Lý do', 'reasons': 'Lý do', 'items': 'Nội dung bổ sung', 'what': 'Cần bổ sung', 'howToMend': 'Cách sửa', 'opinion': 'Ý kiến', 'question': 'Câu hỏi', 'agency': 'Cơ quan', 'hours': 'Số giờ',
  'amountVnd': 'Số tiền', 'receiptNumber': 'Số biên lai', 'receivedBy': 'Người nhận', 'procedure': 'Thủ tục', 'circumstance': 'Trường hợp', 'login': 'Tên đăng nhập', 'password': 'Mật khẩu', 'code': 'Mã', 'version': 'Phiên bản hồ sơ',
  'clientKey': 'Khóa của lần bấm', 'fee': 'Tiền', 'returnWay': 'Nơi nhận kết quả', 'answers': 'Tờ khai', 'q': 'Từ tìm', 'after': 'Vị trí trang', 'draft': 'Dự thảo', 'title': 'Tên văn bản', 'provisions': 'Nội dung văn bản',
  'receivingAgency': 'Nơi tiếp nhận', 'solvingAgency': 'Cơ quan giải quyết', 'returningAgency': 'Nơi trả kết quả', 'remark': 'Ghi chú', 'way': 'Cách', 'to': 'Bước trả về', 'content': 'Nội dung', 'limitOverride': 'Thời hạn', 'basis': 'Căn cứ', 'widthMm': 'Đường kính con dấu',
};

const vietnamese = /[\u00C0-\u1EF9]/u;

const number = (params: object, key: string): number | undefined => {
  const value: unknown = Object.entries(params).find(([name]) => name === key)?.[1];
  return typeof value === 'number' ? value : undefined;
};

/** What is wrong with a value, and what it must be; the schema's own words when they are Vietnamese already. */
function words({ keyword, message, params }: FastifySchemaValidationError): string {
  if (message !== undefined && vietnamese.test(message)) return message;
  const [minimum, maximum] = [number(params, 'minimum'), number(params, 'maximum')];
  switch (keyword) {
    case 'too_small': return minimum === 1 || minimum === undefined ? 'Chưa điền. Điền rồi gửi lại.' : `Ít nhất ${minimum}.`;
    case 'too_big': return maximum === undefined ? 'Dài hoặc lớn quá mức cho phép.' : `Nhiều nhất ${maximum.toLocaleString('vi-VN')}.`;
    case 'invalid_type': return 'Chưa điền hoặc sai kiểu. Điền lại.';
    case 'invalid_format': return 'Chưa đúng dạng. Kiểm tra rồi điền lại.';
    case 'invalid_value': case 'invalid_union': return 'Chọn một giá trị trong danh sách.';
    case 'unrecognized_keys': return 'Có mục không dùng. Bỏ mục đó rồi gửi lại.';
    default: return 'Chưa đúng. Kiểm tra rồi điền lại.';
  }
}

/** Every place of a request that is to be mended: path, name of the field, and words. */
export function fieldFaults(validation: readonly FastifySchemaValidationError[]): readonly FieldFault[] {
  return validation.map((issue) => {
    const parts = issue.instancePath.split('/').filter((part) => part !== '');
    const named = parts.map((part) => labels[part]).filter((label) => label !== undefined);
    const label = named.at(-1) ?? parts.at(-1) ?? 'Nội dung gửi lên';
    return { path: parts.join('.'), label, text: `${label}: ${words(issue)}` };
  });
}
