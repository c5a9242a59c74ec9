// SPDX-License-Identifier: EUPL-1.2
import type { Answers, Condition, Control, EformDefinition, Field } from '../model.ts';
import { normaliseAnswers } from './normalise.ts';
import { validateAnswers } from './validate.ts';
import { visibleFields } from './visible.ts';

const place = { province: '66', provinceName: 'Tỉnh Đắk Lắk', commune: '24121', communeName: 'Phường Tân An', street: 'Số 12 đường Lê Duẩn' };
const name = 'Nguyễn Văn Mẫu';
// Of nobody: numbers of real people never begin like this.
const personalId = '000095012345';

const samples: Readonly<Record<Exclude<Control, 'choice' | 'multi-choice' | 'repeat' | 'text'>, unknown>> = {
  textarea: 'Nội dung trình bày mẫu.', date: '1995-02-01', number: 2, money: 2_000_000, checkbox: true, address: place,
  person: { name, personalId, birthDate: '1995-02-01' }, organisation: { name: 'Công ty TNHH Mẫu', number: '0000000000' },
  'personal-id': personalId, phone: '0900000123', email: 'nguoi.mau@vi-du.vn',
};

function textSample({ label, source }: Field): string {
  if (/họ|tên/iu.test(label) || source?.endsWith('Name') === true) return name;
  if (/quốc tịch/iu.test(label)) return 'Việt Nam';
  if (/dân tộc/iu.test(label)) return 'Kinh';
  return /quê|nơi|địa chỉ/iu.test(label) ? 'Phường Tân An, tỉnh Đắk Lắk' : 'Nội dung mẫu';
}

/** The answer a condition waits for, where one answer is enough to tell. */
function wanted(condition: Condition, field: string): string | number | boolean | undefined {
  if ('all' in condition) return condition.all.map((part) => wanted(part, field)).find((value) => value !== undefined);
  if ('any' in condition) return condition.any.map((part) => wanted(part, field)).find((value) => value !== undefined);
  if ('not' in condition || 'filled' in condition || condition.field !== field) return undefined;
  return 'is' in condition ? condition.is : condition.in[0];
}

function sampleOf(field: Field, around: readonly Field[]): unknown {
  const awaited = around.map(({ visibleWhen }) => visibleWhen === undefined ? undefined : wanted(visibleWhen, field.name)).find((value) => value !== undefined);
  switch (field.control) {
    case 'choice': return awaited ?? field.options?.[0]?.value;
    case 'multi-choice': return field.options?.slice(0, 1).map(({ value }) => value);
    case 'repeat': return [Object.fromEntries((field.fields ?? []).map((inner) => [inner.name, sampleOf(inner, field.fields ?? [])]))];
    case 'text': return textSample(field);
    case 'number': case 'money': case 'checkbox': return awaited ?? samples[field.control];
    case 'textarea': case 'date': case 'address': case 'person': case 'organisation': case 'personal-id': case 'phone': case 'email': return samples[field.control];
  }
}

/** A form filled in for nobody (bản điền mẫu): as many fields shown as one way of answering shows; what the form's rules refuse is left open. */
export function sampleAnswers(definition: EformDefinition): Answers {
  const all = definition.display.sections.flatMap(({ fields }) => fields);
  let answers: Answers = {};
  // What is shown depends on what was answered before: a few rounds reach the end.
  for (let round = 0; round < 8; round += 1) {
    const open = visibleFields(definition, answers).filter((field) => !(field.name in answers));
    if (open.length === 0) break;
    answers = { ...answers, ...Object.fromEntries(open.map((field) => [field.name, sampleOf(field, all)])) };
  }
  const read = normaliseAnswers(definition, answers);
  const faulty = new Set(validateAnswers(definition, read).map(({ path }) => path.split('.')[0] ?? ''));
  return Object.fromEntries(Object.entries(read).filter(([key]) => !faulty.has(key)));
}
