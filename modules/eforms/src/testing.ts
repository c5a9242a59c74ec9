// SPDX-License-Identifier: EUPL-1.2
import type { Address, EformDefinition } from './model.ts';

/** A form with one field of every kind, and things hidden behind others. */
export function anEform(about: Partial<EformDefinition> = {}): EformDefinition {
  const text = { type: 'string', maxLength: 40 };
  return {
    key: 'thu-nghiem', version: 1, title: 'Tờ khai thử nghiệm',
    schema: {
      type: 'object', required: ['name', 'personalId', 'birthday', 'kind', 'reason', 'home', 'agreed', 'children', 'later'],
      properties: {
        name: { ...text, minLength: 2 }, personalId: { type: 'string' }, birthday: { type: 'string' }, until: { type: 'string' }, area: { type: 'number', exclusiveMinimum: 0 },
        fee: { type: 'integer', maximum: 1_000_000 }, kind: { type: 'string' }, reason: { type: 'string' }, uses: { type: 'array', maxItems: 2 }, home: { type: 'object' },
        phone: { type: 'string' }, email: { type: 'string' }, agreed: { type: 'boolean' }, code: { type: 'string', pattern: '^[A-Z]{2}$' }, later: { type: 'string' },
        children: { type: 'array', minItems: 1, items: { type: 'object', required: ['name', 'school'], properties: { name: text, atSchool: { type: 'boolean' }, school: text } } },
      },
    },
    display: { sections: [
      { title: 'Người khai', fields: [
        { name: 'name', control: 'text', label: 'Họ và tên' },
        { name: 'personalId', control: 'personal-id', label: 'Số định danh cá nhân' },
        { name: 'birthday', control: 'date', label: 'Ngày sinh', notAfter: { name: 'today', words: 'ngày hôm nay' } },
        { name: 'until', control: 'date', label: 'Đến ngày', notBefore: { name: 'birthday', words: 'ngày sinh' } },
        { name: 'home', control: 'address', label: 'Nơi cư trú' },
        { name: 'phone', control: 'phone', label: 'Số điện thoại' },
        { name: 'email', control: 'email', label: 'Thư điện tử' },
      ] },
      { title: 'Nội dung', fields: [
        { name: 'kind', control: 'choice', label: 'Loại', options: [{ value: 'new', label: 'Cấp mới' }, { value: 'again', label: 'Cấp lại' }] },
        { name: 'reason', control: 'textarea', label: 'Lý do cấp lại', visibleWhen: { field: 'kind', is: 'again' } },
        { name: 'uses', control: 'multi-choice', label: 'Mục đích', options: [{ value: 'a', label: 'Học tập' }, { value: 'b', label: 'Làm việc' }, { value: 'c', label: 'Khác' }] },
        { name: 'area', control: 'number', label: 'Diện tích' },
        { name: 'fee', control: 'money', label: 'Số tiền' },
        { name: 'code', control: 'text', label: 'Ký hiệu', hint: 'Gồm hai chữ in hoa.' },
        { name: 'later', control: 'text', label: 'Bổ sung tại quầy', soft: true },
        { name: 'children', control: 'repeat', label: 'Con', entryLabel: 'Người con', visibleWhen: { not: { field: 'kind', is: 'new' } }, fields: [
          { name: 'name', control: 'text', label: 'Tên con' },
          { name: 'atSchool', control: 'checkbox', label: 'Đang đi học' },
          { name: 'school', control: 'text', label: 'Tên trường', visibleWhen: { all: [{ field: 'atSchool', is: true }, { field: 'kind', is: 'again' }] } },
        ] },
        { name: 'agreed', control: 'checkbox', label: 'Tôi cam đoan' },
      ] },
    ] },
    ...about,
  };
}

/** An address of the new, two-level kind. */
export const anAddress: Address = { province: '66', provinceName: 'Tỉnh Đắk Lắk', commune: '24121', communeName: 'Phường Tân An', street: 'Số 12 đường Lê Duẩn' };
