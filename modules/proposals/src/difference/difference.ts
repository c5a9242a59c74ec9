// SPDX-License-Identifier: EUPL-1.2
import { diffArrays } from 'diff';
import type { ChangedLine, ChangedWords } from '../contract.ts';
import type { Part } from '../model.ts';

// A text so different that finding the shortest change would take long is shown whole before, whole after.
const mostEdits = 400;
// Less than this in common is another text, not a changed one: word by word nobody could read it.
const leastCommon = 0.3;

const tokens = (text: string): string[] => text.split(/(\s+)/u).filter((token) => token !== '');

/** What changed between two texts, word by word. */
export function changedWords(before: string, after: string): readonly ChangedWords[] {
  if (before === after) return before === '' ? [] : [{ text: before, is: 'same' }];
  const found = diffArrays(tokens(before), tokens(after), { maxEditLength: mostEdits });
  const kept = found?.filter(({ added, removed }) => !added && !removed).reduce((sum, { value }) => sum + value.join('').trim().length, 0) ?? 0;
  const isOther = before !== '' && after !== '' && kept < leastCommon * Math.min(before.length, after.length);
  if (found === undefined || isOther) return [{ text: before, is: 'removed' }, { text: after, is: 'added' }];
  return found.map(({ value, added, removed }) => ({ text: value.join(''), is: added ? 'added' : removed ? 'removed' : 'same' }));
}

type Pair = { readonly before: Part | undefined; readonly after: Part | undefined; readonly isMoved: boolean };

/** Children told apart by key; a key that occurs again is told apart by its turn. */
function byKey(parts: readonly Part[]): ReadonlyMap<string, Part> {
  const turns = new Map<string, number>();
  return new Map(parts.map((part) => {
    const turn = (turns.get(part.key) ?? 0) + 1;
    turns.set(part.key, turn);
    return [turn === 1 ? part.key : `${part.key}#${turn}`, part];
  }));
}

/** Children side by side in the order after; what was removed stands where it stood. */
function pairs(before: readonly Part[], after: readonly Part[]): readonly Pair[] {
  const [old, young] = [byKey(before), byKey(after)];
  const found = diffArrays([...old.keys()], [...young.keys()]);
  return found.flatMap(({ value, added, removed }) => value.flatMap((key): readonly Pair[] => {
    const pair = { before: old.get(key), after: young.get(key) };
    if (added) return [{ ...pair, isMoved: pair.before !== undefined }];
    return removed && pair.after !== undefined ? [] : [{ ...pair, isMoved: false }];
  }));
}

type Place = { readonly path: string; readonly depth: number };

const isSameWords = (words: readonly ChangedWords[]): boolean => words.every(({ is }) => is === 'same');

/** What happened to a part itself, whatever happened under it. */
function ownChange({ before, after, isMoved }: Pair, texts: readonly (readonly ChangedWords[])[]): ChangedLine['change'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  if (!texts.every(isSameWords)) return 'changed';
  return isMoved ? 'moved' : 'same';
}

/** A side that does not exist says nothing: its words are all added or all removed by the line itself. */
const told = ({ before, after }: Pair, say: (part: Part) => string): ChangedWords[] =>
  [...changedWords(say(before ?? after ?? nothing), say(after ?? before ?? nothing))];

const nothing: Part = { key: '', label: '' };

function linesOf(pair: Pair, { path, depth }: Place): readonly ChangedLine[] {
  const here = [path, (pair.after ?? pair.before ?? nothing).key].filter((key) => key !== '').join('/');
  const below = pairs(pair.before?.parts ?? [], pair.after?.parts ?? []).flatMap((child) => linesOf(child, { path: here, depth: depth + 1 }));
  const [label, words] = [told(pair, (part) => part.label), told(pair, (part) => part.text ?? '')];
  const own = ownChange(pair, [label, words]);
  const change = own === 'same' && below.some((line) => line.change !== 'same') ? 'inside' : own;
  return [{ path: here, depth, label, change, words }, ...below];
}

/**
 * Khác biệt: two contents in words, side by side, by meaning: a list of lines in the order after, each with its depth.
 * `inside`: the line itself is the same, something under it is not. The words of a line added or removed as a whole are not marked again.
 */
export function difference(before: readonly Part[], after: readonly Part[]): readonly ChangedLine[] {
  return pairs(before, after).flatMap((pair) => linesOf(pair, { path: '', depth: 0 }));
}
