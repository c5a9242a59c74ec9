// SPDX-License-Identifier: EUPL-1.2
import { readFormula } from '../answers/formula.ts';
import type { Condition, Control, EformDefinition, Field, JsonSchema } from '../model.ts';
import { checkSchema } from '../schema/check.ts';
import { asked, circlesIn, formulaNames } from './circles.ts';
import { sources } from './sources.ts';

const types: Readonly<Record<Control, readonly string[]>> = {
  text: ['string'], textarea: ['string'], date: ['string'], choice: ['string'], 'personal-id': ['string'], phone: ['string'], email: ['string'],
  number: ['number', 'integer'], money: ['integer'], checkbox: ['boolean'], address: ['object'], person: ['object'], organisation: ['object'], 'multi-choice': ['array'], repeat: ['array'],
};
const groupKeywords = new Set(['$schema', '$id', '$defs', 'title', 'description', 'type', 'properties', 'required', 'additionalProperties']);

type Group = { readonly where: string; readonly schema: JsonSchema; readonly fields: readonly Field[]; readonly known: readonly Field[] };

const isRecord = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value);
const recordIn = (schema: JsonSchema, keyword: string): JsonSchema => {
  const value = schema[keyword];
  return isRecord(value) ? value : {};
};

function conditionFaults(condition: Condition | undefined, where: string, known: readonly Field[]): readonly string[] {
  return (condition === undefined ? [] : asked(condition)).flatMap(({ field, values }) => {
    const target = known.find(({ name }) => name === field);
    if (target === undefined) return [`${where}: điều kiện hiển thị hỏi trường «${field}» không có hoặc đứng sau.`];
    const { options } = target;
    if (options === undefined) return [];
    return values.filter((value) => !options.some((option) => option.value === value))
      .map((value) => `${where}: điều kiện hiển thị chờ «${String(value)}», không có trong lựa chọn của «${field}».`);
  });
}

function optionFaults({ control, options = [] }: Field, where: string): readonly string[] {
  const choosing = control === 'choice' || control === 'multi-choice';
  if (choosing && options.length === 0) return [`${where}: chưa có lựa chọn nào.`];
  if (!choosing && options.length > 0) return [`${where}: loại ${control} không dùng lựa chọn.`];
  return new Set(options.map(({ value }) => value)).size === options.length ? [] : [`${where}: có hai lựa chọn cùng giá trị.`];
}

function boundFaults(field: Field, where: string, known: readonly Field[]): readonly string[] {
  return [field.notAfter, field.notBefore].flatMap((bound) => {
    if (bound === undefined) return [];
    if (field.control !== 'date') return [`${where}: chỉ trường ngày mới có giới hạn ngày.`];
    const fine = bound.name === 'today' || known.some(({ name, control }) => name === bound.name && control === 'date');
    return fine ? [] : [`${where}: giới hạn ngày theo «${bound.name}» không có hoặc đứng sau.`];
  });
}

const computable: readonly Control[] = ['number', 'money', 'text'];

function formulaFaults({ computed, control }: Field, where: string, known: readonly Field[]): readonly string[] {
  if (computed === undefined) return [];
  if (!computable.includes(control)) return [`${where}: chỉ ô chữ, ô số, ô tiền mới tự tính được.`];
  const read = readFormula(computed);
  if (!read.ok) return [`${where}: công thức không đọc được ở ký tự ${String(read.fault.at)}: ${read.fault.text}.`];
  return formulaNames(computed).filter((name) => !known.some((field) => field.name === name)).map((name) => `${where}: công thức dùng ô «${name}» không có hoặc đứng sau.`);
}

function innerFaults(field: Field, where: string, group: Group): readonly string[] {
  const { control, fields } = field;
  if (control !== 'repeat') return fields === undefined ? [] : [`${where}: loại ${control} không chứa trường con.`];
  if (fields === undefined || fields.length === 0) return [`${where}: danh sách chưa có trường nào trong mỗi mục.`];
  const schema = recordIn(recordIn(recordIn(group.schema, 'properties'), field.name), 'items');
  return groupFaults({ where: `${where}.`, schema, fields, known: group.known });
}

