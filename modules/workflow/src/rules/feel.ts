// SPDX-License-Identifier: EUPL-1.2
import { evaluate, parseExpression } from 'feelin';
import type { Variables } from '../model.ts';

const longest = 2000;
const deepest = 40;

/** Parts of FEEL that neither loop nor bind names nor search texts by patterns: what is left takes time by its own length. */
const allowed = new Set([
  'Expression', 'Comparison', 'CompareOp', 'Conjunction', 'Disjunction', 'PathExpression', 'PathName', 'VariableName', 'Identifier', 'Name', 'NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'List', 'ArithmeticExpression', 'ArithOp',
  'IfExpression', 'ParenthesizedExpression', 'PositiveUnaryTests', 'PositiveUnaryTest', 'SimplePositiveUnaryTest', 'Interval', 'DateTimeLiteral', 'DateTimeConstructor', 'AtLiteral', 'FunctionInvocation', 'PositionalParameters',
  'null', 'and', 'or', 'not', 'if', 'then', 'else', 'between', 'in', 'date', 'time', 'duration', '(', ')', '[', ']', ']', '[', '.', '..', ',',
]);
/** Functions of one answer: no pattern, no list made longer, no clock. */
const functions = new Set([
  'not', 'contains', 'starts with', 'ends with', 'string length', 'upper case', 'lower case', 'substring', 'substring before', 'substring after', 'string', 'number', 'date', 'time', 'date and time', 'duration',
  'count', 'sum', 'min', 'max', 'mean', 'list contains', 'abs', 'floor', 'ceiling', 'modulo', 'even', 'odd', 'all', 'any',
]);

const words: Readonly<Record<string, string>> = {
  ForExpression: 'vòng lặp «for»', QuantifiedExpression: 'vòng lặp «some», «every»', FunctionDefinition: 'hàm tự định nghĩa', Context: 'tập «{…}»', FilterExpression: 'phép lọc «[…]»', NamedParameters: 'tham số có tên', InstanceOfExpression: '«instance of»',
};

function faultOf(expression: string): string | null {
  if (expression.length > longest) return `dài quá ${longest} chữ`;
  let [found, depth]: [string | null, number] = [null, 0];
  parseExpression(expression, {}, undefined).iterate({
    enter: ({ name, type, from, to, node }) => {
      depth += 1;
      if (type.isError) found ??= `viết chưa đúng từ «${expression.slice(from, from + 20)}»`;
      else if (depth > deepest) found ??= 'lồng quá sâu';
      else if (!allowed.has(name)) found ??= `không dùng ${words[name] ?? `«${name}»`}`;
      else if (name === 'FunctionInvocation') {
        const called = node.firstChild;
        const of = called === null ? '' : expression.slice(called.from, called.name === '(' ? to : called.to).trim().replace(/\s+/gu, ' ').replace(/\(.*$/su, '').trim();
        if (!functions.has(of === '' ? expression.slice(from, to).replace(/\(.*$/su, '').trim() : of)) found ??= `không dùng hàm «${of}»`;
      }
      return found === null;
    },
    leave: () => { depth -= 1; },
  });
  return found;
}

const keep = 2000;
const known = new Map<string, string | null>();

/**
 * Why an expression is not run, in Vietnamese; null when it is. What is admitted can neither run long nor reach anything outside its variables:
 * loops, functions of its own, contexts, filters, patterns and the clock are refused.
 */
export function feelFault(expression: string): string | null {
  const seen = known.get(expression);
  if (seen !== undefined) return seen;
  const fault = faultOf(expression);
  if (known.size >= keep) known.clear();
  known.set(expression, fault);
  return fault;
}

/** What an expression yields over some variables; null when it is not admitted or cannot be worked out. */
export function feelValue(expression: string, variables: Variables): unknown {
  if (feelFault(expression) !== null) return null;
  try {
    return evaluate(expression, { ...variables }).value;
  } catch {
    return null;
  }
}
