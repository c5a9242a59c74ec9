// SPDX-License-Identifier: EUPL-1.2
import { type Xml, element, elements } from '@motcua/xml-kit';
import { worth } from './xml.ts';

/** How one level of a list is numbered: its shape, its text («%1.»), where it starts, and where its paragraphs stand. */
type Level = { readonly format: string; readonly text: string; readonly start: number; readonly placing: readonly Xml[] };

/** What stands before a numbered paragraph, and where the list puts it; null: a shape that is not printed. */
export type Marked = { readonly label: string; readonly placing: readonly Xml[] };
export type Numbering = { readonly mark: (list: string, level: number) => Marked | null | undefined };

function roman(number: number): string {
  const signs: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];
  let left = Math.min(number, 3999);
  return signs.map(([worthOf, sign]) => {
    const times = Math.floor(left / worthOf);
    left -= times * worthOf;
    return sign.repeat(times);
  }).join('');
}

const letter = (number: number): string => String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
const shapes: Readonly<Record<string, (number: number) => string>> = {
  decimal: String, decimalZero: (number) => String(number).padStart(2, '0'), lowerLetter: letter, upperLetter: (number) => letter(number).toUpperCase(), lowerRoman: (number) => roman(number).toLowerCase(), upperRoman: roman,
  bullet: () => '', none: () => '',
};

function levelsOf(list: Xml): ReadonlyMap<number, Level> {
  return new Map(elements(list, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl'] ?? '0'), {
    format: worth(level, 'w:numFmt') ?? 'decimal', text: worth(level, 'w:lvlText') ?? '', start: Number(worth(level, 'w:start') ?? '1') || 0, placing: elements(level, 'w:pPr'),
  }]));
}

/** Reads numbering.xml. The numbers are counted as the paragraphs are read: each file is read once, from its beginning. */
export function readNumbering(xml: Xml | undefined): Numbering {
  const kinds = new Map(elements(xml, 'w:abstractNum').map((kind) => [kind.attributes['w:abstractNumId'] ?? '', levelsOf(kind)]));
  const kindOf = new Map(elements(xml, 'w:num').map((list) => [list.attributes['w:numId'] ?? '', worth(list, 'w:abstractNumId') ?? '']));
  // A list that sets its beginning anew is a count of its own.
  const own = new Set(elements(xml, 'w:num').filter((list) => element(list, 'w:lvlOverride') !== undefined).map((list) => list.attributes['w:numId'] ?? ''));
  const counts = new Map<string, readonly number[]>();
  return {
    mark: (list, at) => {
      const kind = kindOf.get(list);
      const levels = kind === undefined ? undefined : kinds.get(kind);
      const level = levels?.get(at);
      if (kind === undefined || levels === undefined || level === undefined) return undefined;
      const key = own.has(list) ? `list ${list}` : kind;
      const before = counts.get(key) ?? [];
      const now = Array.from({ length: at + 1 }, (_, depth) => depth < at ? before[depth] ?? levels.get(depth)?.start ?? 1 : (before[depth] ?? level.start - 1) + 1);
      counts.set(key, now);
      if (level.format === 'bullet') return { label: /^[\uE000-\uF8FF·•o]$/u.test(level.text) ? '•' : level.text, placing: level.placing };
      const isShown = [...level.text.matchAll(/%(\d)/gu)].every(([, depth = '1']) => shapes[levels.get(Number(depth) - 1)?.format ?? ''] !== undefined);
      if (!isShown) return null;
      return { placing: level.placing, label: level.text.replace(/%(\d)/gu, (_, depth: string) => shapes[levels.get(Number(depth) - 1)?.format ?? '']?.(now[Number(depth) - 1] ?? 1) ?? '') };
    },
  };
}
