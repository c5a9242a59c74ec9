// SPDX-License-Identifier: EUPL-1.2

/** A pattern taken apart. `test` says whether one letter fits. */
export type Node =
  | { readonly kind: 'letter'; readonly test: RegExp }
  | { readonly kind: 'where'; readonly where: 'start' | 'end' | 'boundary' | 'inside' }
  | { readonly kind: 'row'; readonly parts: readonly Node[] }
  | { readonly kind: 'either'; readonly ways: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

/** A pattern that cannot be read; the message says what in it, in words. */
export class UnreadablePattern extends SyntaxError {
  override readonly name = 'UnreadablePattern';
}

const longest = 1000;

// Whatever stands for one letter; a pair of halves is one letter.
const oneLetter = /\\u[Dd][89ABab][\dA-Fa-f]{2}\\u[Dd][C-Fc-f][\dA-Fa-f]{2}|\\u\{[\dA-Fa-f]+\}|\\u[\dA-Fa-f]{4}|\\x[\dA-Fa-f]{2}|\\c[A-Za-z]|\\[pP]\{[^}]*\}|\\.|\[(?:[^\]\\]|\\.)*\]|[^\\]/suy;
const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/uy;
const places: Readonly<Record<string, Extract<Node, { readonly kind: 'where' }>['where']>> = { '^': 'start', '$': 'end', '\\b': 'boundary', '\\B': 'inside' };
const refused: readonly (readonly [beginning: RegExp, why: string])[] = [
  [/\(\?<?[=!]/uy, 'nhìn trước, nhìn sau «(?=», «(?!», «(?<=», «(?<!»'], [/\\[1-9]|\\k</uy, 'nhắc lại phần đã gặp «\\1», «\\k<tên>»'], [/\(\?[a-z-]+:/uy, 'đổi cách so giữa chừng «(?i:»'],
];

class Reader {
  #at = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found !== null) this.#at += found[0].length;
    return found;
  }

  get #next(): string {
    return this.#source[this.#at] ?? '';
  }

  /** Ways apart by «|», up to the end or the bracket that closes. */
  either(): Node {
    const ways = [this.#row()];
    while (this.#next === '|') {
      this.#at += 1;
      ways.push(this.#row());
    }
    return ways.length === 1 && ways[0] !== undefined ? ways[0] : { kind: 'either', ways };
  }

  #row(): Node {
    const parts: Node[] = [];
    while (!['', '|', ')'].includes(this.#next)) parts.push(this.#repeated(this.#part()));
    return { kind: 'row', parts };
  }

  #part(): Node {
    for (const [beginning, why] of refused) if (this.#take(beginning) !== null) throw new UnreadablePattern(`chưa dùng được ${why}; viết lại bằng cách khác`);
    if (this.#take(/\((?:\?(?::|<[^>]*>))?/uy) !== null) {
      const inside = this.either();
      this.#at += 1;
      return inside;
    }
    const written = this.#take(oneLetter)?.[0] ?? '';
    const where = places[written];
    return where === undefined ? { kind: 'letter', test: new RegExp(`^(?:${written})$`, 'u') } : { kind: 'where', where };
  }

  #repeated(part: Node): Node {
    const found = this.#take(quantifier);
    if (found === null) return part;
    const [, sign, least = '', comma, most = ''] = found;
    if (sign !== undefined) return { kind: 'repeat', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    return { kind: 'repeat', part, least: Number(least), most: comma === undefined ? Number(least) : most === '' ? Infinity : Number(most) };
  }
}

/** @error UnreadablePattern - it is no regular expression, is very long, or looks ahead, behind or back */
export function parsePattern(source: string): Node {
  if (source.length > longest) throw new UnreadablePattern(`dài quá ${String(longest)} chữ`);
  try {
    RegExp(source, 'u');
  } catch {
    throw new UnreadablePattern('không đọc được');
  }
  return new Reader(source).either();
}
