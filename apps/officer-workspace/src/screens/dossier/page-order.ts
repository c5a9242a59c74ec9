// SPDX-License-Identifier: EUPL-1.2

/** What may be done to a page of a scan. */
export const pageActs = ['earlier', 'later', 'leave-out'] as const;
export type PageAct = (typeof pageActs)[number];

/** Whether it may be done to a page at a place, of so many: the last page that is left stays. */
export function mayAct(act: PageAct, place: number, count: number): boolean {
  switch (act) {
    case 'earlier': return place > 1;
    case 'later': return place < count;
    case 'leave-out': return count > 1;
  }
}

/** The pages after it was done. */
export function arranged(pages: readonly number[], act: PageAct, page: number): readonly number[] {
  const at = pages.indexOf(page);
  const without = pages.filter((one) => one !== page);
  if (at < 0 || act === 'leave-out') return without;
  return without.toSpliced(act === 'earlier' ? Math.max(0, at - 1) : at + 1, 0, page);
}
