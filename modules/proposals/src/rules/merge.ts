// SPDX-License-Identifier: EUPL-1.2
import type { Collision, JsonValue, Merged } from '../model.ts';

type Record_ = { readonly [key: string]: JsonValue };
type Sides = { readonly base: JsonValue | undefined; readonly mine: JsonValue | undefined; readonly theirs: JsonValue | undefined };
type Going = { readonly collisions: Collision[]; readonly takeTheirs: ReadonlySet<string> };

const isRecord = (value: JsonValue | undefined): value is Record_ => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** Whether two contents say the same, whatever the order of their keys. */
export function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const [left, right] = [Object.keys(a), Object.keys(b)];
  return left.length === right.length && left.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}

const names = ['id', 'key', 'code'] as const;

/** The items of a list by the field that tells them apart; null when no field does. */
function keyed(list: readonly JsonValue[], name: string): ReadonlyMap<string, JsonValue> | null {
  const found = new Map<string, JsonValue>();
  for (const item of list) {
    const key = isRecord(item) ? item[name] : undefined;
    if (typeof key !== 'string' || key === '' || found.has(key)) return null;
    found.set(key, item);
  }
  return found;
}

/** Order of the keys of both sides: the one who moved things is followed, what the other added comes after what it stood behind. */
function orderOf(base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] {
  const inBase = new Set(base);
  const common = (keys: readonly string[], other: readonly string[]): string => keys.filter((key) => inBase.has(key) && other.includes(key)).join('\n');
  const [first, second] = common(mine, theirs) === common(base.filter((key) => mine.includes(key)), theirs) ? [theirs, mine] : [mine, theirs];
  const order = [...first];
  for (const [at, key] of second.entries()) {
    if (order.includes(key)) continue;
    const before = second.slice(0, at).findLast((each) => order.includes(each));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  return order;
}

function mergeLists({ base, mine, theirs }: { readonly [side in keyof Sides]: readonly JsonValue[] }, path: string, going: Going): readonly JsonValue[] | null {
  for (const name of names) {
    const [b, m, t] = [keyed(base, name), keyed(mine, name), keyed(theirs, name)];
    if (b === null || m === null || t === null) continue;
    return orderOf([...b.keys()], [...m.keys()], [...t.keys()])
      .flatMap((key) => merge({ base: b.get(key), mine: m.get(key), theirs: t.get(key) }, path === '' ? key : `${path}.${key}`, going) ?? []);
  }
  return null;
}

function merge(sides: Sides, path: string, going: Going): JsonValue | undefined {
  const { base, mine, theirs } = sides;
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  if (isRecord(mine) && isRecord(theirs)) {
    const from = isRecord(base) ? base : {};
    return Object.fromEntries([...new Set([...Object.keys(mine), ...Object.keys(theirs)])].flatMap((key) => {
      const value = merge({ base: from[key], mine: mine[key], theirs: theirs[key] }, path === '' ? key : `${path}.${key}`, going);
      return value === undefined ? [] : [[key, value]];
    }));
  }
  const list = isList(mine) && isList(theirs) ? mergeLists({ base: isList(base) ? base : [], mine, theirs }, path, going) : null;
  if (list !== null) return list;
  going.collisions.push({ path, mine, theirs });
  return going.takeTheirs.has(path) ? theirs : mine;
}

/**
 * What two people made of the same content: what only one changed is taken from him; where both changed, mine stands and is listed.
 *
 * @param base - content both began from; null: not known any more, then every difference collides
 * @param takeTheirs - paths of collisions at which theirs is taken
 */
export function mergeContents({ base, mine, theirs }: { readonly base: JsonValue | null; readonly mine: JsonValue; readonly theirs: JsonValue }, takeTheirs: readonly string[] = []): Merged {
  const going: Going = { collisions: [], takeTheirs: new Set(takeTheirs) };
  const content = merge({ base: base ?? undefined, mine, theirs }, '', going) ?? mine;
  return { content, collisions: going.collisions };
}
