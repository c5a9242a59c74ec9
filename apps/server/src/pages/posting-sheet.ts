// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, priceUnder } from '@motcua/catalogue';
import { qrSvg, renderPaper } from '@motcua/documents';
import type { Db } from '@motcua/db-kit';
import { cleanText, officeDay, officeDayText } from '@motcua/kernel';
import type { Site } from '@motcua/citizen-portal/props';

const template = `#let d = json(bytes(sys.inputs.data))
#set document(title: d.name)
#set page(paper: "a4", margin: (x: 18mm, y: 16mm), footer: align(right, text(size: 9pt)[#d.foot #context [Trang #counter(page).display("1/1", both: true)]]))
#set text(font: "Tinos", size: 12pt, lang: "vi", hyphenate: false)
#set par(justify: false, leading: 0.5em)
#grid(columns: (1fr, 30mm), column-gutter: 6mm,
  { text(size: 10pt, upper(d.owner)); v(0.6em, weak: true); text(size: 16pt, strong(d.name)); v(0.5em, weak: true); text(size: 10.5pt)[Mã thủ tục #d.code. #d.decision] },
  { align(right, image(bytes(d.qr), format: "svg", width: 28mm)); align(right, text(size: 8.5pt)[Quét để xem bản đang dùng]) })
#line(length: 100%, stroke: 0.5pt)
#for part in d.parts { heading(level: 2, outlined: false, text(size: 12.5pt, part.title)); if part.items.len() == 1 { par(part.items.first()) } else { enum(tight: true, ..part.items) } }
`;

const units = { WORKING_DAY: 'ngày làm việc', DAY: 'ngày', HOUR: 'giờ làm việc', MONTH: 'tháng', YEAR: 'năm', OTHER: '' } as const;
const channels = { DIRECT: 'Trực tiếp', ONLINE: 'Trực tuyến', POSTAL: 'Bưu chính' } as const;

const part = (title: string, items: readonly string[]) => ({ title, items: items.map((item) => cleanText(item)).filter((item) => item !== '').length === 0 ? ['Chưa công bố'] : items.map((item) => cleanText(item)).filter((item) => item !== '') });

const paperLines = ({ papers }: Procedure): readonly string[] => papers.flatMap(({ circumstance, papers: listed }) => listed.map(({ name, originals, copies }) => `${circumstance === null ? '' : `(${circumstance}) `}${name}${originals > 0 ? `; ${originals} bản chính` : ''}${copies > 0 ? `; ${copies} bản sao` : ''}`));

/**
 * Tờ niêm yết of a procedure: what the version in force says, on A4, with a code that leads to the page.
 *
 * @legal tt-02-2017-vpcp/d14
 */
export async function postingSheet(db: Db, procedure: Procedure, { at, site, origin }: { readonly at: Temporal.Instant; readonly site: Site; readonly origin: string }): Promise<Uint8Array> {
  const today = officeDay(at);
  const price = await priceUnder(db, procedure, { day: today.toString(), channel: 'DIRECT', circumstance: null });
  const agencies = procedure.competentAgencies.length > 0 ? procedure.competentAgencies : procedure.executingAgencies;
  const data = {
    owner: cleanText(site.owner), name: cleanText(procedure.name), code: procedure.code, qr: qrSvg(`${origin}/thu-tuc/${encodeURIComponent(procedure.code)}`),
    decision: procedure.decision.number === null ? '' : `Công bố theo ${cleanText(procedure.decision.number)}.`, foot: `${site.demonstration ? 'BẢN TRÌNH DIỄN, không có giá trị pháp lý. ' : ''}In ngày ${officeDayText(today)}.`,
    parts: [
      part('Thành phần hồ sơ', paperLines(procedure)),
      part('Thời hạn giải quyết', procedure.methods.map(({ channel, time }) => `${channels[channel]}: ${time?.value == null || time.unit === 'OTHER' ? 'theo quy định của từng trường hợp' : `${String(time.value).replace('.', ',')} ${units[time.unit]}`}`)),
      part('Phí, lệ phí', price.lines.map(({ text }) => text)), part('Cơ quan giải quyết', agencies.map(({ name }) => name)), part('Trình tự thực hiện', procedure.steps.map(({ name, text }) => `${name === null ? '' : `${name}: `}${text}`)),
      part('Kết quả', procedure.results.map(({ name }) => name)), part('Yêu cầu, điều kiện', procedure.conditions === null ? [] : [procedure.conditions]), part('Căn cứ pháp lý', procedure.legalBases.map(({ code, name }) => (code === null ? name : `${name} (${code})`))),
    ],
  };
  return renderPaper({ template, data, standard: 'a-2b', at });
}
