// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getDefinition } from '@motcua/workflow';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wrongNow } from './axe.ts';
import { day } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
beforeAll(async () => { province = await livingProvince(12); }, 180_000);
afterAll(async () => { await province.close(); });

const key = 'MC-XA-CHUAN';

/** Begins a bản soạn from the published version, by keyboard where a hand would be on the keys. */
async function begin(page: Page): Promise<void> {
  await page.goto(`${province.origin}/lam-viec/quy-trinh/${key}`);
  await page.getByRole('link', { name: 'Soạn bản mới' }).click();
  await page.getByRole('button', { name: 'Mở bản soạn' }).click();
  await page.getByRole('table', { name: 'Bảng bước' }).waitFor();
}

const names = async (page: Page): Promise<readonly string[]> => page.locator('.draw-rows .strong').allInnerTexts();
const saved = (page: Page): Promise<void> => page.getByText(/^Đã lưu lúc/u).waitFor();

describe('soạn quy trình nội bộ (drawing an internal procedure) in the browser', () => {
  test('begins from the published one, moves and adds steps by keyboard, and takes it back', async () => {
    const page = await province.officer('tinh.kiemsoat');
    await begin(page);
    const before = await names(page);
    await page.getByRole('button', { name: before[1] ?? '' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('không còn trả về', { exact: false }).waitFor();
    const moved = await names(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Bước mới').first().waitFor();
    const added = await names(page);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => names(page)).toEqual(before);

    expect(moved).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
    expect(added).toEqual([...moved.slice(0, 2), 'Bước mới', ...moved.slice(2)]);
    expect(await wrongNow(page)).toEqual([]);
  });

  test('names what is wrong at its step, lets it be mended there, tries a dossier, and a second person publishes', async () => {
    const page = await province.officer('tinh.kiemsoat');
    await begin(page);
    await page.getByRole('button', { name: 'Thẩm định' }).first().click();
    await page.getByLabel('Giờ làm việc').fill('400');
    await page.getByText(/Các bước cộng lại 410 giờ, dài hơn thời hạn/u).first().waitFor();
    await page.getByLabel('Giờ làm việc').fill('12');
    await page.getByLabel('Sản phẩm của bước').fill('Tờ trình, dự thảo kết quả');
    await page.getByText(/Các bước cộng lại/u).first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Thử một hồ sơ' }).click();
    const walkedSteps = page.locator('.draw-try tbody tr');
    for (let step = 1; step <= 5; step += 1) {
      await expect.poll(() => walkedSteps.count()).toBe(step);
      await page.getByRole('button', { name: /^Xong bước/u }).click();
    }
    await page.getByText('Hồ sơ thử đã đi hết quy trình.').waitFor();
    const walked = await walkedSteps.count();
    await page.getByRole('button', { name: 'Bảng bước' }).click();
    await saved(page);
    await page.getByRole('button', { name: 'Trình công bố' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trình công bố' }).click();
    await page.getByText('Chờ công bố').first().waitFor();

    const second = await province.officer('tinh.quantri');
    await second.goto(page.url());
    await second.getByRole('button', { name: 'Khác biệt' }).click();
    await second.getByText('Tờ trình, dự thảo kết quả').waitFor();
    await second.getByRole('button', { name: 'Công bố' }).click();
    const dialog = second.getByRole('dialog');
    await dialog.getByLabel('Số quyết định công bố').fill('12/QĐ-UBND');
    await dialog.getByLabel(/Ngày quyết định/u).fill(day(0));
    await dialog.getByLabel('Áp dụng từ ngày').fill(day(10));
    await dialog.getByRole('button', { name: 'Công bố' }).click();
    await second.getByText('Đã công bố').first().waitFor();

    const newest = await getDefinition(province.running.installation.context.db, key);
    expect(walked).toBe(5);
    expect(newest).toMatchObject({ version: 2, decisionNumber: '12/QĐ-UBND' });
    expect(newest?.xml).toContain('Tờ trình, dự thảo kết quả');
  });

  test('draws the same file in the standard modeller, whose mark stays visible', async () => {
    const page = await province.officer('tinh.kiemsoat');
    await begin(page);
    await page.getByRole('button', { name: 'Sơ đồ', exact: true }).click();
    await page.locator('.djs-shape').first().waitFor();
    const shapes = await page.locator('.djs-shape[data-element-id^=Step_]').count();
    await page.locator('.djs-shape[data-element-id=Step_2]').click();
    await page.getByLabel('Tên bước').fill('Thẩm định kỹ');
    await page.locator('.djs-shape[data-element-id=Step_2]').getByText('kỹ').waitFor();
    await page.getByRole('button', { name: 'Bảng bước' }).click();
    await page.getByRole('button', { name: 'Thẩm định kỹ' }).waitFor();
    await page.getByRole('button', { name: 'Sơ đồ', exact: true }).click();

    expect(shapes).toBe(5);
    expect(await page.locator('.bjs-powered-by').isVisible()).toBe(true);
    expect(province.complaints).toEqual([]);
  });
});

describe('tệp BPMN không phải một quy trình của ta (a file that is no process of ours) in the browser', () => {
  test.each([
    ['two processes that do not call each other', (xml: string) => xml.replace('</bpmn:definitions>', '<bpmn:process id="Khac"><bpmn:startEvent id="S9" /></bpmn:process></bpmn:definitions>'), 'nhiều quy trình không gọi nhau'],
    ['a message flow between two that take part', (xml: string) => xml.replace(/<bpmn:process /u, '<bpmn:collaboration id="C"><bpmn:participant id="P1" /><bpmn:participant id="P2" /><bpmn:messageFlow id="M" sourceRef="P1" targetRef="P2" /></bpmn:collaboration>$&'), 'Message Flow'],
  ])('shows what it draws and why it has no table, and keeps it as it is: %s', async (what, made, why) => {
    const db = province.running.installation.context.db;
    const xml = made((await getDefinition(db, key))?.xml ?? '');
    const page = await province.officer('tinh.kiemsoat');
    await page.goto(`${province.origin}/lam-viec/quy-trinh`);
    const begun = z.object({ id: z.string() }).parse(await (await page.request.post(`${province.origin}/api/proposals`, { headers: { origin: province.origin }, data: { kind: 'process', key: `TEP-${randomUUID().slice(0, 8)}`, content: { name: what, xml } } })).json());
    await page.goto(`${province.origin}/lam-viec/ban-soan/${begun.id}`);
    await page.locator('.draw-canvas .djs-shape').first().waitFor();
    const kept = z.object({ content: z.object({ xml: z.string() }) }).parse(await (await page.request.get(`${province.origin}/api/proposals/${begun.id}`)).json());

    expect(await page.locator('.draw').innerText()).toContain(why);
    expect(await page.locator('.draw-canvas .djs-shape').count()).toBeGreaterThan(5);
    expect(kept.content.xml).toBe(xml);
    expect(await wrongNow(page)).toEqual([]);
  });
});

describe('vẽ nhóm bước, bảng quyết định, chờ tin, việc cho từng nơi (what more is drawn) in the browser', () => {
  test('puts each into the drawing, says what it waits for and decides, and the table tells of it', async () => {
    const page = await province.officer('tinh.kiemsoat', { width: 1600, height: 1200 });
    await begin(page);
    await page.getByRole('button', { name: 'Thẩm định' }).first().click();
    await page.getByLabel('Làm cho từng (danh sách)').fill('donVi');
    await page.getByLabel('Nơi làm').selectOption({ label: 'Từng nơi trong danh sách' });
    await page.getByRole('button', { name: 'Sơ đồ', exact: true }).click();
    await page.locator('.djs-shape').first().waitFor();
    const put = async (what: string, x: number, y: number): Promise<void> => {
      await page.locator(`.djs-palette [data-action="create.${what}"]`).click();
      const canvas = await page.locator('.draw-canvas').boundingBox();
      const at = { x: (canvas?.x ?? 0) + x, y: (canvas?.y ?? 0) + y };
      await page.mouse.move(at.x - 5, at.y);
      await page.mouse.move(at.x, at.y);
      // The modeller follows the pointer once a frame.
      await page.waitForTimeout(150);
      await page.mouse.down();
      await page.mouse.up();
    };
    await put('message', 250, 60);
    await page.getByLabel('Chờ đến khi').selectOption({ label: 'đã nộp tiền' });
    await page.getByText(/^Chờ đến khi đã nộp tiền/u).first().waitFor();
    await put('decision', 420, 60);
    await page.getByLabel('Tên bảng').fill('Cấp giải quyết');
    await page.getByRole('button', { name: 'Thêm điều cần xét' }).click();
    await page.getByLabel('Tên biến').fill('dienTich');
    await page.getByText(/^Bảng quyết định «Cấp giải quyết»: xét dienTich/u).first().waitFor();
    await put('group', 380, 400);
    await page.getByText(/^Nhóm bước «/u).first().waitFor();
    await put('call', 640, 400);
    await page.getByLabel('Quy trình được gọi').fill('mc xa chuan');
    await page.getByRole('button', { name: /MC-XA-CHUAN, bản/u }).click();
    await page.getByText(/^Gọi quy trình «Quy trình mẫu cấp xã.*»: bản \d+, \d+ bước/u).first().waitFor();
    await page.getByRole('button', { name: 'Bảng bước' }).click();
    const rows = await page.locator('.draw-rows .row-button').allInnerTexts();

    expect(['Chờ đến khi đã nộp tiền', 'Bảng quyết định «Cấp giải quyết»: xét dienTich', 'Nhóm bước «', 'Gọi quy trình «'].filter((words) => !rows.some((row) => row.includes(words)))).toEqual([]);
    expect(await wrongNow(page)).toEqual([]);
    expect(province.complaints).toEqual([]);
  });
});

describe('nạp bảng quy trình nội bộ (handing in a file of tables) in the browser', () => {
  test('lists what contradicts itself, keeps who decided, and a second person publishes the rest', async () => {
    const page = await province.officer('tinh.kiemsoat');
    await page.goto(`${province.origin}/lam-viec/nap-quy-trinh`);
    await page.getByLabel('Chọn tệp bảng quy trình').setInputFiles(path.join(import.meta.dirname, '../../data/internal-procedures/internal-procedures.json'));
    await page.getByText(/65 quy trình: 7 mâu thuẫn chưa quyết/u).waitFor();
    const wrong = await wrongNow(page);
    for (let left = 6; left >= 0; left -= 1) {
      const open = page.locator('.contradiction').filter({ hasText: 'Chưa ai quyết.' }).first();
      await open.getByRole('button', { name: left === 0 ? 'Không nạp' : 'Giữ như quyết định' }).click();
      await page.getByText(new RegExp(`65 quy trình: ${String(left)} mâu thuẫn`, 'u')).waitFor();
    }
    await page.getByText('Chờ người thứ hai công bố', { exact: false }).waitFor();

    const second = await province.officer('tinh.quantri');
    await second.goto(page.url());
    await second.getByLabel('Áp dụng từ ngày').fill(day(10));
    await second.getByRole('button', { name: 'Công bố', exact: true }).click();
    await second.getByText('Mọi quy trình nạp được đã công bố.').waitFor({ timeout: 60_000 });

    expect(wrong).toEqual([]);
    expect(await second.getByText(/0 không đọc được, 64 đã công bố/u).isVisible()).toBe(true);
    expect(province.complaints).toEqual([]);
  });
});

describe('tệp BPMN của phần mềm khác (interchange files) in the browser', () => {
  const models = path.join(import.meta.dirname, '../../modules/workflow/test/interchange');
  const files = readdirSync(models, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bpmn')).toSorted();

  /** A bản soạn of a process of its own, begun from the published one. */
  async function fresh(page: Page): Promise<void> {
    const xml = (await getDefinition(province.running.installation.context.db, key))?.xml ?? '';
    await page.goto(`${province.origin}/lam-viec/quy-trinh`);
    const { id } = z.object({ id: z.string() }).parse(await (await page.request.post(`${province.origin}/api/proposals`, { headers: { origin: province.origin }, data: { kind: 'process', key: `TEP-${randomUUID().slice(0, 8)}`, content: { name: 'Tệp trao đổi', xml } } })).json());
    await page.goto(`${province.origin}/lam-viec/ban-soan/${id}`);
    await page.getByRole('button', { name: 'Nhập tệp BPMN' }).waitFor();
  }

  test('are taken in, drawn and kept letter for letter, every one', async () => {
    const page = await province.officer('tinh.kiemsoat');
    await fresh(page);
    for (const file of files) {
      await page.getByLabel('Nhập tệp BPMN').setInputFiles(path.join(models, file));
      await page.getByText(`Đã nhập tệp «${path.basename(file)}»`).waitFor();
      const drawing = page.getByRole('button', { name: 'Sơ đồ', exact: true });
      await page.locator('.draw-canvas .djs-shape').or(drawing).first().waitFor();
      if (await drawing.isVisible()) await drawing.click();
      await page.locator('.draw-canvas .djs-shape').first().waitFor();
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      const kept = async (): Promise<string> => z.object({ content: z.object({ xml: z.string() }) }).parse(await (await page.request.get(`${province.origin}/api/proposals/${id}`)).json()).content.xml;
      // It is saved by itself a moment later.
      await expect.poll(kept, { timeout: 10_000 }).toBe(readFileSync(path.join(models, file), 'utf8'));
    }

    expect(files).toHaveLength(15);
  });

  test('that are no BPMN are refused in words, and what stood there stays', async () => {
    const page = await province.officer('tinh.kiemsoat');
    await fresh(page);
    await page.getByLabel('Nhập tệp BPMN').setInputFiles({ name: 'anh.xml', mimeType: 'text/xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
    await page.getByText('không phải tệp BPMN 2.0').waitFor();

    expect(await page.getByRole('button', { name: 'Thẩm định' }).first().isVisible()).toBe(true);
  });
});
