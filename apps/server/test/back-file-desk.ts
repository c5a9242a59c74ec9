// SPDX-License-Identifier: EUPL-1.2
import { renderPaper } from '@motcua/documents';
import { startOfTest } from '@motcua/dossiers/testing';
import type { TestInstallation } from './installation.ts';

/** The heads of a list of old papers. */
export const head = 'Số định danh hoặc mã số doanh nghiệp;Họ tên hoặc tên tổ chức;Loại giấy;Số giấy;Ngày cấp;Có giá trị đến;Nơi cấp;Mã hồ sơ cũ;Có bút phê, ghi chú';

const template = `#let d = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: 25mm)
#set text(font: "Tinos", lang: "vi", size: 14pt)
#d.text.split("\\n").map(line => [#line #linebreak()]).join()`;

/** A paper as a scanner writes it: a PDF of a page. */
export const paper = (text: string): Promise<Uint8Array> => renderPaper({ template, data: { text }, standard: 'a-2b', at: startOfTest });
/** What a birth certificate says. */
export const birth = (number: string, name: string, day: string): string => `GIẤY KHAI SINH\nSố: ${number}\nHọ và tên: ${name}\nCấp ngày: ${day}\nNơi thường trú: Thôn Thử, xã Một`;

type Scan = { readonly id: string; readonly pages: readonly { readonly dpi: number }[] };
/** A line beside its scans. */
export type Compared = { readonly line: { readonly version: number; readonly state: string; readonly missing: readonly string[]; readonly cells: Record<string, string> }; readonly part: Scan | null; readonly withNotes: Scan | null; readonly seen: readonly { readonly field: string; readonly verdict: string }[] };

/** Somebody at a desk who digitises old papers. @param batch - the batch he works on now */
export function backFileDesk(one: TestInstallation, batch: () => string) {
  const get = async (who: string, url: string) => one.app.inject({ url: `/api/back-files${url}`, headers: await one.as(who) });
  const post = async (who: string, url: string, payload: object = {}) => one.app.inject({ method: 'POST', url: `/api/back-files${url}`, headers: await one.as(who), payload });
  async function give(who: string, what: 'list' | 'scans', { name, bytes, type }: { readonly name: string; readonly bytes: Uint8Array; readonly type: string }) {
    const edge = 'ranh-gioi';
    const payload = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
    return one.app.inject({ method: 'POST', url: `/api/back-files/${batch()}/${what}`, headers: { ...await one.as(who), 'content-type': `multipart/form-data; boundary=${edge}` }, payload });
  }
  const lineNow = async (no: number): Promise<Compared> => (await get('tiepnhan', `/${batch()}/lines/${String(no)}`)).json<Compared>();
  async function compare(no: number, about: object = {}) {
    const { line, part, withNotes } = await lineNow(no);
    return post('tiepnhan', `/${batch()}/lines/${String(no)}/comparison`, { version: line.version, part: part?.id, withNotes: withNotes?.id ?? null, pagesOnPaper: 1, cells: line.cells, ...about });
  }
  return { get, post, give, lineNow, compare };
}
