// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../model.ts';

/** What any bản soạn may hold: the largest procedure published in the country has some 3,000 values, four deep. */
const most = { values: 60_000, depth: 40 } as const;

const whole = (text: string): Finding => ({ path: 'content', place: 'Cả bản soạn', text, blocks: true });

/**
 * Whether a content is more than anything that is drafted, in the number of its values or in how deep they stand. Looked at before anything else is, in time that grows with the content alone; what it says itself may be too much is for its owner.
 */
export function tooMuch(content: unknown): Finding | null {
  let count = 0;
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: content, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    count += 1;
    if (count > most.values) return whole(`Nội dung có hơn ${String(most.values)} giá trị, nhiều nhất ${String(most.values)}. Tách thành nhiều bản soạn.`);
    if (next.depth > most.depth) return whole(`Nội dung lồng nhau sâu hơn ${String(most.depth)} lớp. Bớt lớp lồng nhau.`);
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return null;
}
