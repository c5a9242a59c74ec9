// SPDX-License-Identifier: EUPL-1.2

/** A key as a counter scanner sends it. `at` in milliseconds. */
export type Key = { readonly code: string; readonly shift: boolean; readonly at: number };

/** Keys that may be a scan. Scanners type faster than people and through whatever input method is switched on. */
export type Burst = { readonly keys: readonly Key[] };

export const noBurst: Burst = { keys: [] };

const fastest = 35;
const shortest = 6;

const shifted: Readonly<Record<string, string>> = { '1': '!', '2': '@', '3': '#', '4': '$', '5': '%', '6': '^', '7': '&', '8': '*', '9': '(', '0': ')', '-': '_', '=': '+', '/': '?', '.': '>', ',': '<', ';': ':', '\\': '|' };
const named: Readonly<Record<string, string>> = { Minus: '-', Equal: '=', Slash: '/', Period: '.', Comma: ',', Semicolon: ';', Backslash: '\\', NumpadDecimal: '.', NumpadSubtract: '-', NumpadDivide: '/' };

/** What a key means on the US layout scanners are set to; undefined for keys that write nothing (and for the Backspaces an input method inserts). */
export function usMeaning({ code, shift }: Pick<Key, 'code' | 'shift'>): string | undefined {
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/u.exec(code)?.[1];
  const plain = digit ?? named[code];
  if (plain === undefined) return undefined;
  return shift ? shifted[plain] ?? plain : plain;
}

/** The burst after one more key: goes on when the key came fast, begins anew when it did not. */
export function withKey(burst: Burst, key: Key): Burst {
  const last = burst.keys.at(-1);
  const isFast = last !== undefined && key.at - last.at < fastest;
  return { keys: isFast ? [...burst.keys, key] : [key] };
}

/** True once the keys came so fast that no person typed them: from here on they are kept from the field. */
export function isSurelyScan({ keys }: Burst): boolean {
  return keys.length >= 3;
}

/** What was scanned, when the burst was long enough; undefined when it was a person after all. */
export function scanned({ keys }: Burst): string | undefined {
  const text = keys.map((key) => usMeaning(key) ?? '').join('').trim();
  return text.length >= shortest && keys.length >= shortest ? text : undefined;
}

/** What a scanned text names; a scan means one thing everywhere. */
export type Scan =
  | { readonly kind: 'person'; readonly personalId: string } | { readonly kind: 'dossier'; readonly code: string }
  | { readonly kind: 'paper'; readonly code: string; readonly no: number } | { readonly kind: 'procedure'; readonly code: string } | { readonly kind: 'unknown'; readonly text: string };

/** Reads a chip card's line, a dossier's barcode, or the code on a posting sheet. */
export function readScan(text: string): Scan {
  const personalId = /^(\d{12})(?:\||$)/u.exec(text)?.[1];
  if (personalId !== undefined) return { kind: 'person', personalId };
  const paper = /(?:^|\/)([A-Z]\d{2}(?:\.\d{1,4})*-\d{6}-\d{4,})\.G(\d{1,3})$/iu.exec(text);
  if (paper?.[1] !== undefined) return { kind: 'paper', code: paper[1].toUpperCase(), no: Number(paper[2]) };
  const dossier = /(?:^|\/)([A-Z]\d{2}(?:\.\d{1,4})*-\d{6}-\d{4,})$/iu.exec(text)?.[1];
  if (dossier !== undefined) return { kind: 'dossier', code: dossier.toUpperCase() };
  const procedure = /(?:^|\/)(\d\.\d{6,7})$/u.exec(text)?.[1];
  return procedure === undefined ? { kind: 'unknown', text } : { kind: 'procedure', code: procedure };
}
