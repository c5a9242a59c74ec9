// SPDX-License-Identifier: EUPL-1.2
import { officeDay, officeDayText, systemClock } from '@motcua/kernel';
import type { Page } from 'playwright-core';

/** The desk on which drafts are written. */
export const desk = { width: 1440, height: 900 };

const pictures = process.env['MOTCUA_PICTURES'];

/** Takes the page at three widths into the folder MOTCUA_PICTURES, when there is one. */
export async function pictured(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  for (const [width, height] of [[1440, 900], [768, 900], [360, 740]] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${pictures}/${name}-${String(width)}.png`, fullPage: true });
  }
  await page.setViewportSize(desk);
}

/** Submits the bản soạn that is open; its address. */
export async function submitted(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Trình công bố' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Trình công bố' }).click();
  await page.getByText('Chờ một người khác có quyền công bố xem.').waitFor();
  return new URL(page.url()).pathname;
}

/** Publishes the bản soạn that is open, as the second person. */
export async function published(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
  await page.getByLabel(/^Số quyết định/u).fill(number);
  await page.getByLabel(/^Ngày quyết định/u).fill(day(0));
  await page.getByRole('dialog').getByRole('button', { name: 'Công bố', exact: true }).click();
  await page.getByText(`Theo quyết định ${number}`).waitFor();
}

/** A day as it is typed, so many days from today in the offices. */
export const day = (from: number): string => officeDayText(officeDay(systemClock.now()).add({ days: from }));
