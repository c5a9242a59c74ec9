// SPDX-License-Identifier: EUPL-1.2
import { type Node, UnreadablePattern, parsePattern } from './pattern-parse.ts';

/** A state of the machine: takes a letter and goes on, or goes on without one where its condition holds. */
type State = { readonly takes: RegExp | null; readonly where: 'anywhere' | 'start' | 'end' | 'boundary' | 'inside'; readonly next: number[] };

/** A pattern made ready: a machine whose states are all followed at once, so that time grows with the letters and the states alone, whatever the pattern. */
type Pattern = { readonly states: readonly State[]; readonly first: number; readonly last: number };

const mostStates = 4000;
// Letters times states: a text so long that looking at it would hold the server fits no pattern.
const mostSteps = 3_000_000;

class Machine {
  readonly states: State[] = [];

  add(state: Partial<State> = {}): number {
    if (this.states.length >= mostStates) throw new UnreadablePattern('quá nhiều lần lặp');
    return this.states.push({ takes: null, where: 'anywhere', next: [], ...state }) - 1;
  }

  join(from: number, to: number): void {
    this.states[from]?.next.push(to);
  }

  /** Lays a node behind a state. @returns the state it ends in. */
  lay(node: Node, from: number): number {
    switch (node.kind) {
      case 'letter': return this.#step(from, { takes: node.test });
      case 'where': return this.#step(from, { where: node.where });
      case 'row': return node.parts.reduce((at, part) => this.lay(part, at), from);
      case 'either': {
        const end = this.add();
        for (const way of node.ways) this.join(this.lay(way, this.#step(from, {})), end);
        return end;
      }
      case 'repeat': return this.#repeat(node, from);
    }
  }

  #step(from: number, state: Partial<State>): number {
    const at = this.add(state);
    this.join(from, at);
    return this.#after(at);
  }

  // What a letter leads to is a state of its own: its way on is joined there.
  #after(at: number): number {
    const end = this.add();
    this.join(at, end);
    return end;
  }

  #repeat({ part, least, most }: Extract<Node, { readonly kind: 'repeat' }>, from: number): number {
    if (least > mostStates || (most !== Infinity && most > mostStates)) throw new UnreadablePattern('quá nhiều lần lặp');
    let at = from;
    for (let time = 0; time < least; time += 1) at = this.lay(part, at);
    const end = this.add();
    this.join(at, end);
    if (most === Infinity) {
      const loop = this.add();
      this.join(end, loop);
      this.join(this.lay(part, loop), end);
    }
    for (let time = least; most !== Infinity && time < most; time += 1) {
      at = this.lay(part, at);
      this.join(at, end);
    }
    return end;
  }
}

/**
 * Reads a pattern (mẫu chữ) as JSON Schema means it: an ECMAScript regular expression with the letters of Unicode.
 *
 * @error UnreadablePattern - it is none, or uses what cannot be judged in time that grows with the text alone: looking ahead or behind, naming again what was found
 */
export function readPattern(source: string): Pattern {
  const machine = new Machine();
  const first = machine.add();
  const last = machine.lay(parsePattern(source), first);
  return { states: machine.states, first, last };
}

const isWord = (letter: string | undefined): boolean => letter !== undefined && /^\w$/u.test(letter);

function holdsAt(where: State['where'], letters: readonly string[], at: number): boolean {
  switch (where) {
    case 'anywhere': return true;
    case 'start': return at === 0;
    case 'end': return at === letters.length;
    case 'boundary': return isWord(letters[at - 1]) !== isWord(letters[at]);
    case 'inside': return isWord(letters[at - 1]) === isWord(letters[at]);
  }
}

/** Every state that is reached from some without taking a letter. */
function reached({ states }: Pattern, from: Iterable<number>, { letters, at }: { readonly letters: readonly string[]; readonly at: number }): ReadonlySet<number> {
  const found = new Set<number>(from);
  for (const index of found) {
    const state = states[index];
    if (state === undefined || state.takes !== null || !holdsAt(state.where, letters, at)) continue;
    for (const next of state.next) found.add(next);
  }
  return found;
}

/** Whether a pattern is found somewhere in a text. */
function isFound(pattern: Pattern, text: string): boolean {
  const letters = Array.from(text);
  if (letters.length * pattern.states.length > mostSteps) return false;
  let taken: number[] = [];
  for (let at = 0; at <= letters.length; at += 1) {
    const here = reached(pattern, [...taken, pattern.first], { letters, at });
    if (here.has(pattern.last)) return true;
    const letter = letters[at] ?? '';
    taken = [...here].flatMap((index) => { const state = pattern.states[index]; return state?.takes?.test(letter) === true ? state.next : []; });
  }
  return false;
}

const known = new Map<string, Pattern>();
const mostKnown = 500;

/** Whether a text fits a pattern, as `new RegExp(source, 'u').test(text)` says, in time that never doubles. */
export function fitsPattern(source: string, text: string): boolean {
  const pattern = known.get(source) ?? readPattern(source);
  if (!known.has(source) && known.size < mostKnown) known.set(source, pattern);
  return isFound(pattern, text);
}
