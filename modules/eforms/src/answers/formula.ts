// SPDX-License-Identifier: EUPL-1.2
/** A value a formula works with; undefined when something it needs was not answered. */
export type Worth = string | number | boolean | readonly Worth[] | undefined;

/** A formula (công thức) as it was read. */
export type Formula =
  | { readonly kind: 'worth'; readonly worth: string | number | boolean }
  | { readonly kind: 'name'; readonly name: string; readonly inner: string | undefined }
  | { readonly kind: 'operation'; readonly sign: string; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'choice'; readonly when: Formula; readonly then: Formula; readonly otherwise: Formula }
  | { readonly kind: 'call'; readonly of: string; readonly given: readonly Formula[] };

/** A formula that cannot be read: the letter it stops at, counted from one, and why. */
export type FormulaFault = { readonly at: number; readonly text: string };

type Token = { readonly text: string; readonly at: number; readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end' };
type Reader = { readonly tokens: readonly Token[]; place: number; depth: number };

const longest = 400;
const deepest = 30;
const pattern = /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|([A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)?)|(<=|>=|!=|[-+*/()=<>,]))/uy;
const strength: Readonly<Record<string, number>> = { or: 1, and: 2, '=': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, '+': 4, '-': 4, '*': 5, '/': 5 };

class Unreadable extends Error {
  readonly at: number;
  constructor(at: number, text: string) { super(text); this.at = at; }
}

function tokensOf(text: string): readonly Token[] {
  if (text.length > longest) throw new Unreadable(longest, `công thức dài hơn ${String(longest)} ký tự`);
  const tokens: Token[] = [];
  const written = text.trimEnd();
  pattern.lastIndex = 0;
  for (let at = 0; at < written.length; at = pattern.lastIndex) {
    const found = pattern.exec(written);
    if (found === null) throw new Unreadable(at + 1, `không đọc được từ «${written.slice(at, at + 12)}»`);
    const [whole, figure, words, name, sign] = found;
    const letter = pattern.lastIndex - whole.trimStart().length + 1;
    if (figure !== undefined) tokens.push({ kind: 'number', text: figure, at: letter });
    else if (words !== undefined) tokens.push({ kind: 'text', text: words, at: letter });
    else tokens.push(name === undefined ? { kind: 'sign', text: sign ?? '', at: letter } : { kind: 'name', text: name, at: letter });
  }
  return [...tokens, { kind: 'end', text: '', at: text.length + 1 }];
}

const end: Token = { kind: 'end', text: '', at: 0 };
const next = (reader: Reader): Token => reader.tokens[reader.place] ?? end;
const take = (reader: Reader): Token => {
  const token = next(reader);
  reader.place += 1;
  return token;
};

function expectWord(reader: Reader, text: string): void {
  const token = take(reader);
  if (token.text !== text || token.kind === 'text') throw new Unreadable(token.at, `chờ «${text}», gặp ${token.kind === 'end' ? 'hết công thức' : `«${token.text}»`}`);
}

function readChoice(reader: Reader): Formula {
  const when = readFrom(reader, 0);
  expectWord(reader, 'then');
  const then = readFrom(reader, 0);
  expectWord(reader, 'else');
  return { kind: 'choice', when, then, otherwise: readFrom(reader, 0) };
}

function readCall(reader: Reader, { text: of, at }: Token): Formula {
  if (!Object.hasOwn(functions, of)) throw new Unreadable(at, `không có phép «${of}»; các phép: ${Object.keys(functions).join(', ')}`);
  expectWord(reader, '(');
  const given = [readFrom(reader, 0)];
  while (next(reader).text === ',') {
    take(reader);
    given.push(readFrom(reader, 0));
  }
  expectWord(reader, ')');
  return { kind: 'call', of, given };
}

function readName(reader: Reader, token: Token): Formula {
  if (token.text === 'true' || token.text === 'false') return { kind: 'worth', worth: token.text === 'true' };
  if (token.text === 'if') return readChoice(reader);
  if (next(reader).text === '(') return readCall(reader, token);
  const [name = '', inner] = token.text.split('.');
  return { kind: 'name', name, inner };
}

function readOne(reader: Reader): Formula {
  const token = take(reader);
  if (token.kind === 'number') return { kind: 'worth', worth: Number(token.text) };
  if (token.kind === 'text') return { kind: 'worth', worth: token.text };
  if (token.kind === 'name') return readName(reader, token);
  if (token.text === '-') return { kind: 'operation', sign: '-', left: { kind: 'worth', worth: 0 }, right: readFrom(reader, 5) };
  if (token.text !== '(') throw new Unreadable(token.at, token.kind === 'end' ? 'công thức còn dở' : `không chờ «${token.text}» ở đây`);
  const inner = readFrom(reader, 0);
  expectWord(reader, ')');
  return inner;
}

function readFrom(reader: Reader, least: number): Formula {
  reader.depth += 1;
  if (reader.depth > deepest * 4) throw new Unreadable(next(reader).at, 'công thức quá sâu');
  let left = readOne(reader);
  for (let sign = next(reader); sign.kind !== 'text' && (strength[sign.text] ?? 0) > least; sign = next(reader)) {
    take(reader);
    left = { kind: 'operation', sign: sign.text, left, right: readFrom(reader, strength[sign.text] ?? 0) };
  }
  return left;
}

/** Reads a formula: the part of FEEL that forms need, without loops and without anything from outside the answers. */
export function readFormula(text: string): { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly fault: FormulaFault } {
  try {
    const reader: Reader = { tokens: tokensOf(text), place: 0, depth: 0 };
    const formula = readFrom(reader, 0);
    const rest = next(reader);
    return rest.kind === 'end' ? { ok: true, formula } : { ok: false, fault: { at: rest.at, text: `thừa từ «${rest.text}»` } };
  } catch (fault) {
    if (fault instanceof Unreadable) return { ok: false, fault: { at: fault.at, text: fault.message } };
    throw fault;
  }
}

/** The fields a formula asks about. */
export function namesIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'worth': return [];
    case 'name': return [formula.name];
    case 'operation': return [...namesIn(formula.left), ...namesIn(formula.right)];
    case 'choice': return [formula.when, formula.then, formula.otherwise].flatMap(namesIn);
    case 'call': return formula.given.flatMap(namesIn);
  }
}

const numbersIn = (given: readonly Worth[]): readonly number[] => given.flat(2).filter((one) => typeof one === 'number');
const first = (given: readonly Worth[]): Worth => given[0];
const ofNumber = (act: (value: number) => number) => (given: readonly Worth[]): Worth => {
  const value = first(given);
  return typeof value === 'number' ? act(value) : undefined;
};
const ofSome = (act: (values: readonly number[]) => number) => (given: readonly Worth[]): Worth => numbersIn(given).length === 0 ? undefined : act(numbersIn(given));

/** The functions a formula may call. `sum` and `count` leave out what was not answered. */
export const functions: Readonly<Record<string, (given: readonly Worth[]) => Worth>> = {
  sum: (given) => numbersIn(given).reduce((sum, one) => sum + one, 0),
  count: (given) => {
    const list = first(given);
    return Array.isArray(list) ? list.length : list === undefined ? 0 : 1;
  },
  min: ofSome((values) => Math.min(...values)),
  max: ofSome((values) => Math.max(...values)),
  floor: ofNumber(Math.floor),
  ceiling: ofNumber(Math.ceil),
  round: ofNumber(Math.round),
};
