// SPDX-License-Identifier: EUPL-1.2

type Range = { readonly from: number; readonly to: number };

const block = 65_536;
/** What is asked for at the first miss; doubled at each further one, so that a file whose tables are lost is here after a few. */
const firstAsked = 4;
/** So long may a gap be that is filled along the way; blocks. */
const mostFilled = 16;

/** A file of which only the parts that were asked for are here. Offsets in bytes. */
export class HeldParts {
  readonly bytes: Uint8Array;
  readonly #here: boolean[];
  #missed: number | null = null;
  #asked = firstAsked;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#here = Array.from({ length: Math.ceil(size / block) }, () => false);
  }

  /** A file that is here from its first byte to its last. */
  static whole(bytes: Uint8Array): HeldParts {
    const parts = new HeldParts(bytes.byteLength);
    parts.take(0, bytes);
    return parts;
  }

  /** Takes a part in; it begins at a block and ends at one or at the end. */
  take(from: number, part: Uint8Array): void {
    this.bytes.set(part, from);
    for (let at = Math.floor(from / block); at * block < from + part.byteLength; at += 1) this.#here[at] = true;
  }

  /** The bytes asked for; null when some are not here, which is remembered for `missing`. */
  read(from: number, length: number): Uint8Array | null {
    for (let at = Math.floor(from / block); at * block < from + length; at += 1) {
      if (this.#here[at] === true) continue;
      this.#missed ??= at;
      return null;
    }
    return this.bytes.subarray(from, from + length);
  }

  /** Where a PDF is looked at first: its head, and its tables at the end. */
  ends(): readonly Range[] {
    const last = Math.max(this.#here.length - 2, 1) * block;
    return [{ from: 0, to: Math.min(block, this.bytes.byteLength) }, { from: last, to: this.bytes.byteLength }].filter(({ from, to }) => from < to);
  }

  /** What is to be sent before reading can go on; null when nothing was missed since the last call. Each miss asks for twice as much, up to the next part that is here. */
  missing(): Range | null {
    if (this.#missed === null) return null;
    let from = this.#missed;
    // A gap just before is filled too: what lies there is the rest of the same object.
    while (from > 0 && this.#here[from - 1] !== true && this.#missed - from < mostFilled) from -= 1;
    if (from > 0 && this.#here[from - 1] !== true) from = this.#missed;
    let to = this.#missed + 1;
    while (to < this.#here.length && to - this.#missed < this.#asked && this.#here[to] !== true) to += 1;
    this.#missed = null;
    this.#asked *= 2;
    return { from: from * block, to: Math.min(to * block, this.bytes.byteLength) };
  }

  /** Every part is here, or this is what is not. */
  rest(): Range | null {
    const from = this.#here.indexOf(false);
    return from === -1 ? null : { from: from * block, to: this.bytes.byteLength };
  }
}
