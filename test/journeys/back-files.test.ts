// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { renderPaper } from '@motcua/documents';
import { systemClock } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wrongNow } from './axe.ts';
import { desk, pictured } from './drafting.ts';
import { type LivingProvince, livingProvince } from './living-province.ts';

let province: LivingProvince;
let scanner: string;
beforeAll(async () => {
  scanner = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-may-quet-'));
  province = await livingProvince(0, { scans: scanner });
}, 240_000);
afterAll(async () => {
  await province.close();
  fs.rmSync(scanner, { recursive: true, force: true });
});

const head = 'Số định danh hoặc mã số doanh nghiệp;Họ tên hoặc tên tổ chức;Loại giấy;Số giấy;Ngày cấp;Có giá trị đến;Nơi cấp;Mã hồ sơ cũ';
const list = ['000095012345;Nguyễn Văn Mẫu;Giấy khai sinh;25/2001;05/03/2001;;UBND xã Mẫu;HT-2001-25', '000188067890;Đặng Thị Ẩn;Giấy khai sinh;26/2001;30/02/2001;;UBND xã Mẫu;HT-2001-26'];
const template = `#let d = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: 25mm)
#set text(font: "Tinos", lang: "vi", size: 15pt)
#d.text.split("\\n").map(line => [#line #linebreak()]).join()`;
const scan = async (name: string, text: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(await renderPaper({ template, data: { text }, standard: 'a-2b', at: systemClock.now() })) });

