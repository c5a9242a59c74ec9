// SPDX-License-Identifier: EUPL-1.2
import { type Place, renderPaper } from '@motcua/documents';
import { describe, expect, test } from 'vitest';
import { startOfTest } from '../testing.ts';
import { furtherPlace } from './places.ts';

const seal: Place = { page: 1, x: 300, y: 400, width: 90, height: 90 };
/** A paper of A4 pages: `blocks` are black, in points from the top left, each on a page of its own number. */
const paper = (pages: readonly (readonly (readonly [number, number, number, number])[])[]): Promise<Uint8Array> => renderPaper({
  template: `#set page(width: 595pt, height: 842pt, margin: 0pt)
#let d = json(bytes(sys.inputs.data))
#for (at, blocks) in d.pages.enumerate() { if at > 0 { pagebreak() }; for (x, y, w, h) in blocks { place(top + left, dx: x * 1pt, dy: y * 1pt, rect(width: w * 1pt, height: h * 1pt, fill: black)) } }`,
  data: { pages }, standard: 'a-2b', at: startOfTest,
});
const overlap = (one: Place, [x, y, width, height]: readonly [number, number, number, number]): boolean => one.x < x + width && x < one.x + one.width && one.y < y + height && y < one.y + one.height;
const text = [57, 60, 480, 330] as const;
const fullPage = [57, 30, 480, 750] as const;

describe('chỗ của chữ ký người ký tiếp (where a further signature is seen)', () => {
  test('is under the first one while nothing is written there', async () => {
    expect(await furtherPlace(await paper([[text]]), seal, 2)).toMatchObject({ page: 1, x: expect.closeTo(393, -1) as number, y: expect.closeTo(524, -1) as number });
  });

  test('is beside what stands below, and never where the seal will be', async () => {
    const below = [400, 520, 180, 300] as const;
    const place = await furtherPlace(await paper([[text, below]]), seal, 2);

    expect([place.page, overlap(place, text), overlap(place, below), overlap(place, [seal.x, seal.y, seal.width, seal.height])]).toEqual([1, false, false, false]);
    expect(place.y + place.height).toBeLessThan(842);
  });

  test('is on the last page when the page of the first is full', async () => {
    const place = await furtherPlace(await paper([[fullPage], [text]]), seal, 2);

    expect([place.page, overlap(place, text)]).toEqual([2, false]);
  });

  test('is small at the foot of the last page when every page is full, side by side', async () => {
    const full = await paper([[fullPage], [fullPage]]);
    const [second, third] = [await furtherPlace(full, seal, 2), await furtherPlace(full, seal, 3)];

    expect([second.page, third.page, overlap(second, fullPage), third.x > second.x + second.width]).toEqual([2, 2, false, true]);
    expect(second.y + second.height).toBeLessThan(842);
  });

  test('is found on a paper that keeps no place for a seal', async () => {
    const place = await furtherPlace(await paper([[text]]), null, 2);

    expect([place.page, overlap(place, text)]).toEqual([1, false]);
  });
});