const sourceFaults = ({ source }: Field, where: string): readonly string[] =>
  source === undefined || sources.some(({ name }) => name === source) ? [] : [`${where}: không có nguồn dữ liệu «${source}».`];

function fieldFaults(field: Field, group: Group, before: readonly Field[]): readonly string[] {
  const where = `${group.where}${field.name}`;
  const known = [...group.known, ...before];
  const schema = recordIn(recordIn(group.schema, 'properties'), field.name);
  const type = schema['type'];
  const faults: string[] = [];
  if (!/^[a-z][A-Za-z0-9]*$/u.test(field.name)) faults.push(`${where}: tên trường chỉ gồm chữ cái không dấu và số, bắt đầu bằng chữ thường.`);
  if (field.label.trim() === '' || field.label !== field.label.normalize('NFC')) faults.push(`${where}: nhãn trống hoặc chưa ở dạng dựng sẵn (NFC).`);
  if (typeof type !== 'string') faults.push(`${where}: lược đồ chưa khai loại của trường.`);
  else if (!types[field.control].includes(type)) faults.push(`${where}: loại ${field.control} cần lược đồ ${types[field.control].join(' hoặc ')}, đang là ${type}.`);
  return [...faults, ...conditionFaults(field.visibleWhen, where, known), ...optionFaults(field, where), ...boundFaults(field, where, known), ...formulaFaults(field, where, known), ...sourceFaults(field, where),
    ...innerFaults(field, where, { ...group, known })];
}

function groupFaults(group: Group): readonly string[] {
  const { schema, fields, where } = group;
  const names = fields.map(({ name }) => name);
  const properties = Object.keys(recordIn(schema, 'properties'));
  const required: unknown = schema['required'] ?? [];
  const faults = [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${where}${name}: có hai trường cùng tên.`),
    ...properties.filter((name) => !names.includes(name)).map((name) => `${where}${name}: có trong lược đồ nhưng không hiển thị ở đâu.`),
    ...Object.keys(schema).filter((keyword) => !groupKeywords.has(keyword)).map((keyword) => `${where === '' ? 'lược đồ' : where}: từ khóa ${keyword} chưa dùng được ở mức này.`),
  ];
  if (schema['type'] !== 'object') faults.push(`${where === '' ? 'lược đồ' : where}: phải là object.`);
  if (!Array.isArray(required) || !required.every((name) => typeof name === 'string' && names.includes(name))) {
    faults.push(`${where === '' ? 'lược đồ' : where}: danh sách bắt buộc có trường không tồn tại.`);
  }
  return [...faults, ...fields.flatMap((field, index) => fieldFaults(field, group, fields.slice(0, index)))];
}

/** What is wrong with a definition, in Vietnamese; nothing when it may be published. */
export function lintEform(definition: EformDefinition): readonly string[] {
  const { key, version, title, schema, display } = definition;
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9-]*$/u.test(key)) faults.push('Mã biểu mẫu chỉ gồm chữ thường không dấu, số và gạch nối.');
  if (!Number.isInteger(version) || version < 1) faults.push('Phiên bản là số nguyên từ 1.');
  if (title.trim() === '') faults.push('Biểu mẫu chưa có tên.');
  if (display.sections.length === 0) faults.push('Biểu mẫu chưa có phần nào.');
  const sections = display.sections.flatMap((section, index) =>
    conditionFaults(section.visibleWhen, section.title, display.sections.slice(0, index).flatMap(({ fields }) => fields)));
  const fields = display.sections.flatMap((section) => section.fields);
  const words = checkSchema(schema).map(({ at, text }) => `lược đồ${at}: ${text}.`);
  const circles = circlesIn(definition).map((circle) => `${circle[0] ?? ''}: các ô hỏi vòng quanh nhau: ${[...circle, circle[0] ?? ''].join(' → ')}.`);
  return [...faults, ...sections, ...words, ...circles, ...groupFaults({ where: '', schema, fields, known: [] })];
}