describe('số hóa hồ sơ cũ theo lô (old papers digitised in a batch) in the browser', () => {
  test('goes from a list over scans and signature into the vault of the owner', async () => {
    const page = await province.officer('songmay.chuyenvien', desk);
    await page.goto(`${province.origin}/lam-viec/ho-so-cu`);
    await page.getByLabel('Tên lô').fill('Hộ tịch 2001, kệ 3');
    await page.getByRole('button', { name: 'Mở lô mới' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hộ tịch 2001, kệ 3' }).waitFor();
    await page.getByLabel('Chọn tệp danh sách').setInputFiles({ name: 'ds.csv', mimeType: 'text/csv', buffer: Buffer.from([head, ...list].join('\r\n')) });
    await page.getByText('Nhận 1 dòng đúng, 1 dòng còn phải sửa.').waitFor();
    expect(await wrongNow(page)).toEqual([]);
    await pictured(page, 'lo-1-danh-sach');

    await page.getByRole('button', { name: 'Sửa dòng 2' }).click();
    await page.getByText('Không có ngày 30/02/2001 trong lịch.').first().waitFor();
    expect(await wrongNow(page)).toEqual([]);
    await pictured(page, 'lo-2-sua-dong');
    await page.getByRole('dialog').getByLabel('Ngày cấp').fill('28/02/2001');
    await page.getByRole('dialog').getByLabel('Giấy có bút phê, ghi chú: quét hai bản').check();
    await page.getByRole('button', { name: 'Ghi dòng đã sửa' }).click();
    await page.getByText('Đã ghi dòng 2.').waitFor();
    await page.getByText('Giấy có ghi chú: chờ hai bản quét.').waitFor();

    await page.getByLabel('Chọn các tệp quét').setInputFiles([await scan('ht 2001 25.pdf', 'GIẤY KHAI SINH\nSố: 25/2001\nHọ và tên: NGUYỄN VĂN MẪU\nCấp ngày: 05/03/2001\nNơi cấp: UBND xã Mẫu'), await scan('Scan0001.pdf', 'Giấy không rõ của ai')]);
    await page.getByText('Đã đọc 2 trong 2 tệp').waitFor({ timeout: 60_000 });
    await page.getByText('1 bản quét chưa rõ của dòng nào').waitFor();
    expect(await wrongNow(page)).toEqual([]);
    await pictured(page, 'lo-3-ban-quet');

    const { agencies } = z.object({ agencies: z.array(z.object({ code: z.string() })) }).parse(await (await page.request.get(`${province.origin}/api/back-files`)).json());
    const station = path.join(scanner, agencies[0]?.code ?? '');
    fs.mkdirSync(station);
    const second = 'GIẤY KHAI SINH\nSố: 26/2001\nHọ và tên: ĐẶNG THỊ ẨN\nCấp ngày: 28/02/2001';
    for (const [name, text] of [['HT-2001-26.pdf', second], ['HT-2001-26 ghi chú.pdf', `${second}\nBút phê: đã đối chiếu sổ gốc`]] as const) fs.writeFileSync(path.join(station, name), (await scan(name, text)).buffer);
    await page.getByText('Lấy từ thư mục máy quét (2)').click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Chọn tất cả' }).click();
    expect(await wrongNow(page)).toEqual([]);
    await pictured(page, 'lo-3b-may-quet');
    await page.getByRole('button', { name: 'Nhận 2 bản quét vào lô' }).click();
    await page.getByText('Đã nhận 2 bản quét vào lô.').waitFor();
    await page.getByText('Lấy từ thư mục máy quét (0)').waitFor();
    await page.getByText('Giấy có ghi chú: đã đủ hai bản quét.').waitFor();

    await page.getByRole('link', { name: 'Đối chiếu 1', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Đối chiếu dòng 1' }).waitFor();
    await page.getByLabel('Số trang của giấy').waitFor();
    expect(await page.getByText('khớp', { exact: true }).count()).toBe(3);
    expect(await wrongNow(page)).toEqual([]);
    await pictured(page, 'lo-4-doi-chieu');
    await page.getByLabel('Số trang của giấy').fill('2');
    await page.getByRole('button', { name: 'Đã đối chiếu, sang giấy sau' }).click();
    await page.getByText('Giấy có 2 trang, bản quét có 1 trang.').first().waitFor();
    await page.getByLabel('Số trang của giấy').fill('1');
    await page.getByRole('button', { name: 'Đã đối chiếu, sang giấy sau' }).click();
    await page.getByRole('heading', { level: 1, name: 'Đối chiếu dòng 2' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Bản có ghi chú' }).waitFor();
    expect(await wrongNow(page)).toEqual([]);
    await pictured(page, 'lo-4b-hai-ban');
    await page.getByLabel('Số trang của giấy').fill('1');
    await page.getByRole('button', { name: 'Đã đối chiếu với bản giấy' }).click();
    await page.getByRole('radio', { name: /^Ký từ xa, mở bằng mã PIN/u }).check();
    await page.getByRole('button', { name: 'Ký các giấy tôi đã đối chiếu' }).click();
    await page.getByLabel('Mã PIN của khóa').fill('123456');
    await page.getByRole('button', { name: 'Ký các giấy tôi đã đối chiếu' }).click();
    await page.getByText('Giấy ở dòng 2 có ghi chú nên gồm hai tệp', { exact: false }).waitFor({ timeout: 30_000 });
    await page.getByText('Đã ký 1 giấy, còn 1 giấy chờ ký.').waitFor();
    expect(await wrongNow(page)).toEqual([]);
    await pictured(page, 'lo-4c-khoa-khac');
    await page.getByRole('radio', { name: /^Khóa giữ tại máy chủ/u }).check();
    await page.getByRole('button', { name: 'Ký các giấy tôi đã đối chiếu' }).click();
    await page.getByText('Đã ký 1 giấy, còn 0 giấy chờ ký.').waitFor();
    expect(await wrongNow(page)).toEqual([]);
    await pictured(page, 'lo-5-da-ky');

    await page.getByRole('link', { name: 'Mở bản có ghi chú 2' }).waitFor();

    const clerk = await province.officer('songmay.tiepnhan', desk);
    await clerk.goto(`${province.origin}/lam-viec/lam-sach`);
    await clerk.getByRole('heading', { level: 1, name: 'Làm sạch dữ liệu' }).waitFor();
    await clerk.getByText('Không thấy chỗ nào mâu thuẫn.').waitFor();
    await page.getByLabel('Chọn tệp danh sách').setInputFiles({ name: 'ds2.csv', mimeType: 'text/csv', buffer: Buffer.from([head, '000095012345;Nguyễn Văn Mấu;Giấy khai sinh;29/2001;05/03/2001;;UBND xã Mẫu;HT-29'].join('\r\n')) });
    await page.getByText('Nhận 1 dòng đúng, 0 dòng còn phải sửa.').waitFor();
    await clerk.reload();
    await clerk.getByRole('heading', { name: 'Số 000095012345 đứng dưới nhiều tên' }).waitFor();
    expect(await wrongNow(clerk)).toEqual([]);
    await pictured(clerk, 'lo-7-lam-sach');
    await clerk.getByRole('button', { name: /^Kết luận: Số 000095012345/u }).click();
    await clerk.getByLabel('Một giá trị đúng').check();
    await clerk.getByLabel('Giá trị đúng', { exact: true }).selectOption('Nguyễn Văn Mẫu');
    await clerk.getByLabel('Căn cứ hoặc lý do').fill('Đối chiếu sổ hộ tịch số 25/2001');
    expect(await wrongNow(clerk)).toEqual([]);
    await pictured(clerk, 'lo-8-ket-luan');
    await clerk.getByRole('dialog').getByRole('button', { name: 'Kết luận', exact: true }).click();
    await clerk.getByText('Đã lưu kết luận.').waitFor();

    const owner = await province.citizen('mau');
    await owner.goto(`${province.origin}/kho`);
    await owner.getByRole('heading', { name: 'Giấy khai sinh 25/2001' }).waitFor();
    await owner.getByRole('heading', { name: '1 giấy cũ của ông/bà đã vào kho' }).waitFor();
    await owner.getByText(/Số hóa hồ sơ cũ, lô SH-/u).waitFor();
    await owner.getByText(/thấy trong danh sách giấy tờ cũ/u).first().waitFor();
    await pictured(owner, 'lo-6-kho');
    await owner.goto(`${province.origin}/ho-so`);
    await owner.getByRole('link', { name: 'Xem kho giấy tờ' }).waitFor();
    expect(await wrongNow(owner)).toEqual([]);
    await pictured(owner, 'lo-9-ho-so-cua-toi');

    await page.goto(`${province.origin}/lam-viec/ho-so-cu`);
    await page.getByLabel('Tên lô').fill('Lập nhầm');
    await page.getByRole('button', { name: 'Mở lô mới' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lập nhầm' }).waitFor();
    await pictured(page, 'lo-10-trong');
    await page.getByText('Không làm tiếp lô này').click();
    await page.getByLabel('Vì sao bỏ lô').fill('Trùng với lô trước');
    expect(await wrongNow(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bỏ lô này' }).click();
    await page.getByText(/đã bỏ lô này lúc .+Lý do: Trùng với lô trước/u).waitFor();
    expect(await wrongNow(page)).toEqual([]);
    await pictured(page, 'lo-11-da-bo');
    await page.goto(`${province.origin}/lam-viec/ho-so-cu`);
    await page.getByText('Đã bỏ lô').waitFor();
    await pictured(page, 'lo-12-cac-lo');
    expect(province.complaints).toEqual([]);
  }, 240_000);
});
