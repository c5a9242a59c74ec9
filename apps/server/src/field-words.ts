// SPDX-License-Identifier: EUPL-1.2
import type { FieldFault } from '@motcua/http-kit';
import type { FastifySchemaValidationError } from 'fastify';
import { labelOf } from './field-labels.ts';

const vietnamese = /[\u00C0-\u1EF9]/u;

const formats: Readonly<Record<string, string>> = {
  date: 'Ghi ngày dạng ngày/tháng/năm, ví dụ 12/03/2026.', datetime: 'Ghi ngày và giờ, ví dụ 12/03/2026 08:30.', email: 'Ghi địa chỉ thư điện tử, ví dụ ten@vi-du.vn.',
};

const text = (params: object, key: string): string | undefined => {
  const value: unknown = Object.entries(params).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : undefined;
};

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
    case 'invalid_format': return formats[text(params, 'format') ?? ''] ?? 'Chưa đúng dạng. Kiểm tra rồi điền lại.';
    case 'invalid_value': case 'invalid_union': return 'Chọn một giá trị trong danh sách.';
    case 'unrecognized_keys': return 'Có mục không dùng. Bỏ mục đó rồi gửi lại.';
    default: return 'Chưa đúng. Kiểm tra rồi điền lại.';
  }
}

/** Every place of a request that is to be mended: path, name of the field as the screens say it, and words. `operation`: the operationId of the route. */
export function fieldFaults(operation: string | undefined, validation: readonly FastifySchemaValidationError[]): readonly FieldFault[] {
  return validation.map((issue) => {
    const parts = issue.instancePath.split('/').filter((part) => part !== '');
    const names = parts.filter((part) => !/^\d+$/u.test(part));
    const label = names.map((_, at) => labelOf(operation, names.slice(0, names.length - at))).find((found) => found !== undefined);
    return { path: parts.join('.'), label: label ?? 'Nội dung gửi lên', text: words(issue) };
  });
}
