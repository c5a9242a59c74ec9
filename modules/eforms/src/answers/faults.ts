// SPDX-License-Identifier: EUPL-1.2
import type { Control, Fault, Field } from '../model.ts';

const chosen: readonly Control[] = ['choice', 'multi-choice', 'address', 'date'];

/** What to do about a control's own rule. */
const ofControl: Readonly<Record<Control, (label: string) => string>> = {
  text: (label) => `«${label}»: ghi bằng chữ.`,
  textarea: (label) => `«${label}»: ghi bằng chữ.`,
  date: (label) => `«${label}»: ghi ngày có thật theo thứ tự ngày/tháng/năm, ví dụ 01/02/1995.`,
  number: (label) => `«${label}»: chỉ ghi số, ví dụ 120 hoặc 85,5.`,
  money: (label) => `«${label}»: ghi số tiền bằng đồng, ví dụ 50.000.`,
  choice: (label) => `«${label}»: chọn một trong các lựa chọn có sẵn.`,
  'multi-choice': (label) => `«${label}»: chỉ chọn trong các lựa chọn có sẵn.`,
  checkbox: (label) => `«${label}»: đánh dấu hoặc để trống.`,
  address: (label) => `«${label}»: chọn đủ tỉnh, xã rồi ghi số nhà, đường, thôn hoặc tổ dân phố.`,
  person: (label) => `«${label}»: ghi họ tên và số định danh gồm đúng 12 chữ số; ngày sinh nếu có thì ghi ngày/tháng/năm.`,
  organisation: (label) => `«${label}»: ghi tên và mã số gồm 10, 12 hoặc 13 chữ số.`,
  'personal-id': (label) => `«${label}» gồm đúng 12 chữ số. Ông/bà xem lại trên thẻ căn cước.`,
  phone: (label) => `«${label}» gồm 10 hoặc 11 chữ số, bắt đầu bằng số 0.`,
  email: (label) => `«${label}»: ghi đủ như ten@vidu.vn.`,
  repeat: (label) => `«${label}»: nhập lại từng mục.`,
};

/** What to do about a word of the schema. */
const ofKeyword: Readonly<Record<string, (label: string, limit: string) => string>> = {
  minLength: (label, limit) => `«${label}» quá ngắn, ghi ít nhất ${limit} ký tự.`,
  maxLength: (label, limit) => `«${label}» quá dài, rút lại còn nhiều nhất ${limit} ký tự.`,
  minimum: (label, limit) => `«${label}» phải từ ${limit} trở lên.`,
  exclusiveMinimum: (label, limit) => `«${label}» phải lớn hơn ${limit}.`,
  maximum: (label, limit) => `«${label}» phải từ ${limit} trở xuống.`,
  exclusiveMaximum: (label, limit) => `«${label}» phải nhỏ hơn ${limit}.`,
  multipleOf: (label, limit) => `«${label}» phải chia hết cho ${limit}.`,
  minItems: (label, limit) => `«${label}»: cần ít nhất ${limit} mục.`,
  maxItems: (label, limit) => `«${label}»: nhiều nhất ${limit} mục.`,
  uniqueItems: (label) => `«${label}» có mục trùng nhau, bỏ bớt một mục.`,
};

/** A field that must be answered and was not. */
export function missing(path: string, { label, control, faultText }: Field): Fault {
  if (faultText !== undefined) return { path, label, rule: 'required', text: faultText };
  if (control === 'checkbox') return { path, label, rule: 'required', text: `Đánh dấu vào ô «${label}» để tiếp tục.` };
  const act = chosen.includes(control) ? 'Chọn' : 'Ghi';
  return { path, label, rule: 'required', text: `${act} «${label}».` };
}

/** An answer that is not what its control takes. */
export function unreadable(path: string, { label, control, faultText }: Field): Fault {
  return { path, label, rule: control, text: faultText ?? ofControl[control](label) };
}

/** An answer the schema refuses. `limit` is the value of the keyword. */
export function against(path: string, { label, hint, control, faultText }: Field, { keyword, limit }: { readonly keyword: string; readonly limit: unknown }): Fault {
  const words = ofKeyword[keyword];
  const figure = typeof limit === 'number' ? limit.toLocaleString('vi-VN') : '';
  const fallback = hint === undefined ? ofControl[control](label) : `«${label}» chưa đúng cách ghi. ${hint}`;
  return { path, label, rule: keyword, text: faultText ?? (words === undefined ? fallback : words(label, figure)) };
}

/** A day on the wrong side of another. */
export function wrongSide(path: string, { label }: Field, { side, of }: { readonly side: 'notAfter' | 'notBefore'; readonly of: string }): Fault {
  const relation = side === 'notAfter' ? 'không được sau' : 'không được trước';
  return { path, label, rule: side, text: `«${label}» ${relation} ${of}. Ông/bà xem lại ngày đã ghi.` };
}
