// SPDX-License-Identifier: EUPL-1.2
import { type Result, ok, refuse } from '@motcua/kernel';
import { type DmnElement, DmnModdle } from 'dmn-moddle';
import { DecisionTable, type Input, type Rule, hitPolicies } from '../contract.ts';

const mostBytes = 2_000_000;

const isElement = (value: unknown): value is DmnElement => typeof value === 'object' && value !== null && '$type' in value;
const one = (of: DmnElement | undefined, name: string): DmnElement | undefined => { const value = of?.get(name); return isElement(value) ? value : undefined; };
const many = (of: DmnElement | undefined, name: string): readonly DmnElement[] => { const value = of?.get(name); return Array.isArray(value) ? value.filter(isElement) : []; };
const text = (of: DmnElement | undefined, name: string): string => { const value = of?.get(name); return typeof value === 'string' ? value.trim() : ''; };

const types = ['string', 'number', 'boolean'] as const;
const typeOf = (name: string): (typeof types)[number] => types.find((type) => type === name) ?? (['integer', 'long', 'double'].includes(name) ? 'number' : 'string');
const unquoted = (value: string): string => (/^".*"$/su.test(value) ? value.slice(1, -1).replace(/\\(.)/gu, '$1') : value);
const bare = (id: string, table: string): string => (id.startsWith(`${table}_`) ? id.slice(table.length + 1) : id);

/** The attribute of an element of ours, wherever the prefix stands. */
const own = (of: DmnElement, name: string): string => { const value: unknown = Object.entries(of).find(([key]) => key === name)?.[1]; return typeof value === 'string' ? value : ''; };

function inputOf(clause: DmnElement, at: number): Input {
  const extra = many(one(clause, 'extensionElements'), 'values');
  const labels = new Map(extra.filter(({ $type }) => $type.endsWith(':choice')).map((choice) => [own(choice, 'value'), own(choice, 'label')]));
  const listed = [...text(one(clause, 'inputValues'), 'text').matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, value = '']) => value.replace(/\\(.)/gu, '$1'));
  const expression = one(clause, 'inputExpression');
  const hint = extra.find(({ $type }) => $type.endsWith(':hint'));
  return {
    id: text(expression, 'text') || `cau_${at + 1}`, label: text(clause, 'label') || text(expression, 'text'), type: typeOf(text(expression, 'typeRef')),
    choices: listed.map((value) => ({ value, label: labels.get(value) ?? value })), hint: hint === undefined ? null : own(hint, 'text'),
  };
}

function ruleOf(rule: DmnElement, at: number, table: string): Rule {
  const note = text(rule, 'description');
  return {
    id: bare(text(rule, 'id'), table) || `dong_${at + 1}`, note: note === '' ? null : note,
    when: many(rule, 'inputEntry').map((entry) => text(entry, 'text') || '-'), then: many(rule, 'outputEntry').map((entry) => unquoted(text(entry, 'text'))),
  };
}

function tableOf(decision: DmnElement): Result<DecisionTable, string> {
  const [id, logic] = [text(decision, 'id'), one(decision, 'decisionLogic')];
  const name = text(decision, 'name') || id;
  if (logic?.$type !== 'dmn:DecisionTable') return refuse(`Quyết định «${name}» không phải là bảng quyết định; chỉ nhận bảng.`);
  const policy = text(logic, 'hitPolicy') || 'UNIQUE';
  if (!hitPolicies.some((known) => known === policy)) return refuse(`Bảng «${name}» dùng cách chọn dòng ${policy}. Chỉ nhận UNIQUE, FIRST, COLLECT.`);
  if (text(logic, 'aggregation') !== '') return refuse(`Bảng «${name}» gộp kết quả (${text(logic, 'aggregation')}); chưa nhận.`);
  const read = DecisionTable.safeParse({
    id, name, hitPolicy: policy, inputs: many(logic, 'input').map(inputOf),
    outputs: many(logic, 'output').map((output, at) => ({ id: text(output, 'name') || `ket_qua_${at + 1}`, label: text(output, 'label') || text(output, 'name'), type: typeOf(text(output, 'typeRef')) })),
    rules: many(logic, 'rule').map((rule, at) => ruleOf(rule, at, id)),
  });
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  return refuse(`Bảng «${name}», ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/**
 * Reads the decision tables of a .dmn file (DMN 1.3).
 *
 * @error not XML, not DMN, too large, or a decision that is no table we know: in words, with the name of the decision
 */
export async function readDmn(xml: string): Promise<Result<readonly DecisionTable[], string>> {
  if (xml.length > mostBytes) return refuse('Tệp lớn hơn 2 MB. Tách bớt bảng.');
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) return refuse('Tệp khai DOCTYPE hoặc ENTITY nên không được nhận. Xuất lại tệp từ công cụ vẽ bảng.');
  try {
    const { rootElement } = await new DmnModdle().fromXML(xml);
    const tables: DecisionTable[] = [];
    for (const decision of many(rootElement, 'drgElement').filter(({ $type }) => $type === 'dmn:Decision')) {
      const table = tableOf(decision);
      if (!table.ok) return table;
      tables.push(table.value);
    }
    return tables.length === 0 ? refuse('Tệp không có bảng quyết định nào.') : ok(tables);
  } catch (fault) {
    return refuse(`Không đọc được tệp DMN: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
