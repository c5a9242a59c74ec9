// SPDX-License-Identifier: EUPL-1.2
import type { Answers, Field } from '../model.ts';
import { type Formula, type Worth, functions, readFormula } from './formula.ts';

const isRecord = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): value is string | number | boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function answered(answers: Answers, name: string, inner: string | undefined): Worth {
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
  if (isPlain(answer)) return answer;
  if (Array.isArray(answer)) return answer.map((entry: unknown): Worth => isRecord(entry) ? (inner === undefined ? true : answered(entry, inner, undefined)) : isPlain(entry) ? entry : undefined);
  return inner !== undefined && isRecord(answer) ? answered(answer, inner, undefined) : undefined;
}

type Arithmetic = (left: number, right: number) => Worth;
const arithmetic: Readonly<Record<string, Arithmetic>> = {
  '+': (left, right) => left + right, '-': (left, right) => left - right, '*': (left, right) => left * right,
  '/': (left, right) => right === 0 ? undefined : left / right,
  '<': (left, right) => left < right, '<=': (left, right) => left <= right, '>': (left, right) => left > right, '>=': (left, right) => left >= right,
};

/** Texts are joined; days in ISO form compare as they stand. */
function ofTexts(sign: string, left: string, right: string): Worth {
  if (sign === '+') return left + right;
  const order = left < right ? -1 : Number(left > right);
  return ['<', '<=', '>', '>='].includes(sign) ? arithmetic[sign]?.(order, 0) : undefined;
}

function worked(sign: string, left: Worth, right: Worth): Worth {
  if (sign === '=') return left === right;
  if (sign === '!=') return left !== right;
  if (sign === 'and') return left === true && right === true;
  if (sign === 'or') return left === true || right === true;
  if (typeof left === 'number' && typeof right === 'number') return arithmetic[sign]?.(left, right);
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  return ofTexts(sign, left, right);
}

function worthOf(formula: Formula, answers: Answers): Worth {
  switch (formula.kind) {
    case 'worth': return formula.worth;
    case 'name': return answered(answers, formula.name, formula.inner);
    case 'operation': return worked(formula.sign, worthOf(formula.left, answers), worthOf(formula.right, answers));
    case 'choice': return worthOf(worthOf(formula.when, answers) === true ? formula.then : formula.otherwise, answers);
    case 'call': return functions[formula.of]?.(formula.given.map((one) => worthOf(one, answers)));
  }
}

// Tenths are not exact in a machine: what people read is rounded to a millionth.
const figure = (value: number): number => Math.round(value * 1e6) / 1e6;

const formulas = new Map<string, Formula | undefined>();
function formulaOf(text: string): Formula | undefined {
  if (!formulas.has(text)) {
    const read = readFormula(text);
    // One form has tens of formulas; what a designer types on the way is not kept for ever.
    if (formulas.size > 500) formulas.clear();
    formulas.set(text, read.ok ? read.formula : undefined);
  }
  return formulas.get(text);
}

/** What a computed field (trường tự tính) is, from the answers before it; undefined while something is open. */
export function computedAnswer({ computed, control }: Field, answers: Answers): unknown {
  const formula = computed === undefined ? undefined : formulaOf(computed);
  const worth = formula === undefined ? undefined : worthOf(formula, answers);
  if (control === 'text') return isPlain(worth) && worth !== '' ? String(worth) : undefined;
  if (typeof worth !== 'number' || !Number.isFinite(worth)) return undefined;
  return control === 'money' ? Math.round(worth) : figure(worth);
}
